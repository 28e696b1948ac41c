import type { AssessmentList, AssessmentScaleList, AssessmentView, DocumentList } from '#contracts';

import { Choice } from '../../form/field.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { Assessed } from './assessed.js';
import { Scales } from './scales.js';
import { ASSESSORS } from './three-assessments.js';

type Filter = 'q' | 'assessor' | 'grade' | 'document';

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
      list: apiUrl(language, statePath(iso3, '/assessments'), {
        ...chosen(query),
        cursor: query.get('cursor'),
      }),
      scales: apiUrl(language, '/assessment-scales'),
      documents: apiUrl(language, statePath(iso3, '/documents'), { limit: 50 }),
    };
  },
  show: (data, visit) => {
    const { wording, address } = visit;
    const words = wording.say.assessment;
    const { state, items, nextCursor } = data.list;
    const filters = chosen(address.query);
    const filtered = Object.values(filters).some((value) => value !== null && value !== '');
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
          <Filters data={data} visit={visit} filtered={filtered} />
          {items.length === 0 ? (
            <div class="empty">
              <p>{filtered ? words.list.emptyFiltered : words.list.empty}</p>
            </div>
          ) : (
            <AssessmentTable items={items} iso3={state.iso3} wording={wording} />
          )}
          {nextCursor !== null && (
            <p class="pager">
              <a
                rel="next"
                href={pageUrl(wording.language, address.path, { ...filters, cursor: nextCursor })}
              >
                {words.list.next}
              </a>
            </p>
          )}
          <Scales scales={data.scales} wording={wording} />
        </>
      ),
    };
  },
};

function chosen(query: URLSearchParams): Record<Filter, string | null> {
  const of = (name: string): string | null => query.get(name) || null;
  return { q: of('q'), assessor: of('assessor'), grade: of('grade'), document: of('document') };
}

interface FiltersProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly filtered: boolean;
}

function Filters({ data, visit: { wording, address }, filtered }: FiltersProps) {
  const words = wording.say.assessment;
  const at = chosen(address.query);
  const here = pageUrl(wording.language, address.path);
  return (
    <form class="filters" method="get" action={here} role="search">
      <label class="field field-search">
        <span class="field-label">{words.list.search}</span>
        <input type="search" name="q" maxLength={300} value={at.q ?? ''} aria-describedby="q-hint" />
      </label>
      <Choice name="assessor" label={words.list.assessor}>
        <option value="">{words.list.any}</option>
        {ASSESSORS.map((assessor) => (
          <option key={assessor} value={assessor} selected={assessor === at.assessor}>
            {words.assessors[assessor]}
          </option>
        ))}
      </Choice>
      <Choice name="grade" label={words.list.grade}>
        <option value="">{words.list.any}</option>
        {gradesOf(data.scales).map(({ code, label }) => (
          <option key={code} value={code} selected={code === at.grade}>
            {label}
          </option>
        ))}
      </Choice>
      <Choice name="document" label={words.list.document}>
        <option value="">{words.list.any}</option>
        {data.documents.items.map(({ slug, shortTitle }) => (
          <option key={slug} value={slug} selected={slug === at.document}>
            {shortTitle}
          </option>
        ))}
      </Choice>
      <button class="button" type="submit">
        {words.list.apply}
      </button>
      {filtered && (
        <a class="clear" href={here}>
          {words.list.clear}
        </a>
      )}
      <p class="field-hint filters-hint" id="q-hint">
        {words.list.hint}
      </p>
    </form>
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
