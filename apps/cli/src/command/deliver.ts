import { Command } from 'commander';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

export function deliverCommand(): Command {
  return new Command('deliver')
    .description('send what is due in the ledger, then exit')
    .option('--json', 'print the outcome as JSON')
    .action(async (options: { json?: boolean }) => {
      await withInstallation(async ({ tracking }) => {
        const outcomes = [];
        for (const state of await tracking.states.listStates())
          outcomes.push({ state: state.iso3, ...(await tracking.deliverMessages.deliver(state.id)) });
        if (options.json) output.json(outcomes);
        else if (outcomes.length === 0) output.result('No State is followed here yet.');
        else
          for (const { state, accepted, temporary, permanent, in_doubt, failed } of outcomes)
            output.result(
              `${state}: ${accepted} accepted, ${temporary} delayed, ${permanent} bounced, ${in_doubt} in doubt, ${failed} not written.`,
            );
      });
    });
}
