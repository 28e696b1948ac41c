import type { ChainHead, ChainedEntry, CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { LOOKED_THROUGH, searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface AuditHead extends ChainHead {
  /** Of the newest entry; null before the first. */
  readonly happenedAt: Instant | null;
}

export interface AuditDayHead extends ChainHead {
  readonly civilOn: CivilDate;
  readonly happenedAt: Instant;
}

/** An entry as its readers see it. */
export interface HistoryEntry {
  /** Null for what the watch itself did: it keeps its own record of alerts. */
  readonly position: number | null;
  readonly happenedAt: Instant;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Of a person or a document; null where there is none, or it is no longer there. */
  readonly subjectName: string | null;
  /** Names of the institutions in `before` and `after`, by their code. */
  readonly institutions: Readonly<Record<string, Bilingual>> | null;
  readonly recommendation: { readonly publicId: string; readonly code: string } | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly hash: string | null;
}

export interface HistoryFilter {
  /** Entries older than this position. */
  readonly before?: number | undefined;
  readonly subjectKind?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly personId?: number | undefined;
  readonly actor?: string | undefined;
  /** Civil days in the State, both of them in it. */
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
  readonly search?: ListSearch | undefined;
  readonly limit: number;
}

/** What happened to one recommendation, with its place among what happened to it. */
export interface ItemHistoryEntry extends HistoryEntry {
  readonly at: ItemHistoryKey;
}

/** Microseconds since 1970; 1 for an entry of the audit, 0 for what the watch found; number of the one or the other. */
export type ItemHistoryKey = readonly [happenedAt: number, kind: number, number: number];

/** Somebody who changed something in a State. */
export interface HistoryPerson {
  readonly id: number;
  readonly name: string;
}

const PLACE = (at: string, kind: number, number: string): string =>
  `ARRAY[(extract(epoch FROM ${at}) * 1000000)::bigint, ${kind}, ${number}]`;
const NUMBER = `CASE WHEN e.subject_id ~ '^[0-9]{1,9}$' THEN e.subject_id::int END`;
const RECOMMENDATION_OF_SUBJECT = `
  LEFT JOIN LATERAL (
    SELECT r.public_id, r.code FROM recommendation r WHERE r.state_id = e.state_id AND r.id = CASE e.subject_kind
      WHEN 'recommendation' THEN (SELECT x.id FROM recommendation x WHERE x.state_id = e.state_id AND x.public_id = e.subject_id)
      WHEN 'alert' THEN (SELECT a.recommendation_id FROM alert a WHERE a.state_id = e.state_id AND a.id = ${NUMBER})
      WHEN 'obligation' THEN (SELECT o.recommendation_id FROM obligation o WHERE o.state_id = e.state_id AND o.id = ${NUMBER}) END) r ON true`;
const ENTRY = `e.position, e.happened_at AS "happenedAt", e.person_id AS "personId", p.name AS "personName", e.actor, e.action,
  e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.before, e.after, e.reason, e.hash,
  CASE e.subject_kind WHEN 'person' THEN (SELECT x.name FROM person x WHERE x.id = ${NUMBER})
    WHEN 'document' THEN (SELECT x.key FROM document x WHERE x.state_id = e.state_id AND x.slug = e.subject_id) END AS "subjectName",
  (SELECT jsonb_object_agg(i.code, i.name) FROM institution i WHERE i.state_id = e.state_id
   AND i.code IN (e.before->>'institution', e.after->>'institution')) AS institutions`;

/** Reads the audit of a State: as a chain, as its heads, and as a history for people. */
export class AuditTrailRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Everything that this transaction reads from here on is of one moment: entries and head agree, whoever appends meanwhile. */
  async freeze(): Promise<void> {
    await this.record.current().execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  }

  /** Entries after a position, in the order of the chain. Instants come unrounded, so that nothing below a millisecond hides. */
  listChain(stateId: number, after: number, limit: number): Promise<ChainedEntry[]> {
    return this.record.current().rows<ChainedEntry>(
      `SELECT s.iso3 AS state, e.position, extract(epoch FROM e.happened_at) * 1000 AS "happenedAt", e.person_id AS "personId", e.actor,
              e.action, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.before, e.after, e.reason,
              e.previous_hash AS "previousHash", e.hash
       FROM audit_entry e JOIN state s ON s.id = e.state_id WHERE e.state_id = $1 AND e.position > $2 ORDER BY e.position LIMIT $3`,
      [stateId, after, limit],
    );
  }

  findHead(stateId: number): Promise<AuditHead | null> {
    return this.record
      .current()
      .row<AuditHead>(
        `SELECT position, hash, happened_at AS "happenedAt" FROM audit_head WHERE state_id = $1`,
        [stateId],
      );
  }

  /** The last head of each day, newest first. */
  listDayHeads(stateId: number, limit: number): Promise<AuditDayHead[]> {
    return this.record
      .current()
      .rows<AuditDayHead>(
        `SELECT civil_on AS "civilOn", position, hash, happened_at AS "happenedAt" FROM audit_day_head WHERE state_id = $1 ORDER BY civil_on DESC LIMIT $2`,
        [stateId, limit],
      );
  }

  /** What everybody may see of an audit: where it ends. */
  findPublicHead(stateId: number): Promise<AuditHead | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<AuditHead>(
        `SELECT position, hash, happened_at AS "happenedAt" FROM public_audit_head WHERE state_id = $1`,
        [stateId],
      ),
    );
  }

  listPublicDayHeads(stateId: number, limit: number): Promise<AuditDayHead[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<AuditDayHead>(
        `SELECT civil_on AS "civilOn", position, hash, happened_at AS "happenedAt" FROM public_audit_day_head
         WHERE state_id = $1 ORDER BY civil_on DESC LIMIT $2`,
        [stateId, limit],
      ),
    );
  }

  /** Newest first. What many entries hold is found among the next ones, what few hold by the index of words. */
  async listHistory(stateId: number, filter: HistoryFilter): Promise<HistoryEntry[]> {
    const { search } = filter;
    if (!search) return this.readHistory(stateId, filter, () => '');
    const near = await this.readHistory(stateId, filter, (parameters) => {
      const next = `SELECT w.position, w.vector FROM audit_search w WHERE w.state_id = $1 AND ($2::bigint IS NULL OR w.position < $2)
        ORDER BY w.position DESC LIMIT ${LOOKED_THROUGH}`;
      return `AND e.position IN (SELECT w.position FROM (${next}) w WHERE ${searchCondition('w.vector', search, stateId, parameters)})`;
    });
    if (near.length >= filter.limit) return near;
    return this.readHistory(stateId, filter, (parameters) => {
      const holds = searchCondition('w.vector', search, stateId, parameters);
      return `AND e.position IN (SELECT w.position FROM audit_search w WHERE w.state_id = $1 AND ${holds})`;
    });
  }

  private readHistory(
    stateId: number,
    filter: HistoryFilter,
    foundOf: (parameters: unknown[]) => string,
  ): Promise<HistoryEntry[]> {
    const parameters: unknown[] = [
      stateId,
      filter.before ?? null,
      filter.subjectKind ?? null,
      filter.subjectId ?? null,
      filter.personId ?? null,
      filter.actor ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.limit,
    ];
    const found = foundOf(parameters);
    return this.record.current().rows<HistoryEntry>(
      `SELECT ${ENTRY}, CASE WHEN r.public_id IS NOT NULL THEN jsonb_build_object('publicId', r.public_id, 'code', r.code) END AS recommendation
       FROM audit_entry e JOIN state s ON s.id = e.state_id LEFT JOIN person p ON p.id = e.person_id ${RECOMMENDATION_OF_SUBJECT}
       WHERE e.state_id = $1 AND ($2::bigint IS NULL OR e.position < $2) AND ($3::text IS NULL OR e.subject_kind = $3)
         AND ($4::text IS NULL OR e.subject_id = $4) AND ($5::int IS NULL OR e.person_id = $5)
         AND ($6::text IS NULL OR e.actor = $6)
         AND ($7::date IS NULL OR e.happened_at >= $7::date::timestamp AT TIME ZONE s.time_zone)
         AND ($8::date IS NULL OR e.happened_at < ($8::date + 1)::timestamp AT TIME ZONE s.time_zone) ${found}
       ORDER BY e.position DESC LIMIT $9`,
      parameters,
    );
  }

  /** Those who changed something, by name. Each costs one look into the index, however many entries there are. */
  listPeople(stateId: number): Promise<HistoryPerson[]> {
    return this.record.current().rows<HistoryPerson>(
      `WITH RECURSIVE seen AS (
         SELECT min(person_id) AS id FROM audit_entry WHERE state_id = $1
         UNION ALL
         SELECT (SELECT min(e.person_id) FROM audit_entry e WHERE e.state_id = $1 AND e.person_id > seen.id) FROM seen WHERE seen.id IS NOT NULL)
       SELECT p.id, p.name FROM seen JOIN person p ON p.id = seen.id ORDER BY p.name, p.id`,
      [stateId],
    );
  }

  /**
   * What happened to one recommendation, newest first: what people did to it, to its obligations, alerts and document, and what
   * the watch found by itself.
   */
  listOfRecommendation(
    stateId: number,
    publicId: string,
    page: { readonly before?: ItemHistoryKey | undefined; readonly limit: number },
  ): Promise<ItemHistoryEntry[]> {
    return this.record.current().rows<ItemHistoryEntry>(
      `WITH item AS (SELECT id, public_id, code, document_id FROM recommendation WHERE state_id = $1 AND public_id = $2),
       subject AS (
         SELECT 'recommendation' AS kind, public_id AS id FROM item
         UNION ALL SELECT 'document', d.slug FROM document d JOIN item ON d.id = item.document_id WHERE d.state_id = $1
         UNION ALL SELECT 'alert', a.id::text FROM alert a JOIN item ON a.recommendation_id = item.id WHERE a.state_id = $1
         UNION ALL SELECT 'obligation', o.id::text FROM obligation o JOIN item ON o.recommendation_id = item.id WHERE o.state_id = $1)
       SELECT h.*, to_jsonb(h.place) AS at FROM (
       SELECT ${ENTRY}, (SELECT jsonb_build_object('publicId', public_id, 'code', code) FROM item) AS recommendation, ${PLACE('e.happened_at', 1, 'e.position')} AS place
       FROM subject s JOIN audit_entry e ON e.state_id = $1 AND e.subject_kind = s.kind AND e.subject_id = s.id
       LEFT JOIN person p ON p.id = e.person_id
       UNION ALL
       SELECT NULL, t.happened_at, NULL, NULL, 'sweep', 'alert.' || t.kind, 'alert', a.id::text, NULL,
              t.evidence || CASE WHEN t.kind = 'escalated' THEN jsonb_build_object('escalation', t.reason) ELSE jsonb_build_object('finding', a.rule || '.' || t.reason) END, NULL, NULL, NULL, NULL,
              (SELECT jsonb_build_object('publicId', public_id, 'code', code) FROM item), ${PLACE('t.happened_at', 0, 't.id')}
       FROM alert_transition t JOIN alert a ON a.state_id = t.state_id AND a.id = t.alert_id JOIN item ON a.recommendation_id = item.id
       WHERE t.state_id = $1 AND t.person_id IS NULL) h
       WHERE $4::bigint IS NULL OR h.place < ARRAY[$4::bigint, $5::bigint, $6::bigint]
       ORDER BY h.place DESC LIMIT $3`,
      [stateId, publicId, page.limit, ...(page.before ?? [null, null, null])],
    );
  }
}
