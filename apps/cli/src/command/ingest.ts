import { Command } from 'commander';

import { READABLE_ENDINGS, openDocumentFile } from '#ingest';

import { output } from '../print/output.js';
import { summary } from './parse.js';
import { withInstallation } from './with-installation.js';

export function ingestCommand(): Command {
  return new Command('ingest')
    .description('take a document in; the same document again changes nothing')
    .argument('<file>', READABLE_ENDINGS.join(' or '))
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .option('--dry-run', 'read and check, save nothing')
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string, options: { state: string; dryRun?: boolean; json?: boolean }) => {
      const document = await openDocumentFile(file);
      await withInstallation(async ({ tracking }) => {
        const state = await tracking.states.getState(options.state.toUpperCase());
        const outcome = await tracking.ingestDocument.ingest(state, document, {
          dryRun: options.dryRun ?? false,
        });
        if (options.json) {
          output.json({
            outcome: outcome.outcome,
            key: outcome.key,
            slug: outcome.slug,
            recommendations: outcome.parsed.recommendations.length,
            warnings: outcome.parsed.warnings,
          });
          return;
        }
        output.result(summary(outcome.parsed));
        output.note(SENTENCES[outcome.outcome](outcome.key));
      });
    });
}

const SENTENCES = {
  saved: (key: string) => `Saved as ${key}.`,
  unchanged: (key: string) => `${key} was taken in before; nothing changed.`,
  dry_run: (key: string) => `Would be saved as ${key}; nothing was.`,
};
