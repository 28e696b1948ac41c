import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';

import type { FigureImportOutcome, FigureImportView, FigureUploadView } from '#contracts';
import type { State } from '#persistence';

import { ApiUnderTest } from '../../support/api-under-test.js';
import type { ApiReply } from '../../support/api-under-test.js';
import { fingerprint, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const ROOM = '/states/PER/imports/figures';
const HEAD = 'indicador;fuente;año;sexo;departamento;valor';
const FILE = `${HEAD}\n26a-P1;DEMO;2010;Mujeres;Lima;12\n26a-P1;DEMO;2010;;;40\n`;

let ground: TrackingGround;
let peru: State;
let api: ApiUnderTest;
let cookies: Readonly<Record<string, string>>;

beforeAll(async () => {
  ground = await openTrackingGround('2026-11-24T15:00:00Z');
  peru = await loadPeru(ground);
  api = await ApiUnderTest.open(ground);
  const [person] = await ground.rows<{ id: number }>(
    peru.id,
    `SELECT m.person_id AS id FROM membership m WHERE m.role = 'secretariat' LIMIT 1`,
  );
  const { token } = await ground.tracking.sessions.open({
    personId: person!.id,
    proven: ['password'],
  });
  cookies = { '__Host-vigia_session': token };
}, 180_000);
afterAll(async () => {
  await api?.close();
  await ground?.close();
});

function send(
  path: string,
  fields: Readonly<Record<string, string>>,
  file: string | Uint8Array,
  name: string,
) {
  const edge = 'edge-of-the-test';
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(file),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]);
  return api.ask('POST', path, {
    cookies,
    body: body as unknown as string,
    headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'sec-fetch-site': 'same-origin' },
  });
}

const post = (path: string, form: Readonly<Record<string, string>> = {}): Promise<ApiReply> =>
  api.ask('POST', path, { cookies, form: { lang: 'es', ...form } });
const upload = (
  file: string | Uint8Array,
  fields: Readonly<Record<string, string>> = {},
  name = 'cifras.csv',
) => send(`${ROOM}?lang=es`, { kind: 'observations', ...fields }, file, name);

async function read<T>(path: string, lang = 'es'): Promise<T> {
  const { body, status } = await api.ask('GET', `/api/v1${path}?lang=${lang}`, { cookies });
  expect([path, status]).toEqual([path, 200]);
  return JSON.parse(body) as T;
}

/** The upload that a form has led to, as its page reads it. */
async function shown(reply: ApiReply): Promise<FigureUploadView & { readonly at: string }> {
  expect([reply.status, reply.problem]).toEqual([303, null]);
  const at = reply.location.replace(/^\/e[ns]/, '');
  return { ...(await read<FigureUploadView>(at)), at };
}

