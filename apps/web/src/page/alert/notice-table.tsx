import type { AlertDetail } from '#contracts';
import { noticeReasonSentence } from '#messages';

import { waitSentence } from '../mail-rhythm/wait-sentence.js';
import type { Wording } from '../../wording/wording.js';
import { noticeRuns } from './notice-runs.js';

type Notice = AlertDetail['notices'][number];

interface TableProps {
  readonly detail: AlertDetail;
  readonly wording: Wording;
}

/** Why did I get this, and why did nobody: for each person and day, with what became of the mail. */
export function NoticeTable({ detail, wording }: TableProps) {
  const words = wording.say.alert.page;
  if (detail.notices.length === 0)
    return (
      <div class="empty">
        <p>{words.noNotices}</p>
      </div>
    );
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.rung}</th>
          <th scope="col">{words.reason}</th>
          <th scope="col">{words.mail}</th>
        </tr>
      </thead>
      <tbody>
        {noticeRuns(detail.notices).map(({ folded, notices }) =>
          folded ? (
            <Folded key={notices[0]?.id} notices={notices} wording={wording} />
          ) : (
            notices.map((notice) => <Line key={notice.id} notice={notice} wording={wording} />)
          ),
        )}
      </tbody>
    </table>
  );
}

function Line({ notice, wording }: { readonly notice: Notice; readonly wording: Wording }) {
  const words = wording.say.alert.page;
  return (
    <tr>
      <td>{notice.person ?? words.aPerson}</td>
      <td class="day" data-label={words.rung}>
        {wording.shortDate(notice.on)}
        <span class="second">{rungIn(notice, wording)}</span>
      </td>
      <td data-label={words.reason}>{noticeReasonSentence(wording.language, notice.reason)}</td>
      <td data-label={words.mail}>
        {wording.say.people.docket.outcomes[notice.delivery]}
        {notice.waits !== null && <span class="second">{waitSentence(notice.waits, wording)}</span>}
        {notice.mailedOn !== null && (
          <span class="second">
            {[
              wording.shortDate(notice.mailedOn),
              notice.attempts > 1 ? wording.say.people.docket.attempts(notice.attempts) : '',
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Days on which nobody was told, in one line that opens. */
function Folded({ notices, wording }: { readonly notices: readonly Notice[]; readonly wording: Wording }) {
  const words = wording.say.alert.page;
  const days = notices.map(({ on }) => on).sort();
  const first = wording.shortDate(days[0] ?? '');
  const last = wording.shortDate(days.at(-1) ?? '');
  const people = [...new Set(notices.map(({ person }) => person ?? words.aPerson))];
  const whom = people.length === 1 ? `${people.join('')}: ` : '';
  return (
    <tr>
      <td colSpan={4}>
        <details class="change">
          <summary>{`${whom}${words.skipped(notices.length, first, last)}`}</summary>
          <ul class="entries">
            {notices.map((notice) => (
              <li key={notice.id}>
                <b>{wording.shortDate(notice.on)}</b>
                {`, ${rungIn(notice, wording)}, ${notice.person ?? words.aPerson}`}
                <span class="second">{noticeReasonSentence(wording.language, notice.reason)}</span>
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  );
}

function rungIn({ rung, carriedUp }: Notice, wording: Wording): string {
  const words = wording.say.alert.page;
  if (carriedUp) return words.carried(rung);
  if (rung === 0) return words.onTheDay;
  return rung < 0 ? words.before(-rung) : words.afterDue(rung);
}
