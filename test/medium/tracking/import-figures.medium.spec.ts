import { existsSync, readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';

import type { ImportKind } from '#domain';
import type { State } from '#persistence';
import type { ImportAsked, ImportOutcome } from '#tracking';

import { fingerprint, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const SHARED = '../shared/data';
const BY = { personId: null, actor: 'command_line' } as const;
const REASON = 'The police counted again.';
const OPTIONS: ImportAsked['options'] = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: null, decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
};
const FACTS = { source: 'DEMO', indicator: '26a-P1' };

let ground: TrackingGround;
let peru: State;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await loadPeru(ground);
});
afterAll(() => ground?.close());

async function* once(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

function take(
  text: string | Uint8Array,
  options: Partial<ImportAsked['options']> = {},
  more: Partial<Omit<ImportAsked, 'options'>> = {},
): Promise<ImportOutcome> {
  const asked = { kind: 'observations' as ImportKind, dryRun: false, override: null, ...more };
  return ground.tracking.importFigures.run(
    peru,
    { name: 'figures.csv', bytes: once(text) },
    { ...asked, options: { ...OPTIONS, ...options } },
    BY,
  );
}

const csv = (head: string, ...rows: string[]): string => `${[head, ...rows].join('\n')}\n`;
const told = ({ problems }: ImportOutcome) =>
  problems.map(({ row, column, given, code }) => [row, column, given, code]);
const observed = (importId: number | null) =>
  ground.rows<{ key: string; value: number; state: string; revision: number; reason: string | null }>(
    peru.id,
    `SELECT s.key, o.value, o.value_state AS state, o.revision, o.revision_reason AS reason FROM accepted_figure o
     JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id WHERE o.import_id = $1 ORDER BY s.key, o.period_end_on`,
    [importId],
  );

const HEAD = 'indicador;fuente;año;sexo;departamento;valor;provisional';
const FILE = csv(
  HEAD,
  '26a-P1;DEMO;2010;Mujeres;Lima;12;no',
  '26a-P1;DEMO;2010;;PE-CUS;<5;sí',
  '26a-P1;DEMO;2010;;;40;',
);

describe('a file of figures', () => {
  it('shows what it would change, changes it once, and writes no row the second time', async () => {
    const before = await fingerprint(ground, peru);
    const counts = { added: 3, revised: 0, unchanged: 0 };
    expect(await take(FILE, {}, { dryRun: true })).toMatchObject({
      outcome: 'dry_run',
      id: null,
      counts,
      rows: 3,
    });
    expect(await fingerprint(ground, peru)).toEqual(before);
    const saved = await take(FILE);
    expect(saved).toMatchObject({ outcome: 'saved', counts, format: 'long' });
    expect(await observed(saved.id)).toMatchObject([
      { key: '', value: 40, state: 'reported', revision: 1 },
      { key: 'department=080000', value: 5, state: 'below_threshold' },
      { key: 'department=150000|sex=female', value: 12, state: 'reported' },
    ]);
    const after = await fingerprint(ground, peru);
    expect(await take(FILE)).toMatchObject({ outcome: 'unchanged', id: null, counts: { unchanged: 3 } });
    expect(await fingerprint(ground, peru)).toEqual(after);
  });

  it('revises what differs only with a reason, keeps both, and comes back out only from the top', async () => {
    const other = FILE.replace(';12;', ';13;');
    expect(told(await take(other))).toEqual([[2, '', '', 'import.revision_unreasoned']]);
    const revised = await take(other, { reason: REASON });
    expect(revised).toMatchObject({ outcome: 'saved', counts: { added: 0, revised: 1, unchanged: 2 } });
    expect(await observed(revised.id)).toMatchObject([{ value: 13, revision: 2, reason: REASON }]);
    const { undoImport } = ground.tracking;
    await expect(undoImport.undo(peru, revised.id! - 1, 'It was the wrong file.', BY)).rejects.toMatchObject({
      code: 'import.revised_since',
      message: expect.stringContaining(
        '26a-P1 department=150000|sex=female 2010-01-01/2010-12-31 (revision 2)',
      ) as unknown as string,
    });
    expect(await undoImport.undo(peru, revised.id!, 'It was the wrong file.', BY)).toBe(1);
    await expect(undoImport.undo(peru, revised.id!, 'It was the wrong file.', BY)).rejects.toMatchObject({
      code: 'import.undone',
    });
    expect(await observed(revised.id)).toEqual([]);
    expect(
      await ground.rows(
        peru.id,
        `SELECT content->>'value' AS value FROM undone_figure WHERE import_id = $1`,
        [revised.id],
      ),
    ).toEqual([{ value: '13' }]);
    expect(await undoImport.undo(peru, revised.id! - 1, 'It was the wrong file.', BY)).toBe(3);
    const actions = await ground.rows<{ action: string }>(
      peru.id,
      `SELECT action FROM audit_entry WHERE subject_kind = 'figure_import' ORDER BY position`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'figures.imported',
      'figures.imported',
      'figures.undone',
      'figures.undone',
    ]);
  });

  it('with bad rows is not saved at all, and each is named with its column, value and what is expected', async () => {
    const before = await fingerprint(ground, peru);
    const bad = csv(
      'indicator,source,period,sex,department,value,state,note',
      '26a-P1,DEMO,2011,female,Lima,1.5,,',
      '26a-P1,NOBODY,2011,female,Lima,3,,',
      '99-X,DEMO,2011,female,Lima,3,,',
      '26a-P1,DEMO,05/04/2011,girls,Lima,3,,',
      '26a-P1,DEMO,2011,female,Atlantis,,,',
      '26a-P1,DEMO,2011,female,Cusco,4,missing,',
      '26a-P1,DEMO,2011,male,Puno,4,,',
      '26a-P1,DEMO,2011,male,Puno,5,,',
      '26a-P1,DEMO,2011,male,Tacna,5,,DNI 45678912',
    );
    const outcome = await take(bad, { columns: { note: 'ignore' } });
    expect(outcome.outcome).toBe('refused');
    expect(told(outcome)).toEqual([
      [2, 'value', '1.5', 'figure.not_a_count'],
      [3, 'source', 'NOBODY', 'import.source_unknown'],
      [4, 'indicator', '99-X', 'import.indicator_unknown'],
      [5, 'period', '05/04/2011', 'import.period_unreadable'],
      [6, 'department', 'Atlantis', 'import.category_unknown'],
      [6, 'value', '', 'figure.value_missing'],
      [7, 'value', '4', 'figure.value_unwanted'],
      [9, '', '', 'import.repeated'],
      [10, 'note', '', 'import.personal_data'],
    ]);
    expect(JSON.stringify(outcome)).not.toContain('45678912');
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('keeps a thousand problems and counts them all', async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => `26a-P1,DEMO,2011,nowhere ${index},1`);
    const outcome = await take(csv('indicator,source,year,department,value', ...rows));
    expect([outcome.problems.length, outcome.problemCount]).toEqual([1_000, 1_500]);
  });

  it('with codes of departments has to say whose they are where INEI and RENIEC differ', async () => {
    const codes = csv('year,department,value', '2012,07,1', '2012,80000,2', '2012,010000,3');
    expect(told(await take(codes, FACTS))).toEqual([
      [2, 'department', '07', 'import.codes_ambiguous'],
      [3, 'department', '80000', 'import.codes_ambiguous'],
    ]);
    const reniec = await take(codes, { ...FACTS, codes: 'reniec' });
    expect((await observed(reniec.id)).map(({ key, value }) => [key, value])).toEqual([
      ['department=010000', 3],
      ['department=080000', 1],
      ['department=090000', 2],
    ]);
  });

  it('whose numbers can be read in two ways has to say its decimal mark, one that proves it does not', async () => {
    const thousands = csv('year;value', '2013;1.234', '2014;2.345');
    expect(told(await take(thousands, FACTS)).map(([, , , code]) => code)).toEqual(
      Array(2).fill('import.number_ambiguous'),
    );
    const saved = await take(thousands, { ...FACTS, decimalMark: ',' });
    expect((await observed(saved.id)).map(({ value }) => value)).toEqual([1_234, 2_345]);
    const proven = await take(csv('year;value', '2015;1.234.567', '2016;2.345'), FACTS);
    expect((await observed(proven.id)).map(({ value }) => value)).toEqual([1_234_567, 2_345]);
  });

  it('with a part above its whole is refused, in the file and against the record, unless a person says why', async () => {
    const head = 'year,sex,department,value';
    expect(told(await take(csv(head, '2017,,,10', '2017,female,,11'), FACTS))).toEqual([
      [3, '', '11', 'import.part_above_whole'],
    ]);
    await take(csv(head, '2017,,,10'), FACTS);
    const part = csv(head, '2017,female,Lima,4', '2017,female,,11');
    expect(told(await take(part, FACTS))).toEqual([[3, '', '11', 'import.part_above_whole']]);
    const overruled = await take(part, FACTS, { override: 'The total is of another register.' });
    expect(overruled).toMatchObject({ outcome: 'saved', overruled: 1 });
    expect(told(await take(csv(head, '2017,,Lima,3', '2017,female,Lima,4'), FACTS))).toEqual([
      [3, '', '4', 'import.part_above_whole'],
    ]);
    expect(told(await take(csv(head, '2017,,,9'), { ...FACTS, reason: REASON }))).toEqual([
      [2, '', '11', 'import.part_above_whole'],
    ]);
  });

  it('remembers what a person said of its columns, for the next file with the same head', async () => {
    const head = 'Ejercicio,Género,Casos';
    const file = csv(head, '2018,Mujeres,7');
    await expect(take(file, FACTS)).rejects.toMatchObject({ code: 'import.no_header' });
    const columns = { Género: 'sex', Casos: 'value' };
    expect(await take(file, { ...FACTS, columns })).toMatchObject({
      outcome: 'saved',
      format: 'long_mapped',
    });
    expect(await take(csv(head, '2019,Mujeres,8'), FACTS)).toMatchObject({
      outcome: 'saved',
      counts: { added: 1 },
    });
  });

  it('leaves nothing where what was done cannot be audited', async () => {
    const before = await fingerprint(ground, peru);
    const broken = ground.record.runState(peru.id, async (sql) => {
      await take(csv('year,value', '2030,1'), FACTS);
      await sql.execute('SELECT 1 / 0');
    });
    await expect(broken).rejects.toThrow('division by zero');
    expect(await fingerprint(ground, peru)).toEqual(before);
  });
});

