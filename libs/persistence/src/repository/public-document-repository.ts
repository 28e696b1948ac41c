import type { Continuation, DeadlineCertainty, DeadlineOrigin, Instant, SuccessionKind } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { StoredRule } from './deadline-repository.js';
import type { Bilingual } from './state-repository.js';

/** How a document is called and addressed. */
export interface DocumentName {
  readonly slug: string;
  readonly symbol: string | null;
  readonly title: string;
  readonly shortTitle: Bilingual | null;
  readonly adoptedOn: string | null;
  readonly hasText: boolean;
}

/** A document in its cycle. */
export interface CycleReading extends DocumentName {
  readonly id: number;
  readonly inferredSymbol: string | null;
  readonly language: string | null;
  readonly mechanismCode: string;
  readonly mechanismName: Bilingual;
  readonly instrumentCode: string;
  readonly instrumentName: Bilingual;
  readonly reportsConsidered: readonly string[];
  readonly reportReceivedOn: string | null;
  readonly consideredOn: readonly string[];
  readonly nextReportStatement: string | null;
  readonly warnings: readonly {
    readonly paragraph: number | null;
    readonly code: string;
    /** Missing from what was kept before warnings had them. */
    readonly parameters?: readonly (string | number)[];
    readonly message: string;
  }[];
  readonly number: number;
  readonly closedOn: string | null;
  readonly closedBy: string | null;
  readonly continuation: Continuation | null;
  /** Article that lets it be reported on within another treaty's reports. */
  readonly withinArticle: string | null;
  readonly continuedBy: DocumentName | null;
  /** Documents that this one goes on from. */
  readonly continues: readonly (DocumentName & { readonly continuation: Continuation })[];
  readonly recommendations: number;
  readonly open: number;
}

export interface DeadlineReading {
  readonly id: number;
  readonly purpose: string;
  readonly paragraphs: readonly string[];
  readonly certainty: DeadlineCertainty;
  readonly dueOn: string | null;
  readonly dueYear: number | null;
  readonly basis: Bilingual;
  readonly origin: DeadlineOrigin;
  readonly rule: { readonly code: string; readonly doubtful: boolean; readonly source: string } | null;
  /** The first first; the last one is what stands now. */
  readonly history: readonly {
    readonly version: number;
    readonly certainty: DeadlineCertainty;
    readonly dueOn: string | null;
    readonly dueYear: number | null;
    readonly basis: Bilingual;
    readonly origin: DeadlineOrigin;
    /** ISO instant. */
    readonly changedAt: string;
  }[];
}

/** One confirmed link of a chain over cycles. */
export interface ChainLink {
  /** Steps away: negative for earlier cycles. */
  readonly step: number;
  readonly kind: SuccessionKind;
  readonly decidedAt: Instant;
  readonly document: DocumentName;
  /** Null where the later document has no such item. */
  readonly item: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  } | null;
}

const NAME = (alias: string): string =>
  `jsonb_build_object('slug', ${alias}.slug, 'symbol', coalesce(${alias}.symbol, ${alias}.inferred_symbol), 'title', ${alias}.title,
     'shortTitle', ${alias}.short_title, 'adoptedOn', ${alias}.adopted_on, 'hasText', ${alias}.has_text)`;

const DOCUMENTS = `
  SELECT d.id, d.slug, d.symbol, d.inferred_symbol AS "inferredSymbol", d.title, d.short_title AS "shortTitle", d.language, d.adopted_on AS "adoptedOn",
         d.has_text AS "hasText", m.code AS "mechanismCode", m.name AS "mechanismName", i.code AS "instrumentCode", i.name AS "instrumentName",
         d.reports_considered AS "reportsConsidered", d.report_received_on AS "reportReceivedOn", d.considered_on AS "consideredOn",
         d.next_report_statement AS "nextReportStatement", d.warnings, coalesce(c.number, d.cycle) AS number, c.closed_on AS "closedOn",
         c.closed_by AS "closedBy", c.continuation, i.reported_within_article AS "withinArticle",
         CASE WHEN n.id IS NULL THEN NULL ELSE ${NAME('n')} END AS "continuedBy",
         coalesce((SELECT jsonb_agg(${NAME('e')} || jsonb_build_object('continuation', b.continuation) ORDER BY e.adopted_on, e.id)
                   FROM public_reporting_cycle b JOIN public_document e ON e.state_id = b.state_id AND e.id = b.document_id
                   WHERE b.state_id = d.state_id AND b.continued_by_document_id = d.id), '[]') AS continues,
         r.total AS recommendations, r.open
  FROM public_document d
  JOIN public_mechanism m ON m.code = d.mechanism_code
  JOIN public_instrument i ON i.code = d.instrument_code
  LEFT JOIN public_reporting_cycle c ON c.state_id = d.state_id AND c.document_id = d.id
  LEFT JOIN public_document n ON n.state_id = c.state_id AND n.id = c.continued_by_document_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, (count(*) FILTER (WHERE x.status <> 'implemented'))::int AS open
    FROM public_recommendation x WHERE x.state_id = d.state_id AND x.document_id = d.id) r
  WHERE d.state_id = $1`;

