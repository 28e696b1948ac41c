import type { IncomingHttpHeaders } from 'node:http';

/** Methods that change nothing (RFC 9110, 9.2.1): a foreign page may make a browser send these. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Our own pages, and what a person starts without any page (Fetch Metadata, 2.3). A sister host is not us. */
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);
/** Every browser calls itself so; programs do not. */
const BROWSER = /^Mozilla\//;

/** What of a request tells whether a foreign page sent it. */
export interface Sending {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Whether it brings the cookie that proves who is asking. */
  readonly hasSession: boolean;
}

/**
 * Whether a page of another site may have made a browser send this (cross-site request forgery). Browsers set `Sec-Fetch-Site`
 * and `Origin` themselves and no page can forge them (Fetch, 2.2.2), so no form needs a token.
 * `ownOrigin` is what people see in the address bar; a proxy may have changed the Host.
 */
export function isCrossSite({ method, headers, hasSession }: Sending, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(method)) return false;
  // A page cannot add this header to a request to another origin without our consent, which nobody gets.
  if (headers.cookie === undefined && /^bearer /i.test(headers.authorization ?? '')) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return typeof site !== 'string' || !OWN_SITES.has(site);
  if (headers.origin !== undefined) return headers.origin !== ownOrigin;
  return hasSession && BROWSER.test(headers['user-agent'] ?? '');
}
