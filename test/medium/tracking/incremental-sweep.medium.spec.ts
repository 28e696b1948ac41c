import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '#domain';
import type { CivilDate } from '#domain';
import type { State } from '#tracking';

import type { Deed } from '../../factories/deed.js';
import { anyLife, createTwoStates } from '../../factories/two-states.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';
import { writtenBySweeps } from '../../support/written-by-sweeps.js';

/** `FULL_TESTS=1` lives the 1,000 histories of the promise. */
const HISTORIES = process.env['FULL_TESTS'] === '1' ? 1_000 : 30;
const FIRST_DAY = '2026-06-15';

let ground: TrackingGround;
let states = 0;

beforeAll(async () => {
  ground = await openTrackingGround(`${FIRST_DAY}T15:00:00Z`);
});

afterAll(() => ground.close());

/** Codes that no country has: the work calendar of one that exists would be another than that of its twin. */
const NOBODYS = /^(?:X..|[^C][XQ].|Q[B-Z].)$/;
const code = (): string => {
  states += 1;
  const letters = [states / 676, states / 26, states].map((place) =>
    String.fromCharCode(65 + (Math.floor(place) % 26)),
  );
  return NOBODYS.test(letters.join('')) ? letters.join('') : code();
};
const twoStates = (): Promise<[State, State]> => createTwoStates(ground, [code(), code()]);
const clockAt = (day: CivilDate): void => ground.clock.set(`${day}T15:00:00Z`);
const sweep = (state: State) => ground.tracking.runSweep.run(state, { worker: 'test', again: true });
const act = (state: State, on: CivilDate, deed: Deed) =>
  ground.record.runState(state.id, (sql) => deed(sql, state.id, on));

/** As if the day's sweep had been finished before it looked at anything: everything is left to following. */
async function follow(state: State, on: CivilDate) {
  await ground.record.runState(state.id, (sql) =>
    sql.execute(
      `INSERT INTO sweep (state_id, swept_on, finished_at, counts) VALUES ($1, $2, now(), '{}') ON CONFLICT DO NOTHING`,
      [state.id, on],
    ),
  );
  return ground.tracking.followChanges.follow(state, on);
}

describe('a State of which only what is due or changed is looked at', () => {
  it(`has the alerts, transitions, notices and statuses of one that is swept in full, in ${HISTORIES} histories`, async () => {
    let looked = 0;
    let swept = 0;
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const [followed, full] = await twoStates();
        let on = FIRST_DAY;
        for (const { days, deeds } of life) {
          on = addDays(on, days);
          clockAt(on);
          for (const deed of deeds) for (const state of [followed, full]) await act(state, on, deed);
          looked += (await follow(followed, on)).counts.recommendations;
          const proof = await sweep(full);
          swept += proof.counts.recommendations;
          expect(proof.counts.missed).toBe(0);
          expect(await writtenBySweeps(ground, followed)).toEqual(await writtenBySweeps(ground, full));
        }
      }),
      { numRuns: HISTORIES, endOnFailure: true },
    );
    process.stdout.write(
      `incremental = full: ${HISTORIES} histories on PostgreSQL, ${looked} looks instead of ${swept}\n`,
    );
    expect(looked).toBeLessThan(swept);
  }, 7_200_000);
});

describe('following changes', () => {
  it('looks at nothing and writes nothing where nothing changed and no day came', async () => {
    const [state] = await twoStates();
    clockAt(FIRST_DAY);
    await sweep(state);
    const before = await fingerprint(ground, state);
    expect(await ground.tracking.followChanges.follow(state, FIRST_DAY)).toMatchObject({
      outcome: 'nothing',
    });
    expect(await fingerprint(ground, state)).toEqual(before);
  });

  it('waits for the sweep of the day', async () => {
    const [state] = await twoStates();
    expect(await ground.tracking.followChanges.follow(state, FIRST_DAY)).toMatchObject({
      outcome: 'not_swept',
    });
  });

  it('looks at the one recommendation that changed, and is asked for by the tick', async () => {
    const [state] = await twoStates();
    clockAt(FIRST_DAY);
    await sweep(state);
    const due = () =>
      ground.record.runState(state.id, () => ground.tracking.followChanges.isDue(state, FIRST_DAY));
    expect(await due()).toBe(false);
    await act(state, FIRST_DAY, (sql, id) =>
      sql.execute(
        `INSERT INTO action (state_id, recommendation_id, institution_id, language, title, level, planned_start_on, planned_end_on, recorded_at, vector)
         SELECT $1, r.id, i.id, 'es', 'A', 'national', '2020-01-01', '2020-12-31', now(), '' FROM recommendation r, institution i
         WHERE r.state_id = $1 AND r.code = '2' AND i.state_id = $1 AND i.code = 'A'`,
        [id],
      ),
    );
    expect(await due()).toBe(true);
    expect(await ground.tracking.followChanges.follow(state, FIRST_DAY)).toMatchObject({
      outcome: 'followed',
      counts: { recommendations: 1, alertsOpened: 1 },
    });
    expect(await due()).toBe(false);
  });

  it('leaves a mark that somebody sets while it runs to the next time, and gives its marks back where it fails', async () => {
    const [state] = await twoStates();
    clockAt(FIRST_DAY);
    await sweep(state);
    const touch = (code: string) =>
      act(state, FIRST_DAY, (sql, id) =>
        sql.execute(
          `UPDATE recommendation SET implemented_on = '2026-01-01' WHERE state_id = $1 AND code = $2`,
          [id, code],
        ),
      );
    await touch('1');
    const failed = ground.record.runState(state.id, async () => {
      await ground.tracking.followChanges.follow(state, FIRST_DAY);
      throw new RangeError('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await ground.tracking.followChanges.follow(state, FIRST_DAY)).toMatchObject({
      counts: { recommendations: 1 },
    });
  });

  it('counts as missed what a full sweep finds although nothing was marked', async () => {
    const [state] = await twoStates();
    clockAt(FIRST_DAY);
    await sweep(state);
    await act(state, FIRST_DAY, async (sql, id) => {
      await sql.execute(`SELECT set_config('vigia.sweeping', 'on', true)`, []);
      return sql.execute(
        `UPDATE recommendation SET implemented_on = '2026-01-01' WHERE state_id = $1 AND code = '3'`,
        [id],
      );
    });
    expect(await sweep(state)).toMatchObject({ counts: { expected: 0, missed: 1, statusesChanged: 1 } });
    expect(await sweep(state)).toMatchObject({ counts: { expected: 0, missed: 0, statusesChanged: 0 } });
  });
});
