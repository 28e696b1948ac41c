import type { CivilDate, Instant, ReplyClock, RequestEvent, RequestState } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

interface About {
  readonly id: number;
  readonly recommendation: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  };
  readonly indicator: { readonly code: string; readonly name: Bilingual } | null;
  readonly institution: PublicInstitution;
  readonly question: string;
  readonly language: string;
  readonly legalBasis: string;
  readonly sentOn: CivilDate;
  readonly workingDays: number;
  readonly dueOn: CivilDate;
  readonly answeredOn: CivilDate | null;
  readonly closedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnReason: string | null;
  readonly answer: { readonly text: string; readonly language: string; readonly url: string | null } | null;
}

/** A request as those read it who are concerned by it. */
export interface InformationRequest extends About {
  readonly recommendationId: number;
  readonly institutionId: number;
  readonly indicatorId: number | null;
  readonly closedDays: readonly CivilDate[];
  readonly closedReason: string | null;
  /** Numbers of the request that this one asks again, and of the one that asks this one again. */
  readonly earlier: number | null;
  readonly later: number | null;
  readonly questionPublishedOn: CivilDate | null;
  readonly answerPublishedOn: CivilDate | null;
}

/** A request as everybody reads it; its answer only where that was published as well. */
export interface PublishedRequest extends About {
  readonly publishedOn: CivilDate;
  readonly askedAgain: boolean;
}

export interface RequestFilter {
  readonly today: CivilDate;
  /** Code; null: of all. */
  readonly institution: string | null;
  /** Public address of one recommendation. */
  readonly recommendation: string | null;
  /** `waiting`: sent or overdue. */
  readonly state: RequestState | 'waiting' | null;
  readonly search?: ListSearch | undefined;
  /** Id before which the page begins: newest first. */
  readonly before: number | null;
  readonly limit: number;
}

export interface NewRequest extends ReplyClock {
  readonly recommendationId: number;
  readonly indicatorId: number | null;
  readonly institutionId: number;
  readonly question: string;
  readonly language: string;
  readonly legalBasis: string;
  readonly sentOn: CivilDate;
  readonly earlier: number | null;
  readonly personId: number | null;
  readonly at: Instant;
}

export interface NewRequestEvent {
  readonly requestId: number;
  readonly kind: RequestEvent;
  readonly on: CivilDate;
  /** The answer, or the reason. */
  readonly text: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly personId: number | null;
  readonly at: Instant;
}

const STATE_IS: Readonly<Record<RequestState | 'waiting', string>> = {
  withdrawn: 'x."withdrawnOn" IS NOT NULL',
  closed: 'x."withdrawnOn" IS NULL AND x."closedOn" IS NOT NULL',
  asked_again: 'x."withdrawnOn" IS NULL AND x."closedOn" IS NULL AND x.later IS NOT NULL',
  answered:
    'x."withdrawnOn" IS NULL AND x."closedOn" IS NULL AND x.later IS NULL AND x."answeredOn" IS NOT NULL',
  waiting: 'num_nonnulls(x."withdrawnOn", x."closedOn", x.later, x."answeredOn") = 0',
  overdue: 'num_nonnulls(x."withdrawnOn", x."closedOn", x.later, x."answeredOn") = 0 AND x."dueOn" < $2',
  sent: 'num_nonnulls(x."withdrawnOn", x."closedOn", x.later, x."answeredOn") = 0 AND x."dueOn" >= $2',
};

const RECOMMENDATION = `jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles', coalesce((
  SELECT jsonb_object_agg(t.language, t.title) FROM public_recommendation_text t
  WHERE t.state_id = r.state_id AND t.recommendation_id = r.id AND t.title IS NOT NULL), '{}'))`;
const INSTITUTION = `jsonb_build_object('code', w.code, 'name', w.name, 'shortName', w.short_name)`;
const INDICATOR = `CASE WHEN i.id IS NULL THEN NULL ELSE jsonb_build_object('code', i.code, 'name', i.name) END`;

