import type { CivilDate, DeadlineCertainty, Instant, ItemStatus, Topic } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import { changeQueries } from './public-change-queries.js';
import type { Bilingual } from './state-repository.js';

interface NamedDocument {
  readonly slug: string;
  readonly title: Bilingual;
}

interface NamedItem {
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
}

interface PublicDate {
  readonly certainty: DeadlineCertainty;
  readonly dueOn: CivilDate | null;
  readonly dueYear: number | null;
}

export interface DocumentChange {
  readonly kind: 'document';
  readonly at: Instant;
  readonly document: NamedDocument;
}

/** Items of one document that took one status on one day: a sweep changes many at once. */
export interface StatusChange {
  readonly kind: 'status';
  readonly at: Instant;
  readonly on: CivilDate;
  readonly document: NamedDocument;
  readonly status: ItemStatus;
  /** Also of those that are not named. */
  readonly count: number;
  readonly items: readonly NamedItem[];
}

/** Figures from one source that were published on one day: an import brings those of many indicators. */
export interface FigureChange {
  readonly kind: 'figures';
  readonly at: Instant;
  readonly on: CivilDate;
  /** Also of those that are not named. */
  readonly count: number;
  readonly indicators: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly source: { readonly code: string; readonly name: Bilingual };
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly cells: number;
}

export interface AssessmentChange {
  readonly kind: 'assessment';
  readonly at: Instant;
  readonly id: number;
  readonly item: NamedItem;
  readonly assessor: string;
  readonly grade: { readonly code: string; readonly name: Bilingual };
  readonly symbol: string | null;
  readonly withdrawn: boolean;
}

/** A date of a document that is another than before. */
export interface DateChange {
  readonly kind: 'deadline';
  readonly at: Instant;
  readonly deadlineId: number;
  readonly version: number;
  readonly purpose: string;
  readonly document: NamedDocument;
  readonly now: PublicDate;
  readonly before: PublicDate;
}

/** A statement that was published, corrected or withdrawn. */
export interface StatementChange {
  readonly kind: 'statement';
  readonly at: Instant;
  readonly id: number;
  readonly number: number;
  readonly language: 'en' | 'es';
  readonly title: string;
  /** In the other language. */
  readonly otherTitle: string | null;
  readonly correction: string | null;
  readonly withdrawnReason: string | null;
}

export type PublicChange =
  DocumentChange | StatusChange | FigureChange | AssessmentChange | DateChange | StatementChange;

/** What is followed as the record calls it. */
export type NamedTopic =
  | { readonly kind: 'theme' | 'institution'; readonly key: string; readonly name: Bilingual }
  | ({ readonly kind: 'recommendation'; readonly key: string } & NamedItem);

/** What was published lately: from public views alone, as the public role. */
export class PublicChangeRepository {
  constructor(private readonly record: RecordDatabase) {}

  /**
   * The newest first.
   * @param of only what is about it; null: about the State
   */
  listChanges(
    stateId: number,
    limit: number,
    of: { readonly topic: Topic; readonly today: CivilDate } | null = null,
  ): Promise<PublicChange[]> {
    const parameters = of === null ? [stateId, limit] : [stateId, limit, of.topic.key, of.today];
    return this.record.runPublic(stateId, async (sql) => {
      const found: PublicChange[] = [];
      for (const query of changeQueries(of?.topic.kind ?? null))
        found.push(...(await sql.rows<PublicChange>(query, parameters)));
      return found.sort((one, other) => other.at - one.at).slice(0, limit);
    });
  }

  findTopic(stateId: number, { kind, key }: Topic): Promise<NamedTopic | null> {
    const row = (sql: Sql): Promise<NamedTopic | null> => {
      switch (kind) {
        case 'theme':
          return sql.row<NamedTopic>(
            `SELECT 'theme' AS kind, h.code AS key, h.name FROM public_theme h
             WHERE h.code = $2 AND EXISTS (SELECT FROM public_recommendation r WHERE r.state_id = $1 AND r.theme_code = h.code)`,
            [stateId, key],
          );
        case 'institution':
          return sql.row<NamedTopic>(
            `SELECT 'institution' AS kind, n.code AS key, n.name FROM public_institution n WHERE n.state_id = $1 AND n.code = $2`,
            [stateId, key],
          );
        case 'recommendation':
          return sql.row<NamedTopic>(
            `SELECT 'recommendation' AS kind, r.public_id AS key, r.public_id AS "publicId", r.code,
               (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM public_recommendation_text t
                WHERE t.state_id = r.state_id AND t.recommendation_id = r.id) AS titles
             FROM public_recommendation r WHERE r.state_id = $1 AND r.public_id = $2`,
            [stateId, key],
          );
      }
    };
    return this.record.runPublic(stateId, row);
  }
}
