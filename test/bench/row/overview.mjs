import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

import autocannon from 'autocannon';

import { readDemonstration } from '#tracking';

import { median } from '../pairs.mjs';

const SECONDS = 3;
const ROUNDS = 5;

/** The overview's JSON through the whole API, against the same bytes from a bare node:http server. */
export async function overviewRow(installation) {
  const { tracking } = installation;
  const file = await readDemonstration(join('samples', 'demonstration', 'peru'));
  const bytes = await readFile(join('samples', file.document.file));
  const { state } = await tracking.loadDemonstration.load(file, { name: file.document.file, bytes });
  await tracking.publishFigures.publish(state.id);
  await tracking.runSweep.run(state, { worker: 'bench', again: true });

  const api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: {
      ...process.env,
      VIGIA_DATA_DIR: installation.config.dataDir,
      PORT: '3977',
      VIGIA_DEMO: '0',
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) =>
    api.stdout.on('data', (chunk) => String(chunk).includes('api ready') && resolve()),
  );
  const overview = 'http://127.0.0.1:3977/api/v1/states/PER/overview';
  const body = Buffer.from(await (await fetch(overview)).arrayBuffer());
  const bare = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  );
  await new Promise((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const products = [];
  const floors = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await rate(`http://127.0.0.1:${bare.address().port}/`));
    products.push(await rate(overview));
  }
  await new Promise((resolve) => bare.close(resolve));
  const ended = new Promise((resolve) => api.once('exit', resolve));
  api.kill('SIGTERM');
  await ended;
  await tracking.states.removeDemonstration(state.id);
  return [
    {
      what: `GET overview (${(body.length / 1024).toFixed(0)} kB)`,
      figure: `${median(products).toFixed(0)} /s`,
      against: 'bare node:http with the same bytes',
      limit: `${median(floors).toFixed(0)} /s`,
      ratio: median(products) / median(floors),
    },
  ];
}

async function rate(url) {
  const result = await autocannon({ url, connections: 8, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}
