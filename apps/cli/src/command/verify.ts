import { readFile } from 'node:fs/promises';

import { Command } from 'commander';

import { UserError } from '#domain';
import type { ChainFault } from '#domain';
import type { PublishedHead, StateVerdict } from '#tracking';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

/** `PER:41:<64 hexadecimal digits>`, as the feed and the operator's mail print it. */
const HEAD = /\b([A-Z]{3}):(\d{1,15}):([0-9a-fA-F]{64})\b/g;

const FAULTS: Readonly<Record<ChainFault, string>> = {
  altered: 'was changed after it was written',
  missing: 'is missing',
  reordered: 'stands in the place of another',
  inserted: 'was put in afterwards',
  head_differs: 'is not the one whose hash was kept: the audit was written anew up to here',
};

export function verifyCommand(): Command {
  return new Command('verify')
    .description('check the audit chain and the ledger of every State, and name the first bad place')
    .option(
      '--head <head...>',
      'a head that was published earlier: STATE:POSITION:HASH, or a file that holds such lines',
    )
    .option('--json', 'print the verdicts as JSON')
    .action(async (options: { head?: string[]; json?: boolean }) => {
      const published = (await Promise.all((options.head ?? []).map(readHeads))).flat();
      await withInstallation(async ({ tracking }) => {
        const verdicts = await tracking.verifyRecord.verify(published);
        if (options.json) output.json(verdicts);
        else if (verdicts.length === 0) output.result('No State is followed here yet.');
        else for (const verdict of verdicts) print(verdict);
        if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
      });
    });
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

function print({ state, chain, ledger }: StateVerdict): void {
  const { fault, head } = chain;
  output.result(
    fault === null
      ? `ok    ${state} audit: ${head.position} entries, ${state}:${head.position}:${head.hash}`
      : `WRONG ${state} audit: entry ${fault.position} ${FAULTS[fault.kind]}. Good up to ${head.position}.`,
  );
  const wrong = ledger.filter(({ place }) => place !== null);
  if (wrong.length === 0) output.result(`ok    ${state} ledger: ${ledger.length} checks`);
  for (const { check, place } of wrong)
    output.result(`WRONG ${state} ledger: ${check.replaceAll('_', ' ')}, first at ${place ?? ''}`);
}