const REQUESTS = `(
  SELECT x.id, x.state_id, x.recommendation_id AS "recommendationId", x.institution_id AS "institutionId", x.indicator_id AS "indicatorId", x.question,
         x.language, x.legal_basis AS "legalBasis", x.sent_on AS "sentOn", x.working_days AS "workingDays", to_jsonb(x.closed_days) AS "closedDays",
         x.due_on AS "dueOn", x.earlier_id AS earlier, l.id AS later, e.*, ${RECOMMENDATION} AS recommendation, ${INSTITUTION} AS institution,
         ${INDICATOR} AS indicator, w.code AS "ofInstitution", r.public_id AS "ofRecommendation"
  FROM information_request x
  JOIN recommendation r ON r.state_id = x.state_id AND r.id = x.recommendation_id
  JOIN institution w ON w.state_id = x.state_id AND w.id = x.institution_id
  LEFT JOIN indicator i ON i.state_id = x.state_id AND i.id = x.indicator_id
  LEFT JOIN information_request l ON l.state_id = x.state_id AND l.earlier_id = x.id
  CROSS JOIN LATERAL (
    SELECT max(e.happened_on) FILTER (WHERE e.kind = 'answered') AS "answeredOn", max(e.happened_on) FILTER (WHERE e.kind = 'closed') AS "closedOn",
           max(e.text) FILTER (WHERE e.kind = 'closed') AS "closedReason", max(e.happened_on) FILTER (WHERE e.kind = 'withdrawn') AS "withdrawnOn",
           max(e.text) FILTER (WHERE e.kind = 'withdrawn') AS "withdrawnReason",
           max(e.happened_on) FILTER (WHERE e.kind = 'question_published') AS "questionPublishedOn",
           max(e.happened_on) FILTER (WHERE e.kind = 'answer_published') AS "answerPublishedOn",
           (jsonb_agg(jsonb_build_object('text', e.text, 'language', e.language, 'url', e.url)) FILTER (WHERE e.kind = 'answered')) -> 0 AS answer
    FROM information_request_event e WHERE e.state_id = x.state_id AND e.request_id = x.id AND e.undone_at IS NULL) e
  WHERE x.state_id = $1)`;

const PUBLISHED = `
  SELECT x.id, ${RECOMMENDATION} AS recommendation, ${INSTITUTION} AS institution, ${INDICATOR} AS indicator, x.question, x.language,
         x.legal_basis AS "legalBasis", x.sent_on AS "sentOn", x.working_days AS "workingDays", x.due_on AS "dueOn", x.published_on AS "publishedOn",
         x.answered_on AS "answeredOn", x.closed_on AS "closedOn", x.withdrawn_on AS "withdrawnOn", x.withdrawn_reason AS "withdrawnReason",
         x.asked_again AS "askedAgain",
         CASE WHEN x.answer IS NULL THEN NULL ELSE jsonb_build_object('text', x.answer, 'language', x.answer_language, 'url', x.answer_url) END AS answer
  FROM public_information_request x
  JOIN public_recommendation r ON r.state_id = x.state_id AND r.id = x.recommendation_id
  JOIN public_institution w ON w.state_id = x.state_id AND w.id = x.institution_id
  LEFT JOIN public_indicator i ON i.state_id = x.state_id AND i.id = x.indicator_id
  WHERE x.state_id = $1`;

