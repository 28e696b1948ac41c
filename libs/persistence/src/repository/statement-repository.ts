import type { CivilDate, Instant, StatementStanding } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

type StatementLanguage = 'en' | 'es';

export interface StatementText {
  readonly language: StatementLanguage;
  readonly title: string;
  /** Null: of a statement that was withdrawn. Of a list: its beginning. */
  readonly text: string | null;
}

interface Version {
  readonly number: number;
  readonly institution: PublicInstitution | null;
  /** In the language in which it was written first, and in the other where it was put into that. */
  readonly texts: readonly StatementText[];
  readonly datedOn: CivilDate;
  /** What it corrects of the version before it. */
  readonly correction: string | null;
  /** In the order of their documents; none: it speaks of the whole State. */
  readonly recommendations: readonly {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  }[];
}

/** A version of a statement as everybody reads it. */
export interface PublishedStatement extends Version {
  readonly id: number;
  readonly publishedOn: CivilDate;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnReason: string | null;
}

/** What nobody reads but the office that writes it. */
export interface StatementDraft extends Version {
  readonly id: number;
  readonly statementId: number;
  readonly writing: number;
  readonly writtenBy: string | null;
  readonly writtenAt: Instant;
}

export interface StatementFilter {
  readonly search?: ListSearch | undefined;
  /** Public address of one recommendation. */
  readonly recommendation: string | null;
  /** Day and number of the statement before which the page begins: newest first. */
  readonly before: readonly [day: CivilDate, id: number] | null;
  readonly limit: number;
}

/** What is written of a version. */
export interface WrittenVersion {
  readonly language: StatementLanguage;
  readonly title: string;
  readonly text: string;
  readonly otherTitle: string | null;
  readonly otherText: string | null;
  readonly datedOn: CivilDate;
  readonly correction: string | null;
  /** Ids. */
  readonly recommendations: readonly number[];
  /** Code. */
  readonly institution: string | null;
  readonly personId: number | null;
  readonly at: Instant;
}

/** A statement that nobody else changes until the transaction ends. */
export interface HeldStatement extends StatementStanding {
  readonly id: number;
  readonly draftId: number | null;
  /** Number of its last version, draft or not. */
  readonly last: number;
  /** Of the version that is public. */
  readonly title: string | null;
}

/** Letters of a text that a list shows. */
const BEGINNING = 400;

const texts = (first: string, other: string): string => `
  jsonb_build_array(jsonb_build_object('language', x.language, 'title', x.title, 'text', ${first}))
  || CASE WHEN x.other_title IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(jsonb_build_object(
    'language', CASE x.language WHEN 'en' THEN 'es' ELSE 'en' END, 'title', x.other_title, 'text', ${other})) END AS texts`;
const INSTITUTION = `CASE WHEN w.id IS NULL THEN NULL ELSE jsonb_build_object('code', w.code, 'name', w.name, 'shortName', w.short_name) END AS institution`;
const recommendations = (links: string, version: string): string => `coalesce((
  SELECT jsonb_agg(jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles', coalesce((
    SELECT jsonb_object_agg(t.language, t.title) FROM public_recommendation_text t
    WHERE t.state_id = r.state_id AND t.recommendation_id = r.id AND t.title IS NOT NULL), '{}')) ORDER BY r.document_id, r.position)
  FROM ${links} l JOIN public_recommendation r ON r.state_id = l.state_id AND r.id = l.recommendation_id
  WHERE l.state_id = x.state_id AND l.version_id = ${version}), '[]') AS recommendations`;

const published = (shown: string): string => `
  SELECT x.id, x.number, ${shown}, ${INSTITUTION}, x.dated_on AS "datedOn", x.correction, x.published_on AS "publishedOn",
         x.withdrawn_on AS "withdrawnOn", x.withdrawn_reason AS "withdrawnReason", ${recommendations('public_statement_recommendation', 'x.version_id')}
  FROM public_statement x LEFT JOIN public_institution w ON w.state_id = x.state_id AND w.id = x.institution_id
  WHERE x.state_id = $1`;

const DRAFTS = `
  SELECT x.id, x.statement_id AS "statementId", x.number, ${texts('x.text', 'x.other_text')}, ${INSTITUTION}, x.dated_on AS "datedOn", x.correction,
         x.writing, p.name AS "writtenBy", (extract(epoch FROM x.written_at) * 1000)::float8 AS "writtenAt",
         ${recommendations('statement_recommendation', 'x.id')}
  FROM statement_version x LEFT JOIN person p ON p.id = x.written_by LEFT JOIN institution w ON w.state_id = x.state_id AND w.id = x.institution_id
  WHERE x.state_id = $1 AND x.published_on IS NULL`;

