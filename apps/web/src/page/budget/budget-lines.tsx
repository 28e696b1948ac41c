import type { BudgetView } from '#contracts';

import { ChartTable } from '../../chart/frame/chart-table.js';
import { Section } from '../../layout/section.js';
import type { Wording } from '../../wording/wording.js';

/** Every line by purpose, institution and level, with the share of it that is for the purpose. */
export function BudgetLines({ budget, wording }: { readonly budget: BudgetView; readonly wording: Wording }) {
  const { budget: say, flags, showTable } = wording.say.chart;
  const { lineTable } = say;
  if (budget.lines.length === 0) return null;
  const amount = (value: number | null, currency: string) => ({
    text: value === null ? flags.missing : `${wording.number(value)} ${currency}`,
    flag: value === null ? 'missing' : null,
  });
  const plain = (text: string) => ({ text, flag: null });
  return (
    <Section title={lineTable.title} id="lines">
      <p>{lineTable.lede}</p>
      <details class="chart-table">
        <summary>{showTable}</summary>
        <ChartTable
          table={{
            caption: lineTable.title,
            corner: lineTable.line,
            columns: [
              ...[lineTable.level, lineTable.year, lineTable.share],
              ...[say.approved, say.revised, say.executed],
            ],
            rows: budget.lines.map((line) => ({
              head: [say.purposes[line.purpose] ?? line.purpose, line.institution, line.indicator]
                .filter((part) => part !== null)
                .join(' · '),
              cells: [
                plain(lineTable.levels[line.level] ?? line.level),
                plain(String(line.fiscalYear)),
                plain(wording.percent(line.attributableShare * 100)),
                amount(line.amounts.approved, line.currency),
                amount(line.amounts.revised, line.currency),
                amount(line.amounts.executed, line.currency),
              ],
            })),
          }}
          wording={wording}
        />
      </details>
    </Section>
  );
}
