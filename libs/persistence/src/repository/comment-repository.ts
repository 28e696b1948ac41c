import type { CivilDate, CommentSubjectKind, Instant, Role } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

/** What a comment is about, as it is read. */
export interface CommentSubject {
  readonly kind: CommentSubjectKind;
  readonly id: number;
  /** Public id, code or number. */
  readonly key: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
}

export interface StoredComment {
  readonly id: number;
  readonly personId: number;
  readonly role: Role;
  readonly institutionId: number | null;
  readonly language: string;
  /** Null: withdrawn. */
  readonly text: string | null;
  readonly writtenAt: Instant;
  readonly editedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnReason: string | null;
  /** The newest first. */
  readonly former: readonly { readonly text: string; readonly replacedAt: Instant }[];
}

export interface CommentThread extends StoredComment {
  readonly about: CommentSubject;
  /** The oldest first. */
  readonly answers: readonly StoredComment[];
}

export interface CommentFilter {
  readonly today: CivilDate;
  readonly about: Pick<CommentSubject, 'kind' | 'id'> | null;
  /** Only on what this institution answers for; null: on everything. */
  readonly institutionId: number | null;
  readonly search?: ListSearch | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface CommentToSave {
  readonly about: Pick<CommentSubject, 'kind' | 'id'>;
  readonly answersId: number | null;
  readonly personId: number;
  readonly role: Role;
  readonly institution: string | null;
  readonly language: string;
  readonly text: string;
  readonly now: Instant;
}

const COLUMN: Readonly<Record<CommentSubjectKind, string>> = {
  recommendation: 'recommendation_id',
  indicator: 'indicator_id',
  alert: 'alert_id',
};
const MS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;
const COMMENT = (
  c: string,
): string => `jsonb_build_object('id', ${c}.id, 'personId', ${c}.person_id, 'role', ${c}.role,
  'institutionId', ${c}.institution_id, 'language', ${c}.language, 'text', ${c}.text, 'writtenAt', ${MS(`${c}.written_at`)},
  'editedAt', ${MS(`${c}.edited_at`)}, 'withdrawnAt', ${MS(`${c}.withdrawn_at`)}, 'withdrawnReason', ${c}.withdrawn_reason,
  'former', coalesce((SELECT jsonb_agg(jsonb_build_object('text', f.text, 'replacedAt', ${MS('f.replaced_at')}) ORDER BY f.id DESC)
    FROM item_comment_former f WHERE f.state_id = ${c}.state_id AND f.comment_id = ${c}.id), '[]'))`;
const TITLES = `(SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
  WHERE t.state_id = r.state_id AND t.recommendation_id = r.id)`;
const SUBJECTS: Readonly<Record<CommentSubjectKind, string>> = {
  recommendation: `SELECT 'recommendation' AS kind, r.id, r.public_id AS key, r.code, ${TITLES} AS titles FROM recommendation r WHERE r.state_id = $1`,
  indicator: `SELECT 'indicator' AS kind, i.id, i.code AS key, i.code, i.name AS titles FROM indicator i WHERE i.state_id = $1`,
  alert: `SELECT 'alert' AS kind, a.id, a.id::text AS key, r.code, ${TITLES} AS titles FROM alert a
    JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id WHERE a.state_id = $1`,
};
const KEY: Readonly<Record<CommentSubjectKind, string>> = {
  recommendation: 'r.public_id',
  indicator: 'i.code',
  alert: 'a.id::text',
};
const TERM = (y: string): string =>
  `(${y}.starts_on IS NULL OR ${y}.starts_on <= $2) AND (${y}.ends_on IS NULL OR ${y}.ends_on >= $2)`;
/** Whether institution $3 answers for it on day $2. */
const OWN = (recommendation: string, indicator: string, alert: string): string => `(
  EXISTS (SELECT FROM responsibility y WHERE y.state_id = $1 AND y.recommendation_id = ${recommendation} AND y.institution_id = $3
    AND y.basis = 'now_responsible' AND ${TERM('y')})
  OR EXISTS (SELECT FROM indicator n WHERE n.state_id = $1 AND n.id = ${indicator} AND n.institution_id = $3)
  OR EXISTS (SELECT FROM indicator_reporter p WHERE p.state_id = $1 AND p.indicator_id = ${indicator} AND p.institution_id = $3 AND ${TERM('p')})
  OR EXISTS (SELECT FROM alert w WHERE w.state_id = $1 AND w.id = ${alert} AND w.institution_id = $3))`;

/** Comments on things of the record, and what they are about. */
export class CommentRepository {
  constructor(private readonly record: RecordDatabase) {}

  findSubject(stateId: number, kind: CommentSubjectKind, key: string): Promise<CommentSubject | null> {
    return this.record
      .current()
      .row<CommentSubject>(`${SUBJECTS[kind]} AND ${KEY[kind]} = $2`, [stateId, key]);
  }

  findSubjectById(
    stateId: number,
    { kind, id }: Pick<CommentSubject, 'kind' | 'id'>,
  ): Promise<CommentSubject | null> {
    const column = { recommendation: 'r.id', indicator: 'i.id', alert: 'a.id' }[kind];
    return this.record.current().row<CommentSubject>(`${SUBJECTS[kind]} AND ${column} = $2`, [stateId, id]);
  }

  /** Whether the institution answers for it. */
  async isOwn(
    stateId: number,
    today: CivilDate,
    institutionId: number,
    { kind, id }: Pick<CommentSubject, 'kind' | 'id'>,
  ): Promise<boolean> {
    const of = (one: CommentSubjectKind): string => (one === kind ? '$4::int' : 'NULL::int');
    const row = await this.record
      .current()
      .row<{ own: boolean }>(`SELECT ${OWN(of('recommendation'), of('indicator'), of('alert'))} AS own`, [
        stateId,
        today,
        institutionId,
        id,
      ]);
    return row?.own ?? false;
  }

