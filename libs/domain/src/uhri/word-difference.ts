export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Cells of the table below; two texts of 1,400 words fit, longer ones are shown whole, one after the other. */
const MOST_CELLS = 2_000_000;

/** What has to be taken from one text and put in to get the other, in runs of words; spaces count as one. */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1;
  return joined([
    ...left.slice(0, start).map(run('same')),
    ...between(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...left.slice(left.length - end).map(run('same')),
  ]);
}

/** Whether two texts have the same words, whatever stands between them. */
export function haveSameWords(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** By the longest row of words that both have, in order. */
function between(left: readonly string[], right: readonly string[]): WordRun[] {
  if (left.length * right.length > MOST_CELLS)
    return [...left.map(run('removed')), ...right.map(run('added'))];
  const width = right.length + 1;
  const longest = new Uint16Array((left.length + 1) * width);
  for (let row = left.length - 1; row >= 0; row -= 1)
    for (let column = right.length - 1; column >= 0; column -= 1)
      longest[row * width + column] =
        left[row] === right[column]
          ? longest[(row + 1) * width + column + 1]! + 1
          : Math.max(longest[(row + 1) * width + column]!, longest[row * width + column + 1]!);
  const runs: WordRun[] = [];
  let [row, column] = [0, 0];
  while (row < left.length || column < right.length) {
    if (row < left.length && column < right.length && left[row] === right[column]) {
      runs.push(run('same')(left[row]!));
      row += 1;
      column += 1;
    } else if (
      column === right.length ||
      (row < left.length && longest[(row + 1) * width + column]! >= longest[row * width + column + 1]!)
    ) {
      runs.push(run('removed')(left[row]!));
      row += 1;
    } else {
      runs.push(run('added')(right[column]!));
      column += 1;
    }
  }
  return runs;
}

function joined(runs: readonly WordRun[]): WordRun[] {
  const result: WordRun[] = [];
  for (const one of runs) {
    const last = result.at(-1);
    if (last?.kind === one.kind)
      result[result.length - 1] = { kind: one.kind, text: `${last.text} ${one.text}` };
    else result.push(one);
  }
  return result;
}

function run(kind: WordRun['kind']): (text: string) => WordRun {
  return (text) => ({ kind, text });
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
