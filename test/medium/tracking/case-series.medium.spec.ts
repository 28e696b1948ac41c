import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { CaseSeriesList } from '#contracts';
import type { State } from '#persistence';
import type { ImportAsked, ImportOutcome } from '#tracking';

import { ApiUnderTest } from '../../support/api-under-test.js';
import { loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const BY = { personId: null, actor: 'command_line' } as const;
const HEAD = 'offence,region,facet,cohort year,stage,since,value,cases';
const PATH = '/api/v1/states/PER/case-series';

let ground: TrackingGround;
let api: ApiUnderTest;
let peru: State;
const cookies: Record<string, Readonly<Record<string, string>>> = {};

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await loadPeru(ground);
  await ground.tracking.publishFigures.publish(peru.id);
  for (const [name, role, institution] of [
    ['secretariat', 'secretariat', null],
    ['ombudsperson', 'ombudsperson', null],
    ['prosecution', 'focal_point', 'MP'],
    ['judiciary', 'focal_point', 'PJ'],
    ['contributor', 'contributor', null],
  ] as const) {
    const personId = await addPerson(`${name}@cases.example`, role, institution);
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    cookies[name] = { '__Host-vigia_session': token };
  }
  api = await ApiUnderTest.open(ground);
});
afterAll(async () => {
  await api?.close();
  await ground?.close();
});

