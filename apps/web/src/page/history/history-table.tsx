import type { HistoryEntryView } from '#contracts';

import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';
import { subjectInWords, valueInWords } from './history-words.js';

interface TableProps {
  readonly iso3: string;
  readonly items: readonly HistoryEntryView[];
  readonly wording: Wording;
}

/** Who, what, before and after, why, when: one row per entry. */
export function HistoryTable({ iso3, items, wording }: TableProps) {
  const words = wording.say.history;
  if (items.length === 0)
    return (
      <div class="empty">
        <p>{words.empty}</p>
      </div>
    );
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.changes}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.position ?? `${item.at} ${index}`}>
            <td class="day" data-label={words.when}>
              <time dateTime={item.at}>{`${wording.shortDate(item.on)} ${item.time}`}</time>
              {item.position !== null && (
                <span class="second">{words.entry(wording.number(item.position))}</span>
              )}
            </td>
            <td data-label={words.who}>
              <Who iso3={iso3} item={item} wording={wording} />
            </td>
            <td class="what">
              <b>{words.actions[item.action] ?? item.action}</b>
              <span class="second">
                <Subject iso3={iso3} item={item} wording={wording} />
              </span>
            </td>
            <td data-label={words.changes}>
              <Changes item={item} wording={wording} />
            </td>
            <td data-label={words.why}>{item.reason ?? words.noReason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly iso3: string;
  readonly item: HistoryEntryView;
  readonly wording: Wording;
}

function Who({ iso3, item, wording }: CellProps) {
  const { actors } = wording.say.history;
  const actor = actors[item.who.actor] ?? item.who.actor;
  if (item.who.person === null) return <>{actor}</>;
  return (
    <>
      <a href={pageUrl(wording.language, statePath(iso3, '/audit'), { person: item.who.person })}>
        {item.who.name ?? `#${item.who.person}`}
      </a>
      <span class="second">{actor}</span>
    </>
  );
}

function Subject({ iso3, item, wording }: CellProps) {
  const { recommendation, subject } = item;
  if (recommendation)
    return (
      <a href={pageUrl(wording.language, recommendationPath(iso3, recommendation.id))}>
        {wording.say.history.about(wording.code(recommendation.code))}
      </a>
    );
  return (
    <a
      href={pageUrl(wording.language, statePath(iso3, '/audit'), {
        subject: `${subject.kind}:${subject.id}`,
      })}
    >
      {subjectInWords(`${subject.kind}:${subject.id}`, wording)}
    </a>
  );
}

function Changes({ item, wording }: Omit<CellProps, 'iso3'>) {
  const words = wording.say.history;
  if (item.changes.length === 0) return <>{words.noChange}</>;
  return (
    <table class="changes">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {item.changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{words.fields[field] ?? field}</th>
            <td>{valueInWords(field, before, wording)}</td>
            <td>{valueInWords(field, after, wording)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
