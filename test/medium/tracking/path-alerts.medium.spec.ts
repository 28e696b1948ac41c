import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { CivilDate } from '#domain';

import { WatchedState } from '../../factories/watched-state.js';
import type { Owed } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const OWNER = 'owner@mimp.example';
const SOURCE = 'MIMP';
const FAR: CivilDate = '2027-12-31';

let ground: TrackingGround;
let watched: WatchedState;
let ministry: number;
let asked = 0;
let owed: Owed & { readonly indicatorId: number };

const run = (text: string, ...parameters: unknown[]) =>
  ground.record.runState(watched.state.id, (sql) => sql.execute(text, [watched.state.id, ...parameters]));

/** An accepted figure of a year, published as it was accepted. */
async function record(year: number, value: number): Promise<void> {
  await run(
    `WITH f AS (INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, $5, now()) RETURNING id)
     INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, intake_id, status, value)
     SELECT $1, s.id, c.id, $4, $5, coalesce((SELECT max(o.revision) + 1 FROM observation o WHERE o.state_id = $1 AND o.series_id = s.id AND o.period_end_on = $5), 1),
            f.id, 'A', $3
     FROM f, series s, source c WHERE s.state_id = $1 AND s.indicator_id = $2 AND c.state_id = $1`,
    owed.indicatorId,
    value,
    `${year}-01-01`,
    `${year}-12-31`,
  );
  await ground.tracking.publishFigures.publish(watched.state.id);
}

async function sweep(day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
}

const alerts = () =>
  ground.rows(
    watched.state.id,
    `SELECT rule, alert_state AS state, reason, evidence FROM alert WHERE state_id = $1 AND subject_kind = 'indicator' AND subject_id = $2 ORDER BY rule`,
    [watched.state.id, owed.indicatorId],
  );

beforeAll(async () => {
  ground = await openTrackingGround('2026-03-01T15:00:00Z');
  watched = await WatchedState.create(ground);
  ministry = await watched.addInstitution('MIMP', [OWNER]);
  await watched.lead(ministry);
  await run(`INSERT INTO source (state_id, code, name) VALUES ($1, $2, '{"en":"S","es":"S"}')`, SOURCE);
});

afterAll(() => ground.close());

/** From 20 at the end of 2020 to 120 at the end of 2030: 60 at the end of 2024, 70 a year later. */
beforeEach(async () => {
  asked += 1;
  owed = await watched.oweFigure(ministry, FAR, { code: `8-P${asked}` });
  await run(
    `UPDATE indicator SET baseline_value = 20, baseline_on = '2020-12-31', target_value = 120, target_on = '2030-12-31', periodicity_months = 12
     WHERE state_id = $1 AND id = $2`,
    owed.indicatorId,
  );
  await run(
    `INSERT INTO series (state_id, indicator_id, key, categories) VALUES ($1, $2, '', '{}')`,
    owed.indicatorId,
  );
});

describe('an indicator that is off its path', () => {
  it('is told to who owes it, with the numbers, and is settled by the figure that puts it right', async () => {
    await record(2024, 55);
    await sweep('2026-03-02');
    expect(await alerts()).toEqual([]);
    await record(2025, 40);
    await sweep('2026-03-03');
    expect(await alerts()).toEqual([
      {
        ...{ rule: 'off_path', state: 'open', reason: 'behind' },
        evidence: {
          ...{ indicator: `8-P${asked}`, value: 40, expected: 70, pathPercent: 40 },
          newestPeriodEndOn: '2025-12-31',
        },
      },
      {
        ...{ rule: 'regression', state: 'open', reason: 'worse_than_before' },
        evidence: {
          ...{ indicator: `8-P${asked}`, value: 40, newestPeriodEndOn: '2025-12-31' },
          ...{ previousValue: 55, previousPeriodEndOn: '2024-12-31', worsePercent: 27 },
        },
      },
    ]);
    await ground.tracking.closeDigest.close(watched.state);
    await ground.tracking.deliverMessages.deliver(watched.state.id);
    const text = ground.mailer.sent.at(-1)?.text.replace(/\s+/g, ' ');
    expect(text).toContain('stands at 40 and should stand at 70');
    expect(text).toContain('has gone back: 40');
    await record(2025, 66);
    await sweep('2026-03-04');
    expect(await alerts()).toMatchObject([{ state: 'resolved' }, { state: 'resolved' }]);
  });

  it('has its reminder by the incremental look within the day', async () => {
    await record(2024, 55);
    await sweep('2026-03-05');
    await record(2025, 15);
    await ground.tracking.followChanges.follow(watched.state, '2026-03-05');
    expect(await alerts()).toMatchObject([{ reason: 'moving_away' }, { reason: 'worse_than_before' }]);
  });
});

describe('an indicator that goes back', () => {
  it('is compared with the year before it, not with months, nor with another source', async () => {
    await record(2024, 62);
    await record(2025, 64);
    await run(
      `INSERT INTO source (state_id, code, name) VALUES ($1, 'A-OTHER', '{"en":"O","es":"O"}') ON CONFLICT DO NOTHING`,
    );
    await run(
      `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value, cube_version, published_at)
       VALUES ($1, $2, '', 'A-OTHER', '2024-01-01', '2024-12-31', '{}', 900, 1, now()), ($1, $2, '', $3, '2024-12-01', '2024-12-31', '{}', 800, 1, now())`,
      `8-P${asked}`,
      SOURCE,
    );
    await sweep('2026-03-06');
    expect(await alerts()).not.toContainEqual(expect.objectContaining({ rule: 'regression' }));
  });

  it('is quiet of what a break explains', async () => {
    await record(2024, 100);
    await record(2025, 70);
    await sweep('2026-03-07');
    expect(await alerts()).toContainEqual(expect.objectContaining({ rule: 'regression', state: 'open' }));
    await run(
      `INSERT INTO figure_judgement (state_id, indicator_id, judgement, break_on, break_kind, text, language, recorded_at)
       VALUES ($1, $2, 'break', '2025-01-01', 'definition', 'Counted anew', 'en', now())`,
      owed.indicatorId,
    );
    await sweep('2026-03-08');
    expect(await alerts()).toContainEqual(expect.objectContaining({ rule: 'regression', state: 'resolved' }));
  });
});
