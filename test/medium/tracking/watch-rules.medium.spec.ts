import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import type { CivilDate } from '#domain';
import { addDays, addMonths, addWorkingDays, workingDaysBetween } from '#domain';
import type { WatchRuleWish } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

/** `FULL_TESTS=1` compares the 100,000 dates of promise R16. */
const DATES = process.env['FULL_TESTS'] === '1' ? 100_000 : 5_000;
const SECRETARIAT = 'secretariat@minjus.example';

let ground: TrackingGround;
let watched: WatchedState;
let ministry: number;
let secretariat: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-03-01T15:00:00Z');
  watched = await WatchedState.create(ground);
  ministry = await watched.addInstitution('MIMP', ['owner@mimp.example']);
  secretariat = await watched.addPerson(SECRETARIAT, 'secretariat', null);
  await watched.lead(ministry);
});

afterAll(() => ground.close());

const reason = 'Agreed in the coordinating body.';
const change = (wish: WatchRuleWish): Promise<number | null> =>
  ground.tracking.changeWatchRules.change(watched.state, wish, {
    personId: secretariat,
    role: 'secretariat',
  });
const ladder = {
  rule: 'ladder',
  kind: 'data_submission',
  institution: null,
  rungs: [-20, -10, 0],
  monthlyAfter: false,
  validFrom: null,
  validUntil: null,
  reason,
} as const;
const duty = {
  rule: 'duty',
  id: null,
  recommendation: 'opsc-1-8',
  institution: 'MIMP',
  indicator: null,
  kind: 'data_submission',
  title: { en: 'Yearly data call', es: 'Pedido anual de datos' },
  required: true,
  firstDueOn: '2026-03-31',
  everyMonths: 12,
  until: null,
  opensDaysBefore: 90,
  firstPeriod: { startOn: '2025-01-01', endOn: '2025-12-31' },
  reason,
} as const;

async function sweep(day: CivilDate): Promise<void> {
  ground.clock.set(`${day}T15:00:00Z`);
  await ground.tracking.runSweep.run(watched.state, { worker: 'test', again: true });
}

function sent(title: string): Promise<{ rung: number; outcome: string; on: string }[]> {
  return ground.rows(
    watched.state.id,
    `SELECT n.rung, n.outcome, n.written_on AS on FROM notice n JOIN obligation o ON o.state_id = n.state_id AND o.id = n.subject_id
     WHERE n.state_id = $1 AND n.rule = 'deadline' AND o.title->>'en' = $2 ORDER BY n.id`,
    [watched.state.id, title],
  );
}

function owed(title: string): Promise<{ due: string; start: string | null; end: string | null }[]> {
  return ground.rows(
    watched.state.id,
    `SELECT d.due_on AS due, o.period_start_on AS start, o.period_end_on AS end FROM obligation o
     JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id WHERE o.state_id = $1 AND o.title->>'en' = $2 ORDER BY o.id`,
    [watched.state.id, title],
  );
}

