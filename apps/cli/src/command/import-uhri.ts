import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';

import { Command, Option } from 'commander';

import { UHRI_LANGUAGES, UserError } from '#domain';
import type { UhriContent, UhriLanguage } from '#domain';
import { screensEn } from '#messages';
import type { State, Tracking, UhriChange, UhriCounts, UhriDifference, UhriImport } from '#tracking';

import { output } from '../print/output.js';
import { withRecord } from './with-installation.js';

interface ImportArguments {
  readonly state: string;
  readonly language: UhriLanguage;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** Rows that are printed of each kind; the page of the import shows them all. */
const SHOWN = 20;
const SHOWN_CHARACTERS = 160;
const SHOWN_CHANGES = ['new', 'changed', 'absent', 'rejected'] as const;
const { rejected: EXPECTED, fields: FIELDS } = screensEn.uhri;

export function importUhriCommand(): Command {
  return new Command('uhri')
    .description('an export of the Universal Human Rights Index as JSON; the same file again changes nothing')
    .argument('<file>', 'JSON: a list of records, or a record to a line')
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .addOption(
      new Option('--language <language>', 'of the export').choices([...UHRI_LANGUAGES]).default('en'),
    )
    .addOption(new Option('--dry-run', 'show what it would change, save nothing').conflicts('yes'))
    .option('--yes', 'save without asking')
    .option('--json', 'print the outcome as JSON')
    .action(async (path: string, options: ImportArguments) => {
      const asks = !options.dryRun && !options.yes;
      if (asks && !(process.stdin.isTTY && process.stderr.isTTY))
        throw new UserError(
          'invalid_input',
          'uhri.confirmation',
          'Nobody is there to be asked: say --dry-run to see what it would change, or --yes to save it.',
        );
      await importFile(path, options, asks);
    });
}

async function importFile(path: string, options: ImportArguments, asks: boolean): Promise<void> {
  const handle = await open(path, 'r');
  try {
    if (!(await handle.stat()).isFile())
      throw new UserError(
        'invalid_input',
        'uhri.no_file',
        `${basename(path)} is not a file. Give the path of an export.`,
      );
    await withRecord(async ({ tracking }) => {
      const state = await tracking.states.getState(options.state.toUpperCase());
      const file = {
        name: basename(path),
        language: options.language,
        bytes: handle.createReadStream({ autoClose: false }),
      };
      let read: UhriImport | null = null;
      const differences: Partial<Record<UhriChange, readonly UhriDifference[]>> = {};
      const { outcome, counts } = await tracking.importUhri.run(state, file, async (found, counted) => {
        read = found;
        for (const change of SHOWN_CHANGES)
          differences[change] = await listed(tracking, state, found, change);
        if (!options.json) printDifference(found, counted, differences);
        return options.yes === true || (asks && (await confirmed(counted)));
      });
      if (options.json)
        output.json({
          outcome: options.dryRun ? 'dry_run' : outcome,
          counts,
          file: read!.tally,
          differences,
        });
      else output.note(SENTENCES[outcome]);
    });
  } finally {
    await handle.close();
  }
}

async function listed(
  tracking: Tracking,
  state: State,
  { id }: UhriImport,
  change: UhriChange,
): Promise<readonly UhriDifference[]> {
  return (await tracking.readUhri.read(state, id, { change, after: null, limit: SHOWN })).differences;
}

async function confirmed(counts: UhriCounts): Promise<boolean> {
  if (counts.new + counts.changed + counts.absent === 0) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question('Save this? [y/N] ')).trim());
  } finally {
    asking.close();
  }
}

function printDifference(
  { tally }: UhriImport,
  counts: UhriCounts,
  differences: Partial<Record<UhriChange, readonly UhriDifference[]>>,
): void {
  const shortened = (text: string): string =>
    text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}…`;
  output.result(
    `${tally.read} rows: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.absent} no longer in the export, ${counts.rejected + tally.unlisted} rejected; ${tally.otherStates} about other States, ${tally.unknownCountries} about none that is known, ${tally.repeated} repeated.`,
  );
  if (tally.unknownNames.length > 0)
    output.result(`Names that are no State's: ${tally.unknownNames.join('; ')}.`);
  for (const { row, after } of differences.new ?? [])
    output.result(`new       row ${row}: ${placeOf(after!)} ${shortened(after!.text)}`);
  for (const { row, before, after, returned } of differences.changed ?? []) {
    output.result(`changed   row ${row}: ${placeOf(after!)}${returned ? ' (is in the export again)' : ''}`);
    for (const field of changedFields(before!, after!)) {
      output.result(`            ${FIELDS[field] ?? field}`);
      output.result(`              before: ${shortened(written(before![field]))}`);
      output.result(`              after:  ${shortened(written(after![field]))}`);
    }
  }
  for (const { annotationId, before } of differences.absent ?? [])
    output.result(`absent    ${annotationId}: ${placeOf(before!)} ${shortened(before!.text)}`);
  for (const { row, rejections } of differences.rejected ?? [])
    for (const { column, value, expected } of rejections)
      output.result(
        `rejected  row ${row}, ${column || 'whole row'}: "${value}"; expected: ${EXPECTED[expected] ?? expected}`,
      );
  for (const change of SHOWN_CHANGES)
    if (counts[change] > SHOWN) output.result(`… and ${counts[change] - SHOWN} more that are ${change}.`);
}

function placeOf({ symbol, paragraph }: UhriContent): string {
  return paragraph === null ? symbol : `${symbol} ${paragraph}`;
}

function changedFields(before: UhriContent, after: UhriContent): (keyof UhriContent)[] {
  return (Object.keys(after) as (keyof UhriContent)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}

function written(value: UhriContent[keyof UhriContent]): string {
  if (value === null) return '(nothing)';
  return Array.isArray(value) ? value.join('; ') : String(value);
}

const SENTENCES = {
  saved: 'Saved.',
  unchanged: 'The record says the same already; nothing changed.',
  not_saved: 'Nothing was saved.',
};
