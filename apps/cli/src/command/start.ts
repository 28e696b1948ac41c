import { Command, Option } from 'commander';

import { loadConfig, readEnvironment } from '#config';
import { openInstallation, terminalLogger } from '#installation';
import type { Installation, OpeningStep } from '#installation';

import { serveApi } from '../../../api/src/serve.js';
import type { RunningApi } from '../../../api/src/serve.js';
import { createWorker } from '../../../worker/src/create-worker.js';
import { colour } from '../print/colour.js';
import { output } from '../print/output.js';
import { untilStopped } from '../print/until-stopped.js';
import { loadDemonstrationState, untilReminded } from '../demonstration/demonstration.js';

const STEPS: Readonly<Record<OpeningStep, string>> = {
  creating: 'Making the embedded database (once, a second or two)',
  starting: 'Starting the embedded database',
  adopting: 'Taking over the embedded database that is still running',
  migrating: 'Bringing the database to this version',
  opening: 'Opening database, queue and mail relay',
};

export function startCommand(): Command {
  return new Command('start')
    .description('run Vigía: what "npm start" does')
    .addOption(
      new Option('--role <role>', 'what this process does').choices(['api', 'worker', 'all']).default('all'),
    )
    .action(async ({ role }: { role: 'api' | 'worker' | 'all' }) => start(role));
}

async function start(role: 'api' | 'worker' | 'all'): Promise<void> {
  const config = loadConfig(readEnvironment());
  const logger = terminalLogger();
  const installation = await openInstallation(config, {
    onProgress: (step) => output.step(STEPS[step], { step }),
    onTrouble: (error) => logger.warn(error instanceof Error ? error.message : 'trouble in the background'),
  });
  const running: { close(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const part of running.splice(0).reverse()) await part.close();
    await installation.close();
  };
  try {
    if (config.demonstration) {
      output.step('Loading the demonstration State, if it is not there', { step: 'demonstration' });
      await loadDemonstrationState(installation);
    }
    const api = role === 'worker' ? null : await serveApi(installation, logger);
    if (api) running.push(api);
    if (role !== 'api') running.push(await createWorker(installation, logger));
    if (!(await installation.relayAnswers()))
      output.note('The mail relay does not answer. Reminders wait in the ledger and leave when it does.');
    if (role === 'all' && config.openDemonstration) {
      output.step("Checking the State's day and delivering its reminders", { step: 'sweep' });
      await untilReminded(installation);
    }
    await greet(installation, api);
    await untilStopped();
    output.step('Stopping; what is running ends first', { step: 'stopping' });
  } finally {
    await stop();
  }
}

/** What a newcomer needs: where to look, and a way in for every role. */
async function greet(installation: Installation, api: RunningApi | null): Promise<void> {
  if (!api) {
    output.step('Worker ready', { ready: true });
    return;
  }
  const links = installation.config.openDemonstration ? await signInLinks(installation, api.url) : [];
  if (!process.stderr.isTTY) {
    output.step('Vigía is ready', {
      ready: true,
      dashboard: api.url,
      mailbox: installation.mailbox ? `${api.url}/mailbox` : null,
      signIn: Object.fromEntries(links),
    });
    return;
  }
  output.note('');
  output.note(`${colour.bold('Dashboard')}   ${api.url}`);
  if (installation.mailbox) output.note(`${colour.bold('Mailbox')}     ${api.url}/mailbox`);
  if (links.length > 0) output.note(`\n${colour.bold('Sign in')} (each link works once, for a day)`);
  for (const [role, url] of links) output.note(`  ${role.padEnd(16)} ${url}`);
  output.note(`\n${colour.dim('Ctrl-C stops everything and keeps the data.')}`);
}

async function signInLinks(installation: Installation, url: string): Promise<[string, string][]> {
  const { tracking, record } = installation;
  const links: [string, string][] = [];
  for (const state of (await tracking.states.listStates()).filter((candidate) => candidate.demonstration))
    for (const person of await record.runState(state.id, () => tracking.people.listOneOfEachRole(state.id)))
      links.push([
        person.role,
        `${url}/${person.language}/sign-in/${await tracking.signInLinks.createLink(person.id)}`,
      ]);
  return links;
}
