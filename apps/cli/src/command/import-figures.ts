import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';

import { Command, InvalidArgumentError, Option } from 'commander';

import { UserError } from '#domain';
import type { DecimalMark, ImportKind, MonthMeaning } from '#domain';
import { importEn } from '#messages';
import type { ImportOutcome } from '#tracking';

import { output } from '../print/output.js';
import { PROBLEM_FLAGS, REFUSAL_FLAGS } from './import-flags.js';
import { withRecord } from './with-installation.js';

interface ImportArguments {
  readonly state: string;
  readonly indicator?: string;
  readonly indicatorColumn?: string;
  readonly source?: string;
  readonly sheet?: string;
  readonly decimal?: DecimalMark;
  readonly codes?: string;
  readonly cohortRule?: string;
  readonly year?: number;
  readonly months?: MonthMeaning;
  readonly baseYear?: number;
  readonly currency?: string;
  readonly map: Readonly<Record<string, string>>;
  readonly category: Readonly<Record<string, string>>;
  readonly reason?: string;
  readonly override?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Problems that are printed; `--json` lists up to a thousand. */
const SHOWN = 50;
const PROGRESS_EVERY_BYTES = 16 * 1024 * 1024;
const PIECE_BYTES = 256 * 1024;
/**
 * V8 lets its memory grow to a multiple of what lasts before it sweeps: 333 MiB for a gigabyte on a busy machine. With a fifth of
 * growth in between the same file stays below 256.
 */
const SWEEP_SOON = '--heap-growing-percent=20';

export function importFiguresCommand(kind: ImportKind, description: string): Command {
  const pair = (text: string, before: Readonly<Record<string, string>>): Record<string, string> => {
    const at = text.lastIndexOf('=');
    if (at === -1 || at === text.length - 1)
      throw new InvalidArgumentError(importEn.refusals.option_map(text));
    return { ...before, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
  };
  const command = new Command(kind)
    .description(`${description}; CSV of any size, or XLSX`)
    .argument('<file>', 'the file; what it is, its content says')
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .option('--indicator <code>', 'the indicator of all rows, where the file does not say it')
    .option('--source <code>', 'where the figures are from, where the file does not say it')
    .option('--sheet <name>', 'of a workbook; the first where none is named')
    .addOption(
      new Option('--decimal <mark>', 'decimal mark, where the file does not prove it').choices(['.', ',']),
    )
    .option(
      '--map <column=field>',
      'what a column is: a field, a dimension, or "ignore"; may be repeated',
      pair,
      {},
    )
    .option('--category <text=code>', 'what a text of the file means; may be repeated', pair, {})
    .option('--reason <text>', 'why figures differ from those on record')
    .option('--override <reason>', 'take figures that break a rule across figures, and why')
    .option('--dry-run', 'show what it would change, save nothing')
    .option('--json', 'print the outcome as JSON');
  if (kind === 'observations')
    command.option(
      '--indicator-column <text>',
      'take only rows whose column of indicators, or series, says this',
    );
  if (kind === 'observations' || kind === 'prosecutions')
    command.addOption(
      new Option('--codes <system>', 'codes of the departments').choices(['inei', 'reniec', 'iso']),
    );
  if (kind === 'budget')
    command
      .option('--year <year>', 'the fiscal year of all rows, where the file does not say it', year)
      .addOption(
        new Option(
          '--months <meaning>',
          'what an executed amount of a month holds: since January, or that month alone',
        ).choices(['cumulative', 'of_month']),
      );
  if (kind === 'deflator') command.option('--base-year <year>', 'whose prices the index is told in', year);
  if (kind === 'budget' || kind === 'deflator')
    command.option('--currency <code>', 'three letters of ISO 4217, where the file does not say it');
  if (kind === 'prosecutions')
    command.addOption(
      new Option('--cohort-rule <rule>', 'by which year the file counts').choices([
        ...['year_of_event', 'year_of_complaint', 'year_of_decision'],
      ]),
    );
  return command.action((path: string, options: ImportArguments) => importFile(kind, path, options));
}

function year(text: string): number {
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new InvalidArgumentError('A year has four digits, such as 2024.');
  return Number(text);
}

async function importFile(kind: ImportKind, path: string, options: ImportArguments): Promise<void> {
  setFlagsFromString(SWEEP_SOON);
  const handle = await open(path, 'r');
  try {
    const { size } = await regularFile(handle, path);
    await withRecord(async ({ tracking }) => {
      const state = await tracking.states.getState(options.state.toUpperCase());
      const asked = {
        kind,
        dryRun: options.dryRun === true,
        override: options.override ?? null,
        options: {
          sheet: options.sheet ?? null,
          indicator: options.indicator ?? null,
          indicatorText: options.indicatorColumn ?? null,
          source: options.source ?? null,
          decimalMark: options.decimal ?? null,
          codes: options.codes ?? null,
          columns: options.map,
          categories: options.category,
          reason: options.reason ?? null,
          cohortRule: options.cohortRule ?? null,
          year: options.year ?? null,
          months: options.months ?? null,
          baseYear: options.baseYear ?? null,
          currency: options.currency ?? null,
        },
      };
      const by = { personId: null, actor: 'command_line' } as const;
      const file = { name: basename(path), bytes: pieces(handle, size) };
      const outcome = await tracking.importFigures.run(state, file, asked, by).catch(sayHow);
      if (outcome.outcome === 'saved') {
        await tracking.recordCompleteness.run(state.id);
        await tracking.publishFigures.publish(state.id);
      }
      if (options.json) output.json(outcome);
      else print(outcome, options.state);
      if (outcome.outcome === 'refused')
        throw new UserError(
          'invalid_input',
          'import.refused',
          `${counted(outcome.problemCount, 'problem')}: nothing was saved. Correct the file and run the command again.`,
        );
    });
  } finally {
    await handle.close();
  }
}

/** Adds to a refusal by which option a person says what is missing. */
function sayHow(error: unknown): never {
  const flag = error instanceof UserError ? REFUSAL_FLAGS[error.code] : undefined;
  if (!(error instanceof UserError) || flag === undefined) throw error;
  throw new UserError(error.kind, error.code, `${error.message} (${flag})`, { cause: error });
}

async function regularFile(handle: FileHandle, path: string): Promise<{ readonly size: number }> {
  const facts = await handle.stat();
  if (!facts.isFile())
    throw new UserError(
      'invalid_input',
      'import.no_file',
      `${basename(path)} is not a file. Give the path of one.`,
    );
  return facts;
}

/** With a word on standard error now and then: a gigabyte takes minutes. */
async function* pieces(handle: FileHandle, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  let read = 0;
  let told = 0;
  for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: PIECE_BYTES })) {
    read += (piece as Uint8Array).length;
    if (read - told >= PROGRESS_EVERY_BYTES) {
      told = read;
      output.step(`read ${Math.floor((100 * read) / size)} %`, { bytes: read, of: size });
    }
    yield piece as Uint8Array;
  }
  if (told > 0) output.step('comparing with what is on record');
}

