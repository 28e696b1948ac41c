import type { ParagraphKind, ParsedDocument, ParsedItem } from './parsed-document.js';

/** What of a document is on record in one language; a text is null where that language has none. */
export interface RecordedReading {
  readonly paragraphs: readonly {
    readonly number: number;
    readonly kind: ParagraphKind;
    readonly text: string | null;
    readonly items: readonly ParsedItem[];
  }[];
  readonly recommendations: readonly { readonly id: string; readonly text: string | null }[];
}

/** What saving a reading would change in what is on record. Codes as `14(a)`, paragraphs by number. */
export interface ReadingDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly reworded: readonly string[];
  readonly kinds: readonly {
    readonly number: number;
    readonly before: ParagraphKind;
    readonly after: ParagraphKind;
  }[];
  readonly paragraphs: {
    readonly added: readonly number[];
    readonly removed: readonly number[];
    readonly reworded: readonly number[];
  };
}

/** Compares what is on record with a reading of the same language. */
export function compareReadings(recorded: RecordedReading, read: ParsedDocument): ReadingDifference {
  const codesBefore = new Map(recorded.recommendations.map(({ id, text }) => [id, text]));
  const codesAfter = new Map(read.recommendations.map(({ id, text }) => [id, text]));
  const before = new Map(recorded.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  const after = new Map(read.paragraphs.map((paragraph) => [paragraph.number, paragraph]));
  return {
    added: missingIn(codesBefore, codesAfter),
    removed: missingIn(codesAfter, codesBefore),
    reworded: [...codesAfter].flatMap(([id, text]) =>
      codesBefore.has(id) && codesBefore.get(id) !== text ? [id] : [],
    ),
    kinds: [...after].flatMap(([number, { kind }]) => {
      const was = before.get(number);
      return was !== undefined && was.kind !== kind ? [{ number, before: was.kind, after: kind }] : [];
    }),
    paragraphs: {
      added: missingIn(before, after),
      removed: missingIn(after, before),
      reworded: [...after].flatMap(([number, paragraph]) => {
        const was = before.get(number);
        return was !== undefined && wordsOf(was) !== wordsOf(paragraph) ? [number] : [];
      }),
    },
  };
}

export function isWithoutDifference({
  added,
  removed,
  reworded,
  kinds,
  paragraphs,
}: ReadingDifference): boolean {
  return [added, removed, reworded, kinds, paragraphs.added, paragraphs.removed, paragraphs.reworded].every(
    (list) => list.length === 0,
  );
}

function missingIn<K>(there: ReadonlyMap<K, unknown>, here: ReadonlyMap<K, unknown>): readonly K[] {
  return [...here.keys()].filter((key) => !there.has(key));
}

function wordsOf({
  text,
  items,
}: {
  readonly text: string | null;
  readonly items: readonly ParsedItem[];
}): string {
  return [text ?? '', ...items.map((item) => `(${item.label}) ${wordsOf(item)}`)].join('\n');
}
