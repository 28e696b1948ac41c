import type { AuthorKind, CivilDate, Instant, Role, SearchQuery, SubmissionState } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { AnswerableObligation } from './answerable-obligation.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds, searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';
import type { SubmissionTexts } from './submission-repository.js';

/**
 * Whose submissions a reader sees: those of one institution, the reader's own, or what was ever sent in the whole State. What
 * somebody else is still writing is nobody's to read.
 */
export type SubmissionReader =
  | { readonly kind: 'institution'; readonly institutionId: number }
  | { readonly kind: 'person'; readonly personId: number }
  | { readonly kind: 'state'; readonly personId: number };

export interface ListedSubmission {
  readonly id: number;
  readonly state: SubmissionState;
  readonly revision: number;
  readonly version: number;
  readonly authorKind: AuthorKind;
  readonly personId: number | null;
  readonly organisation: string | null;
  readonly institution: PublicInstitution | null;
  readonly obligationId: number | null;
  readonly obligation: Bilingual | null;
  readonly dueOn: CivilDate | null;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
  readonly decidedOn: CivilDate | null;
  readonly reason: string | null;
  readonly locked: boolean;
  readonly texts: SubmissionTexts;
}

export interface SubmissionFilter {
  readonly state: SubmissionState | null;
  readonly authorKind: AuthorKind | null;
  readonly query: SearchQuery | null;
  readonly language: string;
  readonly limit: number;
}

export interface SubmissionComment {
  readonly id: number;
  readonly personName: string | null;
  readonly actor: Role;
  readonly text: string;
  readonly writtenAt: Instant;
}

export interface EarlierRevision {
  readonly revision: number;
  readonly texts: SubmissionTexts;
}

export interface PublishedContribution {
  readonly id: number;
  readonly authorKind: AuthorKind;
  readonly organisation: string | null;
  readonly publishedOn: CivilDate;
  readonly texts: SubmissionTexts;
}

const TITLES = `(SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
    WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles`;
const INSTITUTION = `CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('code', n.code, 'name', n.name, 'shortName', n.short_name) END AS institution`;
/** Days since 1970, so that a cursor can hold one. */
export const DAY_NUMBER = (column: string): string => `(${column} - DATE '1970-01-01')`;

const FROM = `FROM submission s
  LEFT JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id
  LEFT JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
  LEFT JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id
  JOIN recommendation r ON r.state_id = s.state_id AND r.id = coalesce(s.recommendation_id, o.recommendation_id)`;

const COLUMNS = (
  shown: string,
): string => `s.id, s.submission_state AS state, s.revision, s.version, s.author_kind AS "authorKind",
  s.person_id AS "personId", s.organisation, ${INSTITUTION}, s.obligation_id AS "obligationId", o.title AS obligation, d.due_on AS "dueOn",
  r.public_id AS "publicId", r.code, ${TITLES},
  coalesce(o.period_start_on, s.period_start_on) AS "periodStartOn", coalesce(o.period_end_on, s.period_end_on) AS "periodEndOn",
  s.submitted_on AS "submittedOn", s.decided_on AS "decidedOn", s.reason,
  EXISTS (SELECT FROM period_lock l WHERE l.state_id = s.state_id AND l.submission_id = s.id AND l.unlocked_at IS NULL) AS locked,
  (SELECT coalesce(jsonb_object_agg(t.language, t.text), '{}') FROM submission_text t
   WHERE t.state_id = s.state_id AND t.submission_id = s.id AND t.revision = ${shown}) AS texts`;

/** What a reader may see, as SQL, and which revision of it. */
function seenBy(
  reader: SubmissionReader,
  parameters: unknown[],
): { readonly where: string; readonly shown: string } {
  const parameter = (value: number): string => `$${parameters.push(value)}::int`;
  if (reader.kind === 'institution')
    return { where: `o.institution_id = ${parameter(reader.institutionId)}`, shown: 's.revision' };
  const me = parameter(reader.personId);
  if (reader.kind === 'person') return { where: `s.person_id = ${me}`, shown: 's.revision' };
  return {
    where: `(s.submitted_on IS NOT NULL OR s.person_id = ${me})`,
    shown: `CASE WHEN s.submission_state = 'draft' AND s.person_id IS DISTINCT FROM ${me} THEN s.revision - 1 ELSE s.revision END`,
  };
}

