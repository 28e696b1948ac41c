import type { Wording } from '../../wording/wording.js';

interface Term {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** From when until when, as far as it is known. */
export function termWords({ startsOn, endsOn }: Term, wording: Wording): string {
  const words = wording.say.institution;
  return [
    startsOn === null ? '' : words.since(wording.shortDate(startsOn)),
    endsOn === null ? '' : words.until(wording.shortDate(endsOn)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
