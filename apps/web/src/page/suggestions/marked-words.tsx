import type { ItemSuggestionsView, TellingWordView } from '#contracts';

import { Sought } from '../../form/sought.js';

type Place = TellingWordView['place'];

interface MarkedWordsProps {
  readonly text: string;
  readonly language: string;
  readonly marks: readonly Stretch[];
  /** Words for which the page was searched. */
  readonly sought: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text with the telling words marked. Every stretch is a text node: what a document says never becomes markup. */
export function MarkedWords({ text, language, marks, sought }: MarkedWordsProps) {
  const pieces = marks.flatMap(({ start, end }, index) => [
    <Sought key={`before ${start}`} text={text.slice(marks[index - 1]?.end ?? 0, start)} words={sought} />,
    <mark key={start}>{text.slice(start, end)}</mark>,
  ]);
  return (
    <span lang={language}>
      {pieces}
      <Sought text={text.slice(marks.at(-1)?.end ?? 0)} words={sought} />
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
