import type { ImportProblem } from '#domain';
import type { FileReading } from '#ingest';
import { UserError } from '#domain';
import { importEn } from '#messages';
import type { MergedFigures } from '#persistence';

import { ofRow } from './import-observations.js';

/** Budgets and prosecutions are compared in memory: a State has thousands of such figures, not millions. */
const MOST_ROWS = 100_000;

interface Incoming {
  readonly row: number;
  readonly revisionReason: string | null;
}

/** A figure of a file beside what is on record of it. */
export interface Compared<Figure> {
  readonly figure: Figure;
  readonly key: string;
  /** Null where nothing is on record. */
  readonly revision: number | null;
  readonly differs: boolean;
}

export async function gather<Figure>(reading: FileReading<Figure>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for await (const batch of reading.figures()) {
    figures.push(...batch);
    if (figures.length > MOST_ROWS)
      throw new UserError('invalid_input', 'import.too_many_rows', importEn.refusals.too_many_rows(''));
  }
  return figures;
}

export function compare<Figure, Accepted extends { readonly revision: number }>(
  figures: readonly Figure[],
  keyOf: (figure: Figure) => string,
  accepted: ReadonlyMap<string, Accepted>,
  isSame: (figure: Figure, on: Accepted) => boolean,
): Compared<Figure>[] {
  return figures.map((figure) => {
    const key = keyOf(figure);
    const on = accepted.get(key);
    return { figure, key, revision: on?.revision ?? null, differs: on === undefined || !isSame(figure, on) };
  });
}

/** Repetitions in the file; revisions that do not say why. */
export function problemsOfSet(compared: readonly Compared<Incoming>[]): ImportProblem[] {
  const first = new Map<string, number>();
  const problems: ImportProblem[] = [];
  for (const { figure, key, revision, differs } of compared) {
    const earlier = first.get(key);
    if (earlier !== undefined)
      problems.push(ofRow(figure.row, 'import.repeated', { other: String(earlier) }));
    else first.set(key, figure.row);
    if (revision !== null && differs && figure.revisionReason === null)
      problems.push(ofRow(figure.row, 'import.revision_unreasoned'));
  }
  return problems;
}

export function countsOf(compared: readonly Compared<unknown>[]): MergedFigures {
  const differing = compared.filter(({ differs }) => differs);
  const revised = differing.filter(({ revision }) => revision !== null).length;
  return { added: differing.length - revised, revised, unchanged: compared.length - differing.length };
}
