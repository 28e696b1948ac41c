/** What stands between whole and parts; the other one may group the whole by threes. */
export type DecimalMark = '.' | ',';

/** Thin, narrow and hard spaces group digits in Spanish and French tables. */
const SPACES = /(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}(?:\D|$))/gu;

/**
 * The number that a cell holds: digits, grouped by threes or not, a decimal mark, a sign, a percent sign behind it. Null where it
 * is anything else: "1,5" with a decimal point is no number, not fifteen.
 */
export function readNumber(text: string, decimalMark: DecimalMark): number | null {
  const trimmed = text.trim().replace(/\s*%$/u, '').replace(SPACES, '').replace(/^[−–]/u, '-');
  const group = decimalMark === '.' ? ',' : '.';
  const ungrouped = isGrouped(trimmed, group, decimalMark) ? trimmed.replaceAll(group, '') : trimmed;
  const plain = decimalMark === ',' ? ungrouped.replace(',', '.') : ungrouped;
  return /^[+-]?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

function isGrouped(text: string, group: string, decimalMark: DecimalMark): boolean {
  const whole = text.split(decimalMark)[0]!;
  const parts = whole.replace(/^[+-]/u, '').split(group);
  return (
    /^\d{1,3}$/u.test(parts[0]!) &&
    parts.slice(1).every((part) => /^\d{3}$/u.test(part)) &&
    !text.slice(whole.length).includes(group)
  );
}
