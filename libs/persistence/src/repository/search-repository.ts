import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import { LOOKED_THROUGH, searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

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

export interface SearchFilter extends ListSearch {
  readonly kind?: SearchKind | undefined;
  readonly after?: readonly [kindPosition: number, place: number, subjectId: number] | undefined;
  readonly limit: number;
}

/** As the rows stand in the index of places. */
const KIND_POSITIONS: Readonly<Record<SearchKind, number>> = {
  recommendation: 1,
  paragraph: 2,
  document: 3,
  indicator: 4,
  institution: 5,
};

const PLACE = 's.kind_position, s.place, s.subject_id';
const FOUND = `s.kind, s.key, s.document, s.code, s.titles, s.texts, s.kind_position AS "kindPosition", s.place, s.subject_id AS "subjectId"`;

/** Searches what the public can read: a table of public text without policies, which would keep the index from being used. */
export class SearchRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By kind, and in the order of the documents within it. */
  search(stateId: number, filter: SearchFilter): Promise<FoundSubject[]> {
    return this.record.runPublic(stateId, async (sql) => {
      const near = await this.lookThrough(sql, stateId, filter);
      return near.length >= filter.limit ? near : this.lookUp(sql, stateId, filter);
    });
  }

  /** What is found among the next rows. */
  private lookThrough(sql: Sql, stateId: number, filter: SearchFilter): Promise<FoundSubject[]> {
    const { parameters, from } = beginning(stateId, filter);
    return sql.rows<FoundSubject>(
      `SELECT ${FOUND} FROM (SELECT * FROM public_search s WHERE ${from} ORDER BY ${PLACE} LIMIT ${LOOKED_THROUGH}) s
       WHERE ${searchCondition('s.vector', filter, stateId, parameters)} ORDER BY ${PLACE} LIMIT $6`,
      parameters,
    );
  }

  /** Found by the index of words. Its own step, or the planner would walk all rows in their order to meet the limit sooner. */
  private lookUp(sql: Sql, stateId: number, filter: SearchFilter): Promise<FoundSubject[]> {
    const { parameters, from } = beginning(stateId, filter);
    return sql.rows<FoundSubject>(
      `WITH found AS MATERIALIZED (
         SELECT ${PLACE} FROM public_search s WHERE ${from} AND ${searchCondition('s.vector', filter, stateId, parameters)}),
       page AS MATERIALIZED (SELECT * FROM found s ORDER BY ${PLACE} LIMIT $6)
       SELECT ${FOUND} FROM page g JOIN public_search s ON s.state_id = $1 AND s.kind_position = g.kind_position
         AND s.place = g.place AND s.subject_id = g.subject_id ORDER BY ${PLACE}`,
      parameters,
    );
  }

  /**
   * Which of the words of a text are hits for the sought ones, endings and accents aside. Where other words were sought too,
   * those that say nothing in the reader's language ("the", "de") are no hits.
   */
  async hits(
    stateId: number,
    words: readonly string[],
    sought: readonly string[],
    language: string,
  ): Promise<string[]> {
    if (words.length === 0 || sought.length === 0) return [];
    const rows = await this.record.runPublic(stateId, (sql) =>
      sql.rows<{ word: string }>(
        `WITH asked AS (SELECT w, numnode(search_word(w, $3, false)) > 0 AS speaks FROM unnest($2::text[]) w),
         sought AS MATERIALIZED (SELECT array_agg(l) AS lexemes FROM asked, unnest(search_lexemes(w)) l
           WHERE speaks OR NOT (SELECT bool_or(speaks) FROM asked))
         SELECT w.word FROM unnest($1::text[]) AS w(word), sought WHERE search_lexemes(w.word) && sought.lexemes`,
        [[...words], [...sought], language],
      ),
    );
    return rows.map(({ word }) => word);
  }
}

/** Where a page begins. What is not asked is no condition: the planner sees the values of a statement, not of a prepared one. */
function beginning(
  stateId: number,
  { kind, after, limit }: SearchFilter,
): { readonly parameters: unknown[]; readonly from: string } {
  return {
    parameters: [stateId, kind ? KIND_POSITIONS[kind] : null, ...(after ?? [null, null, null]), limit],
    from: `s.state_id = $1 AND ($2::smallint IS NULL OR s.kind_position = $2)
      AND ($3::bigint IS NULL OR (${PLACE}) > ($3::bigint, $4::bigint, $5::bigint))`,
  };
}
