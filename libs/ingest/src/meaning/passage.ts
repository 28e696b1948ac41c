import type { ParsedItem } from '#domain';
import type { OutlineParagraph } from '../structure/outline.js';

/** A stretch of text and where it stands, so that what is found in it can be cited. */
export interface Passage {
  readonly paragraph: number;
  readonly item: string | null;
  readonly text: string;
}

/** A paragraph's own words and those of its items, nested ones under their letter. */
export function toPassages(paragraphs: readonly OutlineParagraph[]): readonly Passage[] {
  return paragraphs.flatMap(({ number, text, items }) => [
    { paragraph: number, item: null, text },
    ...items.flatMap((item) =>
      itemTexts(item).map((words) => ({ paragraph: number, item: item.label, text: words })),
    ),
  ]);
}

function itemTexts(item: ParsedItem): readonly string[] {
  return [item.text, ...item.items.flatMap(itemTexts)];
}
