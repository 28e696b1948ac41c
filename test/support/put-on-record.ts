import type { ReferencePeriod, SeriesKey } from '#domain';
import { FigureStageRepository } from '#persistence';

import type { TrackingGround } from './tracking-ground.js';

export interface RecordedFigure {
  readonly indicator: string;
  /** Made where there is none of that code. */
  readonly source: string;
  readonly period: ReferencePeriod;
  /** Null: it is missing. */
  readonly value: number | null;
  readonly categories?: SeriesKey;
}

/** Accepts a figure in the one way there is; of a figure that is on record already, a revision. */
export async function putOnRecord(
  { record, clock }: Pick<TrackingGround, 'record' | 'clock'>,
  stateId: number,
  { indicator, source, period, value, categories = {} }: RecordedFigure,
): Promise<void> {
  const stage = new FigureStageRepository(record);
  await record.runState(stateId, async (sql) => {
    const of = await sql.row<{ indicatorId: number; sourceId: number }>(
      `WITH made AS (INSERT INTO source (state_id, code, name) SELECT $1, $3, jsonb_build_object('en', $3::text, 'es', $3::text)
         WHERE NOT EXISTS (SELECT FROM source WHERE state_id = $1 AND code = $3) RETURNING id)
       SELECT i.id AS "indicatorId", coalesce((SELECT id FROM made), (SELECT id FROM source WHERE state_id = $1 AND code = $3)) AS "sourceId"
       FROM indicator i WHERE i.state_id = $1 AND i.code = $2`,
      [stateId, indicator, source],
    );
    await stage.open();
    await stage.stage([
      {
        ...of!,
        ...{ row: 1, categories, period, value, state: value === null ? 'missing' : 'reported' },
        ...{ numerator: null, denominator: null, provisional: false, revisionReason: 'Counted again.' },
      },
    ]);
    await stage.merge(stateId, { acceptedOn: period.endOn, submissionId: null, at: clock.now() });
  });
}
