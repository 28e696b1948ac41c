import type { MailWait } from '#contracts';

import type { Wording } from '../../wording/wording.js';

/** Why a reminder that is to be sent has not left yet. */
export function waitSentence({ on, weekday, for: what }: MailWait, wording: Wording): string {
  const { say } = wording;
  return say.mailRhythm.waits[what]?.(say.watchRule.weekdays[weekday] ?? '', wording.shortDate(on)) ?? what;
}