function print(outcome: ImportOutcome, state: string): void {
  const { counts, rows, skipped, overruled, problems, problemCount } = outcome;
  const aside = skipped === 0 ? '' : `, ${counted(skipped, 'row')} not asked for`;
  output.result(`${counted(rows, 'row')} read (${outcome.format})${aside}.`);
  for (const { row, column, given, code, other } of problems.slice(0, SHOWN)) {
    const where = column === '' ? `row ${row}` : `row ${row}, ${column}`;
    const beside =
      other === undefined ? '' : ` (the other: ${code === 'import.repeated' ? `row ${other}` : other})`;
    const flag = PROBLEM_FLAGS[code];
    const how = flag === undefined ? '' : ` (${flag})`;
    output.result(`${where}: "${given}"; expected: ${importEn.expected[code]}${how}${beside}`);
  }
  if (problemCount > SHOWN) output.result(`… and ${problemCount - SHOWN} more; --json lists a thousand.`);
  if (outcome.outcome === 'refused') return;
  const verb = outcome.outcome === 'dry_run' ? 'would be' : 'were';
  output.result(`${counts.added} ${verb} added, ${counts.revised} revised, ${counts.unchanged} unchanged.`);
  if (overruled > 0)
    output.result(
      `${counted(overruled, 'figure')} broke a rule across figures and was taken with the reason given.`,
    );
  if (outcome.outcome === 'unchanged') output.note('The record says the same already: 0 rows were written.');
  if (outcome.outcome === 'dry_run') output.note('Nothing was saved.');
  if (outcome.id !== null)
    output.note(
      `Saved as import ${outcome.id}. Undo it with: vigia undo ${outcome.id} --state ${state} --reason "why"`,
    );
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
