import type { Instant, UhriAnnotation, UhriContent, UhriLanguage, UhriRejection } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { UHRI_COLUMNS, uhriColumnsFrom, uhriContentOf, uhriVectorFrom } from './uhri-content.js';

export type UhriImportState = 'reading' | 'open' | 'saved' | 'discarded';

/** Rows of a file by what became of them before they were compared with the record. */
export interface UhriReadTally {
  readonly read: number;
  readonly otherStates: number;
  readonly unknownCountries: number;
  /** The first names that are no State's, for a look. */
  readonly unknownNames: readonly string[];
  readonly repeated: number;
  /** Rejected rows that are not listed, because there are too many. */
  readonly unlisted: number;
}

export const UHRI_CHANGES = ['new', 'changed', 'absent', 'rejected', 'unchanged'] as const;
export type UhriChange = (typeof UHRI_CHANGES)[number];
/** Rows by what saving them would do. */
export type UhriCounts = Readonly<Record<UhriChange, number>>;

export interface UhriImport {
  readonly id: number;
  readonly fileName: string;
  readonly language: UhriLanguage;
  readonly state: UhriImportState;
  /** Of the reading; with the counts of what was saved once it was. */
  readonly tally: UhriReadTally & { readonly saved?: UhriCounts };
  readonly openedBy: string | null;
  /** Milliseconds since 1970. */
  readonly openedAt: Instant;
}

export interface StagedUhriRow {
  readonly row: number;
  readonly annotation?: UhriAnnotation;
  readonly annotationId?: string | null;
  readonly rejections?: readonly UhriRejection[];
}

/** One row of the difference; `key` orders it within its kind. */
export interface UhriDifference {
  readonly key: number;
  readonly row: number | null;
  readonly annotationId: string | null;
  readonly before: UhriContent | null;
  readonly after: UhriContent | null;
  readonly rejections: readonly UhriRejection[];
  /** The export had it no longer, and has it again. */
  readonly returned: boolean;
}

interface Import {
  readonly stateId: number;
  readonly id: number;
  readonly language: UhriLanguage;
}

const MILLISECONDS = `(extract(epoch FROM i.opened_at) * 1000)::float8 AS "openedAt"`;
const IMPORT = `SELECT i.id, i.file_name AS "fileName", i.language, i.import_state AS state, i.tally, p.name AS "openedBy", ${MILLISECONDS}
  FROM uhri_import i LEFT JOIN person p ON p.id = i.opened_by`;
const CONTENT = uhriContentOf('a');

/** $1 State, $2 import, $3 language: what each staged row, and each annotation that was not staged, comes to. */
const COMPARED = `
  SELECT s.row_number AS key, s.row_number AS row, s.annotation_id, s.content AS after, s.rejections, a.id AS known, a.absent_since,
    CASE WHEN s.rejections IS NOT NULL THEN 'rejected' WHEN a.id IS NULL THEN 'new'
         WHEN a.absent_since IS NOT NULL OR s.content <> ${CONTENT} THEN 'changed' ELSE 'unchanged' END AS change
  FROM uhri_import_row s LEFT JOIN uhri_annotation a
    ON a.state_id = s.state_id AND a.annotation_id = s.annotation_id AND a.language = $3 AND s.content IS NOT NULL
  WHERE s.state_id = $1 AND s.import_id = $2
  UNION ALL
  SELECT a.id, NULL, a.annotation_id, NULL, NULL, a.id, a.absent_since, 'absent' FROM uhri_annotation a
  WHERE a.state_id = $1 AND a.language = $3 AND a.absent_since IS NULL AND NOT EXISTS (
    SELECT FROM uhri_import_row s WHERE s.state_id = $1 AND s.import_id = $2 AND s.annotation_id = a.annotation_id)`;

/** Exports of the Universal Human Rights Index on their way in, and how they differ from the record. */
export class UhriImportRepository {
  constructor(private readonly record: RecordDatabase) {}

