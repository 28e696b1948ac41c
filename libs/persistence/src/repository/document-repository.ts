import type { CivilDate, DocumentLanguage, ParsedDocument, ParsedSection } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

export interface StoredDocument {
  readonly id: number;
  readonly key: string;
  readonly slug: string;
  /** Of the language it was first taken in with, and of its text; null while only the record is there. */
  readonly language: DocumentLanguage | null;
  readonly textSha256: string | null;
  readonly adoptedOn: CivilDate | null;
}

/** What is known of a document whose text has not been taken in. */
export interface NewDocumentRecord {
  readonly symbol: string;
  readonly slug: string;
  readonly title: string;
  readonly shortTitle: Bilingual;
  readonly mechanism: string;
  readonly instrument: string;
  readonly reportsConsidered: readonly string[];
  readonly reportReceivedOn: CivilDate | null;
  readonly consideredOn: readonly CivilDate[];
  readonly adoptedOn: CivilDate;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

export interface NewDocument {
  /** The symbol, else the inferred symbol, else the SHA-256 of the text: what makes taking it in again change nothing. */
  readonly key: string;
  readonly slug: string;
  readonly textSha256: string;
  readonly parsed: ParsedDocument;
  /** Milliseconds since 1970. */
  readonly ingestedAt: number;
}

/** Documents with their sections, paragraphs, recommendations and references. */
export class DocumentRepository {
  constructor(private readonly record: RecordDatabase) {}

  findDocument(stateId: number, key: string): Promise<StoredDocument | null> {
    return this.record
      .current()
      .row<StoredDocument>(
        `SELECT id, key, slug, language, text_sha256 AS "textSha256", adopted_on AS "adoptedOn" FROM document WHERE state_id = $1 AND key = $2`,
        [stateId, key],
      );
  }

  async hasDocuments(stateId: number): Promise<boolean> {
    const query = 'SELECT EXISTS (SELECT FROM document WHERE state_id = $1) AS found';
    const row = await this.record.current().row<{ found: boolean }>(query, [stateId]);
    return row?.found ?? false;
  }

  /** Saves the text's document anew, or into the record that waited for it: what the text says goes before what was known. */
  async saveDocument(stateId: number, document: NewDocument, waiting: number | null = null): Promise<number> {
    const sql = this.record.current();
    const { parsed } = document;
    const documentId =
      waiting === null
        ? await insertDocument(sql, stateId, document)
        : await fillDocument(sql, stateId, waiting, document);
    const sectionOf = await saveSections(sql, stateId, documentId, parsed.sections);
    const paragraphId = await saveParagraphs(sql, stateId, documentId, parsed, sectionOf);
    await saveRecommendations(sql, stateId, documentId, document, paragraphId);
    await saveReferences(sql, stateId, parsed, paragraphId);
    return documentId;
  }

  /** A document of which symbol and dates are known and the text is not. */
  async saveRecord(stateId: number, document: NewDocumentRecord): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO document (state_id, key, slug, symbol, title, short_title, mechanism_code, instrument_code, reports_considered,
                             report_received_on, considered_on, adopted_on, ingested_at)
       VALUES ($1, $2, $3, $2, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::float8 / 1000)) RETURNING id`,
      [
        stateId,
        document.symbol,
        document.slug,
        document.title,
        JSON.stringify(document.shortTitle),
        document.mechanism,
        document.instrument,
        [...document.reportsConsidered],
        document.reportReceivedOn,
        [...document.consideredOn],
        document.adoptedOn,
        document.recordedAt,
      ],
    );
    return saved!.id;
  }

  /** What the text does not say: our short title. */
  async describeDocument(stateId: number, documentId: number, shortTitle: Bilingual): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE document SET short_title = $3 WHERE state_id = $1 AND id = $2`, [
        stateId,
        documentId,
        JSON.stringify(shortTitle),
      ]);
  }

  /** Recommendation ids by code (`14(a)`). */
  async listRecommendationIds(stateId: number, documentId: number): Promise<Map<string, number>> {
    const rows = await this.record
      .current()
      .rows<{ id: number; code: string }>(
        `SELECT id, code FROM recommendation WHERE state_id = $1 AND document_id = $2 ORDER BY position`,
        [stateId, documentId],
      );
    return new Map(rows.map((row) => [row.code, row.id]));
  }
}

async function insertDocument(sql: Sql, stateId: number, document: NewDocument): Promise<number> {
  const { parsed } = document;
  const saved = await sql.row<{ id: number }>(
    `INSERT INTO document (state_id, key, slug, symbol, inferred_symbol, title, mechanism_code, instrument_code, language,
                           reports_considered, considered_on, adopted_on, text_sha256, next_report_statement, warnings, ingested_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, to_timestamp($16::float8 / 1000)) RETURNING id`,
    [
      stateId,
      document.key,
      document.slug,
      parsed.symbol,
      parsed.inferredSymbol,
      parsed.title,
      parsed.mechanism,
      parsed.instrument,
      parsed.language,
      [...parsed.reportConsidered],
      [...parsed.consideredOn],
      parsed.adoptedOn,
      document.textSha256,
      parsed.nextReport.statement,
      JSON.stringify(parsed.warnings),
      document.ingestedAt,
    ],
  );
  return saved!.id;
}

