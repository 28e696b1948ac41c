import { Command } from 'commander';

import type { LibraryStep, PlannedIndicator } from '#tracking';

import { output } from '../print/output.js';
import { withRecord } from './with-installation.js';

interface LibraryArguments {
  readonly state: string;
  readonly item?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const SENTENCES: Readonly<Record<LibraryStep, string>> = {
  create: 'new',
  link: 'linked',
  present: 'there',
  differs: 'DIFFERS',
};

export function libraryCommand(): Command {
  return new Command('library').description('indicators that come with the product').addCommand(
    new Command('load')
      .description(
        'set the indicators of the library for the documents it was made for; again changes nothing',
      )
      .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
      .option('--item <code...>', 'paragraphs such as 8 or "20(a)"; left out: all')
      .option('--dry-run', 'show what would be set, save nothing')
      .option('--json', 'print the outcome as JSON')
      .action(async (options: LibraryArguments) => {
        await withRecord(async ({ tracking }) => {
          const state = await tracking.states.getState(options.state.toUpperCase());
          const planned = await tracking.loadLibrary.loadDocument(
            state,
            { items: options.item ?? [], dryRun: options.dryRun === true },
            { personId: null, actor: 'command_line' },
          );
          if (options.json) output.json(planned.map(shortly));
          else print(planned, options.dryRun === true);
        });
      }),
  );
}

function shortly({ indicator, recommendation, required, step }: PlannedIndicator) {
  return { code: indicator.code, recommendation: recommendation.publicId, required, step };
}

function print(planned: readonly PlannedIndicator[], dryRun: boolean): void {
  for (const { indicator, recommendation, step } of planned)
    output.result(
      `${SENTENCES[step].padEnd(8)} ${recommendation.code.padEnd(6)} ${indicator.code.padEnd(8)} ${indicator.name.en}`,
    );
  const counted = (step: LibraryStep): number => planned.filter((one) => one.step === step).length;
  output.note(
    `${counted('create')} ${dryRun ? 'would be set' : 'set'}, ${counted('link')} linked, ${counted('present')} there already.`,
  );
}
