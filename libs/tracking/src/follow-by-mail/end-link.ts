import type { Instant } from '#domain';
import type { SignedLinks } from '#identity';
import type { State } from '#persistence';

/** A mail is looked for long after it came: until then its link serves. */
const LINK_FOR_MS = 400 * 86_400_000;

/** The link with which whoever holds it ends what an address follows in a State. */
export function endLink(links: SignedLinks, { iso3 }: State, subscriberId: number, now: Instant): string {
  return links.sign({
    purpose: 'end_subscription',
    state: iso3,
    personId: subscriberId,
    alertId: null,
    expiresAt: now + LINK_FOR_MS,
  });
}
