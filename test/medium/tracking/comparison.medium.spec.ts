import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { ApiUnderTest } from '../../support/api-under-test.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

interface Comparison {
  readonly rows: readonly {
    readonly institution: { readonly code: string } | null;
    readonly due: number;
    readonly onTime: number;
    readonly late: number;
    readonly missing: number;
    readonly oldestDays: number | null;
    readonly alerts: number;
    readonly led: Readonly<Record<string, number>>;
  }[];
  readonly all: { readonly due: number; readonly missing: number; readonly alerts: number };
}

let ground: TrackingGround;
let api: ApiUnderTest;
const cookies: Record<string, Readonly<Record<string, string>>> = {};

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
  const peru = await WatchedState.create(ground);
  const chile = await WatchedState.create(ground, 'CHL');
  const [min, jus] = [
    await peru.addInstitution('MIN', ['m@x.example']),
    await peru.addInstitution('JUS', []),
  ];
  await peru.lead(min);
  // Of MIN: one on its very day, one a day late, one never, one ahead; of JUS: one that came back.
  await peru.submit(await peru.owe(min, '2026-03-31'), '2026-03-31');
  await peru.submit(await peru.owe(min, '2026-03-31'), '2026-04-01');
  await peru.owe(min, '2026-04-30');
  await peru.owe(min, '2026-12-31');
  const returned = await peru.submit(await peru.owe(jus, '2025-06-30'), '2025-06-01');
  await peru.returnSubmission(returned, '2025-06-20');
  await chile.owe(await chile.addInstitution('MIN', []), '2026-01-31');
  await liveThrough(ground, peru.state, '2026-06-30');
  for (const [role, state] of [
    ['monitoring_body', peru],
    ['focal_point', peru],
    ['contributor', peru],
  ] as const) {
    const personId = await state.addPerson(`${role}@per.example`, role, role === 'focal_point' ? min : null);
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    cookies[role] = { '__Host-vigia_session': token };
  }
  api = await ApiUnderTest.open(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function read<T>(path: string, role = 'monitoring_body'): Promise<T> {
  const { status, body } = await api.ask('GET', `/api/v1/states/PER/${path}`, {
    cookies: cookies[role] ?? {},
  });
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`);
  return JSON.parse(body) as T;
}

const codesOf = ({ rows }: Comparison): (string | undefined)[] =>
  rows.map(({ institution }) => institution?.code);

describe('institutions beside each other', () => {
  it('count what came on its day, what came late, and what came back as missing', async () => {
    const { rows, all } = await read<Comparison>('comparison/institutions?sort=name');
    expect(rows).toEqual([
      expect.objectContaining({ due: 1, onTime: 0, late: 0, missing: 1, oldestDays: 365, alerts: 1 }),
      expect.objectContaining({ due: 3, onTime: 1, late: 1, missing: 1, oldestDays: 61 }),
    ]);
    expect(rows[1]?.led).toMatchObject({ overdue: 1, implemented: 0 });
    expect(all).toMatchObject({ due: 4, missing: 2 });
  });

  it('are put in the order asked for, and narrowed to a year of the due day', async () => {
    expect(codesOf(await read('comparison/institutions?sort=-due'))).toEqual(['MIN', 'JUS']);
    expect(codesOf(await read('comparison/institutions?sort=-oldest'))).toEqual(['JUS', 'MIN']);
    const { all } = await read<Comparison>('comparison/institutions?year=2025');
    expect(all).toMatchObject({ due: 1, missing: 1 });
  });

  it('say the same number as the lists to which their numbers lead', async () => {
    const { rows, all } = await read<Comparison>('comparison/institutions');
    const list = async (path: string): Promise<number> =>
      (await read<{ readonly items: readonly unknown[] }>(path)).items.length;
    for (const { institution, due, onTime, late, missing, alerts } of rows) {
      const of = `institution=${institution?.code ?? '-'}`;
      expect(await list(`comparison/due?${of}`)).toBe(due);
      expect(await list(`comparison/due?${of}&outcome=on_time`)).toBe(onTime);
      expect(await list(`comparison/due?${of}&outcome=late`)).toBe(late);
      expect(await list(`comparison/due?${of}&outcome=missing`)).toBe(missing);
      expect(await list(`alerts?${of}`)).toBe(alerts);
    }
    expect(await list('alerts')).toBe(all.alerts);
    expect(await list('recommendations?institution=MIN&role=lead&status=overdue')).toBe(1);
    expect(await list('recommendations?institution=MIN&role=support')).toBe(0);
  });

  it('are the same as a file', async () => {
    const { body, status } = await api.ask(
      'GET',
      '/api/v1/states/PER/comparison/institutions.csv?sort=name',
      {
        cookies: cookies['monitoring_body'] ?? {},
      },
    );
    expect(status).toBe(200);
    const [head = '', ...lines] = body.trim().split('\r\n');
    expect(head).toContain('institution,name,led_implemented');
    expect(lines.map((line) => line.split(',')[0])).toEqual(['JUS', 'MIN']);
  });
});

describe('alerts by cause', () => {
  interface Causes {
    readonly total: number;
    readonly causes: readonly {
      readonly rule: string;
      readonly total: number;
      readonly severities: Readonly<Record<string, number>>;
      readonly byAge: Readonly<Record<string, number>>;
    }[];
    readonly months: readonly { readonly month: string; readonly opened: number | null }[];
  }

  it('are as many as the list gives for each rule, severity and age', async () => {
    const { causes, total } = await read<Causes>('comparison/causes');
    expect(total).toBeGreaterThan(0);
    expect(causes.reduce((sum, cause) => sum + cause.total, 0)).toBe(total);
    const list = async (query: string): Promise<number> =>
      (await read<{ readonly items: readonly unknown[] }>(`alerts?limit=200&${query}`)).items.length;
    for (const { rule, total: of, severities, byAge } of causes) {
      expect([rule, await list(`rule=${rule}`)]).toEqual([rule, of]);
      for (const [severity, count] of Object.entries(severities))
        expect([rule, severity, await list(`rule=${rule}&severity=${severity}`)]).toEqual([
          rule,
          severity,
          count,
        ]);
      for (const [age, count] of Object.entries(byAge))
        expect([rule, age, await list(`rule=${rule}&age=${age}`)]).toEqual([rule, age, count]);
    }
  });

  it('leave months before the watch empty and count what began in the month', async () => {
    const { months, total } = await read<Causes>('comparison/causes');
    expect(months).toHaveLength(12);
    expect(months.at(-2)).toMatchObject({ month: '2026-05', opened: null });
    expect(months.at(-1)).toMatchObject({ month: '2026-06', opened: total });
  });

  it('lead to alerts in which nobody is named to those who watch from outside', async () => {
    const { items } = await read<{ readonly items: readonly { readonly alert: number }[] }>(
      'alerts?rule=deadline',
    );
    const seen = await Promise.all(
      items.map(({ alert }) =>
        api.ask('GET', `/api/v1/states/PER/alerts/${alert}`, { cookies: cookies['monitoring_body'] ?? {} }),
      ),
    );
    expect(seen.map(({ status }) => status)).toEqual(items.map(() => 200));
    for (const { body } of seen) expect(body).not.toContain('m@x.example');
    const own = await api.ask('GET', `/api/v1/states/PER/alerts/${items.at(-1)?.alert ?? 0}`, {
      cookies: cookies['focal_point'] ?? {},
    });
    expect(`${own.status} ${own.body.includes('m@x.example')}`).toBe('200 true');
  });
});

describe('reporting cycles beside each other', () => {
  it('count statuses and what became of items, and list the items behind the numbers', async () => {
    const { cycles } = await read<{
      readonly cycles: readonly {
        readonly document: string;
        readonly items: number;
        readonly statuses: Readonly<Record<string, number>>;
        readonly became: Readonly<Record<string, number>>;
      }[];
    }>('comparison/cycles');
    expect(cycles).toEqual([
      expect.objectContaining({
        items: 1,
        implementedPercent: 0,
        statuses: expect.objectContaining({ overdue: 1 }),
        became: expect.objectContaining({ undecided: 1, repeated: 0 }),
      }),
    ]);
    const items = async (query: string): Promise<number> =>
      (await read<{ readonly items: readonly unknown[] }>(`comparison/cycle-items?${query}`)).items.length;
    const of = `document=${cycles[0]?.document ?? ''}`;
    expect(await items(`${of}&status=overdue`)).toBe(1);
    expect(await items(`${of}&became=undecided`)).toBe(1);
    expect(await items(`${of}&became=repeated`)).toBe(0);
    expect(await items('document=another')).toBe(0);
  });
});

describe('the room of those who monitor', () => {
  it.each(['focal_point', 'contributor', 'public'])('is not for %s', async (role) => {
    for (const path of ['institutions', 'institutions.csv', 'causes', 'cycles', 'due', 'cycle-items']) {
      const { status } = await api.ask('GET', `/api/v1/states/PER/comparison/${path}`, {
        cookies: cookies[role] ?? {},
      });
      expect([path, status]).toEqual([path, 403]);
    }
  });

  it('is of the own State only', async () => {
    const { status } = await api.ask('GET', '/api/v1/states/CHL/comparison/institutions', {
      cookies: cookies['monitoring_body'] ?? {},
    });
    expect(status).toBe(403);
  });
});
