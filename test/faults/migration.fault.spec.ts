import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { migrations } from '../../libs/persistence/src/migration/migrations.js';
import { readCatalogue } from '../support/catalogue.js';
import { FULL, isGone } from '../support/fault-ground.js';
import { createEmptyDatabase, createTestDatabase } from '../support/template-database.js';
import type { TestDatabase } from '../support/template-database.js';
import { environment } from '../support/vigia-process.js';

const CLI = join(process.cwd(), 'dist', 'apps', 'cli', 'src', 'main.js');
const KILLS = FULL ? 20 : 3;
/** A step takes a few milliseconds: the kill falls into the one that follows, or between two. */
const MOST_DELAY_MS = 12;

let database: TestDatabase;
let owner: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});

afterEach(async () => {
  await owner?.end();
  await database?.drop();
});

/** Steps that were committed; a database that nobody has migrated has no table of them. */
async function applied(): Promise<number> {
  const { rows } = await owner.query<{ kept: string | null }>(
    `SELECT to_regclass('public.migrations') AS kept`,
  );
  if (rows[0]?.kept === null) return 0;
  return Number((await owner.query<{ count: string }>('SELECT count(*) FROM migrations')).rows[0]?.count);
}

function migrate() {
  return spawn(process.execPath, [CLI, 'migrate'], {
    env: environment({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      SESSION_SECRET: 'only-for-tests-only-for-tests-only',
      DISCLOSURE_KEY: 'only-for-tests-only-for-tests-only',
      VIGIA_DEMO: '0',
    }),
    stdio: 'ignore',
  });
}

/** Kills a migration with -9 once so many steps are there; answers how many it left. */
async function killAt(level: number, delayMs: number): Promise<number> {
  const child = migrate();
  while (!isGone(child) && (await applied()) < level) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  if (!isGone(child)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  return applied();
}

async function cleanCatalogue(): Promise<string[]> {
  const clean = await createTestDatabase();
  const client = new pg.Client({ connectionString: clean.ownerUrl });
  await client.connect();
  const lines = await readCatalogue(client);
  await client.end();
  await clean.drop();
  return lines;
}

/** On databases of their own, one after the other. */
async function onAnother(): Promise<void> {
  await owner.end();
  await database.drop();
  database = await createEmptyDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
}

describe('a migration that is killed half-way (promise R22)', () => {
  it(
    `leaves nothing that the next one does not finish, ${KILLS} times`,
    async () => {
      const clean = await cleanCatalogue();
      const left: number[] = [];
      let same = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (kill > 0) await onAnother();
        const level = Math.round(((kill + 0.5) * migrations.length) / KILLS);
        left.push(await killAt(level, (kill * 5) % MOST_DELAY_MS));
        const again = migrate();
        const [code] = (await once(again, 'exit')) as [number | null];
        expect(code).toBe(0);
        expect(await applied()).toBe(migrations.length);
        if (JSON.stringify(await readCatalogue(owner)) === JSON.stringify(clean)) same += 1;
      }
      const halfWay = left.filter((steps) => steps > 0 && steps < migrations.length).length;
      process.stdout.write(
        `R22: ${KILLS} migrations killed, ${halfWay} of them half-way (after ${left.join(', ')} of ${migrations.length} steps), same schema as a clean one ${same} of ${KILLS}\n`,
      );
      expect(same).toBe(KILLS);
      expect(halfWay).toBeGreaterThanOrEqual(KILLS / 2);
    },
    FULL ? 900_000 : 240_000,
  );
});
