import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { FigureHandIn, SubmissionActor, WrittenSubmissionFigure } from '#tracking';

import { figureSheetView } from '../../../apps/api/src/presenter/figure-presenter.js';
import { figuresOf } from '../../../apps/api/src/submission/figure-form.js';
import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: WatchedState;
let ministry: number;
let focal: SubmissionActor;
let secretariat: SubmissionActor;
let numbered = 0;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-10T15:00:00Z');
  peru = await WatchedState.create(ground);
  ministry = await peru.addInstitution('MIN', []);
  focal = {
    personId: await peru.addPerson('ana@per.example', 'focal_point', ministry),
    role: 'focal_point',
    reader: { kind: 'institution', institutionId: ministry },
  };
  const personId = await peru.addPerson('sara@per.example', 'secretariat', null);
  secretariat = { personId, role: 'secretariat', reader: { kind: 'state', personId } };
});
afterAll(() => ground?.close());

const insert = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  (await ground.rows<{ id: number }>(peru.state.id, sql, [peru.state.id, ...values]))[0]!.id;
const handIn = (
  figures: readonly WrittenSubmissionFigure[],
  departureReason: string | null = null,
): FigureHandIn => ({ figures, departureReason, decimalMark: '.' });
const begin = (obligation: number, figures: FigureHandIn, handsIn = true) =>
  ground.tracking.writeSubmissions.begin(
    peru.state,
    {
      obligation,
      recommendation: null,
      organisation: null,
      period: null,
      texts: {},
      figures,
      handIn: handsIn,
    },
    focal,
  );
const read = (id: number) => ground.tracking.readSubmissions.read(peru.state, id, focal);
const accept = async (id: number) =>
  ground.tracking.reviewSubmissions.decide(
    peru.state,
    id,
    { step: 'accept', version: (await read(id)).submission.version, reason: '' },
    secretariat,
  );
const acceptNew = async (obligation: number, figures: FigureHandIn) => {
  const id = await begin(obligation, figures);
  await accept(id);
  await ground.tracking.reviewSubmissions.unlock(peru.state, id, 'More of it is due', secretariat);
  return id;
};

