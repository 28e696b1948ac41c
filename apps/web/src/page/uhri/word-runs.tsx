import type { UhriImportView } from '#contracts';

type Runs = UhriImportView['items'][number]['fields'][number]['words'];

/** What one text has and the other lacks, in the order of both. Screen readers hear the elements; eyes see lines through and under. */
export function WordRuns({ words }: { readonly words: Runs }) {
  return (
    <p class="comparison-lines">
      {words.map(({ kind, text }, index) => {
        const space = index === 0 ? '' : ' ';
        if (kind === 'removed') return [space, <del key={index}>{text}</del>];
        if (kind === 'added') return [space, <ins key={index}>{text}</ins>];
        return `${space}${text}`;
      })}
    </p>
  );
}
