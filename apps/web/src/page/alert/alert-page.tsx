import type { AlertDetail } from '#contracts';
import { findingSentence, noticeReasonSentence } from '#messages';

import { FormDone } from '../../form/form-done.js';
import { UndoForm, isUndoable } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { mayChange } from '../action/action-rights.js';
import { isSecretariat } from '../institution/viewer-rights.js';
import { nobodysWords, roomOf, standsIn } from './alerts-page.js';
import { AlertHistory } from './alert-history.js';
import { AnswerForms } from './answer-forms.js';
import { Disclaimers } from './disclaimers.js';
import { NoticeTable } from './notice-table.js';
import { StepTable } from './step-table.js';

/** One reminder: why it is loud or silent, who was told and who was not, who comes next, and what people answered. */
export const alertPage: Page<{ detail: AlertDetail }> = {
  load: ({ language, parameters }) => ({
    detail: apiUrl(
      language,
      statePath(parameters['iso3'] ?? '', `/alerts/${encodeURIComponent(parameters['id'] ?? '')}`),
    ),
  }),
  show: ({ detail }, visit) => {
    const { wording } = visit;
    const { iso3, name } = detail.state;
    return {
      documentTitle: wording.say.alert.page.overline(wording.code(detail.alert.recommendation.code)),
      crumbs: [
        { label: name, path: statePath(iso3) },
        roomOf(visit),
        { label: wording.say.alert.list.title, path: statePath(iso3, '/alerts') },
      ],
      today: detail.today,
      body: <Body detail={detail} visit={visit} />,
    };
  },
};

function Body({ detail, visit }: { readonly detail: AlertDetail; readonly visit: Visit }) {
  const { wording, address, viewer } = visit;
  const { alert, state } = detail;
  const words = wording.say.alert;
  const owner = alert.institution?.code ?? '';
  const answers = mayChange(viewer, state.iso3, owner) && alert.state !== 'resolved';
  const put = detail.changes.find(({ kind }) => kind === 'snoozed');
  return (
    <>
      <p class="overline">{words.page.overline(wording.code(alert.recommendation.code))}</p>
      <h1>{findingSentence(wording.language, alert.finding.code, alert.finding.parameters)}</h1>
      <p class="lede">
        <a href={pageUrl(wording.language, recommendationPath(state.iso3, alert.recommendation.id))}>
          {alert.recommendation.title}
        </a>
      </p>
      {isUndoable(address) ? (
        <UndoForm visit={visit} action={`/states/${state.iso3}/alerts/${alert.alert}`} />
      ) : (
        <FormDone address={address} words={words.forms.done} />
      )}
      <FormProblem address={address} wording={wording} />
      <Section title={words.page.why}>
        <p>
          <b>{alert.institution?.name ?? nobodysWords(alert, wording)}</b>
          {`: ${standsIn(alert, wording)}`}
        </p>
        {alert.state === 'snoozed' && put && alert.snoozedUntil !== null && (
          <p>{words.snoozedBy(wording.date(alert.snoozedUntil), put.institution, put.reason)}</p>
        )}
        {alert.decision !== null && (
          <p class="note">
            {`${words.page.decision}: ${noticeReasonSentence(wording.language, alert.decision)}`}
          </p>
        )}
      </Section>
      <Disclaimers detail={detail} visit={visit} mayDecide={isSecretariat(viewer, state.iso3)} />
      {answers && (
        <Section title={words.forms.title} id="answer">
          <AnswerForms
            visit={visit}
            action={`/states/${state.iso3}/alerts/${alert.alert}`}
            acknowledges
            keep="person"
            alert={{
              state: alert.state,
              today: detail.today,
              latestSnooze: detail.latestSnooze,
              legalDate: detail.legalDate,
              notMine: alert.notMine,
              mayDisown: !isSecretariat(viewer, state.iso3),
            }}
          />
        </Section>
      )}
      <Section title={words.page.steps}>
        <StepTable detail={detail} wording={wording} />
      </Section>
      <Section title={words.page.notices}>
        <NoticeTable detail={detail} wording={wording} />
      </Section>
      <Section title={words.page.history}>
        <AlertHistory detail={detail} wording={wording} />
      </Section>
    </>
  );
}
