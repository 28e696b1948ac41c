import type { HistoryEntryView } from '#contracts';

import { subjectWords, valueWords } from '#messages';

import { Sought } from '../../form/sought.js';
import { pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

interface TableProps {
  readonly iso3: string;
  readonly items: readonly HistoryEntryView[];
  readonly wording: Wording;
  readonly sought?: readonly string[];
}

/** Who, what, before and after, why, when: one row per entry. */
export function HistoryTable({ iso3, items, wording, sought = [] }: TableProps) {
  const words = wording.say.history;
  if (items.length === 0)
    return (
      <div class="empty">
        <p>{words.empty}</p>
      </div>
    );
  return (
    <table class="list stacked history">
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
            <td class="changed" data-label={words.changes}>
              <Changes item={item} wording={wording} />
            </td>
            <td class="reason" data-label={words.why}>
              {item.reason === null ? (
                <span class="second">{words.noReason}</span>
              ) : (
                <Sought text={item.reason} words={sought} />
              )}
            </td>
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
      <a href={pageUrl(wording.language, statePath(iso3, '/audit'), { who: item.who.person })}>
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
        {wording.say.history.recommendation(wording.code(recommendation.code))}
      </a>
    );
  return (
    <a
      href={pageUrl(wording.language, statePath(iso3, '/audit'), {
        subject: `${subject.kind}:${subject.id}`,
      })}
    >
      {subjectWords(wording.language, subject)}
    </a>
  );
}

function Changes({ item, wording }: Omit<CellProps, 'iso3'>) {
  const words = wording.say.history;
  if (item.changes.length === 0) return <span class="second">{words.noChange}</span>;
  return (
    <dl class="changes">
      {item.changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{words.fields[field] ?? field}</dt>
          <dd>
            {before !== null && (
              <>
                <Value parts={valueWords(wording.language, field, before)} />
                <span class="became"> {words.became} </span>
              </>
            )}
            <Value parts={valueWords(wording.language, field, after)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One value in its words, or several one below the other. */
function Value({ parts }: { readonly parts: readonly string[] }) {
  if (parts.length === 1) return <>{parts[0]}</>;
  return (
    <ul>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
