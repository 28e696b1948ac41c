import { Command } from 'commander';

import { UserError, isCivilDate } from '#domain';
import { findingSentence, noticeReasonSentence } from '#messages';
import type { SweepOutcome } from '#tracking';

import { output } from '../print/output.js';
import { withRecord } from './with-installation.js';

interface SweepArguments {
  readonly state: string;
  readonly on?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function sweepCommand(): Command {
  return new Command('sweep')
    .description('the scheduled check for one civil day, now')
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .option('--on <day>', 'civil day, YYYY-MM-DD; only a dry run may look ahead')
    .option('--dry-run', 'decide everything, write nothing')
    .option('--json', 'print the outcome as JSON')
    .action(async (options: SweepArguments) => {
      if (options.on !== undefined && !isCivilDate(options.on))
        throw new UserError(
          'invalid_input',
          'sweep.on',
          `--on: expected a day that exists, YYYY-MM-DD, not "${options.on}".`,
        );
      await withRecord(async ({ tracking, worker }) => {
        const state = await tracking.states.getState(options.state.toUpperCase());
        if (!options.dryRun) await tracking.reviewDeadlines.review(state);
        if (!options.dryRun) await tracking.publishFigures.publish(state.id);
        const outcome = await tracking.runSweep.run(state, {
          worker,
          again: true,
          dryRun: options.dryRun ?? false,
          ...(options.on === undefined ? {} : { on: options.on }),
        });
        if (options.json) output.json(outcome);
        else print(outcome);
      });
    });
}

function print(outcome: SweepOutcome): void {
  const { counts } = outcome;
  for (const decision of outcome.decisions) {
    output.result(
      `${decision.code.padEnd(7)} ${decision.transition.padEnd(10)} ${findingSentence('en', `${decision.rule}.${decision.reason}`, decision.evidence)}`,
    );
    for (const notice of decision.notices)
      output.result(`        ${noticeReasonSentence('en', notice.reason)}`);
  }
  if (outcome.outcome === 'busy') output.result(`Another process is sweeping ${outcome.on} now.`);
  else
    output.result(
      `${outcome.on}: ${counts.recommendations} recommendations, ${counts.findings} findings; alerts ${counts.alertsOpened} opened, ${counts.alertsChanged} changed, ${counts.alertsResolved} resolved; notices ${counts.noticesWritten} to send, ${counts.noticesSkipped} skipped; ${counts.statusesChanged} statuses written${outcome.outcome === 'dry_run' ? ' (dry run: nothing was written)' : ''}.`,
    );
}
