import type { DocumentLanguage, ParsedDocument, ParsedSection } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

export interface StoredDocument {
  readonly id: number;
  readonly key: string;
  readonly slug: string;
  /** Of the language it was first taken in with. */
  readonly language: DocumentLanguage;
  readonly textSha256: string;
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
        `SELECT id, key, slug, language, text_sha256 AS "textSha256" FROM document WHERE state_id = $1 AND key = $2`,
        [stateId, key],
      );
  }

  async hasDocuments(stateId: number): Promise<boolean> {
    const row = await this.record
      .current()
      .row<{ present: boolean }>('SELECT EXISTS (SELECT 1 FROM document WHERE state_id = $1) AS present', [
        stateId,
      ]);
    return row?.present ?? false;
  }

  async saveDocument(stateId: number, document: NewDocument): Promise<number> {
    const sql = this.record.current();
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
    const documentId = saved!.id;
    const sectionOf = await saveSections(sql, stateId, documentId, parsed.sections);
    const paragraphId = await saveParagraphs(sql, stateId, documentId, parsed, sectionOf);
    await saveRecommendations(sql, stateId, documentId, document, paragraphId);
    await saveReferences(sql, stateId, parsed, paragraphId);
    return documentId;
  }

  /** What the text does not say: our short title, the cycle. */
  async describeDocument(
    stateId: number,
    documentId: number,
    shortTitle: Bilingual,
    cycle: number,
  ): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE document SET short_title = $3, cycle = $4 WHERE state_id = $1 AND id = $2`, [
        stateId,
        documentId,
        JSON.stringify(shortTitle),
        cycle,
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
