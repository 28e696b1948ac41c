import { readFileSync } from 'node:fs';

/** `VIGIA_BENCH_IMPORT_ROWS=1000000 npm run bench -- import` is the large run. */
const ROWS = Number(process.env.VIGIA_BENCH_IMPORT_ROWS ?? 50_000);
const DEPARTMENTS = ['Lima', 'Cusco', 'Puno', 'Loreto', 'Piura', 'Ica', 'Tacna', 'Junín', 'Callao', 'Pasco'];
const AGES = ['0-5', '6-11', '12-14', '15-17', '18+'];
const SEXES = ['female', 'male'];
const OPTIONS = {
  ...{ sheet: null, indicator: null, indicatorText: null, source: null, decimalMark: null, codes: null },
  ...{ columns: {}, categories: {}, reason: null, cohortRule: null },
};
const TARGET = `state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, value, provisional, accepted_on, recorded_at`;

/** A whole import, from the bytes of a CSV to the indexed record, against a bare COPY of the same rows into an indexed copy of the table. */
export async function importRow({ tracking, record }) {
  const state = await tracking.states.saveState({
    iso3: 'XBI',
    name: { en: 'Import', es: 'Importar' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  const run = (sql, parameters) => record.runState(state.id, (now) => now.rows(sql, parameters));
  const indicators = Math.max(1, Math.ceil(ROWS / 24_000));
  for (let index = 0; index < indicators; index += 1)
    await run(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind)
       VALUES ($1, $2, 'data', 'outcome', $3, '{"en":"children","es":"niños"}', 'count', 'plain')`,
      [state.id, `B${index}`, JSON.stringify({ en: `Bench ${index}`, es: `Banco ${index}` })],
    );
  await run(
    `INSERT INTO source (state_id, code, name) VALUES ($1, 'REG', '{"en":"Register","es":"Registro"}')`,
    [state.id],
  );
  try {
    const before = peak();
    const first = await take(tracking, state);
    const again = await take(tracking, state);
    const memory = peak();
    const floor = await bareCopy(record, state);
    process.stderr.write(
      `import: ${ROWS} rows, first ${first.seconds.toFixed(1)} s, again ${again.seconds.toFixed(1)} s, bare COPY ${floor.toFixed(1)} s, peak of this process ${before} MB before, ${memory} MB after\n`,
    );
    if (first.outcome !== 'saved' || again.outcome !== 'unchanged')
      throw new Error(
        `the import was ${first.outcome}, then ${again.outcome}: ${JSON.stringify(first.problems?.[0])}`,
      );
    const perSecond = (seconds) => `${Math.round(ROWS / seconds)} rows/s`;
    return [
      line(
        `import of ${ROWS} observations`,
        perSecond(first.seconds),
        perSecond(floor),
        floor / first.seconds,
      ),
      line(
        'the same file again, 0 rows written',
        perSecond(again.seconds),
        perSecond(floor),
        floor / again.seconds,
      ),
    ];
  } finally {
    await tracking.states.removeDemonstration(state.id);
  }
}

const line = (what, figure, limit, ratio) => ({
  what,
  figure,
  against: 'bare COPY into an indexed copy of the table',
  limit,
  ratio,
});

async function take(tracking, state) {
  const began = performance.now();
  const outcome = await tracking.importFigures.run(
    state,
    { name: 'bench.csv', bytes: written() },
    { kind: 'observations', dryRun: false, override: null, options: OPTIONS },
    { personId: null, actor: 'command_line' },
  );
  return { ...outcome, seconds: (performance.now() - began) / 1000 };
}

/** Written while it is read, so that the file itself is in nobody's memory. */
async function* written() {
  yield Buffer.from('indicator,source,period,sex,age,department,value,provisional,reason\n');
  let text = '';
  for (let row = 0; row < ROWS; row += 1) {
    const indicator = Math.floor(row / 24_000);
    const cell = row % 24_000;
    const [sex, age, department] = [
      SEXES[cell % 2],
      AGES[Math.floor(cell / 2) % 5],
      DEPARTMENTS[Math.floor(cell / 10) % 10],
    ];
    const month = Math.floor(cell / 100);
    const period = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    text += `B${indicator},REG,${period},${sex},${age},${department},${(row * 7919) % 1000},no,\n`;
    if (text.length > 200_000) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

/** The rows that the import wrote, out of the record as text and back in, with all indexes and no foreign key. */
async function bareCopy(record, state) {
  return record.runState(state.id, async (sql) => {
    await sql.execute('CREATE TEMPORARY TABLE bench_copy (LIKE observation INCLUDING ALL) ON COMMIT DROP');
    const [{ known }] = await sql.rows('SELECT count(*)::int AS known FROM observation WHERE state_id = $1', [
      state.id,
    ]);
    if (known !== ROWS) throw new Error(`${known} observations are on record, not ${ROWS}`);
    const rows = async function* () {
      let after = 0;
      for (;;) {
        const page = await sql.rows(
          `SELECT id, concat_ws(E'\\t', state_id, series_id, source_id, period_start_on, period_end_on, revision, value_state, value, provisional,
             accepted_on, recorded_at) AS line FROM observation WHERE state_id = $1 AND id > $2 ORDER BY id LIMIT 50000`,
          [state.id, after],
        );
        if (page.length === 0) return;
        after = page.at(-1).id;
        yield `${page.map(({ line: one }) => one).join('\n')}\n`;
      }
    };
    const lines = [];
    for await (const piece of rows()) lines.push(Buffer.from(piece));
    const began = performance.now();
    await sql.copyIn(
      `COPY bench_copy (${TARGET}) FROM STDIN`,
      (async function* () {
        yield* lines;
      })(),
    );
    return (performance.now() - began) / 1000;
  });
}

function peak() {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
