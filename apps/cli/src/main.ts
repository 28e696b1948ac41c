import { Command, CommanderError } from 'commander';

import { commandsFor } from './commands.js';
import { explain } from './print/explain.js';

/** Exit codes that scripts rely on: 0 done, 1 the work failed, 2 wrong usage. */
const FAILED = 1;
const WRONG_USAGE = 2;

async function main(): Promise<void> {
  const program = new Command('vigia')
    .description('Watches whether a State does what a UN treaty body asked of it.')
    .exitOverride()
    .showHelpAfterError('(add --help for what this command takes)');
  for (const command of await commandsFor(process.argv[2])) program.addCommand(command.exitOverride());
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
      return;
    }
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = FAILED;
  }
}

await main();
