import { PERSONAL_DATA_KINDS } from './personal-data-kind.js';
import type { PersonalDataKind } from './personal-data-kind.js';
import { PERSONAL_DATA_PATTERNS } from './personal-data-pattern.js';

/** Where something in rows looks like personal data. What it is stays out: a finding may be logged, the data may not. */
export interface PersonalDataFinding {
  /** Counts from 1, as the person who sent the rows counts them. */
  readonly row: number;
  readonly column: string;
  readonly kind: PersonalDataKind;
}

/**
 * What in a text looks like the personal data of a child, or of anybody: no figure and no reason in this record needs it.
 * It errs towards letting through: a refusal of an honest figure would teach people to send worse ones.
 */
export function findPersonalData(text: string): PersonalDataKind[] {
  // Marks of direction and zero width could stand between the digits; accents are written or forgotten.
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .replace(/[\s_]+/gu, ' ');
  const found = new Set(
    PERSONAL_DATA_PATTERNS.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind),
  );
  return PERSONAL_DATA_KINDS.filter((kind) => found.has(kind));
}

/** The same for imported rows; the name of a column says what its bare numbers are. */
export function findPersonalDataInRows(
  rows: readonly Readonly<Record<string, string>>[],
): PersonalDataFinding[] {
  return rows.flatMap((row, index) =>
    Object.entries(row)
      .filter(([, cell]) => cell.trim() !== '')
      .flatMap(([column, cell]) =>
        findPersonalData(`${column}: ${cell}`).map((kind) => ({ row: index + 1, column, kind })),
      ),
  );
}
