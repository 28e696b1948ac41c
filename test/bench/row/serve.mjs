import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { readDemonstration } from '#tracking';

import { median } from '../pairs.mjs';

const SECONDS = 3;
const CONNECTIONS = 32;
const PAIRS = 6;
const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
/** Of one connection or one moment: the server writes them anew. */
const OWN = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/**
 * Published cells of one indicator as JSON, from the whole application to a socket, against node:http that sends the same headers
 * and the same bytes out of memory. The load comes from a process of its own, to one after the other.
 */
export async function serveRow({ tracking, record }) {
  const file = await readDemonstration(join('samples', 'demonstration', 'peru'));
  const bytes = await readFile(join('samples', file.document.file));
  const { state } = await tracking.loadDemonstration.load(file, { name: file.document.file, bytes });
  await tracking.publishFigures.publish(state.id);
  const [{ code }] = await record.runState(state.id, (sql) =>
    sql.rows(
      `SELECT indicator_code AS code FROM published_figure WHERE state_id = $1 GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      [state.id],
    ),
  );
  const { createApi } = await import('../../../dist/apps/api/src/create-api.js');
  const settings = { publicUrl: 'http://127.0.0.1', webRoot: '/nowhere', demonstration: false };
  const app = await createApi({ tracking, settings, mailbox: null }, SILENT);
  await app.listen(0, '127.0.0.1');
  const path = `/api/v1/states/PER/indicators/${code}/data`;
  const product = `${await app.getUrl()}${path}`;
  const { headers, body } = await answerOf(product);
  const bare = createServer((_request, response) => response.writeHead(200, headers).end(body));
  await new Promise((listening) => bare.listen(0, '127.0.0.1', listening));
  const floor = `http://127.0.0.1:${bare.address().port}/`;

  const runs = { product: [], floor: [] };
  await load(product);
  await load(floor);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    runs.floor.push(await load(floor));
    runs.product.push(await load(product));
  }
  const again = await answerOf(product);
  if (Buffer.compare(again.body, body) !== 0) throw new Error('the same figures were served as other bytes');
  await app.close();
  bare.close();
  await tracking.states.removeDemonstration(state.id);

  const best = (of) => Math.max(...of.map(({ perSecond }) => perSecond));
  const cpu = (of) => median(of.map(({ cpuPerRequest }) => cpuPerRequest));
  const against = 'node:http with the same headers and bytes';
  return [
    {
      what: `JSON of an indicator, ${body.length} bytes, best of ${PAIRS}`,
      figure: `${best(runs.product).toFixed(0)} /s`,
      against,
      limit: `${best(runs.floor).toFixed(0)} /s`,
      ratio: best(runs.product) / best(runs.floor),
    },
    {
      what: 'CPU of the server per request, median',
      figure: `${cpu(runs.product).toFixed(1)} us`,
      against,
      limit: `${cpu(runs.floor).toFixed(1)} us`,
      ratio: cpu(runs.floor) / cpu(runs.product),
    },
  ];
}

async function answerOf(url) {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${body}`);
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !OWN.has(name)));
  return { headers: { ...headers, 'content-length': String(body.length) }, body };
}

/** Requests per second, and CPU of this process for each. */
async function load(url) {
  const before = process.cpuUsage();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['node_modules/autocannon/autocannon.js', '-j', '-n', '-c', CONNECTIONS, '-d', SECONDS, url].map(String),
    { maxBuffer: 10_000_000 },
  );
  const { user, system } = process.cpuUsage(before);
  const { requests, errors, non2xx } = JSON.parse(stdout);
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} other answers`);
  return { perSecond: requests.average, cpuPerRequest: (user + system) / requests.total };
}
