import type { RecommendingState } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { stateNamedIn } from '../nations/state-name.js';

/** Where a further recommendation of like content begins under the same number: `(Ukraine); Increase`. */
const FURTHER = /(?<=\));\s+(?=["“«]?\p{Lu})/u;
const LAST_GROUP = /\(([^()]{2,200})\)$/;

interface SignedText {
  readonly text: string;
  readonly states: readonly RecommendingState[];
}

/** The recommendations under one number, each with the States that made it. */
export function readSignedTexts(printed: string, grammar: Grammar): readonly SignedText[] {
  const signed: SignedText[] = [];
  let unsigned = '';
  for (const part of printed.split(FURTHER)) {
    const one = readSignedText(unsigned === '' ? part : `${unsigned}; ${part}`, grammar);
    // What nobody signed is the first half of a sentence: "the Convention (1989); Further measures (Chile)".
    unsigned = one.states.length === 0 ? one.text : '';
    if (one.states.length > 0) signed.push(one);
  }
  return unsigned === '' ? signed : [...signed, { text: unsigned, states: [] }];
}

function readSignedText(printed: string, grammar: Grammar): SignedText {
  let text = printed.replace(/[\s.;]+$/, '');
  const states: RecommendingState[] = [];
  for (;;) {
    const group = LAST_GROUP.exec(text);
    const named = group === null ? [] : statesIn(group[1] ?? '', grammar);
    if (group === null || named.length === 0) return { text, states };
    states.unshift(...named);
    text = text.slice(0, group.index).trimEnd();
  }
}

/** `Chile`, `Chile; Peru`, `Chile, Peru and Spain`; the comma in `Iran, Islamic Republic of` parts no States. */
function statesIn(printed: string, grammar: Grammar): readonly RecommendingState[] {
  const whole = toState(printed, grammar);
  if (whole === null) return [];
  for (const separator of [/\s*;\s*/, new RegExp(`\\s*,\\s*|\\s+(?:${grammar.and})\\s+`, 'i')]) {
    const parts = printed.split(separator).filter((part) => part !== '');
    const states = parts.map((part) => toState(part, grammar)).filter((state) => state !== null);
    const distinct = new Set(states.map((state) => state.iso3));
    const isOneName = separator.source.includes(',') && stateNamedIn(printed, grammar, true) !== null;
    if (!isOneName && parts.length > 1 && distinct.size === parts.length) return states;
  }
  return [whole];
}

function toState(printed: string, grammar: Grammar): RecommendingState | null {
  const iso3 = stateNamedIn(printed, grammar);
  return iso3 === null ? null : { name: printed.trim(), iso3 };
}
