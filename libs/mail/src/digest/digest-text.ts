import { RULE, wrap } from '../frame/plain-text.js';
import type { DigestContent, DigestLine } from './digest-content.js';

export function digestText(content: DigestContent): string {
  let number = 0;
  const groups = content.groups.map((group) =>
    [
      group.heading.toUpperCase(),
      RULE,
      ...group.lines.map((line) => {
        number += 1;
        return lineText(number, line);
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
    ...(content.folded === null ? [] : ['', wrap(content.folded)]),
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

function lineText(number: number, line: DigestLine): string {
  const indent = ' '.repeat(String(number).length + 2);
  const rest = [line.context, line.sentence, ...(line.note ? [line.note] : [])].map((text) =>
    wrap(text, indent),
  );
  return [
    wrap(line.title, indent).replace(indent, `${number}. `),
    ...rest,
    `${indent}${line.url}`,
    ...line.acts.flatMap(({ label, url }) => [`${indent}${label}:`, `${indent}${url}`]),
    '',
  ].join('\n');
}
