import { pageUrl, queryOf } from '../router/address.js';
import type { Visit } from '../router/page.js';

/** Names what the address asks for and the page does not have, above what it shows without it, and the way to that address. */
export function LeftOutNotice({ visit: { wording, address, leftOut = [] } }: { readonly visit: Visit }) {
  if (leftOut.length === 0) return null;
  const words = wording.say.search;
  return (
    <div class="empty unknown-choice" role="status">
      {leftOut.map(({ name, value }) => (
        <p key={`${name} ${value}`}>{name === 'cursor' ? words.placeGone : words.unreadable(value)}</p>
      ))}
      <p>
        <a href={pageUrl(wording.language, address.path, queryOf(address.query))}>{words.withoutIt}</a>
      </p>
    </div>
  );
}