describe('a file of a budget', () => {
  const kind = { kind: 'budget' as const };

  it("is read with Peru's phases, begins its line, and keeps revisions", async () => {
    const head = 'Año;Finalidad;Mes;PIA;PIM;Devengado';
    const options = { indicator: '8-B1', source: 'DEMO', months: 'cumulative' as const };
    const first = await take(csv(head, '2019;Capacitación;3;1.000,00;1.200,50;300'), options, kind);
    expect(first).toMatchObject({ outcome: 'saved', counts: { added: 3 } });
    const amounts = await ground.rows(
      peru.id,
      `SELECT phase, amount, through_on AS "throughOn" FROM budget_figure WHERE import_id = $1 ORDER BY phase`,
      [first.id],
    );
    expect(amounts).toEqual([
      { phase: 'approved', amount: 1000, throughOn: '2019-12-31' },
      { phase: 'executed', amount: 300, throughOn: '2019-03-31' },
      { phase: 'revised', amount: 1200.5, throughOn: '2019-03-31' },
    ]);
    const more = csv(
      head,
      '2019;Capacitación;3;1.000,00;1.100,00;500',
      '2019;Capacitación;5;1.000,00;;9.000,00',
    );
    expect(told(await take(more, options, kind)).map(([row, , , code]) => [row, code])).toEqual([
      [2, 'import.revision_unreasoned'],
      [2, 'import.revision_unreasoned'],
      [3, 'import.executed_above_budget'],
    ]);
    const revised = await take(more.split('\n').slice(0, 2).join('\n'), { ...options, reason: REASON }, kind);
    expect(revised).toMatchObject({ outcome: 'saved', counts: { added: 0, revised: 2, unchanged: 1 } });
    expect(await ground.tracking.undoImport.undo(peru, revised.id!, 'It was the wrong file.', BY)).toBe(2);
  });

  it('of single months is added up since January, goes on from the record, and never over a month that is missing', async () => {
    const head = 'Año;Finalidad;Mes;Devengado mensual';
    const options = { indicator: '8-B1', source: 'DEMO' };
    const rows = (...months: string[]) => csv(head, ...months.map((month) => `2018;Capacitación;${month}`));
    const first = await take(rows('Enero;10,5', 'Febrero;20', 'Marzo;-0,5'), options, kind);
    expect(first).toMatchObject({ outcome: 'saved', counts: { added: 3 } });
    expect(told(await take(rows('Mayo;5'), options, kind)).map(([row, , , code]) => [row, code])).toEqual([
      [2, 'import.month_missing'],
    ]);
    const more = await take(rows('Abril;5', 'Mayo;5'), options, kind);
    const amounts = await ground.rows<{ on: string; amount: number }>(
      peru.id,
      `SELECT through_on AS on, amount FROM budget_figure WHERE import_id IN ($1, $2) ORDER BY through_on`,
      [first.id, more.id],
    );
    expect(amounts.map(({ on, amount }) => [on, amount])).toEqual([
      ...[['2018-01-31', 10.5] as const, ['2018-02-28', 30.5] as const, ['2018-03-31', 30] as const],
      ...[['2018-04-30', 35] as const, ['2018-05-31', 40] as const],
    ]);
    expect(await take(rows('Enero;10,5', 'Febrero;20', 'Marzo;-0,5'), options, kind)).toMatchObject({
      outcome: 'unchanged',
      counts: { unchanged: 3 },
    });
  });
});

