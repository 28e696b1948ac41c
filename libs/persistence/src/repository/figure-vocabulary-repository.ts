import type { CivilDate, IndicatorTrack, ValueType } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

interface Known {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
}

/** What a file of figures may name of a State. */
export interface NamedInFiles {
  readonly indicators: readonly (Known & {
    readonly track: IndicatorTrack;
    readonly valueType: ValueType;
    readonly ratioPer: number | null;
  })[];
  readonly sources: readonly Known[];
  readonly institutions: readonly Known[];
  readonly dimensions: readonly {
    readonly code: string;
    readonly name: Bilingual;
    readonly validFrom: CivilDate | null;
    readonly validUntil: CivilDate | null;
    readonly categories: readonly {
      readonly validFrom: CivilDate | null;
      readonly validUntil: CivilDate | null;
      readonly code: string;
      readonly name: Bilingual;
      readonly codes: Readonly<Record<string, string>>;
    }[];
  }[];
  readonly budgetLines: readonly {
    readonly id: number;
    readonly indicatorId: number;
    readonly purpose: string;
    readonly institutionId: number | null;
    readonly level: string;
    readonly currency: string;
    readonly attributableShare: number;
  }[];
}

/** Indicators that figures are sent of, sources, institutions, dimensions and budget lines by their codes and names. */
export class FigureVocabularyRepository {
  constructor(private readonly record: RecordDatabase) {}

  async read(stateId: number): Promise<NamedInFiles> {
    const sql = this.record.current();
    const [indicators, sources, institutions, dimensions, budgetLines] = await Promise.all([
      sql.rows<NamedInFiles['indicators'][number]>(
        `SELECT id, code, name, track, value_type AS "valueType", ratio_per AS "ratioPer" FROM indicator WHERE state_id = $1 AND computed_from IS NULL ORDER BY id`,
        [stateId],
      ),
      sql.rows<Known>('SELECT id, code, name FROM source WHERE state_id = $1 ORDER BY id', [stateId]),
      sql.rows<Known>('SELECT id, code, name FROM institution WHERE state_id = $1 ORDER BY id', [stateId]),
      sql.rows<NamedInFiles['dimensions'][number]>(
        `SELECT d.code, d.name, d.valid_from AS "validFrom", d.valid_until AS "validUntil", coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'codes', c.codes,
             'validFrom', c.valid_from, 'validUntil', c.valid_until) ORDER BY c.position)
           FILTER (WHERE c.code IS NOT NULL), '[]') AS categories
         FROM dimension d LEFT JOIN category c ON c.dimension_code = d.code GROUP BY d.code ORDER BY d.position`,
      ),
      sql.rows<NamedInFiles['budgetLines'][number]>(
        `SELECT id, indicator_id AS "indicatorId", purpose, institution_id AS "institutionId", level, currency,
           attributable_share AS "attributableShare" FROM budget_line
         WHERE state_id = $1 ORDER BY id`,
        [stateId],
      ),
    ]);
    return { indicators, sources, institutions, dimensions, budgetLines };
  }
}
