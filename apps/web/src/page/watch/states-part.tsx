import type { StateWatch } from '#contracts';

import { pageUrl, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { instantWords } from './instant-words.js';

interface StatesProps {
  readonly states: readonly StateWatch[];
  readonly wording: Wording;
}

/** Of each State: the last sweep and the next, what waits, and the way to a hand. */
export function StatesPart({ states, wording }: StatesProps) {
  const words = wording.say.operation.states;
  if (states.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.last}</th>
          <th scope="col">{words.next}</th>
          <th scope="col">{words.backlog}</th>
          <th scope="col">{words.letters}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <tr key={state.state}>
            <td class="what">
              <b class="code">{state.state}</b>
              <span class="second">
                <a
                  href={pageUrl(wording.language, statePath(state.state, '/sweep'))}
                  aria-label={words.actOf(state.state)}
                >
                  {words.act}
                </a>
              </span>
            </td>
            <td data-label={words.last}>
              <Last state={state} wording={wording} />
            </td>
            <td data-label={words.next}>
              {state.next.due ? <b class="late-words">{words.due}</b> : wording.shortDate(state.next.on)}
            </td>
            <td data-label={words.backlog}>
              <Backlog backlog={state.backlog} wording={wording} />
            </td>
            <td data-label={words.letters}>
              <a
                href={pageUrl(wording.language, statePath(state.state, '/dead-letters'))}
                aria-label={words.lettersOf(state.state, lettersOf(state, wording))}
              >
                {lettersOf(state, wording)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Also where none waits: those that were set aside stand behind it. */
function lettersOf({ deadLetters }: StateWatch, wording: Wording): string {
  return deadLetters === 0 ? wording.say.operation.states.noLetters : wording.number(deadLetters);
}

function Last({
  state: { last, unfinished },
  wording,
}: {
  readonly state: StateWatch;
  readonly wording: Wording;
}) {
  const words = wording.say.operation.states;
  const number = (name: string): string => wording.number(last?.counts[name] ?? 0);
  return (
    <>
      {last === null ? (
        words.never
      ) : (
        <>
          {instantWords(wording, last.finishedAt)}
          <span class="second">
            {[
              words.took(wording.number(last.seconds, 1)),
              words.result(number('alertsOpened'), number('alertsResolved'), number('noticesWritten')),
            ].join(', ')}
          </span>
        </>
      )}
      {unfinished !== null && (
        <span class="second">
          <b class="late-words">
            {words.unfinished(wording.shortDate(unfinished.sweptOn), unfinished.attempts)}
          </b>
          {unfinished.failure !== null && ` (${words.failure(unfinished.failure)})`}
        </span>
      )}
    </>
  );
}

interface BacklogProps {
  readonly backlog: StateWatch['backlog'];
  readonly wording: Wording;
}

function Backlog({ backlog, wording }: BacklogProps) {
  const words = wording.say.operation.states;
  const { notices, oldestNoticeOn, messages, oldestMessageAt } = backlog;
  if (notices === 0 && messages === 0) return <>{words.nothingWaits}</>;
  return (
    <>
      {notices > 0 && words.notices(notices)}
      {notices > 0 && oldestNoticeOn !== null && (
        <span class="second">{words.oldest(wording.shortDate(oldestNoticeOn))}</span>
      )}
      {messages > 0 && <span>{words.messages(messages)}</span>}
      {messages > 0 && oldestMessageAt !== null && (
        <span class="second">{words.oldest(instantWords(wording, oldestMessageAt))}</span>
      )}
    </>
  );
}
