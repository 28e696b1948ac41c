/** How the Committee's verbs stand in its texts, by language of the text. */
const VERBS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: { calls_upon: 'calls? (?:up)?on', takes_note: 'takes note' },
  es: {
    recommends: 'recomienda',
    urges: 'insta|exhorta',
    encourages: 'alienta|anima',
    requests: 'solicita|pide',
    calls_upon: 'exhorta|hace un llamamiento',
    reiterates: 'reitera',
    reminds: 'recuerda',
    invites: 'invita',
  },
};

export interface SplitAtVerb {
  readonly before: string;
  readonly verb: string;
  readonly after: string;
}

/** Cuts an official text at its operative verb, so that the verb can be marked; everything before it when it does not stand there. */
export function splitAtVerb(text: string, verb: string, language: string): SplitAtVerb {
  const pattern = VERBS[language]?.[verb] ?? (language === 'en' ? verb.replaceAll('_', ' ') : null);
  if (pattern === null) return { before: text, verb: '', after: '' };
  const found = new RegExp(`(?<![\\p{L}])(?:${pattern})(?![\\p{L}])`, 'iu').exec(text);
  if (!found) return { before: text, verb: '', after: '' };
  return {
    before: text.slice(0, found.index),
    verb: found[0],
    after: text.slice(found.index + found[0].length),
  };
}
