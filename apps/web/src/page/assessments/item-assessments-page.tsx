import type { AssessmentList, AssessmentScaleList, AssessmentView, ItemAssessments } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { isSecretariat, watchesState } from '../institution/viewer-rights.js';
import { Assessed } from './assessed.js';
import { AssessmentForm } from './assessment-form.js';
import { DecisionForms } from './decision-forms.js';
import { DecisionHistory, DecisionNotice } from './decision-words.js';
import { Scales } from './scales.js';
import { ThreeAssessments } from './three-assessments.js';

interface Data extends Record<string, unknown> {
  readonly reading: ItemAssessments;
  readonly scales: AssessmentScaleList;
  /** For the ombudsperson: the office's own, confidential ones too. */
  readonly own?: AssessmentList;
}

/** What is said of one recommendation, what was decided, and the forms of those who say and decide. */
export const itemAssessmentsPage: Page<Data> = {
  load: ({ language, parameters }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const id = parameters['id'] ?? '';
    const path = recommendationPath(iso3, id);
    const watches = watchesState(viewer, iso3);
    return {
      reading: apiUrl(language, `${path}/${watches ? 'implementation' : 'assessments'}`),
      scales: apiUrl(language, '/assessment-scales'),
      ...(watches && !isSecretariat(viewer, iso3)
        ? {
            own: apiUrl(language, statePath(iso3, '/ombudsperson-assessments'), {
              recommendation: id,
              limit: 100,
            }),
          }
        : {}),
    };
  },
  show: (data, visit) => {
    const { wording } = visit;
    const { state, recommendation, today } = data.reading;
    const code = wording.code(recommendation.code);
    const words = wording.say.assessment;
    return {
      documentTitle: words.item.documentTitle(code),
      current: 'recommendations',
      crumbs: [
        { label: state.name, path: statePath(state.iso3) },
        {
          label: wording.say.recommendation.label(code),
          path: recommendationPath(state.iso3, recommendation.id),
        },
        { label: words.list.documentTitle },
      ],
      today,
      body: <Body data={data} visit={visit} />,
    };
  },
};

function Body({ data: { reading, scales, own }, visit }: { readonly data: Data; readonly visit: Visit }) {
  const { wording, address, viewer } = visit;
  const words = wording.say.assessment;
  const { state, recommendation } = reading;
  const secretariat = isSecretariat(viewer, state.iso3);
  const standing = (from: readonly AssessmentView[], assessor: string): number[] =>
    from.filter((one) => one.assessor === assessor && one.supersededBy === null).map(({ id }) => id);
  const forms = { reading, scales, visit };
  return (
    <>
      <h1>{words.item.title(wording.code(recommendation.code))}</h1>
      <p class="lede">{recommendation.title}</p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <DecisionNotice reading={reading} wording={wording} />
      <Section title={words.section} aside={words.sectionAside}>
        <ThreeAssessments reading={reading} wording={wording} earlier />
        {secretariat && (
          <>
            <AssessmentForm assessor="state" standing={standing(reading.assessments, 'state')} {...forms} />
            <AssessmentForm
              assessor="committee"
              standing={standing(reading.assessments, 'committee')}
              {...forms}
            />
          </>
        )}
      </Section>
      {own && (
        <Section title={words.item.own}>
          {own.items.length === 0 && <p class="quiet">{words.item.ownEmpty}</p>}
          {own.items.map((assessment) => (
            <Assessed key={assessment.id} assessment={assessment} wording={wording}>
              <OwnForms assessment={assessment} iso3={state.iso3} visit={visit} />
            </Assessed>
          ))}
          <AssessmentForm assessor="ombudsperson" standing={standing(own.items, 'ombudsperson')} {...forms} />
        </Section>
      )}
      <Section title={words.item.decisions}>
        <DecisionHistory reading={reading} wording={wording} />
        {secretariat && <DecisionForms reading={reading} visit={visit} />}
      </Section>
      <p class="links">
        <a href={pageUrl(wording.language, statePath(state.iso3, '/assessments'))}>{words.allOfState}</a>
        <a href={pageUrl(wording.language, statePath(state.iso3, '/overrides'))}>{words.overridesLink}</a>
      </p>
      <Scales scales={scales} wording={wording} />
    </>
  );
}

interface OwnFormsProps {
  readonly assessment: AssessmentView;
  readonly iso3: string;
  readonly visit: Visit;
}

/** What the ombudsperson may still do: publish what is confidential, withdraw what is public. */
function OwnForms({ assessment, iso3, visit: { wording } }: OwnFormsProps) {
  const words = wording.say.assessment.form;
  const at = statePath(iso3, `/assessments/${assessment.id}`);
  const hidden = (
    <>
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="recommendation" value={assessment.recommendation.id} />
    </>
  );
  const label = wording.say.assessment.number(String(assessment.id));
  if (assessment.publishedOn === null)
    return assessment.supersededBy === null ? (
      <details class="change">
        <summary aria-label={`${words.publish}: ${label}`}>{words.publish}</summary>
        <form class="act" method="post" action={`${at}/publish`}>
          {hidden}
          <p class="note">{words.publishWhat}</p>
          <button class="button button-main" type="submit">
            {words.publish}
          </button>
        </form>
      </details>
    ) : null;
  if (assessment.withdrawnOn !== null) return null;
  return (
    <details class="change">
      <summary aria-label={`${words.withdraw}: ${label}`}>{words.withdraw}</summary>
      <form class="act" method="post" action={`${at}/withdraw`}>
        {hidden}
        <label class="field">
          <span class="field-label">{words.withdrawReason}</span>
          <span class="field-hint">{words.withdrawHint}</span>
          <textarea name="reason" rows={2} maxLength={500} required />
        </label>
        <button class="button" type="submit">
          {words.withdraw}
        </button>
      </form>
    </details>
  );
}
