import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { IndicatorFacts } from '#domain';
import { FactsRepository } from '#persistence';
import type { JudgementWish, State } from '#tracking';

import { indicatorDataView } from '../../../apps/api/src/presenter/indicator-presenter.js';
import { putOnRecord } from '../../support/put-on-record.js';
import { liveThrough, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const TODAY = '2026-06-15';
const CODE = '8-O2';
/** More than the periods that there are. */
const WHOLE = { after: null, limit: 100 };
const Y2018 = { startOn: '2018-01-01', endOn: '2018-12-31' };
const Y2020 = { startOn: '2020-01-01', endOn: '2020-12-31' };
const Y2024 = { startOn: '2024-01-01', endOn: '2024-12-31' };
const EXPLAINED = 'La policía cuenta denuncias y el Ministerio Público cuenta casos abiertos.';
const es = { language: 'es' } as const;

let ground: TrackingGround;
let peru: State;
let person: number;

beforeAll(async () => {
  ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
  peru = await loadPeru(ground);
  const [row] = await ground.rows<{ id: number }>(
    peru.id,
    `INSERT INTO person (name, email, language) SELECT 'Rosa Quispe', 'rosa@mjdh.example', 'es' WHERE $1::int > 0 RETURNING id`,
    [peru.id],
  );
  person = row!.id;
});

afterAll(() => ground?.close());

const judge = (wish: JudgementWish, code = CODE): Promise<number> =>
  ground.tracking.judgeComparability.judge(peru, code, wish, { personId: person, role: 'secretariat' });

async function shown(code = CODE) {
  const reading = await ground.tracking.readPublicRecord.getIndicator(peru, code);
  return indicatorDataView(reading.indicators[0]!, reading, 'es');
}

async function factsOf(code: string): Promise<IndicatorFacts> {
  const all = await ground.record.runState(peru.id, () =>
    new FactsRepository(ground.record).listFacts(peru.id, TODAY, 0, 500),
  );
  return all.flatMap(({ facts }) => facts.indicators).find((one) => one.code === code && one.isHome)!;
}

async function observe(code: string, source: string, period: typeof Y2020, value: number): Promise<void> {
  await putOnRecord(ground, peru.id, { indicator: code, source, period, value });
  await ground.tracking.publishFigures.publish(peru.id);
}

describe('sources that differ', () => {
  const alerts = () =>
    ground.rows<{ state: string; evidence: Record<string, unknown> }>(
      peru.id,
      `SELECT alert_state AS state, evidence FROM alert WHERE state_id = $1 AND rule = 'sources_disagree' ORDER BY id`,
      [peru.id],
    );

  it('are a finding for the secretariat that names the year and both numbers, until somebody explains them', async () => {
    await liveThrough(ground, peru, TODAY);
    expect(await alerts()).toEqual([
      {
        state: 'open',
        evidence: {
          indicator: CODE,
          year: 2020,
          low: 470,
          lowSource: 'TIP-MP',
          high: 640,
          highSource: 'TIP-PNP',
        },
      },
    ]);
    await judge({ judgement: 'explanation', period: Y2020, text: EXPLAINED, ...es });
    await judge({
      judgement: 'explanation',
      period: { startOn: '2019-01-01', endOn: '2019-12-31' },
      text: EXPLAINED,
      ...es,
    });
    await judge({
      judgement: 'explanation',
      period: { startOn: '2018-01-01', endOn: '2018-12-31' },
      text: EXPLAINED,
      ...es,
    });
    await liveThrough(ground, peru, TODAY);
    expect((await alerts()).map(({ state }) => state)).toEqual(['resolved']);
  });

  it('are explained to everybody in the language in which it was written, without the name of who did', async () => {
    const { comparisons } = await shown();
    const own = comparisons.find(({ period }) => period.endOn === Y2020.endOn);
    expect(own).toEqual({
      period: Y2020,
      ofRecord: null,
      explanation: { text: EXPLAINED, language: 'es', on: TODAY },
    });
    const { history } = await ground.tracking.readComparability.read(peru, CODE, WHOLE);
    expect(history[0]).toMatchObject({ person: 'Rosa Quispe', text: EXPLAINED, standing: true });
  });

  it('are to be explained again once a figure of them is revised: the alert stands again, and what was said stays in the history', async () => {
    const ofPeriod = async () => {
      const { periods, history } = await ground.tracking.readComparability.read(peru, CODE, WHOLE);
      const place = periods.find(({ period }) => period.endOn === Y2018.endOn)!;
      const last = history.find(({ periodEndOn }) => periodEndOn === Y2018.endOn)!;
      return {
        explained: place.explained,
        lookAgain: place.lookAgain,
        standing: last.standing,
        text: last.text,
      };
    };
    await judge({ judgement: 'explanation', period: Y2018, text: EXPLAINED, ...es });
    const said = { text: EXPLAINED };
    expect(await ofPeriod()).toEqual({ explained: true, lookAgain: false, standing: true, ...said });
    ground.clock.set('2026-06-15T15:00:01Z');
    await putOnRecord(ground, peru.id, { indicator: CODE, source: 'TIP-PNP', period: Y2018, value: 1_000 });
    expect(await ofPeriod()).toEqual({ explained: false, lookAgain: true, standing: false, ...said });
    expect(
      (await factsOf(CODE)).shared?.find(({ periodEndOn }) => periodEndOn === Y2018.endOn)?.explained,
    ).toBe(false);
    const { comparisons } = await shown();
    expect(comparisons.find(({ period }) => period.endOn === Y2018.endOn)?.explanation ?? null).toBeNull();
    ground.clock.set('2026-06-15T15:00:02Z');
    await judge({ judgement: 'explanation', period: Y2018, text: EXPLAINED, ...es });
    expect(await ofPeriod()).toMatchObject({ explained: true, lookAgain: false, standing: true });
  });

  it('keep an explanation that was replaced', async () => {
    await judge({ judgement: 'explanation', period: Y2020, text: 'Police count reports.', language: 'en' });
    const { history } = await ground.tracking.readComparability.read(peru, CODE, WHOLE);
    const of2020 = history.filter(({ periodEndOn }) => periodEndOn === Y2020.endOn);
    expect(of2020.map(({ text, standing }) => [text, standing])).toEqual([
      ['Police count reports.', true],
      [EXPLAINED, false],
    ]);
  });
});

describe('the figure of record', () => {
  const newest = async () => {
    const { figures } = await ground.tracking.readPublicRecord.listIndicators(peru, { code: CODE });
    return figures.map(({ sourceCode, value }) => [sourceCode, value]);
  };
  const marks = async () =>
    (await shown()).cells
      .filter(({ period, categories }) => period.endOn === Y2024.endOn && !('age' in categories))
      .map(({ source, ofRecord }) => [source, ofRecord]);

  it('is the newest figure and the one that judges the status; the others stay beside it', async () => {
    await observe(CODE, 'TIP-MP', Y2024, 900);
    expect((await factsOf(CODE)).newest?.value).toBe(1762);
    expect(await newest()).toEqual([['INFOREGION', 1762]]);
    expect(await marks()).toEqual([
      ['INFOREGION', undefined],
      ['TIP-MP', undefined],
    ]);
    await judge({
      judgement: 'of_record',
      period: Y2024,
      source: 'TIP-MP',
      text: 'Cuenta víctimas.',
      ...es,
    });
    expect((await factsOf(CODE)).newest?.value).toBe(900);
    expect(await newest()).toEqual([['TIP-MP', 900]]);
    expect(await marks()).toEqual([
      ['INFOREGION', false],
      ['TIP-MP', true],
    ]);
  });

  it('can be taken back, with a reason, and each step is in the audit', async () => {
    await judge({
      judgement: 'of_record',
      period: Y2024,
      source: null,
      text: 'Hay una revisión.',
      ...es,
    });
    expect(await newest()).toEqual([['INFOREGION', 1762]]);
    await expect(
      judge({ judgement: 'of_record', period: Y2024, source: null, text: 'Otra vez.', ...es }),
    ).rejects.toMatchObject({ code: 'comparability.not_chosen' });
    const entries = await ground.rows(
      peru.id,
      `SELECT before, after, reason, person_id AS person FROM audit_entry
       WHERE state_id = $1 AND action = 'figure.record_chosen' ORDER BY position`,
      [peru.id],
    );
    expect(entries).toEqual([
      {
        before: null,
        after: { period: '2024-01-01/2024-12-31', source: 'TIP-MP', language: 'es' },
        reason: 'Cuenta víctimas.',
        person,
      },
      {
        before: { period: '2024-01-01/2024-12-31', source: 'TIP-MP' },
        after: { period: '2024-01-01/2024-12-31', source: null, language: 'es' },
        reason: 'Hay una revisión.',
        person,
      },
    ]);
  });
});

describe('a break in a series', () => {
  const broken = {
    judgement: 'break',
    on: '2020-01-01',
    kind: 'law',
    source: null,
    text: 'La Ley 31146 cambió el delito.',
    ...es,
  } as const;
  const marked = async () =>
    (await shown()).cells
      .filter((cell) => cell.break === true)
      .map(({ source, period }) => [source, period.endOn.slice(0, 4)]);

  it('marks the first figure of each source after it, and its reason is public', async () => {
    await judge(broken);
    expect(await marked()).toEqual([
      ['TIP-MP', '2020'],
      ['TIP-PNP', '2020'],
    ]);
    expect((await shown()).breaks).toEqual([
      {
        on: '2020-01-01',
        kind: 'law',
        source: null,
        reason: 'La Ley 31146 cambió el delito.',
        language: 'es',
      },
    ]);
  });

  it('lets neither status nor progress compare across it, in the list as on the page', async () => {
    await ground.rows(
      peru.id,
      `UPDATE indicator SET baseline_value = 2000, baseline_on = '2018-12-31', target_value = 100, target_on = '2026-12-31', direction = 'decrease'
       WHERE state_id = $1 AND code = $2 RETURNING id`,
      [peru.id, CODE],
    );
    expect((await factsOf(CODE)).seriesBreak).toEqual({
      on: '2020-01-01',
      first: { value: 470, on: '2020-12-31' },
    });
    const { progress } = await shown();
    expect(progress).toMatchObject({ class: 'deteriorating', breakOn: '2020-01-01' });
    const reading = await ground.tracking.readPublicRecord.listIndicators(peru, { code: CODE });
    expect(indicatorDataView(reading.indicators[0]!, reading, 'es').progress).toEqual(progress);
    await judge({ ...broken, on: '2024-01-01', source: 'INFOREGION', kind: 'method' });
    expect((await shown()).progress).toMatchObject({ class: 'no_data', breakOn: '2024-01-01' });
  });

  it('is taken back with a reason, and only where it stands', async () => {
    const lifted = {
      judgement: 'break_lifted',
      on: '2020-01-01',
      source: null,
      text: 'Error.',
      ...es,
    } as const;
    await judge(lifted);
    expect(await marked()).toEqual([]);
    await expect(judge(lifted)).rejects.toMatchObject({ code: 'comparability.no_break' });
    await expect(judge({ ...broken, on: '2027-01-01' })).rejects.toMatchObject({
      code: 'comparability.day',
    });
  });
});

describe('what is said beside figures', () => {
  const ofVictims = (text: string) => {
    const year = 2026 - 7;
    const period = { startOn: `${year}-01-01`, endOn: `${year}-12-31` };
    return judge({ judgement: 'explanation', period, text, ...es }, '8-O1');
  };

  it('tells no accepted figure that publication hides', async () => {
    await expect(ofVictims('El registro cuenta 912 víctimas.')).rejects.toMatchObject({
      code: 'comparability.hidden_number',
      message: expect.not.stringContaining('912'),
    });
    await expect(ofVictims('El registro cuenta 910 víctimas.')).resolves.toBeGreaterThan(0);
  });

  it('points at nobody', async () => {
    await expect(ofVictims('Pregunte a maria@mp.example')).rejects.toMatchObject({
      code: 'comparability.personal_data',
    });
  });

  it('is refused for what is not on record', async () => {
    const period = { startOn: '1999-01-01', endOn: '1999-12-31' };
    await expect(judge({ judgement: 'explanation', period, text: 'Nada.', ...es })).rejects.toMatchObject({
      code: 'comparability.no_figure',
    });
    await expect(
      judge({ judgement: 'of_record', period: Y2020, source: 'NOBODY', text: 'Nada.', ...es }),
    ).rejects.toMatchObject({ code: 'comparability.source_unknown' });
    await expect(
      judge({ judgement: 'of_record', period: Y2020, source: 'INFOREGION', text: 'Nada.', ...es }),
    ).rejects.toMatchObject({ code: 'comparability.no_figure' });
    await expect(
      judge({ judgement: 'explanation', period: Y2020, text: 'Nada.', ...es }, 'nothing'),
    ).rejects.toMatchObject({ code: 'indicator.unknown' });
  });

  it('is not public for a period of which a total is kept back', async () => {
    expect((await shown()).comparisons.some(({ period }) => period.endOn === Y2020.endOn)).toBe(true);
    await observe(CODE, 'DEMO', Y2020, 12);
    expect((await shown()).comparisons.some(({ period }) => period.endOn === Y2020.endOn)).toBe(false);
  });

  it('is never changed and never taken away', async () => {
    for (const change of [`UPDATE figure_judgement SET text = ''`, 'DELETE FROM figure_judgement'])
      await expect(
        ground.rows(peru.id, `${change} WHERE state_id = $1 RETURNING id`, [peru.id]),
      ).rejects.toThrow(/permission denied/);
  });
});
