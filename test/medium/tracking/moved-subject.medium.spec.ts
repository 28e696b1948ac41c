import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { addDays } from '#domain';
import type { CivilDate } from '#domain';
import type { State } from '#tracking';

import { createTwoStates } from '../../factories/two-states.js';
import { fingerprint, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const FIRST_DAY = '2026-06-15';
const NEXT_DAY = addDays(FIRST_DAY, 1);

let ground: TrackingGround;
let state: State;
let other: State;

beforeAll(async () => {
  ground = await openTrackingGround(`${FIRST_DAY}T15:00:00Z`);
  [state, other] = await createTwoStates(ground, ['XXA', 'XXB']);
  for (const each of [state, other]) {
    await write(each, `UPDATE person SET unreachable_since = '2026-06-01T12:00:00Z' WHERE $1 > 0`);
    await sweep(each, FIRST_DAY);
    await write(
      each,
      `UPDATE alert SET alert_state = 'acknowledged' WHERE state_id = $1 AND rule IN ('mail_bouncing', 'figure_stale')`,
    );
  }
});

afterAll(() => ground.close());

const write = (of: State, text: string): Promise<number> =>
  ground.record.runState(of.id, (sql) => sql.execute(text, [of.id]));

async function sweep(of: State, on: CivilDate): Promise<void> {
  ground.clock.set(`${on}T15:00:00Z`);
  await ground.tracking.runSweep.run(of, { worker: 'test', again: true });
}

const alertsOf = (of: State, rule: string) =>
  ground.rows<Record<string, unknown>>(
    of.id,
    `SELECT a.id, r.code AS on, a.alert_state AS state, a.episode FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
     WHERE a.state_id = $1 AND a.rule = $2 ORDER BY a.id`,
    [of.id, rule],
  );
const noticesOf = (of: State) =>
  ground.rows(
    of.id,
    `SELECT id, alert_id FROM notice WHERE state_id = $1 AND rule IN ('mail_bouncing', 'figure_stale') ORDER BY id`,
    [of.id],
  );

/** Institution A leaves the first recommendation; it has the third one too. */
const LEAVES = `UPDATE responsibility SET ends_on = '${FIRST_DAY}' WHERE state_id = $1
  AND recommendation_id = (SELECT min(id) FROM recommendation WHERE state_id = $1)`;
const NEW_HOME = `WITH home AS (DELETE FROM recommendation_indicator WHERE state_id = $1 AND is_home
    AND indicator_id = (SELECT id FROM indicator WHERE state_id = $1 AND code = 'I1') RETURNING indicator_id)
  INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home)
  SELECT $1, max(r.id), home.indicator_id, true, true FROM home, recommendation r WHERE r.state_id = $1 GROUP BY home.indicator_id`;

describe('an alert whose subject is told of on another recommendation from today', () => {
  it('goes along, with its answer and without a second mail, in the sweep of the day', async () => {
    const [bouncing] = await alertsOf(state, 'mail_bouncing');
    const [stale] = await alertsOf(state, 'figure_stale');
    expect([bouncing, stale]).toMatchObject([
      { on: '1', state: 'acknowledged', episode: 1 },
      { on: '1', state: 'acknowledged', episode: 1 },
    ]);
    const notices = await noticesOf(state);
    await write(state, LEAVES);
    await write(state, NEW_HOME);

    await sweep(state, NEXT_DAY);
    expect(await alertsOf(state, 'mail_bouncing')).toContainEqual({ ...bouncing, on: '3' });
    expect(await alertsOf(state, 'figure_stale')).toContainEqual({ ...stale, on: '3' });
    expect(await noticesOf(state)).toEqual(notices);
  });

  it('goes along when changes are followed after the sweep of the day', async () => {
    await sweep(other, NEXT_DAY);
    const [stale] = await alertsOf(other, 'figure_stale');
    await write(other, NEW_HOME);
    expect(await ground.tracking.followChanges.follow(other, NEXT_DAY)).toMatchObject({
      outcome: 'followed',
    });
    expect(await alertsOf(other, 'figure_stale')).toContainEqual({ ...stale, on: '3' });
  });

  it('is rehearsed as it will be, and stays where it is', async () => {
    await write(other, LEAVES);
    const before = await fingerprint(ground, other);
    const { decisions } = await ground.tracking.runSweep.run(other, { worker: 'test', dryRun: true });
    expect(decisions.filter(({ rule }) => rule === 'mail_bouncing')).toContainEqual(
      expect.objectContaining({ code: '3', transition: 'unchanged' }),
    );
    expect(await fingerprint(ground, other)).toEqual(before);
  });
});
