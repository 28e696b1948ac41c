import type { CivilDate, Instant } from '#domain';

import type { Sql } from '../transaction/sql.js';

/** What figures share that come on record together. */
export interface FigureIntake {
  readonly acceptedOn: CivilDate;
  /** Of the submission that brought them; null for figures that came another way. */
  readonly submissionId: number | null;
  /** Of the file that brought them. */
  readonly importId?: number | null;
  readonly at: Instant;
}

/** Answers its id. */
export async function addFigureIntake(
  sql: Sql,
  stateId: number,
  { acceptedOn, submissionId, importId, at }: FigureIntake,
): Promise<number> {
  const added = await sql.row<{ id: number }>(
    `INSERT INTO figure_intake (state_id, accepted_on, submission_id, import_id, recorded_at)
     VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) RETURNING id`,
    [stateId, acceptedOn, submissionId, importId ?? null, at],
  );
  return added!.id;
}
