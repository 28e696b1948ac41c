import { Command } from 'commander';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

export function resetFactorsCommand(): Command {
  return new Command('reset-factors')
    .description('remove every second factor of a person who has lost them; make sure who asks first')
    .argument('<email>', 'where the person receives mail')
    .action(async (email: string) => {
      await withInstallation(async ({ tracking }) => {
        const name = await tracking.resetSecondFactors.reset(email);
        output.result(`${name} has no second factor any more and is signed out everywhere.`);
        output.note(
          'The password still holds. A new one comes by "I have lost my password" on the sign-in page.',
        );
      });
    });
}
