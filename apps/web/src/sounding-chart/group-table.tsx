import type { Overview } from '#contracts';
import { statusWord } from '#messages';

import { Mark } from '../status/mark.js';
import { STATUS_ORDER } from '../status/item-status.js';
import type { Wording } from '../wording/wording.js';

/** More lines than this are no picture any more: nobody finds one among them, and a phone waits for all of them. */
export const MOST_LINES = 120;

interface GroupTableProps {
  readonly overview: Overview;
  readonly wording: Wording;
}

/** What the chart would show, counted by group: for a document with more recommendations than can be drawn. */
export function GroupTable({ overview, wording }: GroupTableProps) {
  const words = wording.say.overview;
  const clusters = words.clusters as Readonly<Record<string, string>>;
  return (
    <table class="list stacked group-table">
      <caption>{words.groups.caption(wording.number(overview.total))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.groups.group}</th>
          {STATUS_ORDER.map((status) => (
            <th key={status} scope="col" class="number">
              <span class={`tone-${status}`}>
                <Mark status={status} size={16} />
              </span>
              {` ${statusWord(wording.language, status)}`}
            </th>
          ))}
          <th scope="col" class="number">
            {words.groups.all}
          </th>
        </tr>
      </thead>
      <tbody>
        {overview.clusters.map(({ code, items }) => (
          <tr key={code}>
            <th scope="row">{clusters[code] ?? code}</th>
            {STATUS_ORDER.map((status) => (
              <td key={status} class="number" data-label={statusWord(wording.language, status)}>
                {wording.number(items.filter((item) => item.status === status).length)}
              </td>
            ))}
            <td class="number" data-label={words.groups.all}>
              <b>{wording.number(items.length)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
