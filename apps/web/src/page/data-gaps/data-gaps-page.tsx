import type { DataGapsView } from '#contracts';

import { Section } from '../../layout/section.js';
import { apiUrl, indicatorPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';

type BreakdownState = DataGapsView['indicators'][number]['breakdowns'][string];
type Marks = Visit['wording']['say']['dataGap']['marks'];

/** A dimension that fewer indicators are asked for has no column of its own. */
const COLUMN_FROM = 3;
const STATES: readonly BreakdownState[] = ['received', 'zero', 'hidden', 'missing', 'not_applicable'];

export const dataGapsPage: Page<{ gaps: DataGapsView }> = {
  load: ({ language, parameters, query }) => ({
    gaps: apiUrl(language, statePath(parameters['iso3'] ?? '', '/data-gaps'), {
      year: query.get('year') ?? undefined,
    }),
  }),
  show: ({ gaps }, visit) => ({
    documentTitle: visit.wording.say.dataGap.documentTitle,
    current: 'data-gaps',
    crumbs: [
      { label: visit.state?.name ?? '', path: statePath(visit.state?.iso3 ?? '') },
      { label: visit.wording.say.dataGap.documentTitle },
    ],
    body: <DataGaps gaps={gaps} visit={visit} />,
  }),
};

interface BodyProps {
  readonly gaps: DataGapsView;
  readonly visit: Visit;
}

function DataGaps({ gaps, visit }: BodyProps) {
  const say = visit.wording.say.dataGap;
  if (gaps.asked === 0)
    return (
      <>
        <h1>{say.titleNothing}</h1>
        <p class="lede">{say.nothing}</p>
      </>
    );
  const missing = gaps.asked - gaps.received;
  return (
    <>
      <h1 class="title-sentences">
        {(gaps.year === null ? say.titleWithout(gaps.asked) : say.title(gaps.asked, missing, gaps.year))
          .split(/(?<=\.) /)
          .flatMap((sentence) => [<span key={sentence}>{sentence}</span>, ' '])}
      </h1>
      <p class="lede">{say.lede(gaps.indicators.length)}</p>
      <Years gaps={gaps} visit={visit} />
      <div class="gaps">
        <div class="gaps-matrix">
          <Key visit={visit} />
          <Matrix gaps={gaps} visit={visit} />
          <p class="note">{say.note}</p>
          <p class="links">
            <a
              href={apiUrl(
                visit.wording.language,
                statePath(visit.address.parameters['iso3'] ?? '', '/data-gaps.csv'),
                { year: gaps.year ?? undefined },
              )}
              download
            >
              {visit.wording.say.chart.downloadCsv}
            </a>
          </p>
          <Series gaps={gaps} visit={visit} />
        </div>
        <Findings gaps={gaps} visit={visit} />
      </div>
    </>
  );
}

function Years({ gaps, visit }: BodyProps) {
  const { wording, address } = visit;
  if (gaps.years.length < 2) return null;
  return (
    <nav class="cohorts" aria-label={wording.say.dataGap.year}>
      <span>{`${wording.say.dataGap.year}:`}</span>
      {gaps.years.map((year) =>
        year === gaps.year ? (
          <b key={year} aria-current="true">
            {year}
          </b>
        ) : (
          <a key={year} href={pageUrl(wording.language, address.path, { year })}>
            {year}
          </a>
        ),
      )}
    </nav>
  );
}

function Key({ visit }: { readonly visit: Visit }) {
  const { states, marks, key } = visit.wording.say.dataGap;
  return (
    <ul class="gap-key" aria-label={key}>
      {STATES.map((state) => (
        <li key={state}>
          <span class={`gap gap-${state}`} aria-hidden="true">
            {markOf(state, marks)}
          </span>
          {states[state]}
        </li>
      ))}
    </ul>
  );
}

function Matrix({ gaps, visit }: BodyProps) {
  const { wording, address } = visit;
  const say = wording.say.dataGap;
  const iso3 = address.parameters['iso3'] ?? '';
  const columns = gaps.dimensions.filter((dimension) => isColumn(dimension, gaps));
  const others = gaps.dimensions.filter((dimension) => !isColumn(dimension, gaps));
  return (
    <div class="table-room" tabIndex={0} role="region" aria-label={say.documentTitle}>
      <table class="gap-table">
        <caption>{say.caption(gaps.year === null ? '–' : String(gaps.year))}</caption>
        <thead>
          <tr>
            <th scope="col">{say.paragraph}</th>
            <th scope="col">{say.indicator}</th>
            {columns.map(({ code, name }) => (
              <th key={code} scope="col" class="gap-head">
                {name}
              </th>
            ))}
            {others.length > 0 && <th scope="col">{say.others}</th>}
            <th scope="col" class="number">
              {say.received}
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.indicators.flatMap(rowsOf).map(({ key, code, name, recommendation, reporter, ...row }) => (
            <tr key={key} class={reporter === null ? undefined : 'gap-reporter'}>
              <td class="gap-paragraph">
                {recommendation === null || reporter !== null ? '' : wording.code(recommendation)}
              </td>
              <th scope="row">
                {reporter ?? <a href={pageUrl(wording.language, indicatorPath(iso3, code))}>{name}</a>}
              </th>
              {columns.map(({ code: dimension, name: label }) => (
                <td key={dimension} class="gap-cell" data-label={label}>
                  <Breakdown state={row.breakdowns[dimension]} visit={visit} />
                </td>
              ))}
              {others.length > 0 && (
                <td class="gap-others">
                  {others
                    .filter((dimension) => dimension.code in row.breakdowns)
                    .map((dimension) => (
                      <span key={dimension.code} class="gap-other">
                        <Breakdown state={row.breakdowns[dimension.code]} visit={visit} />
                        {dimension.name}
                      </span>
                    ))}
                </td>
              )}
              <td class="number gap-total">{say.receivedOf(row.received, row.asked)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{say.all}</th>
            {columns.map(({ code, name, received, asked }) => (
              <td key={code} class="gap-sum" data-label={name}>
                {say.receivedOf(received, asked)}
              </td>
            ))}
            {others.length > 0 && <td />}
            <td class="number gap-total">{say.receivedOf(gaps.received, gaps.asked)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The indicator as a whole, and below it who has sent what, where several are asked. */
function rowsOf({ reporters, ...whole }: DataGapsView['indicators'][number]) {
  const { code } = whole;
  return [
    { ...whole, key: code, reporter: null },
    ...(reporters.length < 2 ? [] : reporters).map(({ name, ...row }) => ({
      ...{ ...whole, ...row, key: `${code} ${name ?? ''}`, reporter: name },
    })),
  ];
}

/** What is missing or not shown has no mark: it is hatched, or dotted. */
function markOf(state: BreakdownState, marks: Marks): string {
  return state === 'missing' || state === 'hidden' ? '' : marks[state];
}

/** What was not asked for stays empty: it is no gap. */
function Breakdown({ state, visit }: { readonly state: BreakdownState | undefined; readonly visit: Visit }) {
  const { states, marks } = visit.wording.say.dataGap;
  if (state === undefined) return null;
  return (
    <span class={`gap gap-${state}`}>
      <span aria-hidden="true">{markOf(state, marks)}</span>
      <span class="unseen">{states[state]}</span>
    </span>
  );
}

function isColumn({ code }: DataGapsView['dimensions'][number], { indicators }: DataGapsView): boolean {
  return indicators.filter(({ breakdowns }) => code in breakdowns).length >= COLUMN_FROM;
}

/** Completeness is a figure of its own, followed over time. */
function Series({ gaps, visit: { wording, address } }: BodyProps) {
  const say = wording.say.dataGap;
  if (gaps.series.length === 0) return null;
  const api = statePath(address.parameters['iso3'] ?? '', '/data-gaps/series');
  return (
    <Section
      title={say.series}
      aside={
        <>
          <a href={apiUrl(wording.language, `${api}.csv`)} download>
            {say.seriesCsv}
          </a>
          <a href={apiUrl(wording.language, api)}>{say.seriesJson}</a>
        </>
      }
    >
      <table class="list gap-series">
        <caption class="unseen">{say.seriesCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.year}</th>
            <th scope="col">{say.received}</th>
            <th scope="col" class="number">
              {say.percent}
            </th>
          </tr>
        </thead>
        <tbody>
          {gaps.series.map(({ year, received, asked, percent }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>
                <progress value={received} max={Math.max(asked, 1)} aria-hidden="true" />{' '}
                {say.receivedOf(received, asked)}
              </td>
              <td class="number">{percent === null ? '–' : wording.percent(percent)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">{say.seriesNote}</p>
    </Section>
  );
}

/** Dimensions that nobody reports, and how much came from whom. */
function Findings({ gaps, visit }: BodyProps) {
  const say = visit.wording.say.dataGap;
  const never = gaps.dimensions.filter(({ received, asked }) => received === 0 && asked > 0);
  return (
    <div class="gap-findings">
      {never.map(({ code, name, asked }) => (
        <p key={code}>
          <b>{say.never(name)}</b>
          <br />
          {say.neverWhy(asked)}
        </p>
      ))}
      <Section title={say.byInstitution}>
        <ul class="gap-shares">
          {gaps.institutions.map(({ name, received, asked }) => (
            <li key={name ?? ''}>
              <span>{name ?? say.nobodyReports}</span>
              <b>{say.receivedOf(received, asked)}</b>
              <progress value={received} max={Math.max(asked, 1)} aria-hidden="true" />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
