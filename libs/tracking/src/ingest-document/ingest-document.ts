import { createHash } from 'node:crypto';

import type { Clock, ParsedDocument } from '#domain';
import { UserError } from '#domain';
import { parseDocument, readDocumentText } from '#ingest';
import type { AuditRepository, DocumentRepository, RecordDatabase, State } from '#persistence';

export interface IngestOutcome {
  readonly parsed: ParsedDocument;
  readonly key: string;
  readonly slug: string;
  /** `unchanged` when the same document is there already; `dry_run` when nothing was to be saved. */
  readonly outcome: 'saved' | 'unchanged' | 'dry_run';
  readonly documentId: number | null;
}

/** Takes a concluding-observations document in: all of it in one transaction, or nothing. */
export class IngestDocument {
  constructor(
    private readonly record: RecordDatabase,
    private readonly documents: DocumentRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError when the file is no such document, is about another State, or was taken in before with another text.
   */
  async ingest(
    state: State,
    file: { readonly name: string; readonly bytes: Uint8Array },
    options: { readonly dryRun: boolean },
  ): Promise<IngestOutcome> {
    const text = await readDocumentText(file);
    const parsed = parseDocument(text);
    if (parsed.state !== null && parsed.state !== state.iso3)
      throw new UserError(
        'invalid_input',
        'ingest.other_state',
        `The document is about ${parsed.state}, not about ${state.iso3}; give --state ${parsed.state}.`,
      );
    const textSha256 = createHash('sha256').update(text).digest('hex');
    const key = parsed.symbol ?? parsed.inferredSymbol ?? textSha256;
    const slug = slugOf(parsed.symbol ?? parsed.inferredSymbol ?? textSha256.slice(0, 16));

    return this.record.runState(state.id, async () => {
      const existing = await this.documents.findDocument(state.id, key);
      if (existing && existing.textSha256 !== textSha256)
        throw new UserError(
          'conflict',
          'ingest.text_differs',
          `${key} was taken in before with another text. Remove that document or give this file a symbol of its own.`,
        );
      if (existing) return { parsed, key, slug, outcome: 'unchanged', documentId: existing.id };
      if (options.dryRun) return { parsed, key, slug, outcome: 'dry_run', documentId: null };

      const documentId = await this.documents.saveDocument(state.id, {
        key,
        slug,
        textSha256,
        parsed,
        ingestedAt: this.clock.now(),
      });
      await this.audit.append(state.id, {
        personId: null,
        actor: 'ingest',
        action: 'document.ingested',
        subjectKind: 'document',
        subjectId: slug,
        after: { key, recommendations: parsed.recommendations.length, warnings: parsed.warnings.length },
        happenedAt: this.clock.now(),
      });
      return { parsed, key, slug, outcome: 'saved', documentId };
    });
  }
}

/** `CRC/C/OPSC/PER/CO/1` becomes `crc-c-opsc-per-co-1`. */
function slugOf(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
