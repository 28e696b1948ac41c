import type { Command } from 'commander';

type CommandLoader = () => Promise<Command>;

/**
 * Every command by its name, in the order of the help. A new one is a file and a line here. Each is loaded when it is asked
 * for: reading a document needs neither database nor server, and half of their memory.
 */
export const COMMANDS: ReadonlyMap<string, CommandLoader> = new Map<string, CommandLoader>([
  ['start', async () => (await import('./command/start.js')).startCommand()],
  ['migrate', async () => (await import('./command/migrate.js')).migrateCommand()],
  ['state', async () => (await import('./command/state.js')).stateCommand()],
  ['invite', async () => (await import('./command/invite.js')).inviteCommand()],
  ['reset-factors', async () => (await import('./command/reset-factors.js')).resetFactorsCommand()],
  ['parse', async () => (await import('./command/parse.js')).parseCommand()],
  ['ingest', async () => (await import('./command/ingest.js')).ingestCommand()],
  ['import', async () => (await import('./command/import.js')).importCommand()],
  ['library', async () => (await import('./command/library.js')).libraryCommand()],
  ['undo', async () => (await import('./command/undo.js')).undoCommand()],
  ['sweep', async () => (await import('./command/sweep.js')).sweepCommand()],
  ['deliver', async () => (await import('./command/deliver.js')).deliverCommand()],
  ['doctor', async () => (await import('./command/doctor.js')).doctorCommand()],
  ['verify', async () => (await import('./command/verify.js')).verifyCommand()],
  [
    'remove-demonstration',
    async () => (await import('./command/remove-demonstration.js')).removeDemonstrationCommand(),
  ],
]);

/** The command that was asked for; all of them where none was, or one that there is not. */
export function commandsFor(name: string | undefined): Promise<Command[]> {
  const asked = COMMANDS.get(name ?? '');
  return Promise.all((asked ? [asked] : [...COMMANDS.values()]).map((load) => load()));
}