describe('a file of figures in the dashboard', () => {
  it('is kept, shown, saved whole, and undone with a reason; again it changes nothing', async () => {
    const before = await fingerprint(ground, peru);
    const found = await shown(await upload(FILE));
    expect(found).toMatchObject({ uploadState: 'checked', seen: '2.0.0', until: '2026-12-01' });
    const { location } = await post(`${found.at}/save`, { seen: '2.0.0' });
    expect(location).toBe(`/es${found.at}`);
    const { importId } = await read<FigureUploadView>(found.at);
    const saved = await read<FigureImportView>(`${ROOM}/${importId}`);
    expect(saved).toMatchObject({
      ...{ importState: 'saved', fileName: 'cifras.csv', counts: { added: 2, revised: 0, unchanged: 0 } },
      items: [
        { figure: '26a-P1, 2010', revision: 1, before: null, after: '40' },
        {
          figure: expect.stringMatching(/^26a-P1, Lima, \p{L}+, 2010$/u) as unknown,
          revision: 1,
          after: '12',
        },
      ],
    });
    expect(await ground.rows(peru.id, 'SELECT content FROM figure_upload')).toEqual([{ content: null }]);
    expect(ground.dispatcher.dispatched.map(({ name }) => name)).toContain('figures.publish');

    const again = await shown(await upload(FILE));
    expect(again).toMatchObject({ seen: null, outcome: { counts: { added: 0, revised: 0, unchanged: 2 } } });
    expect((await post(`${again.at}/discard`)).location).toBe(`/es${ROOM}?done=discarded`);

    expect((await post(`${ROOM}/${importId}/undo`, { reason: 'no' })).problem).toBe('import.undo_unreasoned');
    const undone = await post(`${ROOM}/${importId}/undo`, { reason: 'Era el archivo de otro año.' });
    expect(undone.location).toBe(`/es${ROOM}/${importId}?done=undone`);
    expect(await read(`${ROOM}/${importId}`)).toMatchObject({
      importState: 'undone',
      undoReason: 'Era el archivo de otro año.',
      items: [],
    });
    const after = await fingerprint(ground, peru);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('with bad rows cannot be saved; each is named in the language of the page, on it and as CSV', async () => {
    const bad = `${HEAD}\n26a-P1;DEMO;2011;Mujeres;Atlántida;12\n26a-P1;DEMO;2011;;;1,5\n`;
    const found = await shown(await upload(bad));
    expect(found).toMatchObject({ seen: null, outcome: { problemCount: 2 } });
    expect(found.outcome!.problems).toMatchObject([
      {
        row: 2,
        column: 'departamento',
        value: 'Atlántida',
        expected: expect.stringMatching(/^una categoría/),
      },
      { row: 3, column: 'valor', value: '1,5', expected: 'un número entero' },
    ]);
    const { body } = await api.ask('GET', `/api/v1${found.at}/problems.csv?lang=es`, { cookies });
    expect(body.split('\r\n').slice(0, 3)).toEqual([
      'row,column,value,expected,other,code',
      expect.stringContaining('2,departamento,Atlántida,'),
      '3,valor,"1,5",un número entero,,figure.not_a_count',
    ]);
    await post(`${found.at}/save`, { seen: '2.0.0' });
    expect(await read(found.at)).toMatchObject({ uploadState: 'checked', importId: null });
    expect(found.unknownTexts).toEqual([{ index: 0, text: 'Atlántida', use: '' }]);
    const told = await shown(await post(`${found.at}/settings`, { 'category:0': '150000' }));
    expect(told.outcome!.problems).toMatchObject([{ row: 3 }]);
    await post(`${found.at}/discard`);
    expect((await post(`${found.at}/settings`)).problem).toBe('import.upload_unknown');
  });

  it('with headings that nobody knows asks what the columns are, and remembers it', async () => {
    const odd = 'Periodo reportado;Cantidad total;Observador\n2012;5;x\n';
    const fields = { indicator: '26a-P1', source: 'DEMO' };
    const found = await shown(await upload(odd, fields));
    expect(found).toMatchObject({ outcome: null, refusal: { code: 'import.no_header' } });
    expect(found.refusal!.text).not.toContain('--');
    expect(found.heads.map(({ name }) => name)).toEqual([
      'Periodo reportado',
      'Cantidad total',
      'Observador',
    ]);
    const told = await shown(
      await post(`${found.at}/settings`, {
        ...fields,
        ...{ 'column:0': 'year', 'column:1': 'value', 'column:2': 'ignore' },
      }),
    );
    expect(told).toMatchObject({ seen: '1.0.0', outcome: { remembered: false } });
    await post(`${found.at}/save`, { seen: '1.0.0' });
    const next = await shown(await upload(odd.replace('2012;5', '2013;6'), fields));
    expect(next).toMatchObject({ seen: '1.0.0', outcome: { remembered: true } });
    expect(next.heads).toMatchObject([
      { use: 'year', readAs: 'year' },
      { use: 'value' },
      { use: 'ignore', readAs: 'ignore' },
    ]);
    await post(`${next.at}/discard`);
  });

  it('that is long is read by a worker, and its page says how far', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => `26a-P1;DEMO;2014;;;${at}                    `);
    const found = await shown(await upload(`${HEAD}\n${rows.join('\n')}\n`));
    expect(found).toMatchObject({ uploadState: 'checking', percentRead: 0, outcome: null, seen: null });
    expect(ground.dispatcher.dispatched.at(-1)).toEqual({
      name: 'figures.import',
      payload: { state: 'PER', upload: found.id },
    });
    expect((await post(`${found.at}/settings`)).problem).toBe('import.upload_busy');
    await ground.tracking.uploadFigures.work(peru, found.id);
    await ground.tracking.uploadFigures.work(peru, found.id);
    const done = await read<FigureUploadView>(found.at);
    expect(done).toMatchObject({ uploadState: 'checked', percentRead: 100, outcome: { rows: 30_000 } });
    expect(done.outcome!.problems[0]).toMatchObject({ row: 3, code: 'import.repeated', other: '2' });
    await post(`${found.at}/discard`);
  });

  it('is asked for again where its job was lost, says so, and after five attempts says what to do', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `26a-P1;DEMO;${1990 + (at % 9)};;;${at}              `,
    );
    const found = await shown(await upload(`${HEAD}\n${rows.join('\n')}\n`));
    const { dispatched } = ground.dispatcher;
    const asked = (): number =>
      dispatched.filter(
        ({ name, payload }) =>
          name === 'figures.import' && (payload as { readonly upload: number }).upload === found.id,
      ).length;
    const later = async (minutes: number): Promise<void> => {
      ground.clock.set(new Date(ground.clock.now() + minutes * 60_000).toISOString());
      await ground.tracking.tick.tick();
    };
    await later(2);
    expect([asked(), (await read<FigureUploadView>(found.at)).attempt]).toEqual([1, null]);
    await later(2);
    expect((await read<FigureUploadView>(found.at)).attempt).toEqual({ number: 2, of: 5 });
    expect(asked()).toBe(2);
    for (let attempt = 3; attempt <= 5; attempt += 1) await later(4);
    expect([asked(), (await read<FigureUploadView>(found.at)).uploadState]).toEqual([5, 'checking']);
    await later(4);
    const { uploadState, refusal } = await read<FigureUploadView>(found.at);
    expect([asked(), uploadState, refusal?.code]).toEqual([5, 'checked', 'import.given_up']);
    expect(refusal?.text).toContain('5 veces');
    await later(6);
    expect(asked()).toBe(5);
    await post(`${found.at}/settings`);
    expect(asked()).toBe(6);
    await ground.tracking.uploadFigures.work(peru, found.id);
    expect(await read<FigureUploadView>(found.at)).toMatchObject({
      uploadState: 'checked',
      outcome: { rows: 30_000 },
    });
    await later(6);
    expect(asked()).toBe(6);
    await post(`${found.at}/discard`);
  });

  it('is not saved where the record has changed since it was looked at, and is forgotten after a week', async () => {
    const file = `${HEAD}\n26a-P1;DEMO;2015;;;3\n`;
    const found = await shown(await upload(file));
    const sent = await take(file);
    expect(sent).toMatchObject({ outcome: 'saved' });
    await post(`${found.at}/save`, { seen: found.seen! });
    expect(await read(found.at)).toMatchObject({ importId: null, refusal: { code: 'import.moved' } });
    ground.clock.advance(8 * 86_400_000);
    await ground.tracking.applyRetention.apply();
    expect(await ground.rows(peru.id, 'SELECT id FROM figure_upload')).toEqual([]);
    ground.clock.set('2026-11-24T15:00:00Z');
  });
});

