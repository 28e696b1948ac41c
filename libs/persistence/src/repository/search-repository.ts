import type { SearchQuery } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';

export type SearchKind = 'recommendation' | 'paragraph' | 'document' | 'indicator' | 'institution';

export interface FoundSubject {
  readonly kind: SearchKind;
  /** By which its page is addressed. */
  readonly key: string;
  /** Slug. */
  readonly document: string | null;
  readonly code: string | null;
  /** By language. */
  readonly titles: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly kindPosition: number;
  readonly place: number;
  readonly subjectId: number;
}

export interface SearchFilter {
  readonly query: SearchQuery;
  readonly language: string;
  readonly kind?: SearchKind | undefined;
  readonly after?: readonly [kindPosition: number, place: number, subjectId: number] | undefined;
  readonly limit: number;
}

/** Searches what the public can read: a table of public text without policies, which would keep the index from being used. */
export class SearchRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By kind, and in the order of the documents within it. */
  search(stateId: number, filter: SearchFilter): Promise<FoundSubject[]> {
    const [kindPosition, place, subjectId] = filter.after ?? [null, null, null];
    const parameters: unknown[] = [
      stateId,
      filter.kind ?? null,
      kindPosition,
      place,
      subjectId,
      filter.limit,
    ];
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<FoundSubject>(
        `SELECT s.kind, s.key, s.document, s.code, s.titles, s.texts, s.kind_position AS "kindPosition", s.place, s.subject_id AS "subjectId"
         FROM public_search s
         WHERE s.state_id = $1 AND ($2::text IS NULL OR s.kind = $2)
           AND ($3::bigint IS NULL OR (s.kind_position, s.place, s.subject_id) > ($3::bigint, $4::bigint, $5::bigint))
           AND ${searchCondition('s.vector', filter.query, stateId, filter.language, parameters)}
         ORDER BY s.kind_position, s.place, s.subject_id LIMIT $6`,
        parameters,
      ),
    );
  }

  /** Which of the words of a text are hits for the sought ones, endings and accents aside. */
  async hits(stateId: number, words: readonly string[], sought: readonly string[]): Promise<string[]> {
    if (words.length === 0 || sought.length === 0) return [];
    const rows = await this.record.runPublic(stateId, (sql) =>
      sql.rows<{ word: string }>(
        `WITH sought AS (SELECT array_agg(l) AS lexemes FROM unnest($2::text[]) w, unnest(search_lexemes(w)) l)
         SELECT w.word FROM unnest($1::text[]) AS w(word), sought WHERE search_lexemes(w.word) && sought.lexemes`,
        [[...words], [...sought]],
      ),
    );
    return rows.map(({ word }) => word);
  }
}
