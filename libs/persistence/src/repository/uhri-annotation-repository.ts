import type { LinkedPassage, SearchQuery, UhriContent, UhriLanguage } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import { uhriContentOf } from './uhri-content.js';

export interface StoredUhriAnnotation {
  readonly id: number;
  readonly annotationId: string;
  readonly language: UhriLanguage;
  readonly content: UhriContent;
  /** Milliseconds since 1970; null while the export has it. */
  readonly absentSince: number | null;
}

const SAME_DOCUMENT = `($2::text = ANY(ARRAY[d.symbol, d.inferred_symbol]))`;

/** Annotations of the Universal Human Rights Index beside our record. */
export class UhriAnnotationRepository {
  constructor(private readonly record: RecordDatabase) {}

  list(
    stateId: number,
    page: {
      readonly search: SearchQuery | undefined;
      readonly language: string;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<StoredUhriAnnotation[]> {
    const parameters: unknown[] = [stateId, page.after, page.limit];
    const found = page.search
      ? `AND ${searchCondition('a.vector', { query: page.search, language: page.language }, stateId, parameters)}`
      : '';
    return this.record.current().rows<StoredUhriAnnotation>(
      `SELECT a.id, a.annotation_id AS "annotationId", a.language, ${uhriContentOf('a')} AS content,
              (extract(epoch FROM a.absent_since) * 1000)::float8 AS "absentSince"
       FROM uhri_annotation a WHERE a.state_id = $1 AND ($2::int IS NULL OR a.id > $2) ${found} ORDER BY a.id LIMIT $3`,
      parameters,
    );
  }

  /** The paragraphs of our document of that symbol in which something is recommended, in every language of theirs. */
  listPassages(stateId: number, symbol: string): Promise<LinkedPassage[]> {
    return this.record.current().rows<LinkedPassage>(
      `SELECT (SELECT array_agg(r.public_id ORDER BY r.position) FROM recommendation r WHERE r.state_id = p.state_id AND r.paragraph_id = p.id) AS recommendations,
              p.number::text AS paragraph, t.language,
              concat_ws(' ', t.text, (SELECT string_agg(concat('(', i.label, ') ', i.text), ' ') FROM jsonb_to_recordset(t.items) AS i(label text, text text))) AS text
       FROM document d JOIN paragraph p ON p.state_id = d.state_id AND p.document_id = d.id
       JOIN paragraph_text t ON t.state_id = p.state_id AND t.paragraph_id = p.id
       WHERE d.state_id = $1 AND ${SAME_DOCUMENT} AND EXISTS (SELECT FROM recommendation r WHERE r.state_id = p.state_id AND r.paragraph_id = p.id)
       ORDER BY p.number, t.language`,
      [stateId, symbol],
    );
  }
}