async function take(
  file: string | Uint8Array,
  options: object = {},
  fields: Readonly<Record<string, string>> = {},
): Promise<FigureImportOutcome> {
  const sent = { kind: 'observations', options: JSON.stringify(options), ...fields };
  const { body, status } = await send(`/api/v1${ROOM}?lang=es`, sent, file, 'programa.csv');
  expect([status, body.slice(0, status === 200 ? 0 : 300)]).toEqual([200, '']);
  return JSON.parse(body) as FigureImportOutcome;
}

describe('a file that a program sends', () => {
  it('is tried, taken, and the second time changes nothing; an override needs its reason', async () => {
    const file = 'Ejercicio 1,Total\n2016,7\n';
    const options = {
      ...{ indicator: '26a-P1', source: 'DEMO' },
      columns: { 'Ejercicio 1': 'year', Total: 'value' },
    };
    expect(await take(file, options, { dryRun: 'true' })).toMatchObject({
      ...{ outcome: 'dry_run', id: null, counts: { added: 1 }, mapping: { columns: options.columns } },
    });
    expect(await take(file, options)).toMatchObject({ outcome: 'saved' });
    expect(await take(file, { indicator: '26a-P1', source: 'DEMO' })).toMatchObject({
      ...{ outcome: 'unchanged', remembered: true, counts: { added: 0, revised: 0, unchanged: 1 } },
    });
    const parts = `${HEAD}\n26a-P1;DEMO;2017;Mujeres;;12\n26a-P1;DEMO;2017;;;4\n`;
    expect(await take(parts)).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'import.part_above_whole' }],
    });
    const told = await take(parts, { override: 'Se contó por hecho y por persona.' });
    expect(told).toMatchObject({ outcome: 'saved', overruled: 1 });
  });

  it('cannot say what no text of the record can hold, nor what it is about without saying it', async () => {
    const file = `${HEAD}\n26a-P1;DEMO;2020;;;4\n`;
    const sent = (options: string) =>
      send(`/api/v1${ROOM}`, { kind: 'observations', options }, file, 'f.csv');
    expect(await sent('{"reason":"a\\u0000b, a long reason"}')).toMatchObject({ status: 422 });
    expect(await sent('no JSON')).toMatchObject({ status: 422 });
    expect(await send(`/api/v1${ROOM}`, {}, file, 'f.csv')).toMatchObject({ status: 422 });
    expect((await upload(file, { source: 'a\0b' })).problem).toBe('input.invalid');
    expect((await upload(file, { kind: 'poems' })).problem).toBe('form.kind');
  });
});

