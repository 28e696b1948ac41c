import { LANGUAGES } from './language.js';
import type { Language } from './language.js';

/** The first language of `Accept-Language` (RFC 9110, 12.5.4) that Vigía speaks; English when there is none. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.split(';').map((piece) => piece.trim());
      const weight = quality?.startsWith('q=') ? Number(quality.slice(2)) : 1;
      return { language: tag.toLowerCase().split('-')[0], weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight);
  for (const { language } of wanted) {
    const spoken = LANGUAGES.find((candidate) => candidate === language);
    if (spoken) return spoken;
  }
  return 'en';
}