/** What the text leaves open stays as it was recorded. */
async function fillDocument(
  sql: Sql,
  stateId: number,
  documentId: number,
  { parsed, textSha256, ingestedAt }: NewDocument,
): Promise<number> {
  await sql.execute(
    `UPDATE document SET symbol = coalesce($3, symbol), inferred_symbol = $4, title = $5, language = $6, mechanism_code = $7, instrument_code = $8,
            reports_considered = CASE WHEN cardinality($9::text[]) > 0 THEN $9 ELSE reports_considered END,
            considered_on = CASE WHEN cardinality($10::date[]) > 0 THEN $10 ELSE considered_on END,
            adopted_on = coalesce($11, adopted_on), text_sha256 = $12, next_report_statement = $13, warnings = $14,
            ingested_at = to_timestamp($15::float8 / 1000)
     WHERE state_id = $1 AND id = $2`,
    [
      stateId,
      documentId,
      parsed.symbol,
      parsed.inferredSymbol,
      parsed.title,
      parsed.language,
      parsed.mechanism,
      parsed.instrument,
      [...parsed.reportConsidered],
      [...parsed.consideredOn],
      parsed.adoptedOn,
      textSha256,
      parsed.nextReport.statement,
      JSON.stringify(parsed.warnings),
      ingestedAt,
    ],
  );
  return documentId;
}

/** Depth first, so that the innermost heading of a paragraph is written last and wins. */
export async function saveSections(
  sql: Sql,
  stateId: number,
  documentId: number,
  sections: readonly ParsedSection[],
  parentId: number | null = null,
  sectionOf: Map<number, number> = new Map(),
): Promise<Map<number, number>> {
  for (const [position, section] of sections.entries()) {
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO section (state_id, document_id, parent_id, position, number, title) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [stateId, documentId, parentId, position, section.number, section.title],
    );
    for (const paragraph of section.paragraphs) sectionOf.set(paragraph, saved!.id);
    await saveSections(sql, stateId, documentId, section.sections, saved!.id, sectionOf);
  }
  return sectionOf;
}

async function saveParagraphs(
  sql: Sql,
  stateId: number,
  documentId: number,
  parsed: ParsedDocument,
  sectionOf: Map<number, number>,
): Promise<Map<number, number>> {
  const ids = new Map<number, number>();
  for (const paragraph of parsed.paragraphs) {
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO paragraph (state_id, document_id, section_id, number, kind, verb, chapeau_kind) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        stateId,
        documentId,
        sectionOf.get(paragraph.number) ?? null,
        paragraph.number,
        paragraph.kind,
        paragraph.verb,
        paragraph.chapeau,
      ],
    );
    ids.set(paragraph.number, saved!.id);
    await sql.execute(
      `INSERT INTO paragraph_text (state_id, paragraph_id, language, text, items) VALUES ($1, $2, $3, $4, $5)`,
      [stateId, saved!.id, parsed.language, paragraph.text, JSON.stringify(paragraph.items)],
    );
  }
  return ids;
}

async function saveRecommendations(
  sql: Sql,
  stateId: number,
  documentId: number,
  document: NewDocument,
  paragraphId: Map<number, number>,
): Promise<void> {
  for (const [position, recommendation] of document.parsed.recommendations.entries()) {
    const concern = recommendation.concernParagraph;
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, concern_paragraph_id, position, code, item_label, role, verb)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        stateId,
        publicIdOf(document.slug, recommendation.id),
        documentId,
        paragraphId.get(recommendation.paragraph),
        concern === null ? null : (paragraphId.get(concern) ?? null),
        position,
        recommendation.id,
        recommendation.item,
        recommendation.role,
        recommendation.verb,
      ],
    );
    await sql.execute(
      `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text) VALUES ($1, $2, $3, $4)`,
      [stateId, saved!.id, document.parsed.language, recommendation.text],
    );
  }
}

export async function saveReferences(
  sql: Sql,
  stateId: number,
  parsed: ParsedDocument,
  paragraphId: Map<number, number>,
): Promise<void> {
  for (const reference of parsed.references) {
    await sql.execute(
      `INSERT INTO document_reference (state_id, paragraph_id, item_label, symbol, paragraphs, printed_as) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        stateId,
        paragraphId.get(reference.paragraph),
        reference.item,
        reference.symbol,
        reference.paragraphs === null ? null : [...reference.paragraphs],
        reference.printedAs,
      ],
    );
  }
  for (const article of parsed.articles) {
    await sql.execute(
      `INSERT INTO article_reference (state_id, paragraph_id, instrument_code, article) VALUES ($1, $2, $3, $4)`,
      [stateId, paragraphId.get(article.paragraph), article.instrument, article.article],
    );
  }
}

/** `crc-c-opsc-per-co-1.14-a`: readable, citable, the same on every installation. */
export function publicIdOf(slug: string, code: string): string {
  return `${slug}.${code.replace(/[()]+/g, '-').replace(/-+$/, '')}`;
}
