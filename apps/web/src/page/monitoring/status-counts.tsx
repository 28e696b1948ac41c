import { statusWord } from '#messages';

import { Mark } from '../../status/mark.js';
import { STATUS_ORDER } from '../../status/item-status.js';
import type { ItemStatus } from '../../status/item-status.js';
import type { Wording } from '../../wording/wording.js';

interface StatusCountsProps {
  readonly counts: Readonly<Record<ItemStatus, number>>;
  /** Address of the list of those with that status; null: there is none. */
  readonly href: (status: ItemStatus) => string | null;
  readonly wording: Wording;
}

/** How many with each status, in the order of the statuses: mark, number, and the word for those who listen. */
export function StatusCounts({ counts, href, wording }: StatusCountsProps) {
  const some = STATUS_ORDER.filter((status) => counts[status] > 0);
  if (some.length === 0) return <>{wording.say.comparison.institutions.nothing}</>;
  return (
    <ul class="status-counts">
      {some.map((status) => {
        const word = statusWord(wording.language, status);
        const address = href(status);
        const shown = (
          <>
            <Mark status={status} size={15} />
            {wording.number(counts[status])}
          </>
        );
        return (
          <li key={status} title={word}>
            {address === null ? (
              <span role="img" aria-label={`${word}: ${counts[status]}`}>
                {shown}
              </span>
            ) : (
              <a href={address} aria-label={`${word}: ${counts[status]}`}>
                {shown}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