/** Formal information requests, and what became of them. Nothing of them is ever changed; a line can say that it was undone. */
export class InformationRequestRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  listRequests(stateId: number, filter: RequestFilter): Promise<InformationRequest[]> {
    const parameters: unknown[] = [
      stateId,
      filter.today,
      filter.institution,
      filter.recommendation,
      filter.before,
      filter.limit,
    ];
    const shown = ['x.question', `x.institution -> 'name' ->> 'en'`, `x.institution -> 'name' ->> 'es'`];
    const found = andHolds(
      [...shown, `x.answer ->> 'text'`],
      filter.search,
      parameters,
      wordsOfRecommendation('x."recommendationId"'),
    );
    const state = filter.state === null ? '' : `AND ${STATE_IS[filter.state]}`;
    return this.record.current().rows<InformationRequest>(
      `SELECT * FROM ${REQUESTS} x
       WHERE $2::date IS NOT NULL AND ($3::text IS NULL OR x."ofInstitution" = $3) AND ($4::text IS NULL OR x."ofRecommendation" = $4)
         AND ($5::int IS NULL OR x.id < $5) ${state} ${found}
       ORDER BY x.id DESC LIMIT $6`,
      parameters,
    );
  }

  findRequest(stateId: number, id: number): Promise<InformationRequest | null> {
    return this.record
      .current()
      .row<InformationRequest>(`SELECT * FROM ${REQUESTS} x WHERE x.id = $2`, [stateId, id]);
  }

  /** Held by its recommendation until the transaction ends: what happens to a request happens one after the other. */
  async lockRequest(stateId: number, id: number): Promise<InformationRequest | null> {
    await this.record.current().rows(
      `SELECT FROM recommendation r WHERE r.state_id = $1 AND r.id = (
         SELECT x.recommendation_id FROM information_request x WHERE x.state_id = $1 AND x.id = $2) FOR UPDATE`,
      [stateId, id],
    );
    return this.findRequest(stateId, id);
  }

  /** What was published about one recommendation, as the public reads it, the newest first. */
  listPublished(stateId: number, recommendation: string, limit: number): Promise<PublishedRequest[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublishedRequest>(`${PUBLISHED} AND r.public_id = $2 ORDER BY x.id DESC LIMIT $3`, [
        stateId,
        recommendation,
        limit,
      ]),
    );
  }

  /** Number of the indicator with this code that is one of the recommendation's; null where there is none. */
  async findIndicator(stateId: number, recommendationId: number, code: string): Promise<number | null> {
    const row = await this.record.current().row<{ id: number }>(
      `SELECT i.id FROM indicator i JOIN recommendation_indicator l ON l.state_id = i.state_id AND l.indicator_id = i.id
       WHERE i.state_id = $1 AND l.recommendation_id = $2 AND i.code = $3`,
      [stateId, recommendationId, code],
    );
    return row?.id ?? null;
  }

  async addRequest(stateId: number, request: NewRequest): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO information_request (state_id, recommendation_id, indicator_id, institution_id, question, language, legal_basis, sent_on,
                                        working_days, closed_days, due_on, earlier_id, person_id, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, to_timestamp($14::float8 / 1000)) RETURNING id`,
      [
        stateId,
        request.recommendationId,
        request.indicatorId,
        request.institutionId,
        request.question,
        request.language,
        request.legalBasis,
        request.sentOn,
        request.workingDays,
        [...request.leftOut],
        request.dueOn,
        request.earlier,
        request.personId,
        request.at,
      ],
    );
    return saved!.id;
  }

  async addEvent(stateId: number, event: NewRequestEvent): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO information_request_event (state_id, request_id, kind, happened_on, text, language, url, person_id, happened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))`,
      [
        stateId,
        event.requestId,
        event.kind,
        event.on,
        event.text,
        event.language,
        event.url,
        event.personId,
        event.at,
      ],
    );
  }

  /** False where the newest of what became of it is something else. What the sweep thinks of its recommendation is stale then. */
  async undoNewestEvent(
    stateId: number,
    requestId: number,
    kind: RequestEvent,
    at: Instant,
  ): Promise<boolean> {
    const row = await this.record.current().row(
      `WITH newest AS (
         SELECT id, kind FROM information_request_event WHERE state_id = $1 AND request_id = $2 AND undone_at IS NULL ORDER BY id DESC LIMIT 1),
       undone AS (
         UPDATE information_request_event e SET undone_at = to_timestamp($4::float8 / 1000) FROM newest n
         WHERE e.state_id = $1 AND e.id = n.id AND n.kind = $3 RETURNING e.request_id)
       UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1 FROM undone u
       JOIN information_request q ON q.state_id = $1 AND q.id = u.request_id WHERE r.state_id = $1 AND r.id = q.recommendation_id RETURNING r.id`,
      [stateId, requestId, kind, at],
    );
    return row !== null;
  }
}
