import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';

import { AuditRepository } from '#persistence';

import { ChainAudit1764000000012 } from '../../libs/persistence/src/migration/1764000000012-chain-audit.js';
import { SearchAudit1764000000037 } from '../../libs/persistence/src/migration/1764000000037-search-audit.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const OLD_ENTRIES = 1_203;

describe('an installation from before there were chains', () => {
  let ground: TrackingGround;
  let owner: pg.Client;
  let peru: WatchedState;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    await WatchedState.create(ground, 'CHL');
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner?.end();
    await ground.close();
  });

  const inTransaction = async (work: () => Promise<unknown>): Promise<void> => {
    await owner.query('BEGIN');
    await work();
    await owner.query('COMMIT');
  };

  it('gets its audit chained in the order in which it was written, and goes on from there', async () => {
    const runner = {
      query: async (text: string, parameters?: unknown[]) =>
        (await owner.query(text, parameters)).rows as unknown,
    } as QueryRunner;
    const migration = new ChainAudit1764000000012();
    // What was built on the chain since has to go before it.
    await inTransaction(() => new SearchAudit1764000000037().down(runner));
    await inTransaction(() => migration.down(runner));
    await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(peru.state.id)]);
    // With microseconds, without reasons, over two days and with what JSON makes hard.
    await owner.query(
      `INSERT INTO audit_entry (state_id, happened_at, actor, action, subject_kind, subject_id, before, after, reason)
       SELECT $1, timestamptz '2026-06-29 12:00:00.123456Z' + n * interval '1 minute', 'ingest', 'thing.made', 'thing', n::text, NULL,
              jsonb_build_object('z', n / 8.0, 'a', jsonb_build_object('ñ', 1e20, 'b', ARRAY[1.50, -0.0])), CASE WHEN n % 2 = 0 THEN 'why' END
       FROM generate_series(1, $2::int) n`,
      [peru.state.id, OLD_ENTRIES],
    );
    await owner.query('RESET vigia.state');
    await inTransaction(() => migration.up(runner));

    const verdicts = await ground.tracking.verifyRecord.verify();
    expect(verdicts.map(({ state, chain }) => [state, chain.entries, chain.fault])).toEqual([
      ['CHL', 0, null],
      ['PER', OLD_ENTRIES, null],
    ]);
    const ordered = await ground.rows<{ same: boolean }>(
      peru.state.id,
      'SELECT bool_and(position = subject_id::int) AS same FROM audit_entry',
    );
    expect(ordered).toEqual([{ same: true }]);
    const days = await ground.rows<{ day: string; position: number }>(
      peru.state.id,
      'SELECT civil_on AS day, position FROM audit_day_head ORDER BY 1',
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-06-29', '2026-06-30']);
    await ground.record.runState(peru.state.id, () =>
      new AuditRepository(ground.record).append(peru.state.id, {
        personId: null,
        actor: 'ingest',
        action: 'document.ingested',
        subjectKind: 'document',
        subjectId: 'new',
        happenedAt: ground.clock.now(),
      }),
    );
    const [, peruAgain] = await ground.tracking.verifyRecord.verify();
    expect(peruAgain).toMatchObject({ ok: true, chain: { entries: OLD_ENTRIES + 1 } });
  });
});
