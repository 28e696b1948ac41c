import type { OperativeVerb } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { toSentences } from '../text/sentence.js';

/** An operative verb addressed to the State, and the sentence that holds it. */
export interface Operative {
  readonly verb: OperativeVerb;
  readonly sentence: number;
  /** Where the words after the verb begin in the sentence. */
  readonly end: number;
}

/** Characters before the verb within which a sentence may leave out who speaks ("It also recommends"). */
const OPENING = 40;

/** Characters before the verb that may hold a pronoun. */
const PRONOUN = 8;

/** Whether a text may hold an operative verb at all. A long text has many thousand sentences, and a grammar twenty patterns. */
const holders = new WeakMap<Grammar, readonly RegExp[]>();

function mayHoldVerb(text: string, grammar: Grammar): boolean {
  const known = holders.get(grammar) ?? holdersOf(grammar);
  holders.set(grammar, known);
  return known.some((holder) => holder.test(text));
}

/** All patterns of the same flags as one. */
function holdersOf({ operative }: Grammar): readonly RegExp[] {
  const sources = new Map<string, string[]>();
  for (const { source, flags } of operative.map(({ pattern }) => pattern)) {
    const testing = flags.replace('g', '');
    sources.set(testing, [...(sources.get(testing) ?? []), source]);
  }
  return [...sources].map(([flags, alike]) => new RegExp(alike.join('|'), flags));
}

/** Operative verbs of a text, in order. */
export function findOperatives(text: string, grammar: Grammar): readonly Operative[] {
  return toSentences(text, grammar).flatMap((sentence, index) => operativesOf(sentence, index, grammar));
}

function operativesOf(printed: string, sentence: number, grammar: Grammar): readonly Operative[] {
  const text = grammar.mayOpenWithVerb ? withSmallOpening(printed) : printed;
  if (!mayHoldVerb(text, grammar)) return [];
  const speaker = text.search(grammar.speaker);
  const found = grammar.operative.flatMap(({ verb, pattern, addressee }) =>
    (text.search(pattern) < 0 ? [] : [...text.matchAll(pattern)]).flatMap((match) => {
      const end = match.index + match[0].length;
      const spoken = match.index <= OPENING || (speaker >= 0 && speaker < match.index) || addressee === null;
      const addressed =
        addressee === null ||
        addressee.test(text.slice(end, end + 300)) ||
        grammar.addresseeBefore?.test(text.slice(Math.max(0, match.index - PRONOUN), match.index)) === true;
      return spoken && addressed ? [{ verb, sentence, end, index: match.index }] : [];
    }),
  );
  return found.sort((a, b) => a.index - b.index).map(({ verb, end }) => ({ verb, sentence, end }));
}

/** The verb that an item begins with, as after "the Committee:" — `(a) Urges the State party to …`. */
export function openingVerb(item: string, grammar: Grammar): OperativeVerb | null {
  const first = toSentences(item, grammar)[0] ?? '';
  const operative = operativesOf(withSmallOpening(first), 0, grammar)[0];
  return operative !== undefined && operative.end <= OPENING ? operative.verb : null;
}

function withSmallOpening(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** A reminder alone asks for nothing new: any other verb says more. */
export function isReminder(operative: Operative): boolean {
  return operative.verb === 'reminds';
}
