import type { OperativeVerb, ParsedItem, ParsedParagraph, ParsedRecommendation } from '#domain';
import type { Grammar } from '../grammar/grammar.js';
import type { OutlineParagraph } from '../structure/outline.js';
import type { WarningList } from '../warning/warning-list.js';
import { readChapeau } from './chapeau.js';
import { findOperatives, isReminder, openingVerb } from './operative-verb.js';
import { readKind } from './paragraph-kind.js';

/** A paragraph with its meaning, and the verb that governs each of its letters. */
export interface ReadParagraph {
  readonly paragraph: ParsedParagraph;
  /** By position; null for a letter that asks for nothing. */
  readonly itemVerbs: readonly (OperativeVerb | null)[];
  readonly headings: readonly string[];
}

export function readParagraph(
  outline: OutlineParagraph,
  grammar: Grammar,
  warnings: WarningList,
): ReadParagraph {
  const { number, text, items, headings } = outline;
  const operatives = findOperatives(text, grammar);
  const asked = operatives.filter((operative) => !isReminder(operative));
  const ownVerbs = text.endsWith(':') ? items.map((item) => openingVerb(item.text, grammar)) : [];
  const firstOwnVerb = ownVerbs.find((verb) => verb !== null) ?? null;
  const asks = asked.length > 0 || firstOwnVerb !== null;
  const { kind, isUncertain } = readKind(outline, { asks, reminds: operatives.length > 0 }, grammar);
  if (isUncertain) warnings.add(kind === 'recommendation' ? 'verb_uncertain' : 'kind_uncertain', number);

  const isAsked = asks || kind === 'recommendation';
  const chapeau = isAsked && items.length > 0 ? readChapeau(text, asked, grammar) : null;
  if (chapeau?.isUncertain) warnings.add('chapeau_uncertain', number);
  const itemVerbs = items.map((_, index) => ownVerbs[index] ?? chapeau?.itemVerb ?? null);
  const leading = chapeau?.kind === 'bare' ? chapeau.itemVerb : null;
  const verb = isAsked ? (leading ?? asked[0]?.verb ?? firstOwnVerb ?? operatives[0]?.verb ?? null) : null;
  return {
    paragraph: { number, kind, verb, text, chapeau: chapeau?.kind ?? null, items },
    itemVerbs,
    headings,
  };
}

/** Every recommendation: undivided paragraphs, substantive chapeaux, and lettered items. */
export function toRecommendations(paragraphs: readonly ReadParagraph[]): readonly ParsedRecommendation[] {
  return paragraphs.flatMap((read, index): readonly ParsedRecommendation[] => {
    const { number, verb, text, items, chapeau } = read.paragraph;
    if (verb === null) return [];
    const concernParagraph = concernBefore(paragraphs, index);
    const whole = { id: String(number), paragraph: number, item: null, verb, text, concernParagraph };
    if (chapeau === null) return [{ ...whole, role: 'paragraph' }];
    const lettered = items.flatMap((item, position): readonly ParsedRecommendation[] => {
      const itemVerb = read.itemVerbs[position] ?? null;
      if (itemVerb === null) return [];
      const id = `${number}(${item.label})`;
      const own = {
        id,
        paragraph: number,
        item: item.label,
        verb: itemVerb,
        text: wordsOf(item),
        concernParagraph,
      };
      return [{ ...own, role: 'item' }];
    });
    return chapeau === 'substantive' ? [{ ...whole, role: 'chapeau' }, ...lettered] : lettered;
  });
}

/** The concern that a recommendation answers: the last one before it under the same heading. */
function concernBefore(paragraphs: readonly ReadParagraph[], index: number): number | null {
  const headings = paragraphs[index]?.headings.join('\n');
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const read = paragraphs[earlier];
    if (read === undefined || headings === '' || read.headings.join('\n') !== headings) return null;
    if (read.paragraph.kind === 'concern') return read.paragraph.number;
    if (read.paragraph.kind !== 'recommendation') return null;
  }
  return null;
}

/** An item's words with those of the items nested in it. */
function wordsOf(item: ParsedItem): string {
  return [item.text, ...item.items.map((nested) => `(${nested.label}) ${wordsOf(nested)}`)].join(' ').trim();
}
