import { Command } from 'commander';

import type { ParsedDocument, ParseWarning, UprReport } from '#domain';
import { READABLE_ENDINGS, openDocumentFile, readAnyDocument, readDocumentText } from '#ingest';

import { output } from '../print/output.js';

export function parseCommand(): Command {
  return new Command('parse')
    .description('read a concluding-observations document and print what it says; touches no database')
    .argument('<file>', READABLE_ENDINGS.join(' or '))
    .option('--json', 'print everything that was read, as JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const text = await readDocumentText(await openDocumentFile(file));
      const parsed = readAnyDocument(text);
      if (options.json) output.json(parsed);
      else output.result(parsed.kind === 'concluding_observations' ? summary(parsed) : uprSummary(parsed));
    });
}

function uprSummary(report: UprReport): string {
  const count = (position: string | null): number =>
    report.recommendations.filter((one) => one.position === position).length;
  return [
    `report of the Universal Periodic Review on ${report.state ?? 'a State that the text does not name'}, ${report.symbol ?? 'symbol not in the text'}`,
    `${report.recommendations.length} recommendations of States: ${count('supported')} supported, ${count('noted')} noted, ${count('to_be_examined')} examined later, ${count(null)} without a position that was understood`,
    ...report.recommendations.map(
      (one) =>
        `  ${one.number.padEnd(8)} ${(one.position ?? '?').replaceAll('_', ' ').padEnd(15)} ${shorten(one.text)} (${one.recommendingStates.map(({ name }) => name).join('; ')})`,
    ),
    ...warningLines(report.warnings),
  ].join('\n');
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
    ...warningLines(parsed.warnings),
  ].join('\n');
}

function warningLines(warnings: readonly ParseWarning[]): readonly string[] {
  return warnings.map(
    (warning) =>
      `warning${warning.paragraph === null ? '' : `, paragraph ${warning.paragraph}`}: ${warning.message}`,
  );
}

function shorten(text: string): string {
  const most = 90;
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