describe('a file of a deflator', () => {
  const kind = { kind: 'deflator' as const };
  const options = { source: 'DEMO', baseYear: 1999, currency: 'USD' };

  it('is saved once, revised only with a reason, and comes back out', async () => {
    const file = csv('year,index', '1999,100', '2000,104.5');
    const saved = await take(file, options, kind);
    expect(saved).toMatchObject({ outcome: 'saved', counts: { added: 2 } });
    expect(await take(file, options, kind)).toMatchObject({ outcome: 'unchanged', counts: { unchanged: 2 } });
    const other = file.replace('104.5', '104.6');
    expect(told(await take(other, options, kind))).toEqual([[3, '', '', 'import.revision_unreasoned']]);
    expect(await take(other, { ...options, reason: REASON }, { ...kind, dryRun: true })).toMatchObject({
      counts: { revised: 1, unchanged: 1 },
    });
    expect(await ground.tracking.undoImport.undo(peru, saved.id!, 'It was the wrong file.', BY)).toBe(2);
  });
});

describe('the currency of a new line of a budget', () => {
  it('is never guessed: where the record has more than one, the file has to say it', async () => {
    await ground.rows(
      peru.id,
      `INSERT INTO budget_line (state_id, indicator_id, purpose, currency)
       SELECT state_id, id, 'other', 'USD' FROM indicator WHERE state_id = $1 AND code = '8-B1' RETURNING id`,
      [peru.id],
    );
    const kind = { kind: 'budget' as const, dryRun: true };
    const options = { indicator: '8-B1', source: 'DEMO' };
    const silent = csv('Año;Finalidad;PIA', '2019;Sensibilización;1.000,00');
    expect(told(await take(silent, options, kind)).map(([row, , , code]) => [row, code])).toEqual([
      [2, 'import.currency_unknown'],
    ]);
    const said = csv('Año;Finalidad;Moneda;PIA', '2019;Sensibilización;PEN;1.000,00');
    expect(await take(said, options, kind)).toMatchObject({ outcome: 'dry_run', counts: { added: 1 } });
  });
});