/** Submissions as their authors, their reviewers and the public read them. */
export class SubmissionReadingRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  list(
    stateId: number,
    reader: SubmissionReader,
    filter: SubmissionFilter & { readonly before: number | null },
  ): Promise<ListedSubmission[]> {
    const parameters: unknown[] = [stateId];
    const { where, shown } = seenBy(reader, parameters);
    const before = `$${parameters.push(filter.before)}::int`;
    return this.record.current().rows<ListedSubmission>(
      `SELECT ${COLUMNS(shown)} ${FROM} WHERE s.state_id = $1 AND ${where} AND (${before} IS NULL OR s.id < ${before})
         ${this.filtered(stateId, filter, shown, parameters)} ORDER BY s.id DESC LIMIT $${parameters.push(filter.limit)}`,
      parameters,
    );
  }

  /** What waits for a decision, that which waits longest first. */
  listWaiting(
    stateId: number,
    filter: SubmissionFilter & { readonly after: readonly [day: number, id: number] | null },
  ): Promise<ListedSubmission[]> {
    const parameters: unknown[] = [stateId];
    const [day, id] = filter.after ?? [null, null];
    const dayAfter = `$${parameters.push(day)}::int`;
    const idAfter = `$${parameters.push(id)}::int`;
    return this.record.current().rows<ListedSubmission>(
      `SELECT ${COLUMNS('s.revision')} ${FROM} WHERE s.state_id = $1 AND s.submission_state = 'submitted'
         AND (${dayAfter} IS NULL OR (${DAY_NUMBER('s.submitted_on')}, s.id) > (${dayAfter}, ${idAfter}))
         ${this.filtered(stateId, { ...filter, state: null }, 's.revision', parameters)}
       ORDER BY s.submitted_on, s.id LIMIT $${parameters.push(filter.limit)}`,
      parameters,
    );
  }

  async countWaiting(stateId: number): Promise<number> {
    const row = await this.record
      .current()
      .row<{ count: number }>(
        `SELECT count(*)::int AS count FROM submission WHERE state_id = $1 AND submission_state = 'submitted'`,
        [stateId],
      );
    return row?.count ?? 0;
  }

  find(stateId: number, reader: SubmissionReader, id: number): Promise<ListedSubmission | null> {
    const parameters: unknown[] = [stateId, id];
    const { where, shown } = seenBy(reader, parameters);
    return this.record
      .current()
      .row<ListedSubmission>(
        `SELECT ${COLUMNS(shown)} ${FROM} WHERE s.state_id = $1 AND s.id = $2 AND ${where}`,
        parameters,
      );
  }

  /** Texts that were handed in before, oldest first. */
  listRevisions(stateId: number, id: number, before: number): Promise<EarlierRevision[]> {
    return this.record.current().rows<EarlierRevision>(
      `SELECT revision, jsonb_object_agg(language, text) AS texts FROM submission_text
       WHERE state_id = $1 AND submission_id = $2 AND revision < $3 GROUP BY revision ORDER BY revision`,
      [stateId, id, before],
    );
  }

  listComments(stateId: number, id: number): Promise<SubmissionComment[]> {
    return this.record.current().rows<SubmissionComment>(
      `SELECT c.id, p.name AS "personName", c.actor, c.text, c.written_at AS "writtenAt"
       FROM submission_comment c LEFT JOIN person p ON p.id = c.person_id WHERE c.state_id = $1 AND c.submission_id = $2 ORDER BY c.id`,
      [stateId, id],
    );
  }

  /** @param institutionId whose; null: of every institution. What somebody must enter as a date is no text to write. */
  listObligations(
    stateId: number,
    institutionId: number | null,
    page: {
      readonly only: number | null;
      readonly search?: ListSearch | undefined;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<AnswerableObligation[]> {
    const parameters: unknown[] = [stateId, institutionId, page.after, page.limit, page.only];
    const shown = ['o.title', 'n.name', 'n.short_name'].flatMap((of) => [`${of}->>'en'`, `${of}->>'es'`]);
    const found = andHolds([...shown, 'r.code'], page.search, parameters);
    return this.record.current().rows<AnswerableObligation>(
      `SELECT o.id, o.title, o.kind, o.institution_id AS "institutionId", ${INSTITUTION}, r.public_id AS "publicId", r.code, d.certainty, d.due_on AS "dueOn",
         d.due_year AS "dueYear", o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn", s.id AS "openId", s.submission_state AS "openState",
         (SELECT max(l.submission_id) FROM period_lock l
          WHERE l.state_id = o.state_id AND l.unlocked_at IS NULL AND l.institution_id IS NOT DISTINCT FROM o.institution_id
            AND (l.obligation_id = o.id OR l.indicator_id = o.indicator_id)
            AND daterange(l.period_start_on, l.period_end_on, '[]') && daterange(o.period_start_on, o.period_end_on, '[]')) AS "lockedBy"
       FROM obligation o
       JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
       JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       LEFT JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id
       LEFT JOIN LATERAL (
         SELECT id, submission_state FROM submission WHERE state_id = o.state_id AND obligation_id = o.id
           AND submission_state IN ('draft', 'submitted', 'returned') ORDER BY id DESC LIMIT 1) s ON true
       WHERE o.state_id = $1 AND ($2::int IS NULL OR o.institution_id = $2) AND ($3::int IS NULL OR o.id > $3) AND o.kind <> 'committee_date_query'
         AND ($5::int IS NULL OR o.id = $5) ${found}
       ORDER BY o.id LIMIT $4`,
      parameters,
    );
  }

  /** What was published about one recommendation, newest first. */
  listPublished(
    stateId: number,
    publicId: string,
    page: {
      readonly query: SearchQuery | null;
      readonly language: string;
      readonly before: number | null;
      readonly limit: number;
    },
  ): Promise<PublishedContribution[]> {
    const parameters: unknown[] = [stateId, publicId, page.before];
    const found =
      page.query === null
        ? ''
        : `AND EXISTS (SELECT FROM jsonb_each_text(c.texts) e WHERE ${searchCondition(vectorOf(stateId, 'e.key', 'e.value'), { query: page.query, language: page.language }, stateId, parameters)})`;
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublishedContribution>(
        `SELECT c.id, c.author_kind AS "authorKind", c.organisation, c.published_on AS "publishedOn", c.texts
         FROM public_contribution c JOIN public_recommendation r ON r.state_id = c.state_id AND r.id = c.recommendation_id
         WHERE c.state_id = $1 AND r.public_id = $2 AND ($3::int IS NULL OR c.id < $3) ${found}
         ORDER BY c.id DESC LIMIT $${parameters.push(page.limit)}`,
        parameters,
      ),
    );
  }

  findRecommendation(
    stateId: number,
    publicId: string,
  ): Promise<{
    readonly id: number;
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  } | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row(
        `SELECT r.id, r.public_id AS "publicId", r.code, ${TITLES.replace('recommendation_text', 'public_recommendation_text')}
         FROM public_recommendation r WHERE r.state_id = $1 AND r.public_id = $2`,
        [stateId, publicId],
      ),
    );
  }

  private filtered(stateId: number, filter: SubmissionFilter, shown: string, parameters: unknown[]): string {
    const conditions: string[] = [];
    if (filter.state !== null)
      conditions.push(`s.submission_state = $${parameters.push(filter.state)}::text`);
    if (filter.authorKind !== null)
      conditions.push(`s.author_kind = $${parameters.push(filter.authorKind)}::text`);
    if (filter.query !== null) {
      const holds = searchCondition(
        vectorOf(stateId, 't.language', 't.text'),
        { query: filter.query, language: filter.language },
        stateId,
        parameters,
      );
      conditions.push(
        `EXISTS (SELECT FROM submission_text t WHERE t.state_id = s.state_id AND t.submission_id = s.id AND t.revision = ${shown} AND ${holds})`,
      );
    }
    return conditions.map((condition) => `AND ${condition}`).join(' ');
  }
}

/** Made for the question: a list is narrow (one institution, one queue, one recommendation) before any text is looked at. */
function vectorOf(stateId: number, language: string, text: string): string {
  return `('''~${stateId}'''::tsvector || search_vector(search_language(${language}), ${text}))`;
}
