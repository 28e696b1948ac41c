import type { AlertCauses } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { TrendChart } from './trend-chart.js';

const SEVERITIES = ['critical', 'warning', 'notice'] as const;

interface SectionProps {
  readonly causes: AlertCauses;
  readonly visit: Visit;
}

/** What stands open, by what was found: how grave and for how long, and how it went over the months. */
export function CauseSection({ causes, visit }: SectionProps) {
  const { wording } = visit;
  const words = wording.say.comparison.causes;
  const [first] = causes.causes;
  const rules = wording.say.operation.sweep.rules;
  return (
    <Section
      title={words.title}
      id="causes"
      aside={<a href={pageUrl(wording.language, statePath(causes.state.iso3, '/alerts'))}>{words.all}</a>}
    >
      {first === undefined ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <>
          <p class="lede">
            {words.finding(causes.total, (rules[first.rule] ?? first.rule).toLowerCase(), first.total)}
          </p>
          <CauseTable causes={causes} visit={visit} />
        </>
      )}
      <TrendChart causes={causes} visit={visit} />
    </Section>
  );
}

function CauseTable({ causes, visit }: SectionProps) {
  const { wording } = visit;
  const words = wording.say.comparison.causes;
  const rules = wording.say.operation.sweep.rules;
  const cell = (label: string, value: number, query: Readonly<Record<string, string>>) => (
    <td class={value === 0 ? 'number without' : 'number'} data-label={label} key={label}>
      {value === 0 ? (
        <span class="nothing">0</span>
      ) : (
        <a href={pageUrl(wording.language, statePath(causes.state.iso3, '/alerts'), query)}>
          {wording.number(value)}
        </a>
      )}
    </td>
  );
  return (
    <div class="table-room" role="region" aria-label={words.caption} tabIndex={0}>
      <table class="list stacked compared">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.cause}</th>
            <th scope="col" class="number">
              {words.total}
            </th>
            {SEVERITIES.map((severity) => (
              <th key={severity} scope="col" class="number">
                {words.severities[severity]}
              </th>
            ))}
            {causes.ages.map((age) => (
              <th key={age} scope="col" class="number">
                {words.ages[age]}
              </th>
            ))}
            <th scope="col">{words.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {causes.causes.map(({ rule, total, severities, byAge, oldestOn }) => (
            <tr key={rule}>
              <th scope="row">{rules[rule] ?? rule}</th>
              {cell(words.total, total, { rule })}
              {SEVERITIES.map((severity) =>
                cell(words.severities[severity] ?? severity, severities[severity], { rule, severity }),
              )}
              {causes.ages.map((age) => cell(words.ages[age] ?? age, byAge[age], { rule, age }))}
              <td class="day" data-label={words.oldest}>
                {wording.shortDate(oldestOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