  /** The newest first, each with its answers. */
  async listThreads(stateId: number, filter: CommentFilter): Promise<CommentThread[]> {
    const { about } = filter;
    const parameters: unknown[] = [
      stateId,
      filter.today,
      filter.institutionId,
      about?.id ?? null,
      filter.after ?? null,
      filter.limit,
    ];
    const answers = `(SELECT string_agg(x.text, ' ') FROM item_comment x WHERE x.state_id = c.state_id AND x.answers_id = c.id)`;
    const found = andHolds(['c.text', answers], filter.search, parameters);
    const rows = await this.record.current().rows<{
      comment: StoredComment;
      about: CommentSubject;
      answers: StoredComment[];
    }>(
      `SELECT ${COMMENT('c')} AS comment,
              (SELECT to_jsonb(s) FROM (${SUBJECTS.recommendation} AND r.id = c.recommendation_id UNION ALL ${SUBJECTS.indicator} AND i.id = c.indicator_id
                UNION ALL ${SUBJECTS.alert} AND a.id = c.alert_id) s) AS about,
              coalesce((SELECT jsonb_agg(${COMMENT('b')} ORDER BY b.id) FROM item_comment b WHERE b.state_id = c.state_id AND b.answers_id = c.id), '[]') AS answers
       FROM item_comment c WHERE c.state_id = $1 AND c.answers_id IS NULL AND $2::date IS NOT NULL
         AND ($3::int IS NULL OR ${OWN('c.recommendation_id', 'c.indicator_id', 'c.alert_id')})
         AND ($4::int IS NULL ${about === null ? '' : `OR c.${COLUMN[about.kind]} = $4`}) AND ($5::int IS NULL OR c.id < $5) ${found}
       ORDER BY c.id DESC LIMIT $6`,
      parameters,
    );
    return rows.map(({ comment, ...thread }) => ({ ...comment, ...thread }));
  }

  /** With what it is about and answers; held until the transaction ends. */
  async findComment(
    stateId: number,
    id: number,
  ): Promise<
    | (StoredComment & {
        readonly about: Pick<CommentSubject, 'kind' | 'id'>;
        readonly answersId: number | null;
      })
    | null
  > {
    const row = await this.record.current().row<{
      comment: StoredComment;
      about: Pick<CommentSubject, 'kind' | 'id'>;
      answersId: number | null;
    }>(
      `SELECT ${COMMENT('c')} AS comment, c.answers_id AS "answersId", CASE WHEN c.recommendation_id IS NOT NULL THEN jsonb_build_object('kind', 'recommendation', 'id', c.recommendation_id)
                WHEN c.indicator_id IS NOT NULL THEN jsonb_build_object('kind', 'indicator', 'id', c.indicator_id)
                ELSE jsonb_build_object('kind', 'alert', 'id', c.alert_id) END AS about
       FROM item_comment c WHERE c.state_id = $1 AND c.id = $2 FOR UPDATE`,
      [stateId, id],
    );
    return row && { ...row.comment, about: row.about, answersId: row.answersId };
  }

  /** How many the person has written since; whoever writes at the same moment waits. */
  async lockWritten(stateId: number, personId: number, since: Instant): Promise<number> {
    const sql = this.record.current();
    await sql.execute(`SELECT pg_advisory_xact_lock(hashtext('vigia.item_comment'), $1::int)`, [personId]);
    const row = await sql.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM item_comment WHERE state_id = $1 AND person_id = $2 AND written_at > to_timestamp($3::float8 / 1000)`,
      [stateId, personId, since],
    );
    return row?.count ?? 0;
  }

  async countAnswers(stateId: number, commentId: number): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(
        `SELECT count(*)::int AS count FROM item_comment WHERE state_id = $1 AND answers_id = $2`,
        [stateId, commentId],
      );
    return row?.count ?? 0;
  }

  async addComment(stateId: number, comment: CommentToSave): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO item_comment (state_id, ${COLUMN[comment.about.kind]}, answers_id, person_id, role, institution_id, language, text, written_at)
       VALUES ($1, $2, $3, $4, $5, (SELECT id FROM institution WHERE state_id = $1 AND code = $6), $7, $8, to_timestamp($9::float8 / 1000)) RETURNING id`,
      [
        stateId,
        comment.about.id,
        comment.answersId,
        comment.personId,
        comment.role,
        comment.institution,
        comment.language,
        comment.text,
        comment.now,
      ],
    );
    return saved!.id;
  }

  /** Keeps what it said before. */
  async editComment(stateId: number, id: number, text: string, now: Instant): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `INSERT INTO item_comment_former (state_id, comment_id, text, replaced_at)
       SELECT state_id, id, text, to_timestamp($3::float8 / 1000) FROM item_comment WHERE state_id = $1 AND id = $2`,
      [stateId, id, now],
    );
    await sql.execute(
      `UPDATE item_comment SET text = $3, edited_at = to_timestamp($4::float8 / 1000) WHERE state_id = $1 AND id = $2`,
      [stateId, id, text, now],
    );
  }

  /** Its text goes, with the former ones. */
  async withdrawComment(stateId: number, id: number, reason: string, now: Instant): Promise<void> {
    const sql = this.record.current();
    await sql.execute(`DELETE FROM item_comment_former WHERE state_id = $1 AND comment_id = $2`, [
      stateId,
      id,
    ]);
    await sql.execute(
      `UPDATE item_comment SET text = NULL, withdrawn_at = to_timestamp($3::float8 / 1000), withdrawn_reason = $4 WHERE state_id = $1 AND id = $2`,
      [stateId, id, now, reason],
    );
  }
}