describe('a file of prosecutions', () => {
  const kind = { kind: 'prosecutions' as const };
  const options = { indicator: '24-J1', source: 'DEMO' };
  const file = csv(
    'offence,cohort year,stage,value',
    'Trata de personas,2015,Denuncia,40',
    'trafficking,2015,Condena,9',
  );

  it('says by which year it counts, and is saved once', async () => {
    await expect(take(file, options, kind)).rejects.toMatchObject({ code: 'import.no_cohort_rule' });
    const ruled = { ...options, cohortRule: 'year_of_complaint' };
    const saved = await take(file, ruled, kind);
    expect(saved).toMatchObject({ outcome: 'saved', counts: { added: 2 } });
    expect(await take(file, ruled, kind)).toMatchObject({ outcome: 'unchanged', counts: { unchanged: 2 } });
    const above = csv('offence,cohort year,stage,value', 'trafficking,2015,charge,8');
    expect(told(await take(above, ruled, kind))).toEqual([[2, '', '9', 'import.stage_above_earlier']]);
    expect(await ground.tracking.undoImport.undo(peru, saved.id!, 'It was the wrong file.', BY)).toBe(2);
  });
});

const there = existsSync(SHARED);
if (!there) process.stdout.write(`skipped: ${SHARED} is absent, so no real file of figures was tried\n`);

