import type { ComponentChildren } from 'preact';

import type {
  ActionList,
  EvidenceList,
  InstitutionList,
  ItemAssessments,
  PublishedRequests,
  PlainTextList,
  RecommendationDetail,
  ResponsibilityList,
  StatementList,
} from '#contracts';
import { statusSentence } from '#messages';

import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { StatusWord } from '../../status/status-word.js';
import { apiUrl, documentPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { FollowTopic, feedOf } from '../../topic/follow-topic.js';
import type { NamedTopic } from '../../topic/follow-topic.js';
import type { Wording } from '../../wording/wording.js';
import { DecisionNotice } from '../assessments/decision-words.js';
import { ThreeAssessments } from '../assessments/three-assessments.js';
import { ActionsSection } from './actions-section.js';
import { AlsoInUhri } from './also-in-uhri.js';
import { CycleChain, CycleNotice } from './cycle-notice.js';
import { DatesTable } from './dates-table.js';
import { IndicatorLinks } from './indicator-links.js';
import { IndicatorCharts } from './indicator-charts.js';
import { IndicatorTracks } from './indicator-tracks.js';
import { contributionsPath } from '../submissions/submission-words.js';
import { isSecretariat } from '../institution/viewer-rights.js';
import { RequestsSection } from '../requests/published-requests.js';
import { asksFormally } from '../requests/request-rights.js';
import { ItemStatements } from '../statements/item-statements.js';
import { PlainTextForms } from './plain-text-forms.js';
import { Quotation } from './quotation.js';
import { ResponsibleForms } from './responsible-forms.js';
import { WhatItIsAbout, isConfirmedBeyondTheme } from './what-it-is-about.js';
import { WhoMustAct } from './who-must-act.js';

interface Data extends Record<string, unknown> {
  readonly detail: RecommendationDetail;
  readonly assessments: ItemAssessments;
  readonly actions: ActionList;
  readonly evidence: EvidenceList;
  readonly requests: PublishedRequests;
  readonly statements: StatementList;
  /** For the secretariat, who changes it. */
  readonly standing?: ResponsibilityList;
  readonly institutions?: InstitutionList;
  readonly texts?: PlainTextList;
}

export const recommendationPage: Page<Data> = {
  load: ({ language, parameters }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    const path = recommendationPath(iso3, parameters['id'] ?? '');
    return {
      detail: apiUrl(language, path),
      assessments: apiUrl(language, `${path}/assessments`),
      actions: apiUrl(language, statePath(iso3, '/actions'), { recommendation: parameters['id'], limit: 5 }),
      evidence: apiUrl(language, `${path}/evidence`, { limit: 5 }),
      requests: apiUrl(language, `${path}/information-requests`),
      statements: apiUrl(language, statePath(iso3, '/statements'), {
        recommendation: parameters['id'],
        limit: 5,
      }),
      ...(isSecretariat(viewer, iso3)
        ? {
            standing: apiUrl(language, `${path}/responsibilities`),
            institutions: everyInstitution(language, iso3),
            texts: apiUrl(language, `${path}/plain-texts`),
          }
        : {}),
    };
  },
  show: ({ detail, assessments, actions, evidence, requests, statements, ...more }, visit) => ({
    documentTitle: `${visit.wording.code(detail.code)} ${detail.title}`,
    current: 'recommendations',
    crumbs: [
      { label: detail.state.name, path: statePath(detail.state.iso3) },
      {
        label: detail.documentView.shortTitle,
        path: documentPath(detail.state.iso3, detail.documentView.slug),
      },
      { label: visit.wording.say.recommendation.paragraph(visit.wording.code(detail.code)) },
    ],
    today: detail.today,
    feed: feedOf({ topic: topicOf(detail, visit.wording), iso3: detail.state.iso3, wording: visit.wording }),
    body: (
      <RecommendationBody
        detail={detail}
        assessments={assessments}
        publicUrl={visit.publicUrl}
        wording={visit.wording}
        history={mayReadHistory(visit.viewer)}
        done={
          <>
            <ActionsSection detail={detail} actions={actions} evidence={evidence} wording={visit.wording} />
            <RequestsSection
              requests={requests}
              ask={asksFormally(visit.viewer, detail.state.iso3) ? detail : null}
              wording={visit.wording}
            />
            <ItemStatements statements={statements} detail={detail} visit={visit} />
          </>
        }
        told={
          <>
            <DoneOrUndo
              visit={visit}
              words={{
                ...visit.wording.say.institution.responsible.done,
                ...visit.wording.say.plainText.done,
              }}
              undoable={['ended']}
              of={{ kind: 'responsibility', id: actedOn(visit.address) }}
            />
            <FormProblem address={visit.address} wording={visit.wording} />
          </>
        }
        plainForms={more.texts && <PlainTextForms detail={detail} texts={more.texts} visit={visit} />}
        forms={
          more.standing &&
          more.institutions && (
            <ResponsibleForms
              detail={detail}
              standing={more.standing}
              institutions={more.institutions}
              visit={visit}
            />
          )
        }
      />
    ),
  }),
};

function topicOf({ id, code, title }: RecommendationDetail, wording: Wording): NamedTopic {
  return { kind: 'recommendation', key: id, name: `${wording.code(code)} ${title}` };
}

/** Whose name stands behind a change is for those who answer for the record. The API decides; this only hides a dead end. */
function mayReadHistory(viewer: Visit['viewer']): boolean {
  return viewer?.role === 'secretariat' || viewer?.role === 'ombudsperson';
}

function RecommendationBody({
  detail,
  assessments,
  publicUrl,
  wording,
  history,
  told,
  forms,
  plainForms,
  done,
}: {
  readonly detail: RecommendationDetail;
  readonly assessments: ItemAssessments;
  readonly publicUrl: string;
  readonly wording: Wording;
  readonly history: boolean;
  /** What a form that was sent has done. */
  readonly told: ComponentChildren;
  readonly forms: ComponentChildren;
  /** With which the secretariat says it plainly. */
  readonly plainForms: ComponentChildren;
  /** What institutions do about it. */
  readonly done: ComponentChildren;
}) {
  const { say, language } = wording;
  const words = say.recommendation;
  const demonstrated = [...detail.data, ...detail.budget, ...detail.prosecutions].some(
    ({ newest }) => newest?.source.demonstration === true,
  );
  return (
    <article>
      <div class="opening opening-item">
        <div class="opening-main">
          <p class="overline">
            <b>{words.label(wording.code(detail.code))}</b>
            {detail.theme && ` ${detail.theme.name}`}
          </p>
          <h1>{detail.title}</h1>
        </div>
        <div class="status-room">
          <p class="status-large">
            <StatusWord status={detail.status} language={language} size={22} />
          </p>
          <p class="note">
            {[
              detail.statusSince === null ? '' : say.status.since(wording.date(detail.statusSince)),
              statusSentence(language, detail.statusReason.code, detail.statusReason.parameters),
            ]
              .filter((part) => part !== '')
              .join(' ')}
          </p>
        </div>
      </div>
      {told}
      <DecisionNotice reading={assessments} wording={wording} />
      <CycleNotice detail={detail} wording={wording} />
      <Quotation detail={detail} wording={wording} />
      {plainForms && (
        <Section title={say.plainText.forms.title} id="plain">
          {plainForms}
        </Section>
      )}
      {isConfirmedBeyondTheme(detail) && (
        <Section title={say.classification.public.title} aside={say.classification.public.note}>
          <WhatItIsAbout detail={detail} wording={wording} />
        </Section>
      )}
      <Section title={words.whoMustAct}>
        <WhoMustAct detail={detail} wording={wording} />
      </Section>
      {forms && <Section title={say.institution.responsible.title}>{forms}</Section>}
      <Section title={words.dates}>
        <DatesTable detail={detail} wording={wording} />
      </Section>
      {done}
      <Section title={words.indicators} aside={demonstrated ? words.allValuesDemonstration : undefined}>
        <IndicatorCharts detail={detail} publicUrl={publicUrl} wording={wording} />
        <IndicatorTracks detail={detail} wording={wording} />
        {forms && <IndicatorLinks detail={detail} wording={wording} />}
      </Section>
      <Section title={say.assessment.section} aside={say.assessment.sectionAside}>
        <ThreeAssessments reading={assessments} wording={wording} />
      </Section>
      <p class="links">
        <a href={pageUrl(language, `${recommendationPath(detail.state.iso3, detail.id)}/assessments`)}>
          {say.assessment.allOfItem}
        </a>
        <a href={pageUrl(language, contributionsPath(detail.state.iso3, detail.id))}>
          {say.submission.contributions.link}
        </a>
        {history && (
          <a href={pageUrl(language, `${recommendationPath(detail.state.iso3, detail.id)}/history`)}>
            {say.history.link}
          </a>
        )}
      </p>
      <FollowTopic topic={topicOf(detail, wording)} iso3={detail.state.iso3} wording={wording} />
      <AlsoInUhri detail={detail} wording={wording} />
      <CycleChain detail={detail} wording={wording} />
      <Siblings detail={detail} wording={wording} />
      <nav class="neighbours" aria-label={say.layout.recommendations}>
        {detail.previous && (
          <a rel="prev" href={pageUrl(language, recommendationPath(detail.state.iso3, detail.previous.id))}>
            {words.previous(wording.code(detail.previous.code))}
          </a>
        )}
        {detail.next && (
          <a rel="next" href={pageUrl(language, recommendationPath(detail.state.iso3, detail.next.id))}>
            {words.next(wording.code(detail.next.code))}
          </a>
        )}
      </nav>
    </article>
  );
}

function Siblings({ detail, wording }: { readonly detail: RecommendationDetail; readonly wording: Wording }) {
  if (detail.siblings.length === 0) return null;
  return (
    <Section title={wording.say.recommendation.siblings}>
      <ul class="siblings">
        {detail.siblings.map((sibling) => (
          <li key={sibling.id}>
            <span class="code">{wording.code(sibling.code)}</span>
            <a href={pageUrl(wording.language, recommendationPath(detail.state.iso3, sibling.id))}>
              {sibling.title}
            </a>
            <StatusWord status={sibling.status} language={wording.language} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
