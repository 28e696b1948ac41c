const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LETTERS = 26;
/** Beyond them a figure says the same in less: Word itself stops at 780 letters and 32,767 in Roman. */
const MOST_LETTERED = 780;
const MOST_ROMAN = 4_000;

/** A number of a list as Word prints it (ECMA-376 §17.18.59). A format that is not known is printed in figures. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    default:
      return String(value);
  }
}

/** a … z, aa, bb …: Word repeats the letter, it does not count on as a spreadsheet does. */
function letters(value: number): string {
  if (value < 1 || value > MOST_LETTERED) return String(value);
  const letter = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % LETTERS));
  return letter.repeat(Math.ceil(value / LETTERS));
}

function roman(value: number): string {
  if (value < 1 || value > MOST_ROMAN) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, digits] of ROMAN) {
    text += digits.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}
