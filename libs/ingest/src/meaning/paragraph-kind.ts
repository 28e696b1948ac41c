import type { ParagraphKind } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import type { OutlineParagraph } from '../structure/outline.js';
import { findFollowUp } from './follow-up.js';
import { concernsNextReport } from './next-report.js';

export interface KindReading {
  readonly kind: ParagraphKind;
  readonly isUncertain: boolean;
}

/** What a paragraph says to the State: asks something of it, or only reminds it. */
export interface AddressedVerbs {
  readonly asks: boolean;
  readonly reminds: boolean;
}

/** What a paragraph is for. Procedure comes first, then what is asked, then what is regretted, then what is welcomed. */
export function readKind(
  paragraph: OutlineParagraph,
  { asks, reminds }: AddressedVerbs,
  grammar: Grammar,
): KindReading {
  const certain = (kind: ParagraphKind): KindReading => ({ kind, isUncertain: false });
  const isOpening = paragraph.number === 1 || (paragraph.headings.length === 0 && paragraph.number <= 3);
  const isIntroduction = paragraph.headings.some((title) => grammar.headings.introduction.test(title));
  if (concernsNextReport(paragraph, grammar) || findFollowUp(paragraph, grammar).length > 0)
    return certain('procedural');
  if (grammar.importance.test(paragraph.text)) return certain('procedural');
  if (asks) return certain('recommendation');
  if (isOpening || isIntroduction) return certain('procedural');
  if (paragraph.headings.some((title) => grammar.headings.positive.test(title))) return certain('positive');
  if (grammar.concern.test(paragraph.text)) return certain('concern');
  if (reminds) return { kind: 'recommendation', isUncertain: true };
  if (grammar.positive.test(paragraph.text)) return certain('positive');
  return { kind: 'concern', isUncertain: true };
}
