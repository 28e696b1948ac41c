import { Command } from 'commander';

import { READABLE_ENDINGS, openDocumentFile } from '#ingest';
import type { IngestOutcome, Tracking } from '#tracking';

import { output } from '../print/output.js';
import { summary } from './parse.js';
import { withRecord } from './with-installation.js';

interface IngestArguments {
  readonly state: string;
  readonly timeZone?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function ingestCommand(): Command {
  return new Command('ingest')
    .description('take a document in; the same document again changes nothing')
    .argument('<file>', READABLE_ENDINGS.join(' or '))
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .option('--time-zone <zone>', 'of a State that is new here and has several, such as America/Sao_Paulo')
    .option('--dry-run', 'read and check, save nothing')
    .option('--json', 'print the outcome as JSON')
    .action(async (path: string, options: IngestArguments) => {
      const file = await openDocumentFile(path);
      await withRecord(async ({ tracking }) => {
        const outcome = await ingest(tracking, file, options);
        if (options.json) {
          output.json({
            outcome: outcome.outcome,
            key: outcome.key,
            slug: outcome.slug,
            recommendations: outcome.parsed.recommendations.length,
            warnings: outcome.parsed.warnings,
            corrected: outcome.corrected,
          });
          return;
        }
        output.result(summary(outcome.parsed));
        if (outcome.corrected.length > 0)
          output.note(`Read as people had corrected it: ${outcome.corrected.join(', ')}.`);
        output.note(SENTENCES[outcome.outcome](outcome.key));
      });
    });
}

/** A State that is new here is followed from its first document on, but not for the sake of a file that is no such document. */
async function ingest(
  tracking: Tracking,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { state: given, timeZone, dryRun = false }: IngestArguments,
): Promise<IngestOutcome> {
  const iso3 = given.toUpperCase();
  const known = await tracking.states.findState(iso3);
  if (known) return tracking.ingestDocument.ingest(known, file, { dryRun });
  const preview = await tracking.ingestDocument.preview(iso3, file);
  if (dryRun) return preview;
  const { state } = await tracking.followState.follow(iso3, timeZone);
  output.note(`${state.name.en} is followed from now on; its days are those of ${state.timeZone}.`);
  return tracking.ingestDocument.ingest(state, file, { dryRun });
}

const SENTENCES = {
  saved: (key: string) => `Saved as ${key}.`,
  language_added: (key: string) => `Saved beside ${key} as a further language of it.`,
  unchanged: (key: string) => `${key} was taken in before; nothing changed.`,
  dry_run: (key: string) => `Would be saved as ${key}; nothing was.`,
};
