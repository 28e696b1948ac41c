import type { DigestContent, DigestLine } from './digest-content.js';

/** Columns of the text part; addresses are never broken. */
const WIDTH = 60;
const RULE = '-'.repeat(WIDTH);

export function digestText(content: DigestContent): string {
  let number = 0;
  const groups = content.groups.map((group) =>
    [
      group.heading.toUpperCase(),
      RULE,
      ...group.lines.map((line) => {
        number += 1;
        return lineText(number, line, content.acknowledge);
      }),
    ].join('\n'),
  );
  return [
    'VIGÍA',
    wrap(content.place),
    '',
    wrap(content.title),
    '',
    wrap(content.lede),
    '',
    groups.join('\n\n'),
    '',
    `${content.desk.label}:`,
    content.desk.url,
    '',
    RULE,
    content.closing.map((sentence) => wrap(sentence)).join('\n\n'),
    ...(content.less ? ['', `${content.less.label}:`, content.less.url] : []),
    '',
  ].join('\n');
}

function lineText(number: number, line: DigestLine, acknowledge: string): string {
  const indent = ' '.repeat(String(number).length + 2);
  const rest = [line.context, line.sentence, ...(line.note ? [line.note] : [])].map((text) =>
    wrap(text, indent),
  );
  return [
    wrap(line.title, indent).replace(indent, `${number}. `),
    ...rest,
    `${indent}${line.url}`,
    `${indent}${acknowledge}:`,
    `${indent}${line.acknowledgeUrl}`,
    '',
  ].join('\n');
}

function wrap(text: string, indent = ''): string {
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