describe('counts of cases that are handed in by stage', () => {
  /** One cohort of 2024 on record, with its complaints and charges; the figures of 2025 are due. */
  const owe = async () => {
    const owed = await peru.oweFigure(ministry, '2026-06-30', { code: `J${(numbered += 1)}` });
    const source = await insert(
      `INSERT INTO source (state_id, code, name) VALUES ($1, $2, '{"en":"Register","es":"Registro"}') RETURNING id`,
      [`REG${numbered}`],
    );
    const series = await insert(
      `INSERT INTO case_series (state_id, indicator_id, offence, cohort_rule, cohort_year) VALUES ($1, $2, 'all', 'year_of_complaint', 2024) RETURNING id`,
      [owed.indicatorId],
    );
    for (const [stage, value] of [
      ['complaint', 40],
      ['charge', 12],
    ])
      await insert(
        `INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, recorded_at)
         VALUES ($1, $2, $3, $4, 'reported', $5, '2025-07-01') RETURNING id`,
        [series, source, stage, value],
      );
    return owed;
  };
  const count = (
    stage: string,
    value: string,
    more: Partial<WrittenSubmissionFigure> & { readonly of?: Record<string, string> } = {},
  ): WrittenSubmissionFigure => {
    const { of = {}, ...rest } = more;
    return { categories: { stage, ...of }, value, reason: null, ...rest };
  };
  const onRecord = (indicatorId: number) =>
    ground.rows<Record<string, unknown>>(
      peru.state.id,
      `SELECT c.cohort_year AS year, c.region, f.stage, f.revision, f.value_state AS state, f.value, f.revision_reason AS reason, f.submission_id AS "submissionId"
       FROM case_series c JOIN case_stage f ON f.state_id = c.state_id AND f.case_series_id = c.id
       WHERE c.state_id = $1 AND c.indicator_id = $2 AND f.submission_id IS NOT NULL ORDER BY year, region, f.id`,
      [peru.state.id, indicatorId],
    );

  it('go on record of their cohort when they are accepted: zero is a count, what is left empty is none', async () => {
    const { obligationId, indicatorId } = await owe();
    const id = await begin(
      obligationId,
      handIn([
        count('Complaint', '30'),
        count('conviction', '0'),
        count('trial', '', { state: 'missing' }),
        count('charge', '4', { of: { region: '150000' } }),
        count('conviction', '3', { of: { year: '2024' } }),
      ]),
    );
    expect(await onRecord(indicatorId)).toEqual([]);
    await accept(id);
    const kept = { revision: 1, reason: null, submissionId: id };
    expect(await onRecord(indicatorId)).toEqual([
      { year: 2024, region: 'all', stage: 'conviction', state: 'reported', value: 3, ...kept },
      { year: 2025, region: '150000', stage: 'charge', state: 'reported', value: 4, ...kept },
      { year: 2025, region: 'all', stage: 'complaint', state: 'reported', value: 30, ...kept },
      { year: 2025, region: 'all', stage: 'conviction', state: 'reported', value: 0, ...kept },
      { year: 2025, region: 'all', stage: 'trial', state: 'missing', value: null, ...kept },
    ]);
  });

  it('stand in a form by cohort, with what is on record of it beside each stage', async () => {
    const { obligationId } = await owe();
    const id = await begin(obligationId, handIn([count('complaint', '30')]), false);
    const { groups, rows, shape } = figureSheetView((await read(id)).figures!, 'es', true);
    expect(shape).toBe('cases');
    expect(groups.map(({ names }) => [names['offence'], names['cohort'], names['year']])).toEqual([
      ['Todos los delitos', 'Año de la denuncia', '2025'],
      ['Todos los delitos', 'Año de la denuncia', '2024'],
    ]);
    const [now, before] = groups;
    const ofNow = rows.filter(({ group }) => group === now!.key);
    expect(ofNow.map(({ label }) => label)).toEqual([
      ...['Denuncia', 'Investigación', 'Acusación', 'Juicio', 'Condena'],
      ...['Pena impuesta', 'Reparación ordenada', 'Reparación pagada', 'Archivada'],
    ]);
    expect(ofNow[0]).toMatchObject({ handedIn: { value: 30 }, accepted: null, earlier: { value: 40 } });
    const ofBefore = rows.filter(({ group }) => group === before!.key);
    expect(ofBefore[2]).toMatchObject({ label: 'Acusación', accepted: { value: 12 }, handedIn: null });
  });

  it('come from the fields of the form as from a program', async () => {
    const { obligationId, indicatorId } = await owe();
    const key = (stage: string) =>
      `cohort=year_of_complaint|facet=main|offence=all|region=all|stage=${stage}|year=2025`;
    const figures = figuresOf(
      {
        [`have:${key('complaint')}`]: 'number',
        [`value:${key('complaint')}`]: '7',
        [`have:${key('charge')}`]: 'number',
        [`value:${key('charge')}`]: '',
        [`have:${key('trial')}`]: 'not_applicable',
        [`value:${key('trial')}`]: '',
      },
      'es',
    )!;
    await accept(await begin(obligationId, figures));
    expect((await onRecord(indicatorId)).map(({ stage, state, value }) => [stage, state, value])).toEqual([
      ['complaint', 'reported', 7],
      ['trial', 'not_applicable', null],
    ]);
  });

  it('are held to the stages before them, those on record among them, unless somebody says why they stand', async () => {
    const { obligationId, indicatorId } = await owe();
    const above = [count('conviction', '13', { of: { year: '2024' } })];
    const id = await begin(obligationId, handIn(above), false);
    expect((await read(id)).figures?.faults).toMatchObject([
      { field: 'departureReason', code: 'stage.exceeds_earlier', numbers: [13, 12] },
    ]);
    const { version } = (await read(id)).submission;
    const draft = { version, organisation: null, period: null, texts: {}, handIn: true };
    const refused = ground.tracking.writeSubmissions.edit(
      peru.state,
      id,
      { ...draft, figures: handIn(above) },
      focal,
    );
    await expect(refused).rejects.toMatchObject({ code: 'submission.figures' });
    await ground.tracking.writeSubmissions.edit(
      peru.state,
      id,
      { ...draft, figures: handIn(above, 'Charges are counted by case, convictions by person') },
      focal,
    );
    await accept(id);
    expect(await onRecord(indicatorId)).toMatchObject([{ stage: 'conviction', value: 13 }]);
  });

  it('become a revision with its reason; the same number again writes nothing', async () => {
    const { obligationId, indicatorId } = await owe();
    const ofYear = { of: { year: '2024' } };
    await expect(begin(obligationId, handIn([count('charge', '14', ofYear)]))).rejects.toMatchObject({
      code: 'submission.figures',
    });
    await acceptNew(obligationId, handIn([count('complaint', '40', ofYear)]));
    expect(await onRecord(indicatorId)).toEqual([]);
    const id = await acceptNew(
      obligationId,
      handIn([count('charge', '14', { ...ofYear, reason: 'Two were joined late' })]),
    );
    expect(await onRecord(indicatorId)).toMatchObject([
      { stage: 'charge', revision: 2, value: 14, reason: 'Two were joined late', submissionId: id },
    ]);
  });

  it('of no stage, or of a year that is not open, are refused by name', async () => {
    const { obligationId } = await owe();
    const refused = begin(
      obligationId,
      handIn([
        { categories: {}, value: '3', reason: null },
        count('charge', '1', { of: { year: '1999' } }),
        count('charge', 'x'),
      ]),
    );
    await expect(refused).rejects.toMatchObject({
      details: {
        faults: [
          '\tcategories\tfigure.category_unknown',
          'stage=charge|year=1999\tcategories\tfigure.category_unknown',
          'stage=charge\tvalue\tfigure.not_a_number',
        ],
      },
    });
  });
});

