import type { Insert } from './one-of-each-doing.js';

/** A published count, the cube that it is of, and the groups behind it, whose changes wait. */
export async function savePublishedCube(insert: Insert): Promise<void> {
  await insert(
    `INSERT INTO published_figure (state_id, indicator_code, series_key, source_code, period_start_on, period_end_on, categories, value,
                                   cube_version, announced_error, published_at)
     VALUES ($1, 'victims', '', 'register', '2023-01-01', '2023-12-31', '{}', 42, 1, 3, now())`,
  );
  await insert(`INSERT INTO cube (state_id, code, record_source) VALUES ($1, 'victims', 'police register')`);
  await insert(
    `INSERT INTO stand_in (state_id, cube, source_code, period_start_on, period_end_on, waiting_reason, waiting_records, waiting_since)
     VALUES ($1, 'victims', 'register', '2023-01-01', '2023-12-31', 'few_records', 3, now())`,
  );
}