if (there)
  describe('real files', () => {
    it("UNODC's table: its bounds stay bounds, its breakdowns are told apart, other States are left out", async () => {
      const real = readFileSync(`${SHARED}/unodc_glotip_PER_2012-2022.csv`);
      const asked = { indicator: '8-O1', indicatorText: 'Detected trafficking victims' };
      const first = await take(real, asked);
      expect(new Set(told(first).map(([, column, given, code]) => `${column} ${given} ${code}`))).toEqual(
        new Set([
          'Category Peruvian import.category_unknown',
          ...told(first)
            .filter(([, column]) => column === '')
            .map(([, , given, code]) => ` ${given} ${code}`),
        ]),
      );
      const saved = await take(
        real,
        { ...asked, categories: { Peruvian: 'PER' }, reason: REASON },
        { override: 'UNODC prints it so.' },
      );
      expect(saved.outcome).toBe('saved');
      const figures = await observed(saved.id);
      expect(figures.filter(({ state }) => state === 'below_threshold').length).toBeGreaterThan(5);
      expect(figures).toContainEqual(expect.objectContaining({ key: 'citizenship=PER', value: 265 }));
      expect(figures).toContainEqual(expect.objectContaining({ key: 'form=forced_labour' }));
      expect(
        await take(real, { ...asked, categories: { Peruvian: 'PER' } }, { override: 'UNODC prints it so.' }),
      ).toMatchObject({
        outcome: 'unchanged',
      });
    });

    it('an Open SDG file: empty cells of breakdowns are totals, ages are brackets', async () => {
      const real = readFileSync(`${SHARED}/open_sdg_indicator_16-2-2.csv`);
      const saved = await take(
        real,
        { indicator: '8-O2', source: 'DEMO', reason: REASON },
        { override: 'The publisher prints it so.' },
      );
      expect(saved).toMatchObject({ outcome: 'saved', format: 'open_sdg', rows: 429 });
      expect(await observed(saved.id)).toContainEqual(expect.objectContaining({ key: 'age=15-17|sex=male' }));
    });

    it('the departments: every one is found by either register and by ISO code', async () => {
      const [, ...lines] = readFileSync(`${SHARED}/peru_departments.csv`, 'utf8').trim().split('\n');
      const rows = lines.map((line) => line.split(','));
      for (const [at, codes] of [
        [0, 'inei'],
        [1, 'reniec'],
        [2, 'inei'],
        [3, 'iso'],
      ] as const) {
        const text = stringify([
          ['year', 'department', 'value'],
          ...rows.map((row) => ['2020', row[at], '3']),
        ]);
        expect(await take(text, { ...FACTS, codes })).toMatchObject({
          problemCount: 0,
          counts: at === 0 ? { added: 25 } : { unchanged: 25 },
        });
      }
    });
  });