async function addPerson(email: string, role: string, institution: string | null): Promise<number> {
  const [person] = await ground.rows<{ id: number }>(
    peru.id,
    `WITH p AS (INSERT INTO person (name, email, language) VALUES ($2, $2, 'en') RETURNING id), m AS (
       INSERT INTO membership (state_id, person_id, role, institution_id, starts_on)
       SELECT $1, p.id, $3, (SELECT id FROM institution WHERE state_id = $1 AND code = $4), '2020-01-01' FROM p)
     SELECT id FROM p`,
    [peru.id, email, role, institution],
  );
  return person!.id;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

function take(rows: readonly string[], more: Partial<ImportAsked> = {}): Promise<ImportOutcome> {
  return ground.tracking.importFigures.run(
    peru,
    { name: 'cases.csv', bytes: once(`${[HEAD, ...rows].join('\n')}\n`) },
    {
      kind: 'prosecutions',
      dryRun: false,
      override: null,
      ...more,
      options: {
        ...{ sheet: null, indicator: '26a-J1', indicatorText: null, source: 'DEMO', decimalMark: null },
        ...{ codes: null, columns: {}, categories: {}, reason: null, cohortRule: 'year_of_complaint' },
        ...more.options,
      },
    },
    BY,
  );
}

const told = ({ problems }: ImportOutcome) =>
  problems.map(({ row, column, given, code, other }) => [row, column, given, code, other].join(' '));

async function ask(
  who: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<CaseSeriesList> {
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const { status, body } = await api.ask('GET', `${PATH}?${asked}`, { cookies: cookies[who] ?? {} });
  expect([who, status, body.slice(0, 300)]).toEqual([who, 200, body.slice(0, 300)]);
  return JSON.parse(body) as CaseSeriesList;
}

const published = () =>
  ground.rows<{ cell: string }>(
    peru.id,
    `SELECT indicator_code || ' ' || series_key || ' ' || period_end_on || ' ' || coalesce(value::text, flag) AS cell FROM published_figure
     WHERE indicator_code = '26a-J1' ORDER BY 1`,
  );

describe('a file of prosecutions by region, apart and with medians', () => {
  const rows = [
    'trafficking,,,2012,complaint,,80,',
    'trafficking,,,2012,archived,,50,',
    'trafficking,,,2012,charge,,20,',
    'trafficking,,,2012,conviction,,12,',
    'trafficking,Loreto,,2012,complaint,,30,',
    'trafficking,PE-LIM,main,2012,complaint,,50,',
    'trafficking,,Funcionarios acusados,2012,complaint,,7,',
    'trafficking,,,2012,conviction,complaint,730,',
    'trafficking,,,2012,charge,complaint,90,4',
  ];

  it('is taken in once, publishes the totals alone, and is undone whole', async () => {
    const before = await published();
    const saved = await take(rows);
    expect([told(saved), saved.counts]).toEqual([[], { added: 9, revised: 0, unchanged: 0 }]);
    expect(await take(rows)).toMatchObject({ outcome: 'unchanged', counts: { unchanged: 9 } });
    await ground.tracking.publishFigures.publish(peru.id);
    const after = (await published()).filter(({ cell }) => !before.some((one) => one.cell === cell));
    expect(after.map(({ cell }) => cell.replace(/ [^ ]+$/, ''))).toEqual(
      ['charge', 'complaint', 'conviction'].map(
        (stage) => `26a-J1 cohort=year_of_complaint|offence=trafficking|stage=${stage} 2012-12-31`,
      ),
    );
    const { items } = await ask('prosecution', {
      cohort: 2012,
      offence: 'trafficking',
      facet: 'main',
      region: 'all',
    });
    expect(items).toHaveLength(1);
    expect(items[0]?.archived).toMatchObject({ cases: 50, ofComplaints: { share: 0.625 } });
    expect(
      items[0]?.stages.flatMap(({ stage, medians }) =>
        medians.map((one) => [stage, one.since, one.days, one.refused]),
      ),
    ).toEqual([
      ['charge', 'complaint', null, 'too_few_cases'],
      ['conviction', 'complaint', 730, null],
    ]);
    expect(await ground.tracking.undoImport.undo(peru, saved.id!, 'It was the wrong file.', BY)).toBe(9);
    await ground.tracking.publishFigures.publish(peru.id);
    expect(await published()).toEqual(before);
  });

  it.each<[string, string[], string[]]>([
    [
      'more convictions than charges',
      ['trafficking,,,2013,charge,,8,', 'trafficking,,,2013,conviction,,9,'],
      ['3  9 import.stage_above_earlier 8'],
    ],
    [
      'in another region, of which it is its own',
      ['trafficking,Lima,,2013,charge,,8,', 'trafficking,Loreto,,2013,conviction,,9,'],
      [],
    ],
    [
      'by accused officials, who are no part of the rest',
      ['trafficking,,,2013,charge,,8,', 'trafficking,,official,2013,conviction,,9,'],
      [],
    ],
    [
      'more archived than complaints',
      ['trafficking,,,2013,complaint,,8,', 'trafficking,,,2013,archived,,9,'],
      ['3  9 import.stage_above_earlier 8'],
    ],
    [
      'regions above the country',
      [
        'trafficking,,,2013,charge,,8,',
        'trafficking,Lima,,2013,charge,,5,',
        'trafficking,Loreto,,2013,charge,,4,',
      ],
      ['4  9 import.regions_above_country 8'],
    ],
    [
      'days since a later stage',
      ['trafficking,,,2013,charge,conviction,80,'],
      ['2 since conviction import.since_not_earlier '],
    ],
    [
      'days since the same stage',
      ['trafficking,,,2013,charge,charge,80,'],
      ['2 since charge import.since_not_earlier '],
    ],
    ['a bound for days', ['trafficking,,,2013,charge,complaint,<5,'], ['2 value <5 import.days_expected ']],
    [
      'a region that nobody knows',
      ['trafficking,Atlantis,,2013,charge,,8,'],
      ['2 region Atlantis import.region_unknown '],
    ],
    [
      'a code that two registers use',
      ['trafficking,070000,,2013,charge,,8,'],
      ['2 region 070000 import.codes_ambiguous '],
    ],
    [
      'a kind that nobody knows',
      ['trafficking,,pirates,2013,charge,,8,'],
      ['2 facet pirates import.facet_unknown '],
    ],
    [
      'cases that are no number',
      ['trafficking,,,2013,charge,complaint,80,many'],
      ['2 cases many figure.not_a_count '],
    ],
  ])('names what cannot be true: %s', async (_case, given, expected) => {
    expect(told(await take(given, { dryRun: true })).map((one) => `${one}`)).toEqual(expected);
  });

  it('is held to what is on record, and taken all the same with a reason that is kept', async () => {
    const first = await take(['trafficking,,,2014,charge,,8,']);
    const above = ['trafficking,,,2014,conviction,,9,'];
    expect(told(await take(above))).toEqual(['2  9 import.stage_above_earlier 8']);
    await expect(take(above, { override: 'short' })).rejects.toMatchObject({
      code: 'import.override_unreasoned',
    });
    const overruled = await take(above, { override: 'Charges of an older law were not counted.' });
    expect(overruled).toMatchObject({ outcome: 'saved', overruled: 1 });
    const [kept] = await ground.rows<{ reason: string }>(
      peru.id,
      'SELECT override_reason AS reason FROM figure_import WHERE state_id = $1 AND id = $2',
      [peru.id, overruled.id],
    );
    expect(kept?.reason).toBe('Charges of an older law were not counted.');
    for (const { id } of [overruled, first])
      await ground.tracking.undoImport.undo(peru, id!, 'It was the wrong file.', BY);
  });
});

describe('the demonstration', () => {
  it('has regions, archived complaints, medians and each kind that is counted apart, all marked as invented', async () => {
    const { items } = await ask('secretariat', { limit: 100 });
    const added = items.filter(({ region, facet }) => region !== null || facet !== 'main');
    expect(new Set(added.map(({ facet }) => facet))).toEqual(
      new Set(['main', 'official', 'legal_person', 'extraterritorial']),
    );
    expect(added.filter(({ region }) => region !== null).map(({ region }) => region!.name)).toContain(
      'Loreto',
    );
    expect(added.every(({ demonstration }) => demonstration)).toBe(true);
    const whole = items.filter(
      ({ region, facet, offence }) => region === null && facet === 'main' && offence === 'trafficking',
    );
    expect(whole.some(({ archived }) => archived.cases !== null)).toBe(true);
    const medians = items.flatMap(({ stages }) => stages.flatMap(({ medians: of }) => of));
    expect(medians.some(({ days }) => days !== null)).toBe(true);
    expect(medians.filter(({ refused }) => refused === 'too_few_cases').length).toBeGreaterThanOrEqual(2);
  });
});

describe('real figures of cases', () => {
  it('are for secretariat and ombudsperson, and an institution sees its own', async () => {
    const whole = (await ask('secretariat', { limit: 100 })).items;
    expect((await ask('ombudsperson', { limit: 100 })).items).toEqual(whole);
    const institutions = (list: CaseSeriesList) => new Set(list.items.map(({ institution }) => institution));
    const prosecution = await ask('prosecution', { limit: 100 });
    const judiciary = await ask('judiciary', { limit: 100 });
    expect(institutions(prosecution).size).toBe(1);
    expect(institutions(judiciary).size).toBe(1);
    expect(prosecution.onlyOf).not.toBe(judiciary.onlyOf);
    expect(prosecution.items.length + judiciary.items.length).toBe(whole.length);
  });

  it.each(['contributor', 'nobody'])('are not for a %s', async (who) => {
    const { status } = await api.ask('GET', PATH, { cookies: cookies[who] ?? {} });
    expect(status).toBe(403);
  });

  it('give a share within a cohort, and refuse one across cohorts, cases and kinds, in words', async () => {
    const { items } = await ask('prosecution', { limit: 100 });
    const series = (offence: string, at: number, facet = 'main', rule = 'year_of_complaint') =>
      items.filter(
        (item) =>
          item.offence === offence &&
          item.facet === facet &&
          item.cohortRule === rule &&
          item.region === null,
      )[at]!;
    const rate = async (from: { id: number }, to: { id: number }, lang = 'en', who = 'prosecution') =>
      (
        await ask(who, {
          lang,
          limit: 1,
          fromSeries: from.id,
          from: 'complaint',
          toSeries: to.id,
          to: 'conviction',
        })
      ).rate;
    const newest = series('trafficking', 0);
    const older = items.find(({ id }) => newest.id !== id && series('trafficking', 1).id === id)!;
    const complaints = older.stages[0]!.cases!;
    const convicted = older.stages.find(({ stage }) => stage === 'conviction')!.cases!;
    expect((await rate(older, older))?.share).toBeCloseTo(convicted / complaints);
    expect(await rate(older, newest)).toMatchObject({
      share: null,
      refused: 'different_cohorts',
      explanation: expect.stringMatching(/different cohorts/),
    });
    expect((await rate(older, newest, 'es'))?.explanation).toMatch(/cohortes distintas/);
    expect((await rate(older, series('sexual_exploitation', 1)))?.refused).toBe('different_cases');
    const officials = series('trafficking', 0, 'official');
    const same = items.find(
      ({ cohortYear, offence, facet, region }) =>
        cohortYear === officials.cohortYear &&
        offence === 'trafficking' &&
        facet === 'main' &&
        region === null,
    )!;
    expect((await rate(same, officials))?.refused).toBe('different_cases');
    expect((await rate(older, older, 'en', 'judiciary'))?.refused).toBe('not_reported');
  });
});
