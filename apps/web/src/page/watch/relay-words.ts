import type { DeadLetterReasonView } from '#contracts';

/** What the relay or the template said, with the relay's code where its words do not begin with it. */
export function relayWords({ code, reason }: Pick<DeadLetterReasonView, 'code' | 'reason'>): string {
  const said = reason ?? '';
  if (code === null || said.startsWith(String(code))) return said;
  return said === '' ? String(code) : `${code} ${said}`;
}