/** Documents, their cycles and dates, and the chains over cycles, as everybody may read them. */
export class PublicDocumentRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first, page by page on the day of adoption and the id. */
  listDocuments(
    stateId: number,
    page: {
      readonly search?: ListSearch | undefined;
      readonly before?: { readonly adoptedOn: string; readonly id: number } | undefined;
      readonly limit: number;
    },
  ): Promise<CycleReading[]> {
    const parameters: unknown[] = [
      stateId,
      page.before?.adoptedOn ?? null,
      page.before?.id ?? null,
      page.limit,
    ];
    const found = page.search
      ? `AND d.id IN (SELECT f.subject_id FROM public_search f WHERE f.state_id = $1 AND f.kind = 'document'
           AND ${searchCondition('f.vector', page.search, stateId, parameters)})`
      : '';
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<CycleReading>(
        `${DOCUMENTS} AND ($2::text IS NULL OR (coalesce(d.adopted_on::text, ''), d.id) < ($2, $3::int)) ${found}
         ORDER BY coalesce(d.adopted_on::text, '') DESC, d.id DESC LIMIT $4`,
        parameters,
      ),
    );
  }

  findDocument(stateId: number, slug: string): Promise<CycleReading | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<CycleReading>(`${DOCUMENTS} AND d.slug = $2`, [stateId, slug]),
    );
  }

  listDeadlines(stateId: number, documentId: number): Promise<DeadlineReading[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<DeadlineReading>(
        `SELECT x.id, x.purpose, x.paragraphs, x.certainty, x.due_on AS "dueOn", x.due_year AS "dueYear", x.basis, x.origin,
                CASE WHEN u.code IS NULL THEN NULL ELSE jsonb_build_object('code', u.code, 'doubtful', u.doubtful, 'source', u.source) END AS rule,
                coalesce((SELECT jsonb_agg(jsonb_build_object('version', h.version, 'certainty', h.certainty, 'dueOn', h.due_on, 'dueYear', h.due_year,
                            'basis', h.basis, 'origin', h.origin, 'changedAt', h.changed_at) ORDER BY h.version)
                          FROM public_deadline_history h WHERE h.state_id = x.state_id AND h.deadline_id = x.id), '[]') AS history
         FROM public_deadline x LEFT JOIN public_follow_up_rule u ON u.code = x.rule_code
         WHERE x.state_id = $1 AND x.document_id = $2 ORDER BY x.purpose, x.id`,
        [stateId, documentId],
      ),
    );
  }

  listRules(): Promise<StoredRule[]> {
    return this.record.runShared((sql) =>
      sql.rows<StoredRule>(
        `SELECT code, mechanism_code AS mechanism, instrument_code AS instrument, purpose, valid_from AS "validFrom", valid_until AS "validUntil",
                offset_duration AS offset, items_from AS "itemsFrom", items_to AS "itemsTo", certainty, doubtful, basis, source
         FROM public_follow_up_rule ORDER BY position`,
      ),
    );
  }

  /** Confirmed links before and after an item, over any number of cycles; each item once. */
  listChain(stateId: number, recommendationId: number): Promise<ChainLink[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<ChainLink>(
        `WITH RECURSIVE earlier AS (
           SELECT s.earlier_id AS item, NULL::int AS later_document_id, s.kind, s.decided_at, -1 AS step
           FROM public_recommendation_succession s WHERE s.state_id = $1 AND s.later_id = $2
           UNION
           SELECT s.earlier_id, NULL::int, s.kind, s.decided_at, e.step - 1
           FROM public_recommendation_succession s JOIN earlier e ON s.later_id = e.item WHERE s.state_id = $1 AND e.step > -20),
         later AS (
           SELECT s.later_id AS item, s.later_document_id, s.kind, s.decided_at, 1 AS step
           FROM public_recommendation_succession s WHERE s.state_id = $1 AND s.earlier_id = $2
           UNION
           SELECT s.later_id, s.later_document_id, s.kind, s.decided_at, l.step + 1
           FROM public_recommendation_succession s JOIN later l ON s.earlier_id = l.item WHERE s.state_id = $1 AND l.step < 20)
         SELECT g.step, g.kind, g.decided_at AS "decidedAt", ${NAME('d')} AS document,
                CASE WHEN r.id IS NULL THEN NULL ELSE jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles', coalesce((
                  SELECT jsonb_object_agg(t.language, t.title) FROM public_recommendation_text t
                  WHERE t.state_id = r.state_id AND t.recommendation_id = r.id AND t.title IS NOT NULL), '{}')) END AS item
         FROM (SELECT * FROM earlier UNION ALL SELECT * FROM later) g
         LEFT JOIN public_recommendation r ON r.state_id = $1 AND r.id = g.item
         JOIN public_document d ON d.state_id = $1 AND d.id = coalesce(r.document_id, g.later_document_id)
         ORDER BY g.step, r.position NULLS LAST`,
        [stateId, recommendationId],
      ),
    );
  }
}
