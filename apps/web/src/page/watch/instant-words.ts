import type { Wording } from '../../wording/wording.js';

/** Day and minute in UTC, as the logs have them: the installation belongs to no State. */
export function instantWords(wording: Wording, at: string): string {
  return wording.say.operation.utc(`${wording.shortDate(at.slice(0, 10))} ${at.slice(11, 16)}`);
}
