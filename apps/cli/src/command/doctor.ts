import { Command } from 'commander';

import { loadConfig, readEnvironment } from '#config';
import { civilDayOf } from '#domain';
import { openInstallation } from '#installation';

import { explain } from '../print/explain.js';
import { output } from '../print/output.js';

interface Diagnosis {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('tell what is configured, reachable and wrong, in sentences')
    .option('--json', 'print the findings as JSON')
    .action(async (options: { json?: boolean }) => {
      const findings = await diagnose();
      if (options.json) output.json(findings);
      else
        for (const { ok, what, says } of findings)
          output.result(`${ok ? 'ok   ' : 'WRONG'} ${what}: ${says}`);
      if (findings.some((finding) => !finding.ok)) process.exitCode = 1;
    });
}

async function diagnose(): Promise<Diagnosis[]> {
  const findings: Diagnosis[] = [];
  const say = (what: string, ok: boolean, says: string): void => void findings.push({ what, ok, says });
  let installation;
  try {
    const config = loadConfig(readEnvironment());
    say('settings', true, 'all of them can work');
    say(
      'database',
      true,
      config.database.url === null ? `embedded, in ${config.dataDir}` : 'a PostgreSQL of your own',
    );
    say('queue', true, config.redisUrl === null ? 'in PostgreSQL' : 'on Redis');
    installation = await openInstallation(config);
  } catch (error) {
    say('start', false, explain(error));
    return findings;
  }
  try {
    const { tracking, clock, mailbox } = installation;
    const readiness = await tracking.readWatch.readiness();
    say('database answers', readiness.database === 'reachable', readiness.database);
    say('queue answers', readiness.queue === 'reachable', readiness.queue);
    const relay = await installation.relayAnswers();
    say(
      'mail relay',
      relay,
      relay
        ? mailbox
          ? 'the built-in mailbox'
          : 'answers'
        : 'does not answer; mails wait in the ledger and leave when it does',
    );
    const states = await tracking.states.listStates();
    say(
      'States',
      true,
      states.length === 0 ? 'none is followed yet' : states.map((state) => state.iso3).join(', '),
    );
    for (const state of states) {
      const today = civilDayOf(clock.now(), state.timeZone);
      const newest = (await tracking.readWatch.read()).sweeps.find(
        (sweep) => sweep.state === state.iso3 && sweep.finishedAt !== null,
      );
      say(
        `watch over ${state.iso3}`,
        newest?.sweptOn === today,
        newest
          ? `last finished sweep ${newest.sweptOn}, today is ${today} there`
          : 'never swept yet; a running worker does it within a minute',
      );
    }
    for (const { state, waiting, failed } of await tracking.readWatch.heldPeriods())
      say(
        `published counts of ${state}`,
        failed === 0,
        `${waiting} periods wait for the yearly batch, ${failed} could not be published (see the log)`,
      );
    say('mails waiting', true, String(readiness.mailWaiting ?? 0));
  } finally {
    await installation.close();
  }
  return findings;
}
