import { isIP } from 'node:net';

/** This installation as authenticators know it: a host name, and the one origin whose answers count. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/** Null where browsers offer no passkeys: on an IP address, or on an open line to another host (WebAuthn 3, 5.1.3). */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(publicUrl);
  const local = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0) return null;
  return protocol === 'https:' || local ? { id: hostname, origin } : null;
}
