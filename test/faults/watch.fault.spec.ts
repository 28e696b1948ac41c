import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SmtpMailer } from '#mail';

import { WatchedState } from '../factories/watched-state.js';
import { ApiUnderTest } from '../support/api-under-test.js';
import { FULL, FaultGround, until } from '../support/fault-ground.js';
import { FaultyRelay } from '../support/faulty-relay.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';
import { freePort } from '../support/vigia-process.js';

const OPERATOR = 'operator@machine.example';
const MINUTE_MS = 60_000;

let relay: FaultyRelay;
let mailer: SmtpMailer;
let ground: TrackingGround;
let watched: WatchedState;
let api: ApiUnderTest;
let holder: pg.Client;

beforeAll(async () => {
  relay = new FaultyRelay();
  mailer = new SmtpMailer({ url: await relay.start() });
  ground = await openTrackingGround('2026-06-23T15:00:00Z', { operatorEmail: OPERATOR }, mailer);
  watched = await WatchedState.create(ground);
  await watched.owe(await watched.addInstitution('MIMP', ['owner@mimp.example']), '2026-06-30');
  api = await ApiUnderTest.open(ground);
  holder = new pg.Client({ connectionString: ground.database.ownerUrl });
  await holder.connect();
});

afterAll(async () => {
  await holder?.end();
  await api?.close();
  await mailer?.close();
  await ground?.close();
  await relay?.stop();
});

interface Health {
  readonly status: string;
  readonly parts: readonly { readonly part: string; readonly state: string | null }[];
}

async function health(): Promise<{ readonly status: number; readonly body: Health }> {
  const { status, body } = await api.ask('GET', '/health', {});
  return { status, body: JSON.parse(body) as Health };
}

describe('a sweep that hangs (promise R23)', () => {
  it('is told of within the hour by health, a metric and one mail to the operator; and that it has ended', async () => {
    const others = ground.asWorker('another');
    // What it reads is locked by somebody who never lets go: the sweep waits for ever, with its claim and its transaction open.
    await holder.query('BEGIN');
    await holder.query('LOCK TABLE alert IN ACCESS EXCLUSIVE MODE');
    const began = ground.clock.now();
    let ended = false;
    const hanging = ground.tracking.runSweep.run(watched.state, { worker: 'hangs' }).finally(() => {
      ended = true;
    });
    let toldAfter: number | null = null;
    for (let minute = 0; minute < 60; minute += 3) {
      ground.clock.advance(3 * MINUTE_MS);
      await others.watchTheWatch.beat();
      await others.watchTheWatch.look();
      if (toldAfter === null && relay.taken.length > 0) toldAfter = (ground.clock.now() - began) / MINUTE_MS;
    }
    expect(ended).toBe(false);
    expect(await health()).toMatchObject({
      status: 503,
      body: { status: 'degraded', parts: [{ part: 'sweep', state: 'PER' }] },
    });
    const { body: metrics } = await api.ask('GET', '/metrics', {});
    expect(metrics).toContain('vigia_watch_stands_still{part="sweep",state="PER"} 1');
    expect(relay.taken.map(({ to }) => to)).toEqual([OPERATOR]);

    await holder.query('ROLLBACK');
    await hanging;
    await others.watchTheWatch.look();
    expect(await health()).toEqual({ status: 200, body: { status: 'ok', parts: [] } });
    process.stdout.write(
      `R23 a sweep that hangs: told after ${toldAfter} min, ${relay.taken.length} mails to the operator, ${new Set(relay.taken.map(({ messageId }) => messageId)).size} Message-IDs\n`,
    );
    expect(relay.taken).toHaveLength(2);
    expect(toldAfter).toBeLessThanOrEqual(60);
  }, 120_000);
});

/** Takes five minutes. */
const inFull = FULL ? describe : describe.skip;

inFull('two processes, both held up in the sweep of the day (promise R23)', () => {
  it('tell the operator once within the hour all the same, and answer for it in their health', async () => {
    const own = new FaultyRelay();
    const faults = await FaultGround.open(0, {
      settings: { OPERATOR_EMAIL: OPERATOR, SMTP_URL: await own.start() },
    });
    const lock = new pg.Client({ connectionString: faults.database.appUrl });
    try {
      await lock.connect();
      await lock.query('BEGIN');
      await lock.query('LOCK TABLE alert IN ACCESS EXCLUSIVE MODE');
      faults.run('worker');
      faults.run('worker');
      const port = await freePort();
      faults.run('api', [], { PORT: String(port) });
      const trouble = async (): Promise<
        { readonly seen: number; readonly told: string | null } | undefined
      > => {
        const [row] = await faults.record.runShared((sql) =>
          sql.rows<{ seen: number; told: string | null }>(
            `SELECT extract(epoch FROM last_seen_at)::float8 AS seen, told_as AS told FROM watch_trouble WHERE part = 'sweep'`,
          ),
        );
        return row;
      };
      await until('a first look', async () => (await trouble()) !== undefined, 90_000);
      const first = (await trouble())!.seen;
      // Ticks meanwhile must not take what the looks need.
      await until(
        'a look two minutes later',
        async () => ((await trouble())?.seen ?? 0) >= first + 100,
        180_000,
      );
      // As the half hour would that a sweep may take.
      await faults.record.runShared((sql) =>
        sql.execute(
          `UPDATE watch_trouble SET first_seen_at = first_seen_at - interval '30 minutes' WHERE part = 'sweep'`,
        ),
      );
      await until('the mail to the operator', async () => (await trouble())?.told === 'opened', 120_000);
      expect(await faults.count('FROM sweep WHERE state_id = $1 AND finished_at IS NULL')).toBe(1);
      expect(await healthAt(port)).toMatchObject({
        status: 503,
        body: { parts: [{ part: 'sweep', state: 'PER' }] },
      });
      const toOperator = own.taken.filter(({ to }) => to === OPERATOR).length;
      process.stdout.write(
        `R23 two processes: both in the sweep that hangs, ${toOperator} mails to the operator with the heads of the day\n`,
      );
      // One of the incident, one with the heads of the audit chains, which leaves on every day.
      expect(toOperator).toBe(2);
    } finally {
      await lock.end();
      await faults.close();
      await own.stop();
    }
  }, 600_000);
});

async function healthAt(port: number): Promise<{ readonly status: number; readonly body: Health } | null> {
  const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
  return answer && { status: answer.status, body: (await answer.json()) as Health };
}
