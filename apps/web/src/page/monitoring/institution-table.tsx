import type { InstitutionComparison } from '#contracts';

import { institutionPath, pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { StatusCounts } from './status-counts.js';

type Counts = InstitutionComparison['all'];
type Row = InstitutionComparison['rows'][number];

const COLUMNS = ['led', 'due', 'on_time', 'late', 'missing', 'oldest', 'breakdowns', 'alerts'] as const;
type Column = (typeof COLUMNS)[number];

interface TableProps {
  readonly comparison: InstitutionComparison;
  readonly visit: Visit;
}

/** One row an institution; every number is an address of what it counts. */
export function InstitutionTable({ comparison, visit }: TableProps) {
  const words = visit.wording.say.comparison.institutions;
  return (
    <div class="table-room" role="region" aria-label={words.caption} tabIndex={0}>
      <table class="list stacked compared">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <SortHead by="name" comparison={comparison} visit={visit} />
            {COLUMNS.map((by) => (
              <SortHead key={by} by={by} comparison={comparison} visit={visit} />
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.rows.map((row) => (
            <tr key={row.institution?.code ?? '-'}>
              <th scope="row">
                <InstitutionName row={row} visit={visit} />
              </th>
              <Cells counts={row} code={row.institution?.code ?? '-'} comparison={comparison} visit={visit} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.all}</th>
            <Cells counts={comparison.all} code={null} comparison={comparison} visit={visit} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function InstitutionName({ row: { institution }, visit }: { readonly row: Row; readonly visit: Visit }) {
  const { wording, address } = visit;
  if (institution === null)
    return <span class="late-words">{wording.say.comparison.institutions.nobody}</span>;
  const path = institutionPath(address.parameters['iso3'] ?? '', institution.code);
  return <a href={pageUrl(wording.language, path)}>{institution.name}</a>;
}

interface HeadProps extends TableProps {
  readonly by: Column | 'name';
}

/** A link that sorts; once more, the other way round. `late` has no order of its own: it is what is neither on time nor missing. */
function SortHead({ by, comparison: { sort, year }, visit }: HeadProps) {
  const { wording, address } = visit;
  const words = wording.say.comparison.institutions;
  const name = by === 'name' ? words.institution : words[by];
  if (by === 'late')
    return (
      <th scope="col" class="number">
        {name}
      </th>
    );
  const sorted = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : undefined;
  const falls = by === 'name' ? sorted === 'ascending' : sorted !== 'descending';
  const href = pageUrl(wording.language, address.path, {
    ...(year === null ? {} : { year }),
    sort: `${falls ? '-' : ''}${by}`,
  });
  return (
    <th scope="col" class={by === 'name' || by === 'led' ? undefined : 'number'} aria-sort={sorted}>
      <a
        class="sort"
        href={`${href}#institutions`}
        title={by === 'name' ? words.sortByName(falls) : words.sortBy(name, falls)}
      >
        {name}
        {sorted !== undefined && <span aria-hidden="true">{sorted === 'descending' ? ' ▾' : ' ▴'}</span>}
      </a>
    </th>
  );
}

interface CellsProps extends TableProps {
  readonly counts: Counts;
  /** Null: of all institutions. */
  readonly code: string | null;
}

function Cells({ counts, code, comparison, visit }: CellsProps) {
  const { wording, address } = visit;
  const words = wording.say.comparison.institutions;
  const iso3 = address.parameters['iso3'] ?? '';
  const to = (path: string, query: Readonly<Record<string, string | number | null>>): string =>
    pageUrl(wording.language, statePath(iso3, path), query);
  const due = (outcome: string): string =>
    to('/monitoring/due', { institution: code, outcome, year: comparison.year });
  const number = (column: Exclude<Column, 'led' | 'breakdowns'>, value: number | null, href: string) => (
    <td class={value === null || value === 0 ? 'number without' : 'number'} data-label={words[column]}>
      {value === null || value === 0 ? (
        <span class="nothing">{value === null ? words.nothing : '0'}</span>
      ) : (
        <a class={column === 'missing' || column === 'oldest' ? 'late-words' : undefined} href={href}>
          {wording.number(value)}
        </a>
      )}
      {column === 'on_time' && counts.onTimePercent !== null && (
        <span class="second">{wording.percent(counts.onTimePercent)}</span>
      )}
    </td>
  );
  return (
    <>
      <td data-label={words.led}>
        <StatusCounts
          counts={counts.led}
          href={(status) =>
            // Of all together none: what two lead is counted twice, and what nobody leads is not.
            code === null || code === '-'
              ? null
              : to('/recommendations', { status, institution: code, role: 'lead' })
          }
          wording={wording}
        />
      </td>
      {number('due', counts.due, due(''))}
      {number('on_time', counts.onTime, due('on_time'))}
      {number('late', counts.late, due('late'))}
      {number('missing', counts.missing, due('missing'))}
      {number('oldest', counts.oldestDays, due('missing'))}
      <td
        class={(counts.breakdowns?.percent ?? null) === null ? 'number without' : 'number'}
        data-label={words.breakdowns}
      >
        {counts.breakdowns === null || counts.breakdowns.percent === null ? (
          <span class="nothing">{words.nothing}</span>
        ) : (
          <a href={to('/data-gaps', { year: comparison.breakdownYear })}>
            {words.of(counts.breakdowns.received, counts.breakdowns.asked)}
            <span class="second">{wording.percent(counts.breakdowns.percent)}</span>
          </a>
        )}
      </td>
      {number('alerts', counts.alerts, to('/alerts', { institution: code }))}
    </>
  );
}