describe('the workbook of a ministry', () => {
  it('is read through titles, joined cells, numbers typed as text, a total row and notes', async () => {
    const bold = (value: string, more: object = {}) => ({ value, fontWeight: 'bold' as const, ...more });
    const data = [
      [bold('MINISTERIO PÚBLICO', { columnSpan: 3 }), null, null],
      [bold('Víctimas registradas, por departamento', { columnSpan: 3 }), null, null],
      [],
      [bold('Año'), bold('Departamento'), bold('Valor')],
      [{ value: 2018, rowSpan: 2 }, { value: 'LIMA' }, { value: '1,234' }],
      [null, { value: 'Cusco' }, { value: 12 }],
      [{ value: 2019, rowSpan: 2 }, { value: 'Lima' }, { value: '1,300' }],
      [null, { value: 'Cusco' }, { value: '<5' }],
      [bold('TOTAL'), null, { value: '2,546' }],
      [],
      [{ value: 'Fuente: Ministerio Público. Elaboración propia.' }, null, null],
    ];
    const bytes = await writeXlsxFile(data as never, {}).toBuffer();
    const found = await shown(
      await upload(new Uint8Array(bytes), { indicator: '26a-P1', source: 'DEMO' }, 'cuadro 12.xlsx'),
    );
    expect(found.outcome).toMatchObject({
      ...{ problems: [], skipped: 2, counts: { added: 4, revised: 0, unchanged: 0 } },
    });
    await post(`${found.at}/save`, { seen: found.seen! });
    const { importId } = await read<FigureUploadView>(found.at);
    expect(
      await ground.rows(
        peru.id,
        `SELECT s.key, o.period_start_on AS start, o.value, o.value_state AS state FROM accepted_figure o
         JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id WHERE o.import_id = $1 ORDER BY 2, 1`,
        [importId],
      ),
    ).toMatchObject([
      { key: 'department=080000', start: '2018-01-01', value: 12, state: 'reported' },
      { key: 'department=150000', start: '2018-01-01', value: 1234, state: 'reported' },
      { key: 'department=080000', start: '2019-01-01', value: 5, state: 'below_threshold' },
      { key: 'department=150000', start: '2019-01-01', value: 1300, state: 'reported' },
    ]);
  });
});

describe('the template of an indicator', () => {
  const template = async (code: string, lang: string): Promise<string[][]> => {
    const path = `/api/v1/states/PER/indicators/${code}/template.csv?lang=${lang}`;
    const { body, status } = await api.ask('GET', path);
    expect([code, status]).toEqual([code, 200]);
    return parse(body);
  };

  it.each(['en', 'es'])('that is filled in is taken as it is, in %s', async (lang) => {
    const indicators = await ground.rows<{ code: string; track: string }>(
      peru.id,
      `SELECT DISTINCT ON (track) code, track FROM indicator WHERE state_id = $1 AND value_type IN ('count', 'amount')
       ORDER BY track, cardinality(required_dimensions) DESC, code`,
      [peru.id],
    );
    expect(indicators.map(({ track }) => track)).toEqual(['budget', 'data', 'prosecutions']);
    for (const { code, track } of indicators) {
      const [columns = [], ...rows] = await template(code, lang);
      const at = (name: string): number => columns.indexOf(name);
      const filled = rows.map((row, index) => {
        const cells = [...row];
        const set = (names: readonly string[], value: string): void => {
          for (const name of names) if (at(name) >= 0 && !cells[at(name)]) cells[at(name)] = value;
        };
        set(['source', 'fuente'], 'DEMO');
        set(['period', 'periodo', 'year', 'año', 'cohort year', 'año de cohorte'], '2009');
        set(['cohort rule', 'regla de cohorte'], 'year_of_complaint');
        set(['currency', 'moneda'], 'PEN');
        set(['value', 'valor'], track === 'data' && index === 0 ? '100000' : '0');
        set(['PIA'], '1');
        return cells;
      });
      const kind = track === 'data' ? 'observations' : track;
      const outcome = await take(stringify([columns, ...filled]), {}, { kind, dryRun: 'true' });
      expect([code, outcome.problems]).toEqual([code, []]);
      expect([code, outcome.counts.added]).toEqual([code, rows.length]);
    }
  });

  it('is explained in the metadata of its indicator', async () => {
    const { body } = await api.ask('GET', '/api/v1/states/PER/indicators/26a-P1/metadata?lang=es');
    expect(JSON.parse(body)).toMatchObject({
      template: {
        url: '/api/v1/states/PER/indicators/26a-P1/template.csv?lang=es',
        notes: expect.arrayContaining([expect.stringContaining('0 es un valor')]),
      },
    });
  });
});
