import type { LastReminder as Reminder } from '#contracts';
import { noticeReasonSentence } from '#messages';

import { waitSentence } from '../mail-rhythm/wait-sentence.js';
import type { Wording } from '../../wording/wording.js';

type Outcome = NonNullable<Reminder>['outcome'];

/** How each outcome looks beside its word: a sign, and a tone for what needs a hand. */
const SIGNS: Readonly<Record<Outcome, { readonly sign: string; readonly tone: string }>> = {
  pending: { sign: '…', tone: 'calm' },
  accepted: { sign: '✓', tone: 'calm' },
  temporary: { sign: '◷', tone: 'risk' },
  permanent: { sign: '✕', tone: 'overdue' },
  returned: { sign: '✕', tone: 'overdue' },
  in_doubt: { sign: '?', tone: 'risk' },
  superseded: { sign: '→', tone: 'calm' },
  dead: { sign: '✕', tone: 'overdue' },
  not_sent: { sign: '⋯', tone: 'overdue' },
};

/** Why nobody was told although somebody should have been: other reasons are how it is meant. */
const NOBODY_TOLD: ReadonlySet<string> = new Set(['no_owner', 'unreachable']);

interface LastReminderProps {
  readonly lastReminder: Reminder;
  /** Named reason of the newest decision to send or not. */
  readonly decision: string | null;
  readonly wording: Wording;
}

/** What became of the last reminder, and the newest decision to send or not. */
export function LastReminder({ lastReminder, decision, wording }: LastReminderProps) {
  const words = wording.say.people.docket;
  const outcome: Outcome = lastReminder?.outcome ?? 'not_sent';
  const reason = decision ?? lastReminder?.reason;
  const { sign } = SIGNS[outcome];
  const isMeant = outcome === 'not_sent' && reason !== undefined && !NOBODY_TOLD.has(reason);
  const tone = isMeant ? 'calm' : SIGNS[outcome].tone;
  const word = lastReminder === null ? words.neverSent : words.outcomes[outcome];
  const day = lastReminder?.sentOn ? ` ${wording.shortDate(lastReminder.sentOn)}` : '';
  return (
    <>
      <b class={`delivery delivery-${tone}`}>
        <span class="delivery-sign" aria-hidden="true">
          {sign}
        </span>
        {`${word}${day}`}
      </b>
      <span class="second">
        {[
          reason === undefined ? '' : noticeReasonSentence(wording.language, reason),
          lastReminder?.waits ? waitSentence(lastReminder.waits, wording) : '',
          lastReminder && lastReminder.attempts > 1 ? words.attempts(lastReminder.attempts) : '',
        ]
          .filter((part) => part !== '')
          .join(', ')}
      </span>
    </>
  );
}
