import type { CivilDate, ImportKind, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { MergedFigures } from './figure-stage-repository.js';

export interface NewFigureImport extends MergedFigures {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly mapping: unknown;
  readonly rows: number;
  readonly reason: string | null;
  readonly overrideReason: string | null;
  readonly importedBy: number | null;
  readonly importedAt: Instant;
}

export interface FigureImport extends NewFigureImport {
  readonly id: number;
  readonly undoneAt: Instant | null;
  readonly undoReason: string | null;
}

/** An import as a list shows it. */
export interface ListedFigureImport extends FigureImport {
  /** Null from the command line. */
  readonly importedByName: string | null;
  readonly undoneByName: string | null;
}

/** Where a figure stands among those of its import: series, source, end and start of the period, revision; or its id, and nothing. */
export type ImportPlace = readonly (number | CivilDate)[];

/** A figure of an import as it stands on record. */
export interface ImportedFigure {
  readonly place: ImportPlace;
  readonly figure: string;
  readonly revision: number;
  /** As it is written; the state where there is no value. Null where nothing was on record before. */
  readonly before: string | null;
  readonly after: string;
}

/** A figure that stands on one of an import: it was revised since. */
export interface LaterRevision {
  readonly figure: string;
  readonly revision: number;
}

const BY_ID = ['id'];
/** Before every figure. */
const FIRST: ImportPlace = [0, 0, '0001-01-01', '0001-01-01', 0];
const STATED = `CASE f.value_state WHEN 'reported' THEN f.value::text WHEN 'below_threshold' THEN '<' || f.value ELSE f.value_state END`;

/** What is the same figure in a table, and what it is called by. */
interface FigureTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly name: string;
  /** Of the row `f`, as a text. */
  readonly value: string;
  readonly indicators: string;
  /** In which its figures are listed; `id` where nothing is said. */
  readonly order?: readonly string[];
  /** Where what is read is not what is removed. */
  readonly removed?: string;
}

const TABLES: Readonly<Record<ImportKind, FigureTable>> = {
  observations: {
    table: 'accepted_figure',
    order: ['series_id', 'source_id', 'period_end_on', 'period_start_on', 'revision'],
    removed: `DELETE FROM observation WHERE state_id = $1
      AND intake_id IN (SELECT i.id FROM figure_intake i WHERE i.state_id = $1 AND i.import_id = $2)`,
    value: STATED,
    key: ['series_id', 'source_id', 'period_end_on', 'period_start_on'],
    name: `(SELECT i.code || CASE WHEN s.key = '' THEN '' ELSE ' ' || s.key END || ' ' || f.period_start_on || '/' || f.period_end_on FROM series s
      JOIN indicator i ON i.state_id = s.state_id AND i.id = s.indicator_id WHERE s.state_id = f.state_id AND s.id = f.series_id)`,
    indicators:
      'SELECT s.indicator_id FROM series s JOIN accepted_figure f ON f.state_id = s.state_id AND f.series_id = s.id',
  },
  budget: {
    table: 'budget_figure',
    value: 'f.amount::text',
    key: ['budget_line_id', 'fiscal_year', 'phase', 'through_on'],
    name: `(SELECT i.code || ' ' || b.purpose || ' ' || f.fiscal_year || ' ' || f.phase FROM budget_line b
      JOIN indicator i ON i.state_id = b.state_id AND i.id = b.indicator_id WHERE b.state_id = f.state_id AND b.id = f.budget_line_id)`,
    indicators:
      'SELECT s.indicator_id FROM budget_line s JOIN budget_figure f ON f.state_id = s.state_id AND f.budget_line_id = s.id',
  },
  prosecutions: {
    table: 'case_stage',
    value: STATED,
    key: ['case_series_id', 'stage'],
    name: `(SELECT i.code || ' ' || c.offence || ' ' || c.cohort_year || ' ' || f.stage FROM case_series c
      JOIN indicator i ON i.state_id = c.state_id AND i.id = c.indicator_id WHERE c.state_id = f.state_id AND c.id = f.case_series_id)`,
    indicators:
      'SELECT s.indicator_id FROM case_series s JOIN case_stage f ON f.state_id = s.state_id AND f.case_series_id = s.id',
  },
  deflator: {
    table: 'deflator',
    value: 'f.price_index::text',
    key: ['currency', 'base_year', 'fiscal_year'],
    name: `f.currency || ' ' || f.base_year || ' ' || f.fiscal_year`,
    indicators:
      'SELECT s.indicator_id FROM budget_line s JOIN deflator f ON f.state_id = s.state_id AND f.currency = s.currency',
  },
};
/** What files of a kind bring beside their figures. */
const BESIDE: Readonly<Partial<Record<ImportKind, FigureTable>>> = {
  prosecutions: {
    table: 'case_duration',
    value: 'f.median_days::text',
    key: ['case_series_id', 'since_stage', 'stage'],
    name: `(SELECT i.code || ' ' || c.offence || ' ' || c.cohort_year || ' ' || f.since_stage || '-' || f.stage FROM case_series c
      JOIN indicator i ON i.state_id = c.state_id AND i.id = c.indicator_id WHERE c.state_id = f.state_id AND c.id = f.case_series_id)`,
    indicators:
      'SELECT s.indicator_id FROM case_series s JOIN case_duration f ON f.state_id = s.state_id AND f.case_series_id = s.id',
  },
};
const tablesOf = (kind: ImportKind): FigureTable[] =>
  [TABLES[kind], BESIDE[kind]].filter((one) => one !== undefined);

