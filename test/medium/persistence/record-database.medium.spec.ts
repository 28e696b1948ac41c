import { OperationalError, UnexpectedError } from '#domain';
import { AuditRepository, RecordDatabase, StateRepository } from '#persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createTestDatabase, type TestDatabase } from '../../support/template-database.js';

let database: TestDatabase;
let record: RecordDatabase;
let peru: number;
let chile: number;

beforeAll(async () => {
  database = await createTestDatabase();
  record = await RecordDatabase.open({ url: database.appUrl, poolSize: 3, publicPoolSize: 2 });
  const states = new StateRepository(record);
  peru = (
    await states.saveState({
      iso3: 'PER',
      name: { en: 'Peru', es: 'Perú' },
      timeZone: 'America/Lima',
      demonstration: true,
    })
  ).id;
  chile = (
    await states.saveState({
      iso3: 'CHL',
      name: { en: 'Chile', es: 'Chile' },
      timeZone: 'America/Santiago',
      demonstration: false,
    })
  ).id;
});

afterAll(async () => {
  await record?.close();
  await database?.drop();
});

const COUNT = 'SELECT count(*) AS count FROM institution';
const INSERT = `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, '{}')`;

function countInstitutions(stateId: number): Promise<number> {
  return record.runState(stateId, async (sql) => (await sql.row<{ count: number }>(COUNT))!.count);
}

