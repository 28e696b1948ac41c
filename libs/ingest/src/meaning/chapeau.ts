import type { ChapeauKind, OperativeVerb } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import { toSentences } from '../text/sentence.js';
import type { Operative } from './operative-verb.js';

export interface Chapeau {
  readonly kind: ChapeauKind;
  /** The verb that governs the letters; null when each letter has its own. */
  readonly itemVerb: OperativeVerb | null;
  readonly isUncertain: boolean;
}

/** Words after the verb with which a lead-in may hold more than an introduction. */
const LONG_LEAD_IN = 14;
/** Words between two verbs, the State named among them, that make a recommendation of their own. */
const OWN_RECOMMENDATION = 8;

/**
 * A chapeau is substantive when it holds a complete recommendation before the words that introduce its letters:
 * a sentence of its own, or a clause before a final "and that:".
 */
export function readChapeau(text: string, operatives: readonly Operative[], grammar: Grammar): Chapeau {
  const sentences = toSentences(text, grammar);
  const leadIn = sentences.at(-1) ?? '';
  const inLeadIn = operatives.filter((operative) => operative.sentence === sentences.length - 1);
  const governing = inLeadIn.at(-1);
  const isCoordinated =
    governing !== undefined && grammar.coordinatedLeadIn.test(leadIn.slice(governing.end));
  const isSubstantive =
    operatives.length > inLeadIn.length || isCoordinated || asksBefore(leadIn, inLeadIn, grammar);
  const words = governing === undefined ? 0 : leadIn.slice(governing.end).split(' ').length;
  return {
    kind: isSubstantive ? 'substantive' : 'bare',
    itemVerb: governing?.verb ?? operatives[0]?.verb ?? null,
    isUncertain: !isSubstantive && words > LONG_LEAD_IN,
  };
}

/** `urges the State party to close the mine, and recommends that it:` asks twice; `reiterates its recommendation and requests` once. */
function asksBefore(leadIn: string, operatives: readonly Operative[], grammar: Grammar): boolean {
  const [first, governing] = [operatives[0], operatives.at(-1)];
  if (first === undefined || governing === undefined || first === governing) return false;
  const between = leadIn.slice(first.end, governing.end);
  const isAddressed = grammar.operative.some(({ addressee }) => addressee?.test(between) === true);
  return isAddressed && between.split(' ').length > OWN_RECOMMENDATION;
}
