import { readFile } from 'node:fs/promises';

import { Command } from 'commander';

import { UserError } from '#domain';
import type { PublishedHead } from '#tracking';

import { explain } from '../print/explain.js';
import { output } from '../print/output.js';
import { verdictAsJson, verdictLines } from './verify-words.js';
import { withInstallation } from './with-installation.js';

/** `PER:41:<64 hexadecimal digits>`, as the feed and the operator's mail print it. */
const HEAD = /\b([A-Z]{3}):(\d{1,15}):([0-9a-fA-F]{64})\b/g;

const HELP = `
Exit codes: 0 everything holds, 1 something is wrong or could not be read, 2 wrong usage.

Without --head, an owner of the database who wrote the whole audit anew is not found. Give a head
that was kept elsewhere:
  vigia verify --head PER:41:<64 hexadecimal digits>
  vigia verify --head saved-mail.eml saved-feed.atom
`;

export function verifyCommand(): Command {
  return new Command('verify')
    .description('check the audit chain and the ledger of every State, and name the first bad place')
    .option(
      '--head <head...>',
      'a head that was published earlier: STATE:POSITION:HASH, or a file that holds such lines',
    )
    .option('--json', 'print the verdicts as JSON')
    .addHelpText('after', HELP)
    .action(async (options: { head?: string[]; json?: boolean }, command: Command) => {
      const published = await headsOf(options.head ?? [], command);
      await withInstallation(async ({ tracking }) => {
        const verdicts = await tracking.verifyRecord.verify(published);
        if (options.json) output.json(verdicts.map(verdictAsJson));
        else if (verdicts.length === 0) output.result('No State is followed here yet.');
        else for (const line of verdicts.flatMap(verdictLines)) output.result(line);
        if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
      });
    });
}

/** A head that cannot be read is wrong usage: nothing has been checked. */
async function headsOf(given: readonly string[], command: Command): Promise<PublishedHead[]> {
  try {
    return (await Promise.all(given.map(readHeads))).flat();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return command.error(explain(error), { code: error.code, exitCode: 2 });
  }
}

async function readHeads(given: string): Promise<PublishedHead[]> {
  const direct = headsIn(given);
  if (direct.length > 0) return direct;
  let text: string;
  try {
    text = await readFile(given, 'utf8');
  } catch (cause) {
    throw new UserError(
      'invalid_input',
      'verify.head',
      `--head: expected STATE:POSITION:HASH or a file that can be read, not "${given}".`,
      { cause },
    );
  }
  const found = headsIn(text);
  if (found.length > 0) return found;
  throw new UserError(
    'invalid_input',
    'verify.head_file',
    `--head: no line STATE:POSITION:HASH is in ${given}. Save the feed, or the operator's mail, as it came.`,
  );
}

function headsIn(text: string): PublishedHead[] {
  return [...text.matchAll(HEAD)].map(([, state = '', position = '', hash = '']) => ({
    state,
    position: Number(position),
    hash,
  }));
}
