import type { Sql } from '#persistence';

/** An import from the Universal Human Rights Index, one of figures, and an annotation. */
export async function addIndexed(
  sql: Sql,
  stateId: number,
  { word, nth }: { readonly word: string; readonly nth: number },
): Promise<void> {
  await sql.execute(
    `INSERT INTO uhri_import (state_id, file_name, language, import_state, tally, opened_at) VALUES ($1, $2, 'en', 'open', '{"read": 0}', '2026-06-30T15:00:00Z')`,
    [stateId, `export-${nth}.json`],
  );
  await sql.execute(
    `INSERT INTO figure_import (state_id, kind, file_name, sha256, format, row_count, imported_at)
     VALUES ($1, 'observations', $2, repeat('a', 64), 'long', 1, '2026-06-30T15:00:00Z')`,
    [stateId, `figures-${nth}.csv`],
  );
  await sql.execute(
    `INSERT INTO uhri_annotation (state_id, annotation_id, language, symbol, body, kind, paragraph, text, countries, regions, themes, affected_persons,
       sdgs, recommending_states, recommending_regions, imported_at, changed_at, vector)
     VALUES ($1, gen_random_uuid(), 'en', 'CRC/C/OPSC/PER/CO/1', 'CRC-OP-SC', 'recommendation', '8', $2, '{Peru}', '{}', '{}', '{}', '{}', '{}', '{}',
       now(), now(), search_vector('simple', $2) || ('''~' || $1::smallint || '''')::tsvector)`,
    [stateId, `Collect data on ${word}`],
  );
}
