import type { AlertCauses, CommentList, CycleComparison, InstitutionComparison } from '#contracts';

import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { CauseSection } from './cause-section.js';
import { CycleSection } from './cycle-section.js';
import { Glance } from './glance.js';
import { InstitutionTable } from './institution-table.js';
import { LatestComments } from '../comments/latest-comments.js';
import { ViewSection } from '../views/view-list.js';
import { TimelinessChart } from './timeliness-chart.js';

interface Data extends Record<string, unknown> {
  readonly comparison: InstitutionComparison;
  readonly causes: AlertCauses;
  readonly cycles: CycleComparison;
  readonly comments: CommentList;
}

/** Institutions that are named in the lede, at most. */
const NAMED = 3;
const LATEST = 5;

/** The room of those who monitor: what is missing and from whom, what stands open and why, and how it went over the cycles. */
export const monitoringPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const of = (path: string): string => statePath(parameters['iso3'] ?? '', `/comparison/${path}`);
    return {
      comparison: apiUrl(language, of('institutions'), { year: query.get('year'), sort: query.get('sort') }),
      causes: apiUrl(language, of('causes')),
      cycles: apiUrl(language, of('cycles')),
      comments: apiUrl(language, statePath(parameters['iso3'] ?? '', '/comments'), { limit: LATEST }),
    };
  },
  show: (data, visit) => ({
    documentTitle: visit.wording.say.comparison.documentTitle,
    current: 'monitoring',
    crumbs: [
      { label: data.comparison.state.name, path: statePath(data.comparison.state.iso3) },
      { label: visit.wording.say.comparison.documentTitle },
    ],
    today: data.comparison.today,
    body: <Body data={data} visit={visit} />,
  }),
};

function Body({ data, visit }: { readonly data: Data; readonly visit: Visit }) {
  const { comparison, causes, cycles, comments } = data;
  const { wording, address } = visit;
  const words = wording.say.comparison;
  const { all, year, rows, sort, state } = comparison;
  const api = (path: string): string =>
    apiUrl(wording.language, statePath(state.iso3, `/comparison/${path}`), { year, sort });
  const most = missingMost(comparison, visit);
  return (
    <>
      <h1>
        {year === null
          ? words.title(all.due, all.missing, all.oldestDays)
          : words.titleOfYear(all.due, all.missing, year)}
      </h1>
      {most !== '' && <p class="lede">{words.most(most)}</p>}
      <p class="note">{words.lede}</p>
      <Glance comparison={comparison} causes={causes} cycles={cycles} visit={visit} />
      <Section title={words.institutions.title} id="institutions">
        {comparison.years.length > 1 && (
          <nav class="cohorts" aria-label={words.year}>
            <span>{`${words.year}:`}</span>
            {[null, ...comparison.years].map((one) =>
              one === year ? (
                <b key={one} aria-current="true">
                  {one ?? words.allYears}
                </b>
              ) : (
                <a
                  key={one}
                  href={`${pageUrl(wording.language, address.path, { year: one, sort })}#institutions`}
                >
                  {one ?? words.allYears}
                </a>
              ),
            )}
          </nav>
        )}
        {rows.length === 0 ? (
          <div class="empty">
            <p>{words.institutions.empty}</p>
          </div>
        ) : (
          <>
            <InstitutionTable comparison={comparison} visit={visit} />
            <p class="note">{words.institutions.howCounted}</p>
            <p class="links">
              <a href={api('institutions.csv')} download>
                {words.institutions.csv}
              </a>
              <a href={api('institutions')}>{words.institutions.json}</a>
            </p>
            <TimelinessChart comparison={comparison} visit={visit} />
          </>
        )}
      </Section>
      <CauseSection causes={causes} visit={visit} />
      <CycleSection cycles={cycles} visit={visit} />
      <LatestComments comments={comments} visit={visit} />
      <ViewSection visit={visit} />
    </>
  );
}

/** `Judiciary (2), Interior (1)`: from whom most is missing, whatever the table is sorted by. */
function missingMost({ rows }: InstitutionComparison, { wording }: Visit): string {
  return rows
    .filter(({ missing }) => missing > 0)
    .sort((one, other) => other.missing - one.missing || (other.oldestDays ?? 0) - (one.oldestDays ?? 0))
    .slice(0, NAMED)
    .map(({ institution, missing }) =>
      [institution?.name ?? wording.say.comparison.institutions.nobody, `(${wording.number(missing)})`].join(
        ' ',
      ),
    )
    .join(', ');
}
