import { createHash, timingSafeEqual } from 'node:crypto';

import type { ApiSettings } from '../settings.js';

/** Whether the header (RFC 6750, 2.1) brings the relay's own token. Never, where none is set. */
export function bringsBounceToken(
  authorization: string | undefined,
  { bounceToken }: Pick<ApiSettings, 'bounceToken'>,
): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return given !== undefined && !!bounceToken && timingSafeEqual(digestOf(given), digestOf(bounceToken));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
