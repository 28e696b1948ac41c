import type { ParsedDocument, RecordedReading } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import { publicIdOf, saveReferences, saveSections } from './document-repository.js';
import type { NewDocument } from './document-repository.js';

/** What hangs on a recommendation: the tables that name it, by their foreign keys. Its own words are none of them. */
const DEPENDENT_TABLES = `
  SELECT c.conrelid::regclass::text AS name, a.attname AS "column"
  FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey) AND a.attname <> 'state_id'
  WHERE c.contype = 'f' AND c.confrelid = 'recommendation'::regclass
    AND c.conrelid NOT IN ('recommendation_text'::regclass, 'recommendation'::regclass)
  ORDER BY 1, 2`;

/** Documents that come again: with a better text or reading, or in another language. */
export class DocumentVersionRepository {
  constructor(private readonly record: RecordDatabase) {}

  async readRecorded(stateId: number, documentId: number, language: string): Promise<RecordedReading> {
    const sql = this.record.current();
    return {
      paragraphs: await sql.rows<RecordedReading['paragraphs'][number]>(
        `SELECT p.number, p.kind, t.text, coalesce(t.items, '[]'::jsonb) AS items FROM paragraph p
         LEFT JOIN paragraph_text t ON t.state_id = p.state_id AND t.paragraph_id = p.id AND t.language = $3
         WHERE p.state_id = $1 AND p.document_id = $2 ORDER BY p.number`,
        [stateId, documentId, language],
      ),
      recommendations: await sql.rows<RecordedReading['recommendations'][number]>(
        `SELECT r.code AS id, t.official_text AS text FROM recommendation r
         LEFT JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id AND t.language = $3
         WHERE r.state_id = $1 AND r.document_id = $2 ORDER BY r.position`,
        [stateId, documentId, language],
      ),
    };
  }

  /** Digest of the text of a further language; null where the document has none in it. */
  async findLanguage(stateId: number, documentId: number, language: string): Promise<string | null> {
    const row = await this.record
      .current()
      .row<{ digest: string }>(
        `SELECT text_sha256 AS digest FROM document_language WHERE state_id = $1 AND document_id = $2 AND language = $3`,
        [stateId, documentId, language],
      );
    return row?.digest ?? null;
  }

  /** Of the given codes, those on which something hangs: an indicator, an obligation, an alert … */
  async listFollowed(stateId: number, documentId: number, codes: readonly string[]): Promise<string[]> {
    if (codes.length === 0) return [];
    const sql = this.record.current();
    const tables = await sql.rows<{ name: string; column: string }>(DEPENDENT_TABLES);
    const hangs = tables.map(
      ({ name, column }) =>
        `EXISTS (SELECT FROM ${name} x WHERE x.state_id = r.state_id AND x.${column} = r.id)`,
    );
    const rows = await sql.rows<{ code: string }>(
      `SELECT r.code FROM recommendation r
       WHERE r.state_id = $1 AND r.document_id = $2 AND r.code = ANY ($3) AND (${hangs.join(' OR ') || 'false'})
       ORDER BY r.position`,
      [stateId, documentId, [...codes]],
    );
    return rows.map(({ code }) => code);
  }

  /**
   * Puts another reading in the place of the one on record. A recommendation keeps its identity by its code; those that are no
   * longer read go with the texts of every language, so ask `listFollowed` first.
   */
  async amend(stateId: number, documentId: number, document: NewDocument): Promise<void> {
    const sql = this.record.current();
    const { parsed } = document;
    await sql.execute(
      `UPDATE document SET symbol = $3, inferred_symbol = $4, title = $5, reports_considered = $6, considered_on = $7,
              adopted_on = coalesce($8, adopted_on),
              text_sha256 = $9, next_report_statement = $10, warnings = $11, ingested_at = to_timestamp($12::float8 / 1000)
       WHERE state_id = $1 AND id = $2`,
      [
        stateId,
        documentId,
        parsed.symbol,
        parsed.inferredSymbol,
        parsed.title,
        [...parsed.reportConsidered],
        [...parsed.consideredOn],
        parsed.adoptedOn,
        document.textSha256,
        parsed.nextReport.statement,
        JSON.stringify(parsed.warnings),
        document.ingestedAt,
      ],
    );
    await sql.execute(`UPDATE paragraph SET section_id = NULL WHERE state_id = $1 AND document_id = $2`, [
      stateId,
      documentId,
    ]);
    await sql.execute(`DELETE FROM section WHERE state_id = $1 AND document_id = $2`, [stateId, documentId]);
    const sectionOf = await saveSections(sql, stateId, documentId, parsed.sections);
    const paragraphId = await putParagraphs(sql, stateId, documentId, parsed, sectionOf);
    await putRecommendations(sql, stateId, documentId, document, paragraphId);
    // Only now: a paragraph takes its recommendations along.
    await sql.execute(
      `DELETE FROM paragraph WHERE state_id = $1 AND document_id = $2 AND number <> ALL ($3)`,
      [stateId, documentId, parsed.paragraphs.map(({ number }) => number)],
    );
    for (const table of ['document_reference', 'article_reference'])
      await sql.execute(
        `DELETE FROM ${table} WHERE state_id = $1 AND paragraph_id IN (SELECT id FROM paragraph WHERE state_id = $1 AND document_id = $2)`,
        [stateId, documentId],
      );
    await saveReferences(sql, stateId, parsed, paragraphId);
  }

