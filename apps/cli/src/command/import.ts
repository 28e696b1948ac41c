import { Command } from 'commander';

import { importUhriCommand } from './import-uhri.js';

/** What comes from other systems. A new kind is a file and a line here. */
export function importCommand(): Command {
  return new Command('import')
    .description('take in what other systems export; shows what it changes first')
    .addCommand(importUhriCommand());
}
