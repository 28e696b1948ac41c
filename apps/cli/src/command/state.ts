import { Command } from 'commander';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

interface StateArguments {
  readonly iso: string;
  readonly nameEn: string;
  readonly nameEs: string;
  readonly timeZone: string;
}

export function stateCommand(): Command {
  return new Command('state').description('the States that are followed').addCommand(
    new Command('add')
      .description('begin to follow a State')
      .requiredOption('--iso <iso3>', 'three letters of ISO 3166-1')
      .requiredOption('--name-en <name>', 'its name in English')
      .requiredOption('--name-es <name>', 'its name in Spanish')
      .requiredOption('--time-zone <zone>', 'where its days begin, such as America/Lima')
      .action(async ({ iso, nameEn, nameEs, timeZone }: StateArguments) => {
        await withInstallation(async ({ tracking }) => {
          const state = await tracking.addState.add({
            iso3: iso.toUpperCase(),
            name: { en: nameEn, es: nameEs },
            timeZone,
          });
          output.result(`${state.iso3} is followed now.`);
          output.note(
            `Next: vigia ingest FILE --state ${state.iso3}, and vigia invite EMAIL --name NAME --state ${state.iso3} --role operator.`,
          );
        });
      }),
  );
}