const COLUMNS = `id, kind, file_name AS "fileName", sha256, format, mapping, row_count AS rows, added, revised, unchanged, reason,
  override_reason AS "overrideReason", imported_by AS "importedBy", imported_at AS "importedAt", undone_at AS "undoneAt", undo_reason AS "undoReason"`;
const LISTED = `SELECT ${COLUMNS.split(/,\s*/)
  .map((column) => `f.${column}`)
  .join(', ')}, p.name AS "importedByName", u.name AS "undoneByName"
  FROM figure_import f LEFT JOIN person p ON p.id = f.imported_by LEFT JOIN person u ON u.id = f.undone_by`;

/** Files of figures that were taken in. */
export class FigureImportRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** One file of a State at a time, so that two of the same content do not both count as new. */
  async hold(stateId: number): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT pg_advisory_xact_lock(hashtext('figure_import'), $1::int)`, [stateId]);
  }

  async add(stateId: number, added: NewFigureImport): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO figure_import (state_id, kind, file_name, sha256, format, mapping, row_count, added, revised, unchanged, reason, override_reason,
         imported_by, imported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_timestamp($14::float8 / 1000)) RETURNING id`,
      [
        ...[stateId, added.kind, added.fileName, added.sha256, added.format, JSON.stringify(added.mapping)],
        ...[added.rows, added.added, added.revised, added.unchanged, added.reason, added.overrideReason],
        ...[added.importedBy, added.importedAt],
      ],
    );
    return saved!.id;
  }

  /** Held until the transaction ends, so that an import is undone once. */
  find(stateId: number, id: number): Promise<FigureImport | null> {
    return this.record
      .current()
      .row(`SELECT ${COLUMNS} FROM figure_import WHERE state_id = $1 AND id = $2 FOR UPDATE`, [stateId, id]);
  }

  /** Newest first. */
  list(stateId: number, below: number | null, limit: number): Promise<ListedFigureImport[]> {
    return this.record
      .current()
      .rows(
        `${LISTED} WHERE f.state_id = $1 AND ($2::integer IS NULL OR f.id < $2) ORDER BY f.id DESC LIMIT $3`,
        [stateId, below, limit],
      );
  }

  read(stateId: number, id: number): Promise<ListedFigureImport | null> {
    return this.record.current().row(`${LISTED} WHERE f.state_id = $1 AND f.id = $2`, [stateId, id]);
  }

  /** What an import brought, as far as it is on record. */
  listFigures(
    stateId: number,
    { id, kind }: Pick<FigureImport, 'id' | 'kind'>,
    after: ImportPlace | null,
    limit: number,
  ): Promise<ImportedFigure[]> {
    const { table, key, name, value, order = BY_ID } = TABLES[kind];
    const columns = order.map((column) => `f.${column}`).join(', ');
    const beyond = order.map((_, at) => `$${at + 3}`).join(', ');
    const rest = FIRST.slice(order.length).map((part) => (typeof part === 'string' ? `'${part}'` : part));
    const same = key.map((column) => `f.${column} = n.${column}`).join(' AND ');
    return this.record.current().rows(
      `SELECT n.place, n.figure, n.revision, n.after, (SELECT ${value} FROM ${table} f WHERE f.state_id = n.state_id AND ${same}
           AND f.revision < n.revision ORDER BY f.revision DESC LIMIT 1) AS before
       FROM (SELECT f.*, jsonb_build_array(${[columns, ...rest].join(', ')}) AS place, ${name} AS figure, ${value} AS after FROM ${table} f
       WHERE f.state_id = $1 AND f.import_id = $2 AND (${columns}) > (${beyond}) ORDER BY ${columns} LIMIT $${order.length + 3}) n
       ORDER BY ${order.map((column) => `n.${column}`).join(', ')}`,
      [stateId, id, ...(after ?? FIRST).slice(0, order.length), limit],
    );
  }

  async listMappings(
    stateId: number,
    kind: ImportKind,
  ): Promise<{ readonly fingerprint: string; readonly mapping: unknown }[]> {
    return this.record
      .current()
      .rows(
        'SELECT fingerprint, mapping FROM import_mapping WHERE state_id = $1 AND kind = $2 ORDER BY saved_at DESC LIMIT 1000',
        [stateId, kind],
      );
  }

  async rememberMapping(
    stateId: number,
    kind: ImportKind,
    {
      fingerprint,
      mapping,
      at,
    }: { readonly fingerprint: string; readonly mapping: unknown; readonly at: Instant },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO import_mapping (state_id, kind, fingerprint, mapping, saved_at) VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
       ON CONFLICT (state_id, kind, fingerprint) DO UPDATE SET mapping = excluded.mapping, saved_at = excluded.saved_at`,
      [stateId, kind, fingerprint, JSON.stringify(mapping), at],
    );
  }

  /** Figures that were revised since an import brought them: it cannot be undone under them. */
  listLaterRevisions(stateId: number, { id, kind }: FigureImport): Promise<LaterRevision[]> {
    const ofTables = tablesOf(kind).map(
      ({ table, key, name, order = BY_ID }) => `(SELECT ${name} AS figure, n.revision FROM ${table} f
       JOIN ${table} n ON n.state_id = f.state_id AND ${key.map((column) => `n.${column} = f.${column}`).join(' AND ')}
         AND n.revision > f.revision AND n.import_id IS DISTINCT FROM f.import_id
       WHERE f.state_id = $1 AND f.import_id = $2 ORDER BY ${order.map((column) => `f.${column}`).join(', ')} LIMIT 20)`,
    );
    return this.record
      .current()
      .rows(`SELECT * FROM (${ofTables.join(' UNION ALL ')}) later LIMIT 20`, [stateId, id]);
  }

  /** Moves the figures of an import out of the record, each as it stood. Answers how many. */
  async undo(
    stateId: number,
    { id, kind }: FigureImport,
    by: { readonly personId: number | null; readonly reason: string; readonly at: Instant },
  ): Promise<number> {
    const sql = this.record.current();
    let removed = 0;
    for (const { table, indicators, order = BY_ID, removed: removal } of tablesOf(kind)) {
      await sql.execute(
        `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (SELECT ri.recommendation_id FROM recommendation_indicator ri
         WHERE ri.state_id = $1 AND ri.indicator_id IN (${indicators} WHERE f.state_id = $1 AND f.import_id = $2))`,
        [stateId, id],
      );
      await sql.execute(
        `INSERT INTO completeness_mark (state_id, indicator_id)
       SELECT DISTINCT $1::smallint, x.indicator_id FROM (${indicators} WHERE f.state_id = $1 AND f.import_id = $2) x`,
        [stateId, id],
      );
      await sql.execute(
        `INSERT INTO undone_figure (state_id, import_id, content)
       SELECT f.state_id, f.import_id, to_jsonb(f) FROM ${table} f WHERE f.state_id = $1 AND f.import_id = $2 ORDER BY ${order.map((column) => `f.${column}`).join(', ')}`,
        [stateId, id],
      );
      removed += await sql.execute(removal ?? `DELETE FROM ${table} WHERE state_id = $1 AND import_id = $2`, [
        stateId,
        id,
      ]);
    }
    await sql.execute(
      `UPDATE figure_import SET undone_by = $3, undo_reason = $4, undone_at = to_timestamp($5::float8 / 1000) WHERE state_id = $1 AND id = $2`,
      [stateId, id, by.personId, by.reason, by.at],
    );
    return removed;
  }
}
