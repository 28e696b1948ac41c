/** What makes a spreadsheet compute; the wide forms count as well. */
const SIGN = '=+@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20-';
/** Blanks before the sign are trimmed by some, and quotes are taken off. */
const AT_START = new RegExp(`^([ \\u00a0"]*)(?=[${SIGN}])`);
/** Where a cell begins for a spreadsheet whose list separator is another than ours: a semicolon in most of Latin America. */
const AFTER_SEPARATOR = new RegExp(`([;\\t\\r\\n][ \\u00a0"]*)(?=[${SIGN}])`, 'g');
/** The text of a cell with an apostrophe wherever a spreadsheet would run what follows as a formula (OWASP, CSV injection). */
export function inertCell(text: string): string {
  return text.replace(AFTER_SEPARATOR, "$1'").replace(AT_START, "$1'");
}