  /** Puts the words of a further language beside what is on record, paragraph by paragraph and letter by letter. */
  async putLanguage(stateId: number, documentId: number, document: NewDocument): Promise<void> {
    const sql = this.record.current();
    const { parsed } = document;
    await sql.execute(
      `INSERT INTO document_language (state_id, document_id, language, title, text_sha256, ingested_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))
       ON CONFLICT (state_id, document_id, language)
       DO UPDATE SET title = excluded.title, text_sha256 = excluded.text_sha256, ingested_at = excluded.ingested_at`,
      [stateId, documentId, parsed.language, parsed.title, document.textSha256, document.ingestedAt],
    );
    await putParagraphTexts(sql, stateId, documentId, parsed);
    await putRecommendationTexts(sql, stateId, documentId, parsed);
  }
}

async function putParagraphs(
  sql: Sql,
  stateId: number,
  documentId: number,
  parsed: ParsedDocument,
  sectionOf: ReadonlyMap<number, number>,
): Promise<Map<number, number>> {
  const rows = await sql.rows<{ id: number; number: number }>(
    `INSERT INTO paragraph (state_id, document_id, section_id, number, kind, verb, chapeau_kind)
     SELECT $1, $2, g.section_id, g.number, g.kind, g.verb, g.chapeau_kind
     FROM jsonb_to_recordset($3::jsonb) AS g(section_id integer, number integer, kind text, verb text, chapeau_kind text)
     ON CONFLICT (state_id, document_id, number)
     DO UPDATE SET section_id = excluded.section_id, kind = excluded.kind, verb = excluded.verb, chapeau_kind = excluded.chapeau_kind
     RETURNING id, number`,
    [
      stateId,
      documentId,
      JSON.stringify(
        parsed.paragraphs.map(({ number, kind, verb, chapeau }) => ({
          section_id: sectionOf.get(number) ?? null,
          number,
          kind,
          verb,
          chapeau_kind: chapeau,
        })),
      ),
    ],
  );
  await putParagraphTexts(sql, stateId, documentId, parsed);
  return new Map(rows.map(({ id, number }) => [number, id]));
}

async function putParagraphTexts(
  sql: Sql,
  stateId: number,
  documentId: number,
  { language, paragraphs }: ParsedDocument,
): Promise<void> {
  await sql.execute(
    `INSERT INTO paragraph_text (state_id, paragraph_id, language, text, items)
     SELECT $1, p.id, $3, g.text, g.items FROM jsonb_to_recordset($4::jsonb) AS g(number integer, text text, items jsonb)
     JOIN paragraph p ON p.state_id = $1 AND p.document_id = $2 AND p.number = g.number
     ON CONFLICT (state_id, paragraph_id, language) DO UPDATE SET text = excluded.text, items = excluded.items`,
    [
      stateId,
      documentId,
      language,
      JSON.stringify(paragraphs.map(({ number, text, items }) => ({ number, text, items }))),
    ],
  );
}

async function putRecommendations(
  sql: Sql,
  stateId: number,
  documentId: number,
  { slug, parsed }: NewDocument,
  paragraphId: ReadonlyMap<number, number>,
): Promise<void> {
  const rows = parsed.recommendations.map((recommendation, position) => ({
    public_id: publicIdOf(slug, recommendation.id),
    paragraph_id: paragraphId.get(recommendation.paragraph) ?? null,
    concern_paragraph_id: paragraphId.get(recommendation.concernParagraph ?? -1) ?? null,
    position,
    code: recommendation.id,
    item_label: recommendation.item,
    role: recommendation.role,
    verb: recommendation.verb,
  }));
  await sql.execute(
    `DELETE FROM recommendation WHERE state_id = $1 AND document_id = $2 AND code <> ALL ($3)`,
    [stateId, documentId, rows.map(({ code }) => code)],
  );
  await sql.execute(
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, concern_paragraph_id, position, code, item_label, role, verb)
     SELECT $1, g.public_id, $2, g.paragraph_id, g.concern_paragraph_id, g.position, g.code, g.item_label, g.role, g.verb
     FROM jsonb_to_recordset($3::jsonb) AS g(public_id text, paragraph_id integer, concern_paragraph_id integer, position integer,
                                             code text, item_label text, role text, verb text)
     ON CONFLICT (state_id, document_id, code) DO UPDATE
     SET paragraph_id = excluded.paragraph_id, concern_paragraph_id = excluded.concern_paragraph_id, position = excluded.position,
         item_label = excluded.item_label, role = excluded.role, verb = excluded.verb, version = recommendation.version + 1`,
    [stateId, documentId, JSON.stringify(rows)],
  );
  await putRecommendationTexts(sql, stateId, documentId, parsed);
}

async function putRecommendationTexts(
  sql: Sql,
  stateId: number,
  documentId: number,
  { language, recommendations }: ParsedDocument,
): Promise<void> {
  await sql.execute(
    `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text)
     SELECT $1, r.id, $3, g.text FROM jsonb_to_recordset($4::jsonb) AS g(code text, text text)
     JOIN recommendation r ON r.state_id = $1 AND r.document_id = $2 AND r.code = g.code
     ON CONFLICT (state_id, recommendation_id, language) DO UPDATE SET official_text = excluded.official_text`,
    [
      stateId,
      documentId,
      language,
      JSON.stringify(recommendations.map(({ id, text }) => ({ code: id, text }))),
    ],
  );
}
