import type { CivilDate, DeadlineCertainty, DutyKind, DutyTime } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { INSTITUTION } from './page-of-recommendations.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** Something that is due: of an institution, or of the State to the Committee. */
export interface PublicDuty {
  /** 0: owed for a recommendation; 1: a document's own date. With `id` its key. */
  readonly source: 0 | 1;
  readonly id: number;
  /** What it is listed by: 0 has a day, 1 a year at most, 2 neither. */
  readonly rank: 0 | 1 | 2;
  /** The due day, else the day on which it came, else the end of the year that is estimated. */
  readonly day: CivilDate;
  readonly kind: DutyKind;
  /** Null: a document's own date. */
  readonly title: Bilingual | null;
  readonly recommendation: { readonly publicId: string; readonly code: string } | null;
  readonly document: { readonly slug: string; readonly title: Bilingual };
  readonly paragraphs: readonly string[];
  readonly institution: PublicInstitution | null;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
  readonly required: boolean;
  readonly certainty: DeadlineCertainty;
  readonly dueOn: CivilDate | null;
  readonly dueYear: number | null;
  readonly basis: Bilingual;
  readonly handedIn: boolean;
  readonly handedInOn: CivilDate | null;
  /** Whether the record keeps that such a thing came. */
  readonly followed: boolean;
}

export interface OwedByDay {
  readonly dueOn: CivilDate;
  readonly required: boolean;
  readonly handedIn: boolean;
  readonly handedInOn: CivilDate | null;
}

export interface DutyFilter {
  readonly when: DutyTime;
  readonly kind: DutyKind | null;
  /** Code of an institution. */
  readonly institution: string | null;
  readonly today: CivilDate;
}

export interface DutyPage {
  readonly search: ListSearch | undefined;
  readonly after: readonly [rank: number, day: string, source: number, id: number] | undefined;
  readonly limit: number;
}

export interface DutyCounts {
  readonly coming: number;
  readonly undated: number;
  readonly overdue: number;
  readonly past: number;
  /** Of the soonest that is still to come. */
  readonly nextOn: CivilDate | null;
}

/**
 * $1 State, $2 today, $3 kind, $4 code of an institution. The asking for a date is between the secretariat and the Committee. A
 * report on another treaty, within which this one was reported on, does not settle when the next report on this one is due.
 */
const DUTIES = `
  SELECT 0 AS source, o.id, o.kind, o.recommendation_id, o.institution_id, NULL::integer AS document_id, o.required, o.certainty, o.due_on, o.due_year,
    o.submitted AS handed_in, o.handed_in_on, true AS followed
  FROM public_obligation o
  WHERE o.state_id = $1 AND o.kind <> 'committee_date_query' AND ($3::text IS NULL OR o.kind = $3)
    AND ($4::text IS NULL OR o.institution_id = (SELECT id FROM public_institution WHERE state_id = $1 AND code = $4))
  UNION ALL
  SELECT 1, l.id, l.purpose, NULL, NULL, l.document_id, true, l.certainty, l.due_on, l.due_year,
    coalesce(l.purpose = 'next_report' AND c.continuation = 'superseded', false), CASE WHEN l.purpose = 'next_report' AND c.continuation = 'superseded' THEN c.closed_on END,
    l.purpose = 'next_report' AND c.continuation IS DISTINCT FROM 'reported_within'
  FROM public_deadline l LEFT JOIN public_reporting_cycle c ON c.state_id = l.state_id AND c.document_id = l.document_id
  WHERE l.state_id = $1 AND $4::text IS NULL AND ($3::text IS NULL OR l.purpose = $3)`;

const OVER = `(t.certainty = 'confirmed' AND t.due_on < $2)`;
const OVERDUE = `(${OVER} AND t.required AND t.followed AND NOT t.handed_in)`;
const UNDATED = `(t.certainty <> 'confirmed' AND NOT t.handed_in)`;
const PAST = `(${OVER} OR t.certainty <> 'confirmed' AND t.handed_in)`;
const WHEN: Readonly<Record<DutyTime, string>> = {
  coming: `NOT ${PAST}`,
  overdue: OVERDUE,
  past: PAST,
  all: '$2::date IS NOT NULL',
};

const RANK = `CASE WHEN t.certainty = 'confirmed' OR t.handed_in THEN 0 WHEN t.certainty = 'estimated' THEN 1 ELSE 2 END`;
const DAY = `coalesce(t.due_on, t.handed_in_on, make_date(t.due_year, 12, 31), date '9999-12-31')`;

