import type { AssessmentList, AssessmentScaleList, AssessmentView, DocumentList } from '#contracts';

import { Choice } from '../../form/field.js';
import {
  ListSearch,
  NextPage,
  NothingFound,
  askedOf,
  isNarrowed,
  listQuery,
} from '../../form/list-search.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { Assessed } from './assessed.js';
import { Scales } from './scales.js';
import { ASSESSORS } from './three-assessments.js';

const FILTERS = ['assessor', 'grade', 'document'] as const;

interface Data extends Record<string, unknown> {
  readonly list: AssessmentList;
  readonly scales: AssessmentScaleList;
  readonly documents: DocumentList;
}

/** Every published assessment of a State. */
export const assessmentsPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/assessments'), listQuery(query, FILTERS)),
      scales: apiUrl(language, '/assessment-scales'),
      documents: apiUrl(language, statePath(iso3, '/documents'), { limit: 50 }),
    };
  },
  show: (data, visit) => {
    const { wording, address } = visit;
    const words = wording.say.assessment;
    const { state, items, nextCursor } = data.list;
    return {
      documentTitle: words.list.documentTitle,
      crumbs: [{ label: state.name, path: statePath(state.iso3) }, { label: words.list.documentTitle }],
      body: (
        <>
          <h1>{words.list.title(state.name)}</h1>
          <p class="lede">{words.list.lede}</p>
          <p class="links">
            <a href={pageUrl(wording.language, statePath(state.iso3, '/overrides'))}>{words.overridesLink}</a>
            <a href="#scales">{words.scales.title}</a>
          </p>
          <Filters data={data} visit={visit} />
          {items.length === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} keeps={FILTERS} />
          ) : items.length === 0 ? (
            <div class="empty">
              <p>{isNarrowed(address, FILTERS) ? words.list.emptyFiltered : words.list.empty}</p>
            </div>
          ) : (
            <AssessmentTable items={items} iso3={state.iso3} wording={wording} />
          )}
          <NextPage visit={visit} cursor={nextCursor} keeps={FILTERS} />
          <Scales scales={data.scales} wording={wording} />
        </>
      ),
    };
  },
};

interface FiltersProps {
  readonly data: Data;
  readonly visit: Visit;
}

function Filters({ data, visit }: FiltersProps) {
  const { wording, address } = visit;
  const words = wording.say.assessment;
  const at = (name: (typeof FILTERS)[number]): string | null => address.query.get(name);
  return (
    <ListSearch visit={visit} narrows={FILTERS}>
      <Choice name="assessor" label={words.list.assessor}>
        <option value="">{words.list.any}</option>
        {ASSESSORS.map((assessor) => (
          <option key={assessor} value={assessor} selected={assessor === at('assessor')}>
            {words.assessors[assessor]}
          </option>
        ))}
      </Choice>
      <Choice name="grade" label={words.list.grade}>
        <option value="">{words.list.any}</option>
        {gradesOf(data.scales).map(({ code, label }) => (
          <option key={code} value={code} selected={code === at('grade')}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="document" label={words.list.document}>
        <option value="">{words.list.any}</option>
        {data.documents.items.map(({ slug, shortTitle }) => (
          <option key={slug} value={slug} selected={slug === at('document')}>
            {shortTitle}
          </option>
        ))}
      </Choice>
    </ListSearch>
  );
}

/** A letter stands once: which scale it belongs to is said where it was given. */
function gradesOf({ items }: AssessmentScaleList): { code: string; label: string }[] {
  const labels = new Map<string, string>();
  for (const { grades } of items)
    for (const { code, name } of grades)
      if (!labels.has(code)) labels.set(code, /^[A-E][12]?$/.test(code) ? code : name);
  return [...labels].map(([code, label]) => ({ code, label }));
}

interface TableProps {
  readonly items: readonly AssessmentView[];
  readonly iso3: string;
  readonly wording: Wording;
}

function AssessmentTable({ items, iso3, wording }: TableProps) {
  const words = wording.say.assessment;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.list.what}</th>
          <th scope="col">{words.list.assessor}</th>
          <th scope="col">{words.list.said}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((assessment) => (
          <tr key={assessment.id}>
            <td class="what">
              <a
                href={pageUrl(
                  wording.language,
                  `${recommendationPath(iso3, assessment.recommendation.id)}/assessments`,
                )}
              >
                {wording.code(assessment.recommendation.code)}
              </a>
              <span class="second">{assessment.recommendation.title}</span>
            </td>
            <td data-label={words.list.assessor}>{words.assessors[assessment.assessor]}</td>
            <td>
              <Assessed assessment={assessment} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
