import { Command } from 'commander';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

export function removeDemonstrationCommand(): Command {
  return new Command('remove-demonstration')
    .description(
      'remove every demonstration State with all its data, mails in the ledger and invented people',
    )
    .action(async () => {
      await withInstallation(async ({ tracking }) => {
        const states = (await tracking.states.listStates()).filter((state) => state.demonstration);
        for (const state of states) await tracking.states.removeDemonstration(state.id);
        output.result(
          states.length === 0
            ? 'There is no demonstration here.'
            : `Removed: ${states.map((state) => state.name.en).join(', ')}. Set VIGIA_DEMO=0, or the next start loads it again.`,
        );
      });
    });
}