  async begin(
    stateId: number,
    file: { readonly fileName: string; readonly language: UhriLanguage; readonly personId: number | null },
    openedAt: Instant,
  ): Promise<number> {
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO uhri_import (state_id, file_name, language, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) RETURNING id`,
      [stateId, file.fileName, file.language, file.personId, openedAt],
    );
    return row!.id;
  }

  /**
   * Stages rows. An annotation that the file has twice is kept once: the second is a repetition, or is rejected where it says
   * something else. Answers how many were repetitions.
   */
  async stage(stateId: number, id: number, rows: readonly StagedUhriRow[]): Promise<number> {
    const written = rows.map(({ row, annotation, annotationId, rejections }) => {
      if (annotation === undefined)
        return { row, annotation: annotationId ?? null, content: null, rejections };
      const { annotationId: own, ...content } = annotation;
      return { row, annotation: own, content, rejections: null };
    });
    const repeated = await this.record.current().row<{ count: number }>(
      `WITH given AS (
         SELECT r.row, r.annotation, r.content, r.rejections FROM jsonb_to_recordset($3::jsonb) AS r(row integer, annotation uuid, content jsonb, rejections jsonb)),
       first AS (
         SELECT g.row, g.annotation, g.content, f.content AS kept
         FROM (SELECT g.*, first_value(g.row) OVER w AS first_row, first_value(g.content) OVER w AS first_content
               FROM given g WHERE g.content IS NOT NULL WINDOW w AS (PARTITION BY g.annotation ORDER BY g.row)) g
         LEFT JOIN LATERAL (SELECT s.content FROM uhri_import_row s WHERE s.state_id = $1 AND s.import_id = $2 AND s.annotation_id = g.annotation
                            AND s.content IS NOT NULL UNION ALL SELECT g.first_content WHERE g.row > g.first_row LIMIT 1) f ON true),
       staged AS (
         INSERT INTO uhri_import_row (state_id, import_id, row_number, annotation_id, content, rejections)
         SELECT $1, $2, f.row, f.annotation, CASE WHEN f.kept IS NULL THEN f.content END,
                CASE WHEN f.kept IS NOT NULL THEN jsonb_build_array(jsonb_build_object('column', $4::text, 'value', f.annotation::text, 'expected', 'once')) END
         FROM first f WHERE f.kept IS NULL OR f.kept <> f.content
         UNION ALL SELECT $1, $2, g.row, g.annotation, NULL, g.rejections FROM given g WHERE g.content IS NULL)
       SELECT count(*)::int AS count FROM first WHERE kept = content`,
      [stateId, id, JSON.stringify(written), 'OHCHR Annotation Id'],
    );
    return repeated?.count ?? 0;
  }

  async opened(stateId: number, id: number, tally: UhriReadTally): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE uhri_import SET import_state = 'open', tally = $3 WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
        JSON.stringify(tally),
      ]);
  }

  /** An import of which nothing is to stay. */
  async forget(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `DELETE FROM uhri_import WHERE state_id = $1 AND id = $2 AND import_state IN ('reading', 'open')`,
        [stateId, id],
      );
  }

  /** Imports that nobody saved or discarded in time. Answers how many there were. */
  forgetOpenedBefore(stateId: number, before: Instant): Promise<number> {
    return this.record
      .current()
      .execute(
        `DELETE FROM uhri_import WHERE state_id = $1 AND import_state IN ('reading', 'open') AND opened_at < to_timestamp($2::float8 / 1000)`,
        [stateId, before],
      );
  }

  find(stateId: number, id: number, lock = false): Promise<UhriImport | null> {
    return this.record
      .current()
      .row<UhriImport>(`${IMPORT} WHERE i.state_id = $1 AND i.id = $2${lock ? ' FOR UPDATE OF i' : ''}`, [
        stateId,
        id,
      ]);
  }

  /** Newest first, from below the id of the last one seen; without those that are still being read. */
  list(stateId: number, below: number | null, limit: number): Promise<UhriImport[]> {
    return this.record
      .current()
      .rows<UhriImport>(
        `${IMPORT} WHERE i.state_id = $1 AND i.import_state <> 'reading' AND ($2::int IS NULL OR i.id < $2) ORDER BY i.id DESC LIMIT $3`,
        [stateId, below, limit],
      );
  }

  async count({ stateId, id, language }: Import): Promise<UhriCounts> {
    const rows = await this.record
      .current()
      .rows<{ change: UhriChange; count: number }>(
        `SELECT x.change, count(*)::int AS count FROM (${COMPARED}) x GROUP BY x.change`,
        [stateId, id, language],
      );
    const of = (change: UhriChange): number => rows.find((row) => row.change === change)?.count ?? 0;
    return {
      new: of('new'),
      changed: of('changed'),
      absent: of('absent'),
      rejected: of('rejected'),
      unchanged: of('unchanged'),
    };
  }

  /** One kind of difference, in the order of the file, or of the record for what the file lacks. */
  listDifferences(
    { stateId, id, language }: Import,
    change: UhriChange,
    after: number | null,
    limit: number,
  ): Promise<UhriDifference[]> {
    return this.record.current().rows<UhriDifference>(
      `SELECT x.key, x.row, x.annotation_id AS "annotationId", CASE WHEN a.id IS NULL THEN NULL ELSE ${CONTENT} END AS before, x.after,
              coalesce(x.rejections, '[]') AS rejections, x.absent_since IS NOT NULL AS returned
       FROM (${COMPARED}) x LEFT JOIN uhri_annotation a ON a.state_id = $1 AND a.id = x.known
       WHERE x.change = $4 AND ($5::int IS NULL OR x.key > $5) ORDER BY x.key LIMIT $6`,
      [stateId, id, language, change, after, limit],
    );
  }

  /** One import of a State is saved after the other. */
  async lockSaving(stateId: number): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT pg_advisory_xact_lock(hashtext('uhri_import'), $1::int)`, [stateId]);
  }

  /** Puts the staged rows on record, with what they said before in the history. */
  async save({ stateId, id, language }: Import, savedAt: Instant): Promise<void> {
    const sql = this.record.current();
    const now = `to_timestamp($4::float8 / 1000)`;
    const parameters = [stateId, id, language, savedAt];
    await sql.execute(
      `INSERT INTO uhri_annotation_history (state_id, uhri_annotation_id, import_id, change, before, changed_at)
       SELECT $1, a.id, $2, CASE WHEN x.change = 'absent' THEN 'absent' WHEN a.absent_since IS NOT NULL THEN 'returned' ELSE 'changed' END, ${CONTENT}, ${now}
       FROM (${COMPARED}) x JOIN uhri_annotation a ON a.state_id = $1 AND a.id = x.known WHERE x.change IN ('changed', 'absent')`,
      parameters,
    );
    await sql.execute(
      `UPDATE uhri_annotation a SET absent_since = ${now} FROM (${COMPARED}) x WHERE x.change = 'absent' AND a.state_id = $1 AND a.id = x.known`,
      parameters,
    );
    await sql.execute(
      `INSERT INTO uhri_annotation (state_id, annotation_id, language, imported_at, changed_at, vector, ${UHRI_COLUMNS})
       SELECT $1, x.annotation_id, $3, ${now}, ${now}, ${uhriVectorFrom('x.after', '$1::int', '$3')}, ${uhriColumnsFrom('x.after')}
       FROM (${COMPARED}) x WHERE x.change IN ('new', 'changed') ORDER BY x.key
       ON CONFLICT (state_id, annotation_id, language) DO UPDATE SET absent_since = NULL, changed_at = excluded.changed_at, vector = excluded.vector,
         ${UHRI_COLUMNS.split(', ')
           .map((column) => `${column} = excluded.${column}`)
           .join(', ')}`,
      parameters,
    );
  }

  /** Its rows are let go: what they brought is on record, or is not wanted. */
  async close(
    stateId: number,
    id: number,
    outcome: {
      readonly state: 'saved' | 'discarded';
      readonly counts: UhriCounts | null;
      readonly closedAt: Instant;
    },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE uhri_import SET import_state = $3, closed_at = to_timestamp($4::float8 / 1000),
              tally = CASE WHEN $5::jsonb IS NULL THEN tally ELSE tally || jsonb_build_object('saved', $5::jsonb) END
       WHERE state_id = $1 AND id = $2`,
      [
        stateId,
        id,
        outcome.state,
        outcome.closedAt,
        outcome.counts === null ? null : JSON.stringify(outcome.counts),
      ],
    );
    await sql.execute('DELETE FROM uhri_import_row WHERE state_id = $1 AND import_id = $2', [stateId, id]);
  }
}
