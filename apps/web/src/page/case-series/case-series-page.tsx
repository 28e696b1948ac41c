import type { CaseSeriesList } from '#contracts';

import { NextPage } from '../../form/list-search.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { CaseSheet } from './case-sheet.js';
import { RateForm } from './rate-form.js';

const FACETS = ['main', 'official', 'legal_person', 'extraterritorial'] as const;
const REGIONS = ['all', 'each'] as const;
/** Each with its table and its funnel. */
const PER_PAGE = 8;
const ASKED = ['fromSeries', 'from', 'toSeries', 'to'] as const;

export const caseSeriesPage: Page<{ cases: CaseSeriesList }> = {
  load: ({ language, parameters, query }) => ({
    cases: apiUrl(language, statePath(parameters['iso3'] ?? '', '/case-series'), {
      facet: query.get('facet') ?? 'main',
      region: query.get('region') ?? 'all',
      cursor: query.get('cursor'),
      limit: PER_PAGE,
      ...Object.fromEntries(ASKED.map((name) => [name, query.get(name)])),
    }),
  }),
  show: ({ cases }, visit) => ({
    documentTitle: visit.wording.say.caseSeries.documentTitle,
    current: 'prosecutions',
    crumbs: [
      { label: visit.state?.name ?? '', path: statePath(visit.state?.iso3 ?? '') },
      {
        label: visit.wording.say.layout.prosecutions,
        path: statePath(visit.state?.iso3 ?? '', '/prosecutions'),
      },
      { label: visit.wording.say.caseSeries.documentTitle },
    ],
    body: <Cases cases={cases} visit={visit} />,
  }),
};

interface BodyProps {
  readonly cases: CaseSeriesList;
  readonly visit: Visit;
}

function Cases({ cases, visit }: BodyProps) {
  const { wording, address } = visit;
  const say = wording.say.caseSeries;
  const facet = address.query.get('facet') ?? 'main';
  return (
    <>
      <h1>{say.title}</h1>
      <p class="lede">{say.lede}</p>
      <p class="links">
        <a href={pageUrl(wording.language, statePath(address.parameters['iso3'] ?? '', '/prosecutions'))}>
          {say.toPublic}
        </a>
      </p>
      {cases.onlyOf !== null && <p>{say.onlyOwn(cases.onlyOf)}</p>}
      <Ways name="facet" codes={FACETS} words={say.facets} label={say.facetLabel} visit={visit} />
      <Ways name="region" codes={REGIONS} words={say.regions} label={say.regionLabel} visit={visit} />
      {facet !== 'main' && <p class="note">{say.apart}</p>}
      {cases.items.length === 0 ? (
        <div class="empty">
          <p>
            <b>{say.empty}</b>
          </p>
          <p>{say.emptyHint}</p>
        </div>
      ) : (
        <>
          <RateForm cases={cases} visit={visit} />
          {cases.items.map((item) => (
            <CaseSheet key={item.id} item={item} wording={wording} />
          ))}
          <NextPage visit={visit} keeps={['facet', 'region']} cursor={cases.nextCursor} />
        </>
      )}
    </>
  );
}

interface WaysProps {
  readonly name: 'facet' | 'region';
  readonly codes: readonly string[];
  readonly words: Readonly<Record<string, string>>;
  readonly label: string;
  readonly visit: Visit;
}

/** Which cases are shown, and the other ways to look; the other choice stays as it is. */
function Ways({ name, codes, words, label, visit: { wording, address } }: WaysProps) {
  const chosen = address.query.get(name) ?? codes[0];
  const other = name === 'facet' ? 'region' : 'facet';
  return (
    <nav class="cohorts" aria-label={label}>
      <span>{`${label}:`}</span>
      {codes.map((code) =>
        code === chosen ? (
          <b key={code} aria-current="true">
            {words[code]}
          </b>
        ) : (
          <a
            key={code}
            href={pageUrl(wording.language, address.path, {
              [name]: code,
              [other]: address.query.get(other),
            })}
          >
            {words[code]}
          </a>
        ),
      )}
    </nav>
  );
}
