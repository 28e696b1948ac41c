import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { startEmbeddedPostgres } from '#embedded';
import { migrate } from '#persistence';
import { migrateQueueSchema } from '#queue';

import { FULL, FaultGround, until } from '../support/fault-ground.js';

const STOPS = FULL ? 20 : 2;
const MAILS = FULL ? 2_000 : 200;
/** The promise says ten seconds; a machine that does other things meanwhile has three times as long. */
const BACK_WITHIN_MS = 30_000;
const TIME_LIMIT = FULL ? 1_800_000 : 300_000;

/** A durable server of its own; on its last stop the folder goes. */
async function startServer(folder: string) {
  const { ownerUrl, applicationUrl } = await startEmbeddedPostgres({ dataDir: folder });
  return { ownerUrl, appUrl: applicationUrl };
}

/** PostgreSQL's own immediate shutdown: no checkpoint, no goodbye, recovery at the next start. */
function stopAtOnce(folder: string): void {
  const [pid] = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGQUIT');
}

describe('PostgreSQL that stops at once under load (promise R5)', () => {
  it(
    'loses no row that it acknowledged, and the worker finds it again by itself',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'vigia-fault-'));
      const server = await startServer(folder);
      await migrate(server);
      await migrateQueueSchema(server.ownerUrl, 'vigia_app');
      const ground = await FaultGround.open(30, {
        database: {
          appUrl: server.appUrl,
          drop: () => {
            stopAtOnce(folder);
            rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
            return Promise.resolve();
          },
        },
      });
      await ground.writeMails(MAILS);
      await ground.execute(
        `INSERT INTO institution (state_id, code, name) VALUES ($1, 'ACKNOWLEDGED', '{"en":"A","es":"A"}')`,
      );
      const worker = ground.run('worker');
      const acknowledged = new Set<string>();
      let writing = true;
      const writer = (async () => {
        for (let number = 1; writing; number += 1) {
          const code = `W${number}`;
          const written = await ground
            .execute(
              `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, '{"en":"W","es":"W"}')`,
              [code],
            )
            .catch(() => 0);
          if (written === 1) acknowledged.add(code);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      })();
      const back: number[] = [];
      const mailing: number[] = [];
      for (let stop = 1; stop <= STOPS; stop += 1) {
        const level = Math.round((stop * MAILS * 0.8) / STOPS);
        await until(`${level} mails`, () => ground.sink.accepted.length >= level, 180_000);
        stopAtOnce(folder);
        await startServer(folder);
        const again = performance.now();
        // The second is one that was begun after the server was back.
        const rows = acknowledged.size;
        await until('the next acknowledged row', () => acknowledged.size > rows + 1, 60_000);
        back.push(performance.now() - again);
        await ground.endLeases();
        const taken = ground.sink.accepted.length;
        await until('the next mail of the same worker', () => ground.sink.accepted.length > taken, 180_000);
        mailing.push(performance.now() - again);
      }
      await until('the rest', async () => (await ground.pending()) === 0, 180_000);
      writing = false;
      await writer;
      const kept = await ground.rows<{ code: string }>(`SELECT code FROM institution WHERE state_id = $1`);
      const found = new Set(kept.map(({ code }) => code));
      const lost = [...acknowledged].filter((code) => !found.has(code));
      const mails = new Set(ground.sink.accepted).size;
      process.stdout.write(
        `R5: ${STOPS} immediate stops, ${acknowledged.size} rows acknowledged, ${lost.length} lost; ${mails} of ${MAILS} mails, ` +
          `${ground.sink.accepted.length - mails} repeats; writing again after ${Math.round(Math.max(...back))} ms at most, the worker mailing again after ${Math.round(Math.max(...mailing))} ms\n`,
      );
      expect(lost).toEqual([]);
      expect(Math.max(...back)).toBeLessThan(BACK_WITHIN_MS);
      expect(mails).toBe(MAILS);
      expect(await ground.unseenRepeats()).toEqual([]);
      expect(worker.exitCode).toBeNull();
      await ground.close();
    },
    TIME_LIMIT,
  );
});