describe('the ladders of a State', () => {
  it('decide from tomorrow on when reminders go out: nothing twice, and no burst of what lies in the past', async () => {
    await watched.owe(ministry, '2026-05-30', 'Figures by the ladder');
    await sweep('2026-03-01'); // -90
    await change({ ...ladder, rungs: [-89, -88, -85, -20, -10, 0] });
    await sweep('2026-03-02'); // -89, the first day of the new ladder
    await change({ ...ladder, rungs: [-89, -87, -86, -20, -10, 0] });
    await sweep('2026-03-05'); // two days without a sweep: -87 and -86, and no -88 from the ladder that no longer held
    await change({ ...ladder, rungs: [-80, -20, -10, 0] });
    await sweep('2026-05-11');
    expect((await sent('Figures by the ladder')).map(({ rung, outcome }) => [rung, outcome])).toEqual([
      [-90, 'send'],
      [-89, 'send'],
      [-87, 'skip'],
      [-86, 'send'],
      [-80, 'skip'],
      [-20, 'send'],
    ]);
  });

  it('begin earlier than everywhere else where the State says so', async () => {
    await change({ ...ladder, kind: 'deadline', institution: 'MIMP', rungs: [-150, 0] });
    await watched.owe(ministry, '2026-10-09', 'Figures far ahead');
    await sweep('2026-05-12');
    expect(await sent('Figures far ahead')).toEqual([{ rung: -150, outcome: 'send', on: '2026-05-12' }]);
  });

  it('are shown before they are set, beside those that hold', async () => {
    const preview = await ground.tracking.readWatchRules.preview(watched.state, {
      ...ladder,
      kind: 'deadline',
      institution: 'MIMP',
      rungs: [-100, -3],
      monthlyAfter: true,
    });
    const far = preview.find(({ about }) => about?.title.en === 'Figures far ahead');
    expect(far?.now).toEqual(['2026-10-09']);
    expect(far?.then.slice(0, 3)).toEqual(['2026-07-01', '2026-10-06', '2026-11-05']);
  });

  it.each([
    [{ rungs: [0, 0] }, 'ladder.not_sorted', 'rungs: expected days in order'],
    [{ rungs: [-400] }, 'ladder.out_of_range', 'from -365 to 365'],
    [{ validFrom: '2026-05-12' }, 'ladder.past', 'expected a day from tomorrow on (2026-05-13)'],
    [{ institution: 'NOBODY' }, 'watch_rule.institution_unknown', 'got "NOBODY"'],
    [{ reason: 'Call 999 888 777, DNI 44556677' }, 'watch_rule.personal_data', 'nothing was saved'],
  ])('refuse %j in words', async (wrong, code, words) => {
    await expect(change({ ...ladder, ...wrong })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });
});

describe('the thresholds of a State', () => {
  it('decide from when an item is at risk', async () => {
    const status = async (): Promise<unknown> =>
      (
        await ground.rows<{ status: string }>(
          watched.state.id,
          `SELECT status_reason AS status FROM recommendation WHERE state_id = $1`,
          [watched.state.id],
        )
      )[0]?.status;
    await ground.rows(
      watched.state.id,
      `UPDATE deadline SET due_on = '2026-07-20' WHERE state_id = $1 RETURNING id`,
      [watched.state.id],
    );
    await sweep('2026-05-20');
    expect(await status()).not.toBe('due_soon');
    await change({ rule: 'threshold', name: 'dueSoonDays', value: 90, reason });
    await sweep('2026-05-21');
    expect(await status()).toBe('due_soon');
    const entries = await ground.rows<{ before: unknown; after: unknown }>(
      watched.state.id,
      `SELECT before, after FROM audit_entry WHERE state_id = $1 AND action = 'threshold.set'`,
      [watched.state.id],
    );
    expect(entries).toEqual([
      {
        before: { threshold: 'dueSoonDays', thresholdValue: 30 },
        after: { threshold: 'dueSoonDays', thresholdValue: 90 },
      },
    ]);
  });

  it.each([
    ['pathPercent', 0, 'threshold.bounds', 'from 1 to 100'],
    ['pathPercent', 50.5, 'threshold.bounds', 'a whole number'],
    ['constructor', 5, 'threshold.unknown', 'expected one of dueSoonDays'],
  ])('refuse %s of %d in words', async (name, value, code, words) => {
    await expect(change({ rule: 'threshold', name, value, reason })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });
});

describe('the steps by which a State carries up what nobody answers', () => {
  const set = (...steps: ['head' | 'coordinating_body' | 'docket', number][]) =>
    change({
      rule: 'escalation',
      steps: steps.map(([addressee, workingDays]) => ({ addressee, workingDays })),
      reason,
    });
  const carried = async (title: string) =>
    (
      await ground.rows<{ step: number }>(
        watched.state.id,
        `SELECT a.escalation_step AS step FROM alert a JOIN obligation o ON o.state_id = a.state_id AND o.id = a.subject_id
         WHERE a.state_id = $1 AND a.subject_kind = 'obligation' AND a.rule = 'deadline' AND o.title->>'en' = $2`,
        [watched.state.id, title],
      )
    )[0]?.step;

  it('are set with a reason, leave alerts where they stood, and are the usual ones again when the State says so', async () => {
    await ground.rows(
      watched.state.id,
      `UPDATE membership SET is_head = true WHERE state_id = $1 AND role = 'focal_point'`,
      [watched.state.id],
    );
    await watched.owe(ministry, '2026-05-20', 'Carried up');
    await sweep('2026-05-21');
    // Seven working days later; whoever heads the institution is the one who was asked, so that the step is taken.
    await sweep('2026-06-01');
    expect(await carried('Carried up')).toBe(1);
    await set(['coordinating_body', 20], ['docket', 40]);
    expect(await carried('Carried up')).toBe(0);
    expect((await ground.tracking.readWatchRules.read(watched.state, null)).steps).toEqual([
      { addressee: 'owner', workingDays: 0 },
      { addressee: 'coordinating_body', workingDays: 20 },
      { addressee: 'docket', workingDays: 40 },
    ]);
    await sweep('2026-06-17');
    expect(await carried('Carried up')).toBe(0);
    await sweep('2026-06-18');
    expect(await carried('Carried up')).toBe(1);
    await expect(set(['coordinating_body', 20], ['docket', 40])).rejects.toMatchObject({
      code: 'escalation.unchanged',
    });
    await change({ rule: 'escalation', steps: null, reason });
    expect(await carried('Carried up')).toBe(2);
    expect((await ground.tracking.readWatchRules.read(watched.state, null)).stepsSet).toBeNull();
    const entries = await ground.rows<{ before: unknown; after: unknown }>(
      watched.state.id,
      `SELECT before, after FROM audit_entry WHERE state_id = $1 AND action = 'escalation.set' ORDER BY position`,
      [watched.state.id],
    );
    const usual = { daysToHead: 7, daysToCoordinatingBody: 14, daysToDocket: 30 };
    const own = { daysToHead: null, daysToCoordinatingBody: 20, daysToDocket: 40 };
    expect(entries).toEqual([
      { before: usual, after: own },
      { before: own, after: usual },
    ]);
  });

  it('refuse what does not rise, in words, and save nothing', async () => {
    await expect(set(['head', 10], ['docket', 10])).rejects.toMatchObject({
      code: 'escalation.not_rising',
      message: expect.stringContaining('got head 10, docket 10'),
    });
    expect((await ground.tracking.readWatchRules.read(watched.state, null)).stepsSet).toBeNull();
  });
});

describe('a duty that comes again', () => {
  it('is owed once for each round, however often it is swept, and a changed rule moves future rounds only', async () => {
    ground.clock.set('2026-05-22T15:00:00Z');
    const id = await change({ ...duty, firstDueOn: '2026-06-30', everyMonths: 12 });
    await sweep('2026-05-22');
    await sweep('2026-05-22');
    expect(await owed('Yearly data call')).toEqual([
      { due: '2026-06-30', start: '2025-01-01', end: '2025-12-31' },
    ]);
    await change({ ...duty, id, firstDueOn: '2026-09-30', everyMonths: 3 });
    await sweep('2026-07-01');
    await sweep('2026-07-02');
    expect((await owed('Yearly data call')).map(({ due }) => due)).toEqual(['2026-06-30', '2026-09-30']);
    const reading = await ground.tracking.readWatchRules.read(watched.state, null);
    expect(reading.duties[0]?.coming.map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-30',
      '2027-03-30',
      '2027-06-30',
    ]);
  });
});

describe('a duty that is entered after the sweep of the day', () => {
  it('is owed at once, and whoever owes it hears of it on the same day', async () => {
    await sweep('2026-07-03');
    await change({
      ...{ ...duty, title: { en: 'Quarterly figures', es: 'Cifras trimestrales' } },
      ...{ firstDueOn: '2026-07-03', everyMonths: 3 },
    });
    expect((await owed('Quarterly figures')).map(({ due }) => due)).toEqual(['2026-07-03']);
    await ground.tracking.followChanges.follow(watched.state, '2026-07-03');
    expect(await sent('Quarterly figures')).toContainEqual({ rung: 0, outcome: 'send', on: '2026-07-03' });
  });
});

describe('a date that awaits the committee', () => {
  it('makes no reminder; once a year the secretariat is asked whether it has been set', async () => {
    await ground.rows(
      watched.state.id,
      `WITH d AS (SELECT id, mechanism_code, instrument_code FROM document WHERE state_id = $1),
       c AS (INSERT INTO reporting_cycle (state_id, document_id, mechanism_code, instrument_code, number) SELECT $1, id, mechanism_code, instrument_code, 1 FROM d)
       INSERT INTO deadline (state_id, document_id, purpose, certainty, time_zone, basis) SELECT $1, id, 'next_report', 'awaiting_committee', 'America/Lima', '{}' FROM d RETURNING id`,
      [watched.state.id],
    );
    const asked = 'Has the Committee set the date of the next report?';
    await sweep('2026-08-01');
    await sweep('2026-08-02');
    expect(await owed(asked)).toEqual([{ due: '2026-09-30', start: null, end: null }]);
    await sweep('2026-09-29');
    const [notice] = await ground.rows<{ email: string }>(
      watched.state.id,
      `SELECT p.email FROM notice n JOIN person p ON p.id = n.person_id JOIN obligation o ON o.state_id = n.state_id AND o.id = n.subject_id
       WHERE n.state_id = $1 AND n.outcome = 'send' AND o.kind = 'committee_date_query' ORDER BY n.id DESC LIMIT 1`,
      [watched.state.id],
    );
    expect(notice?.email).toBe(SECRETARIAT);
    const listed = { institution: null, filter: 'standing', limit: 50 } as const;
    const questions = (await ground.tracking.readAlerts.list(watched.state, listed)).alerts.filter(
      ({ asksCoordination }) => asksCoordination,
    );
    expect(questions).toMatchObject([{ rule: 'deadline', reason: 'due_soon', dueOn: '2026-09-30' }]);
    // Nobody owes it, and nobody is late with it: it is no matter of the docket.
    const docket = await ground.tracking.readDocket.read(watched.state, { institutionId: null, limit: 200 });
    expect(docket.entries.map(({ obligation }) => obligation.en)).not.toContain(asked);
    await sweep('2027-07-31');
    expect(await owed(asked)).toHaveLength(1);
    await sweep('2027-08-02');
    expect((await owed(asked)).map(({ due }) => due)).toEqual(['2026-09-30', '2027-10-01']);
    expect(await sent(asked)).toEqual([
      { rung: -60, outcome: 'send', on: '2026-08-01' },
      { rung: -60, outcome: 'send', on: '2027-08-02' },
    ]);
  });

  it('leaves nobody late who has no date to tell: the question ends with its day, and is carried up to nobody', async () => {
    for (const day of ['2027-09-25', '2027-09-30', '2027-10-01', '2027-10-02', '2027-11-01', '2027-12-20'])
      await sweep(day);
    const told = await ground.rows<{ kind: string; on: string }>(
      watched.state.id,
      `SELECT t.kind, t.happened_on AS on FROM alert_transition t JOIN alert a ON a.state_id = t.state_id AND a.id = t.alert_id
       JOIN obligation o ON o.state_id = a.state_id AND o.id = a.subject_id
       WHERE t.state_id = $1 AND a.subject_kind = 'obligation' AND o.kind = 'committee_date_query' AND t.happened_on > '2027-08-01' ORDER BY t.id`,
      [watched.state.id],
    );
    expect(told.map(({ kind, on }) => [kind, on])).toEqual([
      ['opened', '2027-08-02'],
      ['changed', '2027-10-01'],
      ['resolved', '2027-10-02'],
    ]);
    expect(await sent('Has the Committee set the date of the next report?')).toHaveLength(2);
  });
});

describe('the work calendar of a State', () => {
  it('follows what its secretariat said, the newest of each day, and its week', async () => {
    const calendar = () =>
      ground.record.runState(watched.state.id, () => ground.tracking.workCalendars.calendarOf(watched.state));
    expect(addWorkingDays('2026-12-23', 1, await calendar())).toBe('2026-12-24');
    await change({ rule: 'day', on: '2026-12-24', standing: 'closed', reason: 'DS 123-2026-PCM' });
    await change({
      rule: 'day',
      on: '2026-12-28',
      standing: 'announced',
      reason: 'A decree is said to come',
    });
    expect(addWorkingDays('2026-12-23', 1, await calendar())).toBe('2026-12-28');
    await change({
      rule: 'day',
      on: '2026-12-24',
      standing: 'as_listed',
      reason: 'The decree was taken back',
    });
    expect(addWorkingDays('2026-12-23', 1, await calendar())).toBe('2026-12-24');
    await expect(
      change({ rule: 'day', on: '2026-12-24', standing: 'as_listed', reason }),
    ).rejects.toMatchObject({ code: 'work_day.unchanged' });
    await change({ rule: 'week', weekend: [5, 6], reason });
    expect(addWorkingDays('2026-12-23', 2, await calendar())).toBe('2026-12-27');
    await change({ rule: 'week', weekend: [6, 7], reason });
    await expect(change({ rule: 'week', weekend: [1, 2, 3, 4, 5, 6, 7], reason })).rejects.toMatchObject({
      code: 'work_week.weekend',
    });
  });
});

describe('dates against PostgreSQL (R16)', () => {
  it('are the same after days, weeks, months and years, and after working days over a holiday table', async () => {
    const calendar = await ground.record.runState(watched.state.id, () =>
      ground.tracking.workCalendars.calendarOf(watched.state),
    );
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    try {
      await owner.query('CREATE TEMP TABLE closed (day date PRIMARY KEY)');
      const days = Array.from({ length: 16 * 366 }, (_, index) => addDays('2014-01-01', index));
      await owner.query('INSERT INTO closed SELECT unnest($1::date[])', [
        days.filter((day) => calendar.holidays.has(day)),
      ]);
      await owner.query(
        `CREATE TEMP TABLE worked AS SELECT d::date AS day, row_number() OVER (ORDER BY d) AS number
         FROM generate_series(date '2014-01-01', date '2029-12-31', interval '1 day') d
         WHERE extract(isodow FROM d) < 6 AND NOT EXISTS (SELECT FROM closed c WHERE c.day = d::date);
         CREATE INDEX ON worked (day); CREATE INDEX ON worked (number); ANALYZE worked`,
      );
      const { rows } = await owner.query<{
        day: string;
        n: number;
        days: string;
        weeks: string;
        months: string;
        years: string;
        work: number;
        worked: string;
      }>(
        `SELECT x.day::text, x.n, (x.day + x.n * interval '1 day')::date::text AS days, (x.day + x.n * interval '1 week')::date::text AS weeks,
                (x.day + x.n * interval '1 month')::date::text AS months, (x.day + x.n * interval '1 year')::date::text AS years, x.work,
                (SELECT w.day::text FROM worked w WHERE w.number =
                   coalesce((SELECT v.number FROM worked v WHERE v.day <= x.day ORDER BY v.day DESC LIMIT 1), 0) + x.work) AS worked
         FROM (SELECT date '2014-01-01' + (random() * 5400)::int AS day, (random() * 240)::int - 120 AS n, 1 + (random() * 60)::int AS work
               FROM generate_series(1, $1)) x`,
        [DATES],
      );
      const wrong = rows.filter(
        ({ day, n, work, ...told }) =>
          addDays(day, n) !== told.days ||
          addDays(day, n * 7) !== told.weeks ||
          addMonths(day, n) !== told.months ||
          addMonths(day, n * 12) !== told.years ||
          addWorkingDays(day, work, calendar) !== told.worked ||
          workingDaysBetween(day, told.worked, calendar) !== work,
      );
      process.stdout.write(
        `R16: ${rows.length} random dates by day, week, month, year and working day: ${wrong.length} differences\n`,
      );
      expect(wrong).toEqual([]);
    } finally {
      await owner.end();
    }
  });
});
