import { Command } from 'commander';

import { importFiguresCommand } from './import-figures.js';
import { importUhriCommand } from './import-uhri.js';

/** What comes from other systems. A new kind is a file and a line here. */
export function importCommand(): Command {
  return new Command('import')
    .description('take in what other systems export, whole or not at all')
    .addCommand(importFiguresCommand('observations', 'figures of indicators: long form, Open SDG, UNODC'))
    .addCommand(
      importFiguresCommand(
        'budget',
        'amounts of budget lines: approved, revised, executed (PIA, PIM, devengado)',
      ),
    )
    .addCommand(importFiguresCommand('deflator', 'a price index by year, for amounts at constant prices'))
    .addCommand(importFiguresCommand('prosecutions', 'cases by offence, cohort and stage'))
    .addCommand(importUhriCommand());
}
