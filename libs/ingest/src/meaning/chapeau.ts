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

/**
 * A chapeau is substantive when it holds a complete recommendation before the words that introduce its letters:
 * a sentence of its own, or a clause before a final "and that:".
 */
export function readChapeau(text: string, operatives: readonly Operative[], grammar: Grammar): Chapeau {
  const sentences = toSentences(text);
  const leadIn = sentences.at(-1) ?? '';
  const inLeadIn = operatives.filter((operative) => operative.sentence === sentences.length - 1);
  const governing = inLeadIn.at(-1);
  const isCoordinated =
    governing !== undefined && grammar.coordinatedLeadIn.test(leadIn.slice(governing.end));
  const isSubstantive = operatives.length > inLeadIn.length || isCoordinated;
  const words = governing === undefined ? 0 : leadIn.slice(governing.end).split(' ').length;
  return {
    kind: isSubstantive ? 'substantive' : 'bare',
    itemVerb: governing?.verb ?? operatives[0]?.verb ?? null,
    isUncertain: !isSubstantive && words > LONG_LEAD_IN,
  };
}
