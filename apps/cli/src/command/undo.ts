import { Command, InvalidArgumentError } from 'commander';

import { output } from '../print/output.js';
import { withRecord } from './with-installation.js';

export function undoCommand(): Command {
  return new Command('undo')
    .description('take the figures of one import out of the record again; they are kept aside')
    .argument('<id>', 'number of the import', (text) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A number is expected.');
      return Number(text);
    })
    .requiredOption('--state <iso3>', 'the State, three letters of ISO 3166-1')
    .requiredOption('--reason <text>', 'why, at least ten characters')
    .option('--json', 'print the outcome as JSON')
    .action(async (id: number, options: { state: string; reason: string; json?: boolean }) => {
      await withRecord(async ({ tracking }) => {
        const state = await tracking.states.getState(options.state.toUpperCase());
        const by = { personId: null, actor: 'command_line' } as const;
        const undone = await tracking.undoImport.undo(state, id, options.reason, by);
        await tracking.recordCompleteness.run(state.id);
        await tracking.publishFigures.publish(state.id);
        if (options.json) output.json({ id, undone });
        else output.result(`${undone} figures of import ${id} were taken out of the record and kept aside.`);
      });
    });
}
