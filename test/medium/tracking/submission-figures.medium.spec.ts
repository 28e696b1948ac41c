import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { FigureHandIn, SubmissionActor, WrittenSubmissionFigure } from '#tracking';

import { figureSheetView } from '../../../apps/api/src/presenter/figure-presenter.js';
import { asDraft, figuresOf } from '../../../apps/api/src/submission/figure-form.js';
import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

let ground: TrackingGround;
let peru: WatchedState;
let ministry: number;
let focal: SubmissionActor;
let otherFocal: SubmissionActor;
let secretariat: SubmissionActor;
let numbered = 0;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-10T15:00:00Z');
  peru = await WatchedState.create(ground);
  ministry = await peru.addInstitution('MIN', []);
  const other = await peru.addInstitution('OTHER', []);
  const of = async (name: string, institutionId: number): Promise<SubmissionActor> => ({
    personId: await peru.addPerson(`${name}@per.example`, 'focal_point', institutionId),
    role: 'focal_point',
    reader: { kind: 'institution', institutionId },
  });
  focal = await of('ana', ministry);
  otherFocal = await of('otto', other);
  const personId = await peru.addPerson('sara@per.example', 'secretariat', null);
  secretariat = { personId, role: 'secretariat', reader: { kind: 'state', personId } };
});
afterAll(() => ground?.close());

const row = (
  value: string,
  categories: Record<string, string> = {},
  more: Partial<WrittenSubmissionFigure> = {},
): WrittenSubmissionFigure => ({ categories, value, reason: null, ...more });
const handIn = (
  figures: readonly WrittenSubmissionFigure[],
  departureReason: string | null = null,
): FigureHandIn => ({ figures, departureReason, decimalMark: '.' });

const owe = (valueType = 'count', dimensions: readonly string[] = []) =>
  peru.oweFigure(ministry, '2026-06-30', { code: `F${(numbered += 1)}`, valueType, dimensions });
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
const read = (id: number, by = focal) => ground.tracking.readSubmissions.read(peru.state, id, by);
const versionOf = async (id: number) => (await read(id)).submission.version;
const edit = async (id: number, figures: FigureHandIn, handsIn = true) =>
  ground.tracking.writeSubmissions.edit(
    peru.state,
    id,
    { version: await versionOf(id), organisation: null, period: null, texts: {}, figures, handIn: handsIn },
    focal,
  );
const decide = async (id: number, step: 'accept' | 'return') =>
  ground.tracking.reviewSubmissions.decide(
    peru.state,
    id,
    { step, version: await versionOf(id), reason: step === 'accept' ? '' : 'Which register?' },
    secretariat,
  );
interface RecordedRow {
  readonly key: string;
  readonly revision: number;
  readonly state: string;
  readonly value: number | null;
  readonly provisional: boolean;
  readonly reason: string | null;
}

const onRecord = (indicatorId: number) =>
  ground.rows<RecordedRow>(
    peru.state.id,
    `SELECT s.key, o.revision, o.value_state AS state, o.value, o.numerator, o.denominator, o.provisional, o.revision_reason AS reason, o.submission_id AS "submissionId"
     FROM accepted_figure o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id WHERE o.state_id = $1 AND s.indicator_id = $2 ORDER BY s.key, o.revision`,
    [peru.state.id, indicatorId],
  );
const auditOf = async (id: number) =>
  (
    await ground.rows<{ before: unknown; after: unknown }>(
      peru.state.id,
      `SELECT before, after FROM audit_entry WHERE state_id = $1 AND action = 'submission.accepted' AND subject_id = $2`,
      [peru.state.id, String(id)],
    )
  )[0];

