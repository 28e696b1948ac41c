import type { ActionDetail, ActionView, EvidenceList, InstitutionList } from '#contracts';

import { DoneOrUndo } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { ActionFacts } from './action-facts.js';
import { actsFor, mayChange, readsKept } from './action-rights.js';
import { ChangeForms } from './action-change-forms.js';
import { EvidenceForms } from './evidence-forms.js';
import { EvidenceTable } from './evidence-table.js';
import { whomFor } from './recommendation-actions-page.js';

interface Data extends Record<string, unknown> {
  readonly detail: ActionDetail;
  /** For those who read private evidence too. */
  readonly kept?: EvidenceList;
  readonly institutions?: InstitutionList;
}

/** One action: its plan, where it stands, what proves it; with the forms for those who answer for it. */
export const actionPage: Page<Data> = {
  load: ({ language, parameters }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const id = parameters['id'] ?? '';
    return {
      detail: apiUrl(language, statePath(iso3, `/actions/${encodeURIComponent(id)}`)),
      ...(readsKept(viewer, iso3)
        ? { kept: apiUrl(language, statePath(iso3, '/evidence'), { action: id }) }
        : {}),
      ...(actsFor(viewer, iso3) === null ? {} : { institutions: everyInstitution(language, iso3) }),
    };
  },
  show: (data, visit) => {
    const { wording, address, state } = visit;
    const iso3 = address.parameters['iso3'] ?? '';
    const { action } = data.detail;
    return {
      documentTitle: titleOf(action),
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        {
          label: wording.say.recommendation.paragraph(wording.code(action.recommendation.code)),
          path: recommendationPath(iso3, action.recommendation.id),
        },
        {
          label: wording.say.action.section,
          path: `${recommendationPath(iso3, action.recommendation.id)}/actions`,
        },
      ],
      today: data.detail.today,
      body: <Body data={data} visit={visit} iso3={iso3} />,
    };
  },
};

function titleOf(action: ActionView): string {
  return action.title.map(({ text }) => text).join('');
}

interface BodyProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ data: { detail, kept, institutions }, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const { action } = detail;
  const { action: words } = wording.say;
  const mine = mayChange(viewer, iso3, action.institution.code);
  return (
    <>
      <p class="overline">{words.page.overline(wording.code(action.recommendation.code))}</p>
      <h1 lang={action.language}>{titleOf(action)}</h1>
      <DoneOrUndo
        visit={visit}
        words={words.page.done}
        undoable={['done', 'reopened', 'cancelled']}
        of={{ kind: 'action', id: action.id }}
      />
      <FormProblem address={address} wording={wording} />
      <Section title={words.page.plan}>
        <ActionFacts action={action} iso3={iso3} wording={wording} />
      </Section>
      {mine && institutions && action.cancelledOn === null && (
        <ChangeForms
          detail={detail}
          visit={visit}
          iso3={iso3}
          institutions={whomFor(visit, iso3, institutions)}
        />
      )}
      <div id="evidence">
        <Section title={words.ofRecommendation.evidence}>
          {kept === undefined ? (
            <p>
              <a
                href={pageUrl(
                  wording.language,
                  `${recommendationPath(iso3, action.recommendation.id)}/actions#evidence`,
                )}
              >
                {action.evidence === 0 ? words.noEvidence : words.more}
              </a>
            </p>
          ) : kept.items.length === 0 ? (
            <div class="empty">
              <p>{words.noKeptEvidence}</p>
            </div>
          ) : (
            <EvidenceTable
              items={kept.items}
              iso3={iso3}
              wording={wording}
              onAction={action.id}
              mayWithdraw={(entry) => mayChange(viewer, iso3, entry.institution.code)}
            />
          )}
          {institutions && action.cancelledOn === null && (
            <EvidenceForms
              iso3={iso3}
              recommendation={action.recommendation.id}
              action={action.id}
              institutions={whomFor(visit, iso3, institutions)}
              visit={visit}
            />
          )}
        </Section>
      </div>
    </>
  );
}
