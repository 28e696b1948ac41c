import { inPairs } from '../pairs.mjs';

const ROWS = 200_000;
const LARGE_ROWS = 10_000_000;
const AT_ONCE = 500_000;
/** Of one indicator: breakdowns, each with a figure a month. */
const SERIES = 2_000;
const SEXES = ['female', 'male'];
const READS = 20;

/**
 * What the public reads of an indicator, by sex and year, out of the published cells; against the same question put to the accepted
 * figures as a GROUP BY. `--large` at ten million of them.
 */
export async function publishedRow({ tracking, record }, { large }) {
  const rows = Number(process.env.VIGIA_BENCH_CUBE_ROWS ?? (large ? LARGE_ROWS : ROWS));
  const state = await tracking.states.saveState({
    iso3: 'XBC',
    name: { en: 'Cube', es: 'Cubo' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  const run = (sql, ...more) => record.runState(state.id, (now) => now.rows(sql, [state.id, ...more]));
  try {
    await fill(run, rows);
    const grouped = await run(GROUPED);
    const read = async () => {
      for (let time = 0; time < READS; time += 1) {
        const { figures } = await tracking.readPublicRecord.getIndicator(state, 'B');
        if (figures.length !== grouped.length)
          throw new Error(`${figures.length} cells were read, ${grouped.length} counted`);
      }
    };
    const { product, floor } = await inPairs(read, () => run(GROUPED));
    const once = product / READS;
    return [
      {
        what: `public read of an indicator, ${rows} figures accepted`,
        figure: `${once.toFixed(1)} ms`,
        against: 'the same question as GROUP BY',
        limit: `${floor.toFixed(0)} ms`,
        ratio: floor / once,
      },
    ];
  } finally {
    await tracking.states.removeDemonstration(state.id);
  }
}

const GROUPED = `
  SELECT s.categories->>'sex' AS sex, date_part('year', o.period_end_on)::int AS year, sum(o.value) AS value
  FROM observation o JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id
  JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
  WHERE o.state_id = $1 AND i.code = 'B' GROUP BY 1, 2 ORDER BY 1, 2`;

async function fill(run, rows) {
  await run(
    `INSERT INTO source (state_id, code, name) VALUES ($1, 'REG', '{"en":"Register","es":"Registro"}')`,
  );
  await run(
    `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind)
     VALUES ($1, 'B', 'data', 'outcome', '{"en":"B","es":"B"}', '{"en":"children","es":"niños"}', 'count', 'plain')`,
  );
  await run(
    `INSERT INTO series (state_id, indicator_id, key, categories)
     SELECT i.state_id, i.id, 'place=' || n || '|sex=' || x.sex, jsonb_build_object('place', n::text, 'sex', x.sex)
     FROM indicator i, generate_series(1, $2::int) n, LATERAL (SELECT ($3::text[])[1 + n % 2] AS sex) x WHERE i.state_id = $1`,
    ...[SERIES, SEXES],
  );
  await run(
    'INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, current_date, now())',
  );
  for (let from = 0; from < rows; from += AT_ONCE)
    await run(
      `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value)
       SELECT $1, s.id, (SELECT id FROM source WHERE state_id = $1), m.day, m.day + interval '1 month - 1 day',
         (SELECT id FROM figure_intake WHERE state_id = $1), 'A', n % 1000
       FROM generate_series($2::int, $3::int) n JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM series WHERE state_id = $1) s
         ON s.place = n % $4::int
       CROSS JOIN LATERAL (SELECT (date '1600-01-01' + make_interval(months => n / $4::int))::date AS day) m ORDER BY s.id, n`,
      ...[from, Math.min(from + AT_ONCE, rows) - 1, SERIES],
    );
  await run(
    `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, categories, period_start_on, period_end_on, value, cube_version, published_at)
     SELECT $1, 'B', 'sex=' || g.sex, 'REG', jsonb_build_object('sex', g.sex), make_date(g.year, 1, 1), make_date(g.year, 12, 31), g.value, 1, now()
     FROM (${GROUPED}) g`,
  );
}
