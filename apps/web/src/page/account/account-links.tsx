import { pageUrl } from '../../router/address.js';
import type { Sentences, Wording } from '../../wording/wording.js';

interface AccountLink {
  readonly path: string;
  label(say: Sentences): string;
}

/** Pages of one's own account. Another one is a line here. */
const ACCOUNT_LINKS: readonly AccountLink[] = [
  { path: '/account', label: (say) => say.account.account.overview },
  { path: '/account/mail', label: (say) => say.mailRhythm.documentTitle },
  { path: '/account/second-factor', label: (say) => say.secondFactor.account.documentTitle },
  { path: '/account/calendars', label: (say) => say.feed.calendars.documentTitle },
  { path: '/account/tokens', label: (say) => say.apiToken.documentTitle },
];

/** The way between the pages of an account; nothing while there is only one. */
export function AccountLinks({ wording, here }: { readonly wording: Wording; readonly here: string }) {
  if (ACCOUNT_LINKS.length < 2) return null;
  return (
    <nav aria-label={wording.say.account.account.links}>
      <p class="links">
        {ACCOUNT_LINKS.map(({ path, label }) => (
          <a
            key={path}
            href={pageUrl(wording.language, path)}
            aria-current={path === here ? 'page' : undefined}
          >
            {label(wording.say)}
          </a>
        ))}
      </p>
    </nav>
  );
}
