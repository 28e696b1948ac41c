import { Command } from 'commander';

import type { ParsedDocument } from '#domain';
import { READABLE_ENDINGS, openDocumentFile, parseDocument, readDocumentText } from '#ingest';

import { output } from '../print/output.js';

export function parseCommand(): Command {
  return new Command('parse')
    .description('read a concluding-observations document and print what it says; touches no database')
    .argument('<file>', READABLE_ENDINGS.join(' or '))
    .option('--json', 'print everything that was read, as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const text = await readDocumentText(await openDocumentFile(file));
      const parsed = parseDocument(text);
      if (options.json) output.json(parsed);
      else output.result(summary(parsed));
    });
}

/** What a person wants to check first. */
export function summary(parsed: ParsedDocument): string {
  const count = (role: string): number => parsed.recommendations.filter((item) => item.role === role).length;
  return [
    parsed.title,
    `${parsed.mechanism} on ${parsed.state ?? 'a State that the text does not name'}, instrument ${parsed.instrument}, adopted ${parsed.adoptedOn ?? 'on a day that the text does not give'}`,
    `symbol: ${parsed.symbol ?? 'not in the text'}${parsed.symbol === null && parsed.inferredSymbol !== null ? ` (inferred: ${parsed.inferredSymbol})` : ''}`,
    `${parsed.paragraphs.length} paragraphs; ${parsed.recommendations.length} recommendations: ${count('paragraph')} whole paragraphs, ${count('item')} lettered items, ${count('chapeau')} introductions`,
    ...parsed.recommendations.map(
      (item) => `  ${item.id.padEnd(7)} ${item.verb.replace('_', ' ').padEnd(12)} ${shorten(item.text)}`,
    ),
    `next report: ${parsed.nextReport.dueOn ?? parsed.nextReport.statement ?? 'not mentioned'}`,
    ...parsed.warnings.map(
      (warning) =>
        `warning${warning.paragraph === null ? '' : `, paragraph ${warning.paragraph}`}: ${warning.message}`,
    ),
  ].join('\n');
}

function shorten(text: string): string {
  const most = 90;
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
