import type {
  ActionChoices,
  ActionList,
  EvidenceList,
  InstitutionList,
  RecommendationDetail,
} from '#contracts';

import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NothingFound, askedOf } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { actsFor, mayChange, readsKept } from './action-rights.js';
import { ActionTable } from './action-table.js';
import { EvidenceForms } from './evidence-forms.js';
import { EvidenceTable } from './evidence-table.js';
import { PlanForm } from './plan-form.js';

interface Data extends Record<string, unknown> {
  readonly detail: RecommendationDetail;
  readonly actions: ActionList;
  readonly evidence: EvidenceList;
  /** For those who plan and give evidence. */
  readonly choices?: ActionChoices;
  readonly institutions?: InstitutionList;
}

/** What is done about one recommendation, and what proves it; with the forms for those who answer for it. */
export const recommendationActionsPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const id = parameters['id'] ?? '';
    const path = recommendationPath(iso3, id);
    const before = query.get('evidence');
    return {
      detail: apiUrl(language, path),
      actions: apiUrl(language, statePath(iso3, '/actions'), {
        recommendation: id,
        q: query.get('q'),
        cursor: query.get('cursor'),
      }),
      evidence: readsKept(viewer, iso3)
        ? apiUrl(language, statePath(iso3, '/evidence'), {
            recommendation: id,
            q: query.get('q'),
            cursor: before,
          })
        : apiUrl(language, `${path}/evidence`, { q: query.get('q'), cursor: before }),
      ...(actsFor(viewer, iso3) === null
        ? {}
        : {
            choices: apiUrl(language, `${path}/action-choices`),
            institutions: everyInstitution(language, iso3),
          }),
    };
  },
  show: (data, visit) => {
    const { wording } = visit;
    const { detail } = data;
    const code = wording.code(detail.code);
    return {
      documentTitle: wording.say.action.ofRecommendation.documentTitle(code),
      current: 'recommendations',
      crumbs: [
        { label: detail.state.name, path: statePath(detail.state.iso3) },
        {
          label: wording.say.recommendation.paragraph(code),
          path: recommendationPath(detail.state.iso3, detail.id),
        },
        { label: wording.say.action.section },
      ],
      today: data.actions.today,
      body: <Body data={data} visit={visit} />,
    };
  },
};

/** Those of the list whom the viewer acts for. */
export function whomFor(visit: Visit, iso3: string, all: InstitutionList): InstitutionList {
  const whom = actsFor(visit.viewer, iso3);
  return whom === 'all' ? all : { ...all, items: all.items.filter(({ code }) => code === whom) };
}

function Body({ data, visit }: { readonly data: Data; readonly visit: Visit }) {
  const { detail, actions, evidence, choices, institutions } = data;
  const { wording, address, viewer, typedInto } = visit;
  const { action: words } = wording.say;
  const { iso3 } = detail.state;
  const planAt = `${recommendationPath(iso3, detail.id)}/actions`;
  const kept = readsKept(viewer, iso3);
  const searched = askedOf(address) !== '';
  return (
    <>
      <p class="overline">
        <b>{wording.say.recommendation.label(wording.code(detail.code))}</b>
        {` ${detail.title}`}
      </p>
      <h1>{words.section}</h1>
      <p class="lede">{words.sectionWhat}</p>
      <DoneOrUndo
        visit={visit}
        words={words.page.done}
        undoable={['withdrawn']}
        of={{ kind: 'evidence', id: actedOn(address) }}
      />
      <FormProblem address={address} wording={wording} />
      {(searched || actions.items.length + evidence.items.length > 0) && <ListSearch visit={visit} />}
      <Section title={words.ofRecommendation.actions}>
        {actions.items.length === 0 && searched ? (
          <NothingFound visit={visit} />
        ) : actions.items.length === 0 ? (
          <div class="empty">
            <p>{words.none}</p>
          </div>
        ) : (
          <ActionTable items={actions.items} iso3={iso3} wording={wording} />
        )}
        <Next page={address.path} name="cursor" cursor={actions.nextCursor} visit={visit} />
        {choices && institutions && (
          <details class="change" open={typedInto(planAt).size > 0}>
            <summary>{words.ofRecommendation.plan}</summary>
            <PlanForm
              at={planAt}
              action={null}
              choices={choices}
              institutions={whomFor(visit, iso3, institutions)}
              typed={typedInto(planAt)}
              wording={wording}
            />
          </details>
        )}
      </Section>
      <div id="evidence">
        <Section title={words.ofRecommendation.evidence}>
          {evidence.items.length === 0 && searched ? (
            <NothingFound visit={visit} />
          ) : evidence.items.length === 0 ? (
            <div class="empty">
              <p>{kept ? words.noKeptEvidence : words.noEvidence}</p>
            </div>
          ) : (
            <EvidenceTable
              items={evidence.items}
              iso3={iso3}
              wording={wording}
              sought={evidence.sought}
              mayWithdraw={(entry) => mayChange(viewer, iso3, entry.institution.code)}
            />
          )}
          <Next page={address.path} name="evidence" cursor={evidence.nextCursor} visit={visit} />
        </Section>
      </div>
      {institutions && (
        <Section title={words.ofRecommendation.give}>
          <EvidenceForms
            iso3={iso3}
            recommendation={detail.id}
            action={null}
            institutions={whomFor(visit, iso3, institutions)}
            visit={visit}
          />
        </Section>
      )}
    </>
  );
}

interface NextProps {
  readonly page: string;
  readonly name: string;
  readonly cursor: string | null;
  readonly visit: Visit;
}

function Next({ page, name, cursor, visit: { wording, address } }: NextProps) {
  if (cursor === null) return null;
  return (
    <p class="pager">
      <a rel="next" href={pageUrl(wording.language, page, { q: address.query.get('q'), [name]: cursor })}>
        {wording.say.action.list.next}
      </a>
    </p>
  );
}
