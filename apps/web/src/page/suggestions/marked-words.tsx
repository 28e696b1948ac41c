import type { ItemSuggestionsView, TellingWordView } from '#contracts';

type Place = TellingWordView['place'];

interface MarkedWordsProps {
  readonly text: string;
  readonly language: string;
  readonly marks: readonly Stretch[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text with the telling words marked. Every stretch is a text node: what a document says never becomes markup. */
export function MarkedWords({ text, language, marks }: MarkedWordsProps) {
  const pieces = marks.flatMap(({ start, end }, index) => [
    text.slice(marks[index - 1]?.end ?? 0, start),
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <span lang={language}>
      {pieces}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </span>
  );
}

/** Stretches of one place that speak for anything that was not dismissed, joined where they overlap. */
export function marksIn(item: ItemSuggestionsView, place: Place, heading = 0): readonly Stretch[] {
  const marks: Stretch[] = [];
  const found = item.values
    .filter(({ state }) => state !== 'dismissed')
    .flatMap(({ words }) => words)
    .filter((word) => word.place === place && word.heading === heading)
    .sort((left, right) => left.start - right.start);
  for (const { start, end } of found) {
    const last = marks.at(-1);
    if (last && start < last.end)
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else marks.push({ start, end });
  }
  return marks;
}