describe('figures that are handed in with a submission', () => {
  it('wait beside it, go on record when it is accepted, are audited by code and number, and then published', async () => {
    const { obligationId, indicatorId } = await owe('count', ['sex']);
    const id = await begin(
      obligationId,
      handIn([
        row('12'),
        row('7', { sex: 'female' }),
        row('<5', { sex: 'male' }),
        row('', { sex: 'not_recorded' }, { state: 'missing' }),
      ]),
    );
    expect(await onRecord(indicatorId)).toEqual([]);
    ground.dispatcher.dispatched.length = 0;
    await decide(id, 'accept');
    const kept = { numerator: null, denominator: null, provisional: false, reason: null, submissionId: id };
    expect(await onRecord(indicatorId)).toEqual([
      { key: '', revision: 1, state: 'reported', value: 12, ...kept },
      { key: 'sex=female', revision: 1, state: 'reported', value: 7, ...kept },
      { key: 'sex=male', revision: 1, state: 'below_threshold', value: 5, ...kept },
      { key: 'sex=not_recorded', revision: 1, state: 'missing', value: null, ...kept },
    ]);
    expect(await auditOf(id)).toMatchObject({
      before: { submissionState: 'submitted', figures: [] },
      after: {
        figures: [
          'total 2025-01-01/2025-12-31 12',
          'sex=female 2025-01-01/2025-12-31 7',
          'sex=male 2025-01-01/2025-12-31 <5',
          'sex=not_recorded 2025-01-01/2025-12-31 missing',
        ],
      },
    });
    expect(ground.dispatcher.dispatched).toEqual([{ name: 'figures.publish', payload: { state: 'PER' } }]);
  });

  it('are accepted although the queue cannot be reached: a job is only a wake-up call', async () => {
    const { obligationId, indicatorId } = await owe();
    const id = await begin(obligationId, handIn([row('3')]));
    ground.dispatcher.unreachable = true;
    await decide(id, 'accept').finally(() => {
      ground.dispatcher.unreachable = false;
    });
    expect(await onRecord(indicatorId)).toHaveLength(1);
  });

  it.each([
    ['boolean', row('yes'), { value: 1 }],
    ['date', row('2026-03-01'), { value: 20_513 }],
    ['stage', row('committee'), { value: 2 }],
    ['amount', row('1234.50', {}, { provisional: true }), { value: 1234.5, provisional: true }],
    [
      'ratio',
      row('', {}, { numerator: '5', denominator: '8' }),
      { value: 62.5, numerator: 5, denominator: 8 },
    ],
    ['index', row('-1.5'), { value: -1.5 }],
  ] as const)('keep what they are: %s', async (valueType, figure, expected) => {
    const { obligationId, indicatorId } = await owe(valueType);
    const id = await begin(obligationId, handIn([figure]));
    await decide(id, 'accept');
    expect(await onRecord(indicatorId)).toMatchObject([expected]);
  });

  it('are refused all together where one cannot be read, each with its field and what is expected', async () => {
    const { obligationId } = await owe('count', ['sex']);
    const figures = handIn([
      row('12.5'),
      row('x', { sex: 'female' }),
      row('1', { sex: 'unknown' }),
      row('2'),
    ]);
    const refusal = begin(obligationId, figures, false);
    await expect(refusal).rejects.toMatchObject({
      code: 'submission.figures',
      details: {
        faults: [
          '\tvalue\tfigure.not_a_count',
          'sex=female\tvalue\tfigure.not_a_number',
          'sex=unknown\tcategories\tfigure.category_unknown',
          '\tcategories\tfigure.repeated',
        ],
      },
    });
    await expect(refusal).rejects.toThrow(/^figures: total, value: .*whole number.* sex=female, value: /s);
    const rows = await ground.rows(
      peru.state.id,
      `SELECT FROM submission WHERE state_id = $1 AND obligation_id = $2`,
      [peru.state.id, obligationId],
    );
    expect(rows).toEqual([]);
  });

  it('need their total before they are handed in, and can be kept as a draft without it', async () => {
    const { obligationId } = await owe('count', ['sex']);
    const id = await begin(obligationId, handIn([row('1', { sex: 'female' })]), false);
    expect((await read(id)).figures?.faults).toEqual([
      { key: '', field: 'value', code: 'figure.value_missing' },
    ]);
    await expect(
      ground.tracking.writeSubmissions.step(
        peru.state,
        id,
        { step: 'submit', version: await versionOf(id) },
        focal,
      ),
    ).rejects.toMatchObject({ code: 'submission.figures' });
  });

  it('that do not add up stand only with a reason, which the reviewer reads', async () => {
    const { obligationId } = await owe('count', ['sex']);
    const parts = [row('10'), row('8', { sex: 'female' }), row('4', { sex: 'male' })];
    await expect(begin(obligationId, handIn(parts))).rejects.toMatchObject({
      code: 'submission.figures',
      details: { faults: ['\tdepartureReason\tparts.exceed_total\t12\t10\tsex'] },
    });
    const id = await begin(obligationId, handIn(parts, 'Two children changed the register'));
    expect((await read(id, secretariat)).figures?.departures).toEqual([
      {
        rule: 'parts.exceed_total',
        dimension: 'sex',
        whole: {},
        category: null,
        parts: 12,
        total: 10,
        reason: 'Two children changed the register',
      },
    ]);
  });

  it('revise what was accepted only with a reason, and leave it on record', async () => {
    const { obligationId, indicatorId } = await owe();
    const first = await begin(obligationId, handIn([row('10')]));
    await decide(first, 'accept');
    await ground.tracking.reviewSubmissions.unlock(peru.state, first, 'The ministry found more', secretariat);
    await expect(begin(obligationId, handIn([row('12')]))).rejects.toMatchObject({
      details: { faults: ['\treason\tfigure.reason_missing'] },
    });
    const second = await begin(obligationId, handIn([row('12', {}, { reason: 'Late files of one region' })]));
    expect((await read(second, secretariat)).figures).toMatchObject({
      accepted: [{ value: 10 }],
      handedIn: [{ value: 12, revisionReason: 'Late files of one region' }],
    });
    await decide(second, 'accept');
    expect(await onRecord(indicatorId)).toMatchObject([
      { revision: 1, value: 10, reason: null, submissionId: first },
      { revision: 2, value: 12, reason: 'Late files of one region', submissionId: second },
    ]);
    expect(await auditOf(second)).toMatchObject({
      before: { figures: ['total 2025-01-01/2025-12-31 10'] },
      after: { figures: ['total 2025-01-01/2025-12-31 12'] },
    });
  });

  it('stay with their revision when they are returned, and go on in the next one', async () => {
    const { obligationId, indicatorId } = await owe();
    const id = await begin(obligationId, handIn([row('5')]));
    await decide(id, 'return');
    expect(await onRecord(indicatorId)).toEqual([]);
    await ground.tracking.writeSubmissions.step(
      peru.state,
      id,
      { step: 'reopen', version: await versionOf(id) },
      focal,
    );
    expect((await read(id)).figures?.handedIn).toMatchObject([{ value: 5 }]);
    expect((await read(id, secretariat)).figures?.handedIn).toMatchObject([{ value: 5 }]);
    await edit(id, handIn([row('6')]), false);
    expect((await read(id)).figures?.handedIn).toMatchObject([{ value: 6 }]);
    // What is being written is nobody else's to read.
    expect((await read(id, secretariat)).figures?.handedIn).toMatchObject([{ value: 5 }]);
    await edit(id, handIn([row('6')]));
    await decide(id, 'accept');
    expect(await onRecord(indicatorId)).toMatchObject([{ revision: 1, value: 6 }]);
  });

  it('are accepted only while they say why they differ from what is on record by then', async () => {
    const { obligationId, indicatorId } = await owe();
    const first = await begin(obligationId, handIn([row('10')]));
    await decide(first, 'accept');
    const again = await peru.owe(ministry, '2026-07-31', 'The same again');
    await ground.rows(
      peru.state.id,
      `UPDATE obligation SET indicator_id = $3, period_start_on = '2025-01-01', period_end_on = '2025-12-31' WHERE state_id = $1 AND id = $2`,
      [peru.state.id, again.obligationId, indicatorId],
    );
    await ground.tracking.reviewSubmissions.unlock(peru.state, first, 'Two answers are due', secretariat);
    const one = await begin(obligationId, handIn([row('10')]));
    const other = await begin(again.obligationId, handIn([row('11', {}, { reason: 'Counted anew' })]));
    await decide(other, 'accept');
    await ground.tracking.reviewSubmissions.unlock(peru.state, other, 'The other answer waits', secretariat);
    await expect(decide(one, 'accept')).rejects.toMatchObject({ code: 'submission.figures_outdated' });
    expect((await read(one)).submission.state).toBe('submitted');
  });

  it('come with no reason that points at a person, and where none is asked for not at all', async () => {
    const { obligationId } = await owe();
    const named = row('1', {}, { reason: 'La menor Ana Quispe, DNI 45678912' });
    await expect(begin(obligationId, handIn([named]))).rejects.toMatchObject({
      code: 'submission.personal_data',
    });
    const plain = await peru.owe(ministry, '2026-06-30');
    await expect(begin(plain.obligationId, handIn([row('1')]))).rejects.toMatchObject({
      code: 'submission.figures_unwanted',
    });
  });

  it('that were provisional become final as a revision with a reason, though no number changed', async () => {
    const { obligationId, indicatorId } = await owe();
    const first = await begin(obligationId, handIn([row('10', {}, { provisional: true })]));
    await decide(first, 'accept');
    await ground.tracking.reviewSubmissions.unlock(peru.state, first, 'The year is closed', secretariat);
    await expect(begin(obligationId, handIn([row('10')]))).rejects.toMatchObject({
      code: 'submission.figures',
      details: { faults: ['\treason\tfigure.reason_missing'] },
    });
    await decide(await begin(obligationId, handIn([row('10', {}, { reason: 'Final count' })])), 'accept');
    const rows = await onRecord(indicatorId);
    expect(
      rows.map(({ revision, value, provisional, reason }) => [revision, value, provisional, reason]),
    ).toEqual([
      [1, 10, true, null],
      [2, 10, false, 'Final count'],
    ]);
  });

  describe('of a dimension with more categories than a form has rows for', () => {
    const form = (lines: string) =>
      figuresOf({ 'have:': 'number', 'value:': '60', 'lines:department': lines }, 'es')!;

    it('are read from lines of a name and a figure; a line without one is no zero', async () => {
      const { obligationId, indicatorId } = await owe('count', ['department']);
      const lines = 'Áncash;\nCUSCO; 12\nlima\t45\nMadre de Dios 3 p\nPuno; falta\nTacna; 0';
      const id = await begin(obligationId, form(lines), false);
      await edit(id, { ...form(lines), departureReason: 'Diez casos sin departamento' });
      await decide(id, 'accept');
      const rows = await onRecord(indicatorId);
      expect(rows.map(({ key, state, value, provisional }) => [key, state, value, provisional])).toEqual([
        ['', 'reported', 60, false],
        ['department=080000', 'reported', 12, false],
        ['department=150000', 'reported', 45, false],
        ['department=170000', 'reported', 3, true],
        ['department=210000', 'missing', null, false],
        ['department=230000', 'reported', 0, false],
      ]);
    });

    it('are refused line by line, each by its name, and stand in the form again with what could be read', async () => {
      const { obligationId } = await owe('count', ['department']);
      const refusal = await begin(obligationId, form('Lima; 45\nLimma; 3\nCusco; doce\nlima; 4')).catch(
        (error: unknown) => error,
      );
      expect(refusal).toMatchObject({
        code: 'submission.figures',
        details: {
          faults: [
            'department=Limma\tcategories\tfigure.category_unknown',
            'department=Cusco\tvalue\tfigure.not_a_number',
            'department=lima\tcategories\tfigure.repeated',
          ],
        },
      });
      const kept = asDraft({ figures: form('Lima; 45\nLimma; 3'), handIn: true }, refusal)!;
      expect(kept.draft.figures.figures.map(({ categories }) => categories)).toEqual([
        {},
        { department: 'Lima' },
      ]);
      expect(kept.unread('lines:department')).toBe(true);
      expect(kept.unread('lines:sex')).toBe(false);
    });

    it.each([
      ['iso', 'PE-CUS; 12\nPE-LIM; 45'],
      ['reniec', '07; 12\n14; 45'],
      ['inei', '08; 12\n150000; 45'],
      ['', 'PE-CUS; 12\nLima; 45'],
    ])('name departments by the codes of the register that the form says: %s', async (system, lines) => {
      const { obligationId } = await owe('count', ['department']);
      const id = await begin(
        obligationId,
        figuresOf(
          { 'have:': 'number', 'value:': '60', 'lines:department': lines, 'codes:department': system },
          'es',
        )!,
        false,
      );
      expect((await read(id)).figures?.handedIn.map(({ categories, value }) => [categories, value])).toEqual([
        [{}, 60],
        [{ department: '080000' }, 12],
        [{ department: '150000' }, 45],
      ]);
    });

    it('are refused by a code that two registers give to different departments, where nobody says whose it is', async () => {
      const { obligationId } = await owe('count', ['department']);
      await expect(begin(obligationId, form('14; 45'), false)).rejects.toMatchObject({
        details: { faults: ['department=14\tcategories\tfigure.code_ambiguous'] },
      });
    });

    it('come back into the form as lines', async () => {
      const { obligationId } = await owe('count', ['department']);
      const id = await begin(obligationId, form('Cusco; 12\nLima; falta'), false);
      const sheet = figureSheetView((await read(id)).figures!, 'es', true);
      const [department] = sheet.dimensions;
      expect(department).toMatchObject({ inForm: false, categories: 25 });
      expect(department?.choices.map(({ name }) => name)).toContain('Madre de Dios');
      expect(sheet.rows.find(({ key }) => key === 'department=080000')?.handedIn?.value).toBe(12);
    });
  });

  it('are not there for another institution', async () => {
    const { obligationId } = await owe();
    const id = await begin(obligationId, handIn([row('9')]));
    await expect(read(id, otherFocal)).rejects.toMatchObject({ code: 'submission.unknown' });
  });
});
