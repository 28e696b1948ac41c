import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { State } from '#tracking';

import { fingerprint, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** What samples/README.md promises of a first start. */
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  overdue: ['8', '18', '20(b)', '26(d)', '32(e)', '34'],
  awaiting_review: ['14(a)', '16', '32(c)', '37'],
  no_data: ['14(b)', '14(d)', '20(c)', '26(c)', '30', '32(b)'],
  at_risk: ['10', '28', '32(d)', '20(a)', '20(d)', '24', '26(a)'],
  implemented: ['12', '36'],
  on_track: ['14', '14(c)', '20', '22', '26(b)', '32(a)', '35', '38'],
};
/** A second day in another season: the mix must not depend on the month in which somebody tries Vigía. */
const DAYS = ['2026-06-15', '2027-02-10', '2026-11-24'];

describe.each(DAYS)('a sweep of the demonstration State on %s', (today) => {
  let ground: TrackingGround;
  let peru: State;

  beforeAll(async () => {
    ground = await openTrackingGround(`${today}T15:00:00Z`);
    peru = await loadPeru(ground);
  });

  afterAll(() => ground.close());

  it('decides everything and writes nothing in a dry run', async () => {
    const before = await fingerprint(ground, peru);
    const rehearsal = await ground.tracking.runSweep.run(peru, { worker: 'test', dryRun: true });
    expect(rehearsal).toMatchObject({ outcome: 'dry_run', counts: { recommendations: 33 } });
    expect(rehearsal.counts.alertsOpened).toBeGreaterThan(10);
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('refuses a day that has not begun there, unless it is a rehearsal', async () => {
    const on = '2028-01-01';
    await expect(ground.tracking.runSweep.run(peru, { worker: 'test', on })).rejects.toMatchObject({
      code: 'sweep.future_day',
    });
    const rehearsal = await ground.tracking.runSweep.run(peru, { worker: 'test', on, dryRun: true });
    expect(rehearsal.counts.noticesWritten).toBeGreaterThan(0);
  });

  it('is done by one of two that come at once', async () => {
    const outcomes = await Promise.all(
      ['a', 'b'].map((worker) => ground.asWorker(worker).runSweep.run(peru, { worker })),
    );
    const swept = outcomes.filter((outcome) => outcome.outcome === 'swept');
    expect(swept).toHaveLength(1);
    expect(swept[0]?.counts).toMatchObject({ recommendations: 33 });
    expect(['busy', 'done_before']).toContain(
      outcomes.find((outcome) => outcome.outcome !== 'swept')?.outcome,
    );
  });

  it('gives every item the status that the demonstration promises', async () => {
    const rows = await ground.rows<{ code: string; status: string }>(
      peru.id,
      'SELECT code, status FROM recommendation WHERE state_id = $1',
      [peru.id],
    );
    const found = Object.fromEntries(
      Object.keys(STATUSES).map((status) => [
        status,
        rows
          .filter((row) => row.status === status)
          .map((row) => row.code)
          .sort(),
      ]),
    );
    expect(found).toEqual(
      Object.fromEntries(Object.entries(STATUSES).map(([status, codes]) => [status, [...codes].sort()])),
    );
  });

  it('keeps a named reason beside every alert, and beside every notice', async () => {
    const alerts = await ground.rows<{ code: string; rule: string; reason: string | null }>(
      peru.id,
      `SELECT r.code, a.rule, a.decision_reason AS reason FROM alert a
       JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id WHERE a.state_id = $1`,
      [peru.id],
    );
    expect(alerts.length).toBeGreaterThan(10);
    expect(alerts.filter((alert) => alert.reason === null)).toEqual([]);
    expect(alerts.find((alert) => alert.code === '32(e)' && alert.rule === 'deadline')?.reason).toBe(
      'no_owner',
    );
    const [nameless] = await ground.rows<{ count: number }>(
      peru.id,
      `SELECT count(*)::int AS count FROM notice WHERE state_id = $1 AND coalesce(reason, '') = ''`,
      [peru.id],
    );
    expect(nameless?.count).toBe(0);
  });

  it('tells the secretariat that nobody answers for 32(e)', async () => {
    const told = await ground.rows<{ email: string }>(
      peru.id,
      `SELECT p.email FROM notice n JOIN person p ON p.id = n.person_id
       JOIN alert a ON a.state_id = n.state_id AND a.id = n.alert_id
       JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       WHERE n.state_id = $1 AND r.code = '32(e)' AND a.rule = 'nobody_responsible' AND n.outcome = 'send' ORDER BY 1`,
      [peru.id],
    );
    expect(told.map((row) => row.email)).toEqual([
      'coordinacion@minjusdh.example',
      'revision@minjusdh.example',
    ]);
  });

  it('of the rungs that passed before the first start sends the highest only and keeps the others as skipped', async () => {
    const rows = await ground.rows<{ send: number; skip: number }>(
      peru.id,
      `SELECT count(*) FILTER (WHERE outcome = 'send')::int AS send, count(*) FILTER (WHERE outcome = 'skip')::int AS skip
       FROM notice WHERE state_id = $1 GROUP BY alert_id, person_id`,
      [peru.id],
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.send === 1)).toBe(true);
    expect(rows.some((row) => row.skip > 5)).toBe(true);
  });

  it('writes not one row when the same day is swept again', async () => {
    const before = await fingerprint(ground, peru, ['sweep']);
    const again = await ground.tracking.runSweep.run(peru, { worker: 'test', again: true });
    expect(again).toMatchObject({
      outcome: 'swept',
      counts: { alertsOpened: 0, alertsChanged: 0, alertsResolved: 0, noticesWritten: 0, statusesChanged: 0 },
    });
    expect(await fingerprint(ground, peru, ['sweep'])).toEqual(before);
  });

  it('leaves a finished day alone unless a person asks again', async () => {
    const before = await fingerprint(ground, peru);
    expect(await ground.tracking.runSweep.run(peru, { worker: 'test' })).toMatchObject({
      outcome: 'done_before',
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
  });
});