describe('a transaction of the record', () => {
  it('reads dates as text, instants as milliseconds and numbers as numbers', async () => {
    const row = await record.runShared((sql) =>
      sql.row(`SELECT date '2026-02-28' AS day, timestamptz '2026-02-28 23:30:00.25-05' AS at, 12.5::numeric AS amount, 9::bigint AS big,
               ARRAY[date '2026-01-01', NULL] AS days, NULL::date AS nothing`),
    );
    expect(row).toEqual({
      day: '2026-02-28',
      at: Date.UTC(2026, 2, 1, 4, 30, 0, 250),
      amount: 12.5,
      big: 9,
      days: ['2026-01-01', null],
      nothing: null,
    });
  });

  it('sees one State only, and leaves nothing of it on the connection', async () => {
    await record.runState(peru, (sql) => sql.execute(INSERT, [peru, 'A']));
    expect(await countInstitutions(peru)).toBe(1);
    expect(await countInstitutions(chile)).toBe(0);
    for (let round = 0; round < 6; round += 1) {
      expect(await record.runShared((sql) => sql.row(COUNT))).toEqual({ count: 0 });
    }
  });

  it('keeps nothing when its work fails', async () => {
    const before = await countInstitutions(peru);
    const work = record.runState(peru, async (sql) => {
      await sql.execute(INSERT, [peru, 'B']);
      throw new RangeError('changed my mind');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await countInstitutions(peru)).toBe(before);
  });

  it('refuses to end well when a failed statement was swallowed', async () => {
    const work = record.runState(peru, async (sql) => {
      await sql.execute('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toBeInstanceOf(UnexpectedError);
  });

  it('is joined by a nested one of the same State and by one on shared tables', async () => {
    const ids = await record.runState(peru, async (outer) => {
      const id = 'SELECT txid_current() AS id';
      const rows = [
        await outer.row(id),
        await record.runState(peru, (sql) => sql.row(id)),
        await record.runShared((sql) => sql.row(id)),
        await record.current().row(id),
      ];
      return new Set(rows.map((row) => JSON.stringify(row)));
    });
    expect(ids.size).toBe(1);
  });

  it('refuses to turn to another State, or to a State from the shared tables', async () => {
    await expect(record.runState(peru, () => record.runState(chile, async () => 1))).rejects.toBeInstanceOf(
      UnexpectedError,
    );
    await expect(record.runShared(() => record.runState(peru, async () => 1))).rejects.toBeInstanceOf(
      UnexpectedError,
    );
  });

  it('is needed by a repository: outside one, asking for it throws', () => {
    expect(() => record.current()).toThrow(UnexpectedError);
  });

  it('runs statements asked for at once one after another', async () => {
    const numbers = await record.runState(peru, (sql) =>
      Promise.all(
        Array.from({ length: 20 }, (_, index) => sql.row<{ n: number }>('SELECT $1::int AS n', [index])),
      ),
    );
    expect(numbers.map((row) => row?.n)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('keeps parallel transactions of two States apart', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        record.runState(index % 2 ? peru : chile, async (sql) => {
          await sql.execute('SELECT pg_sleep(0.002)');
          const row = await record
            .current()
            .row<{ state: string }>(`SELECT current_setting('vigia.state') AS state`);
          return Number(row?.state) === (index % 2 ? peru : chile);
        }),
      ),
    );
    expect(seen).not.toContain(false);
  });

  it('reports a lost connection as something to try again, and recovers', async () => {
    const lost = record.runState(peru, (sql) => sql.execute('SELECT pg_terminate_backend(pg_backend_pid())'));
    await expect(lost).rejects.toBeInstanceOf(OperationalError);
    await expect(record.ping()).resolves.toBeUndefined();
    expect(await countInstitutions(chile)).toBe(0);
  });

  it('keeps the values of a refused row out of the error', async () => {
    const failure = await record
      .runShared((sql) =>
        sql.execute(`INSERT INTO person (name, email, language) VALUES ('Ana', 'ana@example.org', 'fr')`),
      )
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnexpectedError);
    const { message, cause, details } = failure as UnexpectedError;
    expect(JSON.stringify([message, cause, details])).not.toContain('ana@example.org');
    expect(details).toMatchObject({ table: 'person', constraint: 'ck_person_language' });
  });
});

describe('a public reading', () => {
  it('runs as the public role, whatever options the URL gives the session', async () => {
    const url = new URL(database.appUrl);
    url.searchParams.set('options', '-c statement_timeout=60000');
    const other = await RecordDatabase.open({ url: url.href, poolSize: 1, publicPoolSize: 1 });
    const role = await other.runPublic(peru, (sql) => sql.row('SELECT current_user AS role'));
    await other.close();
    expect(role).toEqual({ role: 'vigia_public' });
  });

  it('cannot write, and does not see what a running transaction has not committed', async () => {
    await expect(
      record.runPublic(peru, (sql) => sql.execute('CREATE TEMPORARY TABLE scratch (id int)')),
    ).rejects.toBeInstanceOf(UnexpectedError);
    const seen = await record.runState(chile, async (sql) => {
      await sql.execute(INSERT, [chile, 'C']);
      return record.runPublic(chile, (open) => open.rows('SELECT * FROM public_institution'));
    });
    expect(seen).toEqual([]);
  });
});

const ENTRY = {
  personId: null,
  actor: 'ingest',
  action: 'document.ingested',
  subjectKind: 'document',
  subjectId: '1',
  happenedAt: 0,
} as const;

describe('a State that is removed', () => {
  it('takes everything of its own with it, histories too, where it is a demonstration', async () => {
    const states = new StateRepository(record);
    await record.runState(peru, () => new AuditRepository(record).append(peru, ENTRY));
    await states.removeDemonstration(peru);
    expect((await states.listStates()).map((state) => state.iso3)).toEqual(['CHL']);
    expect(await record.runState(peru, (sql) => sql.rows('SELECT 1 FROM audit_entry'))).toEqual([]);
  });

  it('is never a real one: neither by asking, nor by calling it a demonstration, nor by hand', async () => {
    const states = new StateRepository(record);
    await record.runState(chile, () => new AuditRepository(record).append(chile, ENTRY));
    await expect(states.removeDemonstration(chile)).rejects.toMatchObject({
      code: 'state.not_a_demonstration',
    });
    const attempts = [
      `UPDATE state SET demonstration = true`,
      `SELECT remove_demonstration_audit(${chile}::smallint)`,
      `DELETE FROM state WHERE id = ${chile}`,
      `DELETE FROM audit_entry`,
      `DELETE FROM audit_head`,
      `TRUNCATE audit_day_head`,
    ];
    for (const attempt of attempts)
      await expect(record.runState(chile, (sql) => sql.execute(attempt))).rejects.toBeInstanceOf(
        UnexpectedError,
      );
    const [kept] = await record.runState(chile, (sql) =>
      sql.rows<{ position: number }>('SELECT position FROM audit_entry'),
    );
    expect(kept).toEqual({ position: 1 });
  });
});
