import type { Answer } from '#contracts';
import { findingSentence } from '#messages';

import { UndoForm } from '../../form/undo-form.js';
import { KeptRoom } from '../../form/kept-room.js';
import { FormProblem } from '../../form/form-problem.js';
import { apiUrl, pageUrl, recommendationPath } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import { AnswerForms } from '../alert/answer-forms.js';
import type { Wording } from '../../wording/wording.js';

const PERSONAL_DATA = 'answer.personal_data';

/** What a mail's button opens: the item, why the mail came, and what can be answered. */
export const answerPage: Page<{ answer: Answer }> = {
  load: ({ language, parameters }) => ({
    answer: apiUrl(language, `/answers/${encodeURIComponent(parameters['token'] ?? '')}`),
  }),
  show: ({ answer }, { wording, address, typedInto }) => {
    const words = wording.say.people.answer;
    const action = `/answer/${encodeURIComponent(address.parameters['token'] ?? '')}`;
    const named = address.query.get('done') ?? '';
    // Who took an answer back stands before the question again.
    const done = named === 'take_back' ? '' : named;
    const typed = typedInto(action);
    const acknowledged = (typed.get('answer') ?? 'acknowledge') === 'acknowledge';
    const code = wording.code(answer.recommendation.code);
    return {
      documentTitle: words.documentTitle,
      body: (
        <>
          <p class="overline">
            <b>{wording.say.recommendation.label(code)}</b>
            {` ${answer.state.name}`}
          </p>
          <h1>
            {Object.hasOwn(wording.say.alert.forms.done, named)
              ? wording.say.alert.forms.done[named]
              : words.title(code)}
          </h1>
          <p class="lede">{answer.recommendation.title}</p>
          <p class="finding">
            <b>{findingSentence(wording.language, answer.finding.code, answer.finding.parameters)}</b>
          </p>
          <p class="note">{words.asked(answer.personName, answer.institution?.name ?? null)}</p>
          {(address.query.get('problem') !== PERSONAL_DATA || !acknowledged) && (
            <FormProblem address={address} wording={wording} />
          )}
          <UndoForm visit={{ wording, address }} action={action} />
          <Act
            answer={answer}
            done={done !== ''}
            refused={acknowledged ? refusedFor(address.query, words.personalDataKinds) : null}
            action={action}
            reason={acknowledged ? typed.get('reason') : null}
            wording={wording}
          />
          {done === '' && answer.alertState !== 'resolved' && (
            <AnswerForms
              visit={{ wording, typedInto }}
              action={action}
              alert={{ ...answer, state: answer.alertState }}
              acknowledges={false}
              keep="link"
            />
          )}
          <p class="links">
            <a
              href={pageUrl(
                wording.language,
                recommendationPath(answer.state.iso3, answer.recommendation.id),
              )}
            >
              {words.read}
            </a>
          </p>
          <p class="note">{words.expires(wording.date(answer.expiresOn))}</p>
        </>
      ),
    };
  },
  gone: ({ wording }) => ({ title: wording.say.people.answer.gone, why: wording.say.people.answer.goneWhy }),
};

interface ActProps {
  readonly answer: Answer;
  readonly done: boolean;
  /** What the message was refused for, in words; null when it was not. */
  readonly refused: readonly string[] | null;
  readonly action: string;
  /** What was typed before, if it came back. */
  readonly reason: string | null;
  readonly wording: Wording;
}

function Act({ answer, done, refused, action, reason, wording }: ActProps) {
  const words = wording.say.people.answer;
  if (answer.alertState === 'resolved') return <p>{words.settled}</p>;
  if (done) return <p>{words.doneWhat}</p>;
  if (answer.notMine) return <p>{wording.say.alert.notMine}</p>;
  if (answer.snoozedUntil !== null)
    return <p>{wording.say.alert.quietUntil(wording.date(answer.snoozedUntil))}</p>;
  if (answer.alertState === 'acknowledged') return <p>{words.alreadyDone}</p>;
  return (
    <form class="act" method="post" action={action} data-keep="link" data-keep-as="acknowledge">
      <input type="hidden" name="lang" value={wording.language} />
      <input type="hidden" name="answer" value="acknowledge" />
      {refused && (
        <p class="field-problem" id="reason-problem" role="alert">
          {words.personalData(refused)}
        </p>
      )}
      <label class="field field-wide">
        <span class="field-label">{words.reason}</span>
        <span class="field-hint" id="reason-hint">
          {words.reasonHint}
        </span>
        <textarea
          name="reason"
          rows={3}
          maxLength={500}
          value={reason ?? undefined}
          aria-describedby={refused ? 'reason-problem reason-hint' : 'reason-hint'}
          aria-invalid={refused !== null}
        />
      </label>
      <button class="button button-main" type="submit">
        {words.button}
      </button>
      <KeptRoom />
    </form>
  );
}

function refusedFor(
  query: URLSearchParams,
  kinds: Readonly<Record<string, string>>,
): readonly string[] | null {
  if (query.get('problem') !== PERSONAL_DATA) return null;
  return Object.entries(kinds)
    .filter(([kind]) => query.get('found')?.split('.').includes(kind))
    .map(([, words]) => words);
}