describe('amounts of budget lines that are handed in by month', () => {
  const owe = async () => {
    const owed = await peru.oweFigure(ministry, '2026-06-30', {
      code: `B${(numbered += 1)}`,
      valueType: 'amount',
    });
    await insert(
      `UPDATE indicator SET required_purposes = '{recovery,compensation}' WHERE state_id = $1 AND id = $2 RETURNING id`,
      [owed.indicatorId],
    );
    await insert(
      `INSERT INTO budget_line (state_id, indicator_id, purpose, institution_id, currency) VALUES ($1, $2, 'recovery', $3, 'PEN') RETURNING id`,
      [owed.indicatorId, ministry],
    );
    return owed;
  };
  const amount = (
    phase: string,
    value: string,
    of: Record<string, string> = {},
    reason: string | null = null,
  ): WrittenSubmissionFigure => ({ categories: { phase, purpose: 'recovery', ...of }, value, reason });
  const onRecord = (indicatorId: number) =>
    ground.rows<Record<string, unknown>>(
      peru.state.id,
      `SELECT b.purpose, b.currency, f.phase, f.through_on AS "throughOn", f.amount, f.revision, f.revision_reason AS reason
       FROM budget_line b JOIN budget_figure f ON f.state_id = b.state_id AND f.budget_line_id = b.id
       WHERE b.state_id = $1 AND b.indicator_id = $2 ORDER BY b.id, f.through_on, f.phase, f.revision`,
      [peru.state.id, indicatorId],
    );

  it('go on record by line and month; a purpose that is asked for and has no line begins one', async () => {
    const { obligationId, indicatorId } = await owe();
    await acceptNew(
      obligationId,
      handIn([
        amount('approved', '100'),
        amount('executed', '0', { month: '1' }),
        amount('executed', '35.50', { month: '6' }),
        amount('approved', '80', { purpose: 'compensation' }),
      ]),
    );
    const first = { currency: 'PEN', revision: 1, reason: null };
    expect(await onRecord(indicatorId)).toEqual([
      { purpose: 'recovery', phase: 'executed', throughOn: '2025-01-31', amount: 0, ...first },
      { purpose: 'recovery', phase: 'executed', throughOn: '2025-06-30', amount: 35.5, ...first },
      { purpose: 'recovery', phase: 'approved', throughOn: '2025-12-31', amount: 100, ...first },
      { purpose: 'compensation', phase: 'approved', throughOn: '2025-12-31', amount: 80, ...first },
    ]);
    await acceptNew(obligationId, handIn([amount('executed', '36', { month: '6' }, 'Closed late')]));
    expect((await onRecord(indicatorId)).filter(({ revision }) => revision === 2)).toMatchObject([
      { throughOn: '2025-06-30', amount: 36, reason: 'Closed late' },
    ]);
  });

  it('stand in a form by line, and are held to the budget that there was', async () => {
    const { obligationId } = await owe();
    const id = await begin(
      obligationId,
      handIn([amount('approved', '100'), amount('executed', '101', { month: '6' })]),
      false,
    );
    const sheet = figureSheetView((await read(id)).figures!, 'en', true);
    expect(sheet.groups.map(({ names, currency }) => [names['purpose'], currency])).toEqual([
      ['Physical and psychological recovery', 'PEN'],
      ['Compensation', 'PEN'],
    ]);
    expect(sheet.rows.filter(({ group }) => group === sheet.groups[0]!.key)).toHaveLength(25);
    expect(sheet.problems).toMatchObject([{ code: 'executed.exceeds_budget', numbers: [101, 100] }]);
    expect(sheet.groupsLeftOut).toBe(0);
  });

  it('beyond what one form can send are told to be left out, with their number', async () => {
    const { obligationId, indicatorId } = await owe();
    for (const level of ['regional', 'local'])
      for (const purpose of ['prevention', 'recovery', 'legal_assistance'])
        await insert(
          `INSERT INTO budget_line (state_id, indicator_id, purpose, level, institution_id, currency) VALUES ($1, $2, $3, $4, $5, 'PEN') RETURNING id`,
          [indicatorId, purpose, level, ministry],
        );
    const id = await begin(obligationId, handIn([]), false);
    const sheet = figureSheetView((await read(id)).figures!, 'en', true);
    expect([sheet.groups.length, sheet.groupsLeftOut]).toEqual([5, 3]);
  });

  it('are numbers: what is not known of a budget is not sent', async () => {
    const { obligationId } = await owe();
    const unknown = { ...amount('approved', ''), state: 'missing' as const };
    await expect(begin(obligationId, handIn([unknown]))).rejects.toMatchObject({
      details: { faults: ['phase=approved|purpose=recovery\tvalue\tfigure.amount_only'] },
    });
  });
});
