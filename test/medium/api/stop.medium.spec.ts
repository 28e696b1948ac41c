import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { createApi } from '../../../apps/api/src/create-api.js';
import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

describe('an API that is stopped while it answers', () => {
  let ground: TrackingGround;
  let owner: pg.Client;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    await WatchedState.create(ground, 'PER');
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner?.end();
    await ground?.database.drop();
  });

  async function waiting(count: number): Promise<void> {
    for (;;) {
      const { rows } = await owner.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())',
      );
      if ((rows[0]?.count ?? 0) >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('ends what was begun, also for those who no longer listen, before its database may close', async () => {
    const errors: unknown[] = [];
    const api = await createApi(
      {
        tracking: ground.tracking,
        mailbox: null,
        settings: { publicUrl: 'http://vigia.example', webRoot: '/nowhere', demonstration: false },
      },
      { log: () => undefined, warn: () => undefined, error: (...said: unknown[]) => errors.push(said) },
    );
    await api.listen(0, '127.0.0.1');
    const overview = `${await api.getUrl()}/api/v1/states/PER/overview`;
    await owner.query('BEGIN; LOCK TABLE document, state IN ACCESS EXCLUSIVE MODE');
    const impatient = new AbortController();
    const gone = fetch(overview, { signal: impatient.signal }).catch(() => 'gone');
    const stays = fetch(overview);
    await waiting(2);
    impatient.abort();
    expect(await gone).toBe('gone');
    let stopped = false;
    const stop = api.close().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(stopped).toBe(false);
    await owner.query('COMMIT');
    expect((await stays).status).toBe(200);
    await stop;
    await ground.record.close();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(errors).toEqual([]);
  });
});
