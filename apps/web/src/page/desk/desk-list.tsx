import { dueWords } from '../../due/due-words.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { periodWords, submissionPath } from '../submissions/submission-words.js';
import type { DeskPart, DeskRow } from './desk-rows.js';

interface ListProps {
  readonly part: DeskPart;
  readonly rows: readonly DeskRow[];
  readonly iso3: string;
  /** The desk is of one institution: rows need not name it. */
  readonly ownInstitution: boolean;
  readonly wording: Wording;
}

/** One part of the desk: what it is, by when, and the button that leads straight to its form. */
export function DeskList({ part, rows, ...about }: ListProps) {
  if (rows.length === 0) return null;
  const words = about.wording.say.desk;
  return (
    <section class="desk-part" aria-labelledby={`desk-${part}`}>
      <h2 id={`desk-${part}`}>
        {words[part]} <span class="desk-count">{about.wording.number(rows.length)}</span>
      </h2>
      <ul class="desk-list">
        {rows.map((row) => (
          <Row key={row.item.id} part={part} row={row} {...about} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<ListProps, 'rows'> {
  readonly row: DeskRow;
}

function Row({ part, row: { item, days, because, waited }, iso3, ownInstitution, wording }: RowProps) {
  const words = wording.say.desk;
  const path = item.open
    ? submissionPath(iso3, item.open.id)
    : statePath(iso3, `/submissions/new/obligation/${item.id}`);
  const button = buttonOf(part, item.open?.state === 'draft', wording);
  const about = [
    periodWords(item.period, wording),
    item.open?.state === 'draft' ? words.draft : null,
    ownInstitution ? null : (item.institution?.shortName ?? null),
  ];
  return (
    <li class="desk-row" data-row>
      <div>
        <a href={pageUrl(wording.language, path)}>{item.title}</a>
        <p class="note">
          <a href={pageUrl(wording.language, recommendationPath(iso3, item.recommendation.id))}>
            {wording.say.recommendation.label(wording.code(item.recommendation.code))}
          </a>
          {about
            .filter((part) => part !== null)
            .map((part) => ` · ${part}`)
            .join('')}
        </p>
        {part === 'returned' && (
          <p class="desk-because">{because === null ? words.noReason : words.because(because)}</p>
        )}
      </div>
      <div class="desk-when">
        {waited !== null ? (
          <p>{words.waitingFor(waited)}</p>
        ) : (
          days !== null && (
            <p class={days < 0 ? 'desk-late' : 'desk-days'}>
              {days < 0 ? words.daysLate(-days) : words.inDays(days)}
            </p>
          )
        )}
        <p class="note">
          <span class={`due due-${item.certainty}`}>
            {item.dueOn === null ? dueWords(item, wording) : words.due(wording.date(item.dueOn))}
          </span>
        </p>
      </div>
      <a
        class={part === 'late' || part === 'returned' ? 'button button-main' : 'button'}
        href={pageUrl(wording.language, path)}
        aria-label={words.about(button, item.title)}
      >
        {button}
      </a>
    </li>
  );
}

function buttonOf(part: DeskPart, draft: boolean, { say: { desk } }: Wording): string {
  if (part === 'waiting') return desk.see;
  if (part === 'returned') return desk.mend;
  return draft ? desk.goOn : desk.answer;
}
