import type { AlertDetail } from '#contracts';

import type { Wording } from '../../wording/wording.js';

type Change = AlertDetail['changes'][number];

interface HistoryProps {
  readonly detail: AlertDetail;
  readonly wording: Wording;
}

/** Every step with who and why, the newest first. */
export function AlertHistory({ detail, wording }: HistoryProps) {
  return (
    <ul class="entries">
      {detail.changes.map((change) => (
        <li key={change.id}>
          <b>{wording.shortDate(change.on)}</b>
          {` ${whatIn(change, wording)}`}
          {whyIn(change, wording) !== null && <span class="second">{whyIn(change, wording)}</span>}
        </li>
      ))}
    </ul>
  );
}

function whatIn({ kind, by, byWatch, institution, until, addressee }: Change, wording: Wording): string {
  const words = wording.say.alert.page;
  const who = byWatch ? words.byTheWatch : [by ?? words.aPerson, institution].filter(Boolean).join(', ');
  return [
    `${who}: ${words.kinds[kind] ?? kind}`,
    until === null ? '' : words.until(wording.date(until)),
    addressee === null ? '' : words.to(wording.say.people.addressees[addressee] ?? addressee),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Codes of the watch in words where they say something; of people, what they wrote. */
function whyIn({ kind, byWatch, reason }: Change, wording: Wording): string | null {
  if (!byWatch) return reason === kind ? null : `“${reason}”`;
  return kind === 'escalated' ? (wording.say.people.escalations[reason] ?? reason) : null;
}