/** What is due by when, to whom it falls and what came of it: public rows only, and nobody's name. */
export class PublicDeadlineRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The soonest first; what is past from its newest day on. */
  listDuties(stateId: number, filter: DutyFilter, page: DutyPage): Promise<PublicDuty[]> {
    const back = filter.when === 'past';
    const order = (of: string): string =>
      ['rank', 'day', 'source', 'id'].map((name) => `${of}.${name}${back ? ' DESC' : ''}`).join(', ');
    const parameters: unknown[] = [
      stateId,
      filter.today,
      filter.kind,
      filter.institution,
      ...(page.after ?? [null, null, null, null]),
      page.limit,
    ];
    const words = ['o.title', 'n.name', 'n.short_name', 'p.short_title'].flatMap((of) => [
      `${of}->>'en'`,
      `${of}->>'es'`,
    ]);
    const found = andHolds([...words, 'r.code', 'p.title', 'p.symbol'], page.search, parameters);
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicDuty>(
        `SELECT k.source, k.id, k.rank, k.day, k.kind, o.title, k.required, k.certainty, k.due_on AS "dueOn", k.due_year AS "dueYear",
           k.handed_in AS "handedIn", k.handed_in_on AS "handedInOn", k.followed, coalesce(o.basis, l.basis) AS basis,
           CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('publicId', r.public_id, 'code', r.code) END AS recommendation,
           jsonb_build_object('slug', p.slug, 'title', coalesce(p.short_title, jsonb_build_object('en', p.title, 'es', p.title))) AS document,
           coalesce(l.paragraphs, '{}') AS paragraphs, ${INSTITUTION('n')} AS institution,
           o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn"
         FROM (SELECT t.*, ${RANK} AS rank, ${DAY} AS day FROM (${DUTIES}) t WHERE ${WHEN[filter.when]}) k
         LEFT JOIN public_obligation o ON k.source = 0 AND o.state_id = $1 AND o.id = k.id
         LEFT JOIN public_deadline l ON k.source = 1 AND l.state_id = $1 AND l.id = k.id
         LEFT JOIN public_recommendation r ON r.state_id = $1 AND r.id = k.recommendation_id
         JOIN public_document p ON p.state_id = $1 AND p.id = coalesce(k.document_id, r.document_id)
         LEFT JOIN public_institution n ON n.state_id = $1 AND n.id = k.institution_id
         WHERE ($5::int IS NULL OR (k.rank, k.day, k.source, k.id) ${back ? '<' : '>'} ($5::int, $6::date, $7::int, $8::int)) ${found}
         ORDER BY ${order('k')} LIMIT $9`,
        parameters,
      ),
    );
  }

  /** Of the same kind and institution, whenever they are due. */
  async countDuties(stateId: number, filter: Omit<DutyFilter, 'when'>): Promise<DutyCounts> {
    const counts = await this.record.runPublic(stateId, (sql) =>
      sql.row<DutyCounts>(
        `SELECT count(*) FILTER (WHERE NOT ${PAST} AND NOT ${UNDATED})::int AS coming, count(*) FILTER (WHERE ${UNDATED})::int AS undated,
           count(*) FILTER (WHERE ${OVERDUE})::int AS overdue, count(*) FILTER (WHERE ${PAST})::int AS past,
           min(t.due_on) FILTER (WHERE t.certainty = 'confirmed' AND NOT ${PAST} AND NOT t.handed_in) AS "nextOn"
         FROM (${DUTIES}) t`,
        [stateId, filter.today, filter.kind, filter.institution],
      ),
    );
    return counts ?? { coming: 0, undated: 0, overdue: 0, past: 0, nextOn: null };
  }

  /** Everything that one institution owes or owed by a confirmed day. */
  listOwed(stateId: number, institution: string): Promise<OwedByDay[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<OwedByDay>(
        `SELECT o.due_on AS "dueOn", o.required, o.submitted AS "handedIn", o.handed_in_on AS "handedInOn" FROM public_obligation o
         WHERE o.state_id = $1 AND o.kind <> 'committee_date_query' AND o.certainty = 'confirmed'
           AND o.institution_id = (SELECT id FROM public_institution WHERE state_id = $1 AND code = $2) ORDER BY o.due_on, o.id`,
        [stateId, institution],
      ),
    );
  }

  /** Institutions that owe something, or did. */
  listDebtors(stateId: number): Promise<PublicInstitution[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicInstitution>(
        `SELECT n.code, n.name, n.short_name AS "shortName" FROM public_institution n
         WHERE n.state_id = $1 AND EXISTS (SELECT FROM public_obligation o WHERE o.state_id = $1 AND o.institution_id = n.id AND o.kind <> 'committee_date_query')
         ORDER BY n.code`,
        [stateId],
      ),
    );
  }
}