/** What the ombudsperson says in public, in versions. What is public of it is never changed; the policies of its tables see to that. */
export class StatementRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The version that stands of each, as the public reads it, the newest first. */
  listPublished(stateId: number, filter: StatementFilter): Promise<PublishedStatement[]> {
    const [day, id] = filter.before ?? [null, null];
    const parameters: unknown[] = [stateId, filter.recommendation, day, id, filter.limit];
    const found = andHolds(['x.title', 'x.other_title', 'x.text', 'x.other_text'], filter.search, parameters);
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublishedStatement>(
        `${published(texts(`left(x.text, ${BEGINNING})`, `left(x.other_text, ${BEGINNING})`))} AND x.standing
           AND ($2::text IS NULL OR EXISTS (
             SELECT FROM public_statement_recommendation l JOIN public_recommendation r ON r.state_id = l.state_id AND r.id = l.recommendation_id
             WHERE l.state_id = x.state_id AND l.version_id = x.version_id AND r.public_id = $2))
           AND ($3::date IS NULL OR (x.dated_on, x.id) < ($3::date, $4::int)) ${found}
         ORDER BY x.dated_on DESC, x.id DESC LIMIT $5`,
        parameters,
      ),
    );
  }

  /** Every version of one, as the public reads it, the newest first; none where nothing of it is public. */
  readPublished(stateId: number, id: number): Promise<PublishedStatement[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublishedStatement>(
        `${published(texts('x.text', 'x.other_text'))} AND x.id = $2 ORDER BY x.number DESC`,
        [stateId, id],
      ),
    );
  }

  /** The last written first. */
  listDrafts(stateId: number, limit: number): Promise<StatementDraft[]> {
    return this.record
      .current()
      .rows<StatementDraft>(`${DRAFTS} ORDER BY x.written_at DESC, x.id DESC LIMIT $2`, [stateId, limit]);
  }

  findDraft(stateId: number, id: number): Promise<StatementDraft | null> {
    return this.record.current().row<StatementDraft>(`${DRAFTS} AND x.id = $2`, [stateId, id]);
  }

  async lock(stateId: number, id: number): Promise<HeldStatement | null> {
    const sql = this.record.current();
    await sql.rows(`SELECT FROM statement WHERE state_id = $1 AND id = $2 FOR UPDATE`, [stateId, id]);
    return sql.row<HeldStatement>(
      `SELECT x.id, x.withdrawn_on IS NOT NULL AS withdrawn, v.*
       FROM statement x CROSS JOIN LATERAL (
         SELECT count(v.published_on) > 0 AS published, max(v.id) FILTER (WHERE v.published_on IS NULL) AS "draftId",
                max(v.writing) FILTER (WHERE v.published_on IS NULL) AS draft, max(v.number)::int AS last,
                (array_agg(v.title ORDER BY v.number DESC) FILTER (WHERE v.published_on IS NOT NULL))[1] AS title
         FROM statement_version v WHERE v.state_id = x.state_id AND v.statement_id = x.id) v
       WHERE x.state_id = $1 AND x.id = $2`,
      [stateId, id],
    );
  }

  /** Ids by public address, of those that there are. */
  async findRecommendations(
    stateId: number,
    publicIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.record
      .current()
      .rows<{ id: number; publicId: string }>(
        `SELECT id, public_id AS "publicId" FROM recommendation WHERE state_id = $1 AND public_id = ANY ($2)`,
        [stateId, [...publicIds]],
      );
    return new Map(rows.map(({ id, publicId }) => [publicId, id]));
  }

  /** @param of the statement that it corrects; null: a new one */
  async addDraft(stateId: number, written: WrittenVersion, of: HeldStatement | null): Promise<number> {
    const sql = this.record.current();
    const statement =
      of ??
      (await sql.row<{ id: number }>(`INSERT INTO statement (state_id) VALUES ($1) RETURNING id`, [stateId]));
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO statement_version (state_id, statement_id, number, language, title, text, other_title, other_text, dated_on, correction,
                                      institution_id, written_by, written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT id FROM institution WHERE state_id = $1 AND code = $11), $12,
               to_timestamp($13::float8 / 1000)) RETURNING id`,
      [stateId, statement!.id, (of?.last ?? 0) + 1, ...valuesOf(written)],
    );
    await this.speakOf(stateId, saved!.id, written.recommendations);
    return saved!.id;
  }

  async saveDraft(stateId: number, id: number, written: WrittenVersion): Promise<void> {
    await this.record.current().execute(
      `UPDATE statement_version SET language = $3, title = $4, text = $5, other_title = $6, other_text = $7, dated_on = $8, correction = $9,
              institution_id = (SELECT id FROM institution WHERE state_id = $1 AND code = $10), written_by = $11,
              written_at = to_timestamp($12::float8 / 1000), writing = writing + 1
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, ...valuesOf(written)],
    );
    await this.speakOf(stateId, id, written.recommendations);
  }

  async publish(
    stateId: number,
    id: number,
    by: { readonly on: CivilDate; readonly personId: number | null },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE statement_version SET published_on = $3, published_by = $4 WHERE state_id = $1 AND id = $2`,
        [stateId, id, by.on, by.personId],
      );
  }

  /** Throws a draft away, and the statement with it where nothing of it was ever public. */
  async discard(stateId: number, { id, draftId, published: kept }: HeldStatement): Promise<void> {
    const sql = this.record.current();
    if (kept)
      await sql.execute(`DELETE FROM statement_version WHERE state_id = $1 AND id = $2`, [stateId, draftId]);
    else await sql.execute(`DELETE FROM statement WHERE state_id = $1 AND id = $2`, [stateId, id]);
  }

  async withdraw(
    stateId: number,
    id: number,
    by: { readonly on: CivilDate; readonly reason: string; readonly personId: number | null },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE statement SET withdrawn_on = $3, withdrawn_reason = $4, withdrawn_by = $5 WHERE state_id = $1 AND id = $2`,
        [stateId, id, by.on, by.reason, by.personId],
      );
  }

  private async speakOf(stateId: number, version: number, recommended: readonly number[]): Promise<void> {
    const sql = this.record.current();
    await sql.execute(`DELETE FROM statement_recommendation WHERE state_id = $1 AND version_id = $2`, [
      stateId,
      version,
    ]);
    await sql.execute(
      `INSERT INTO statement_recommendation (state_id, version_id, recommendation_id) SELECT $1, $2, unnest($3::int[])`,
      [stateId, version, [...recommended]],
    );
  }
}

function valuesOf(written: WrittenVersion): unknown[] {
  return [
    written.language,
    written.title,
    written.text,
    written.otherTitle,
    written.otherText,
    written.datedOn,
    written.correction,
    written.institution,
    written.personId,
    written.at,
  ];
}
