/** Columns of the text part. */
const WIDTH = 60;
export const RULE = '-'.repeat(WIDTH);

/** Lines of the width; addresses are written without it, so that they are never broken. */
export function wrap(text: string, indent = ''): string {
  const width = WIDTH - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => piecesOf(each, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line].join('\n');
}

/** A word longer than a line goes on in the next one. By characters, so that no pair of surrogates is torn apart. */
function piecesOf(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const pieces = [''];
  for (const character of word) {
    if ((pieces.at(-1) ?? '').length + character.length > width) pieces.push('');
    pieces.push((pieces.pop() ?? '') + character);
  }
  return pieces;
}
