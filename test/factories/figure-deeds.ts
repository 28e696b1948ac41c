import fc from 'fast-check';

import { deed, rec } from './deed.js';
import type { Deed } from './deed.js';

/** What happens to figures of the indicators I1, I2 … */
export const FIGURE_DEEDS: readonly fc.Arbitrary<Deed>[] = [
  fc.tuple(rec, fc.integer({ min: 0, max: 30 })).map(([code, months]) =>
    deed(`WITH f AS (INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, $2, now()) RETURNING id)
          INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, intake_id, status, value)
          SELECT $1, s.id, c.id, date '2020-01-01', ($2::date - interval '${months} months')::date,
                 coalesce((SELECT max(o.revision) + 1 FROM observation o WHERE o.state_id = $1 AND o.series_id = s.id
                   AND o.period_end_on = ($2::date - interval '${months} months')::date), 1), f.id, 'A', ${months}
          FROM f, source c, series s JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
          WHERE c.state_id = $1 AND s.state_id = $1 AND i.code = 'I${code}'`),
  ),
  // A year with its figure, published as it was accepted: on the path, behind it, or on the wrong side of where it began.
  fc
    .tuple(rec, fc.integer({ min: 1, max: 3 }), fc.constantFrom(5, 30, 60, 90))
    .map(([code, years, value]) => {
      const january = `(date_trunc('year', $2::date) - interval '${years} years')::date`;
      const december = `(date_trunc('year', $2::date) - interval '${years - 1} years' - interval '1 day')::date`;
      return deed(`WITH f AS (INSERT INTO figure_intake (state_id, accepted_on, recorded_at) VALUES ($1, $2, now()) RETURNING id),
            p AS (INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value, cube_version, published_at)
              VALUES ($1, 'I${code}', '', 'S', ${january}, ${december}, '{}', ${value}, 1, now())
              ON CONFLICT (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on) DO UPDATE SET value = excluded.value)
          INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, revision, intake_id, status, value)
          SELECT $1, s.id, c.id, ${january}, ${december},
                 coalesce((SELECT max(o.revision) + 1 FROM observation o WHERE o.state_id = $1 AND o.series_id = s.id
                   AND o.period_start_on = ${january} AND o.period_end_on = ${december}), 1), f.id, 'A', ${value}
          FROM f, source c, series s JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id
          WHERE c.state_id = $1 AND s.state_id = $1 AND i.code = 'I${code}'`);
    }),
  rec.map((code) =>
    deed(`DELETE FROM observation WHERE state_id = $1 AND $2::date IS NOT NULL AND series_id =
          (SELECT s.id FROM series s JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id WHERE s.state_id = $1 AND i.code = 'I${code}')`),
  ),
];
