import { createHash } from 'node:crypto';

import type { Clock, ParsedDocument } from '#domain';
import { UserError } from '#domain';
import { parseDocument, readDocumentText } from '#ingest';
import type { AuditRepository, DocumentRepository, RecordDatabase, State } from '#persistence';

import type { FollowDocument } from '../follow-cycles/follow-document.js';
import { slugOf } from './document-slug.js';

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
    private readonly following: FollowDocument,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What a document of a State that is not followed yet would become; nothing is looked up or saved.
   * @throws UserError when the file is no such document or is about another State.
   */
  async preview(
    iso3: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<IngestOutcome> {
    const { parsed, key, slug } = await read(iso3, file);
    return { parsed, key, slug, outcome: 'dry_run', documentId: null };
  }

  /**
   * @throws UserError when the file is no such document, is about another State, or was taken in before with another text.
   */
  async ingest(
    state: State,
    file: { readonly name: string; readonly bytes: Uint8Array },
    options: { readonly dryRun: boolean },
  ): Promise<IngestOutcome> {
    const { parsed, textSha256, key, slug } = await read(state.iso3, file);
    return this.record.runState(state.id, async () => {
      const existing = await this.documents.findDocument(state.id, key);
      const waiting = existing?.textSha256 === null ? existing.id : null;
      if (existing && waiting === null && existing.textSha256 !== textSha256)
        throw new UserError(
          'conflict',
          'ingest.text_differs',
          `${key} was taken in before with another text. Remove that document or give this file a symbol of its own.`,
        );
      if (existing && waiting === null)
        return { parsed, key, slug, outcome: 'unchanged', documentId: existing.id };
      if (options.dryRun) return { parsed, key, slug, outcome: 'dry_run', documentId: null };

      const now = this.clock.now();
      const documentId = await this.documents.saveDocument(
        state.id,
        { key, slug, textSha256, parsed, ingestedAt: now },
        waiting,
      );
      const { cycle, continues, deadlines, suggestedLinks } = await this.following.follow(
        state,
        documentId,
        parsed,
        { changedAt: now, actor: 'ingest' },
      );
      await this.audit.append(state.id, {
        personId: null,
        actor: 'ingest',
        action: 'document.ingested',
        subjectKind: 'document',
        subjectId: slug,
        after: {
          key,
          recommendations: parsed.recommendations.length,
          warnings: parsed.warnings.length,
          cycle,
          continues: [...continues],
          deadlines,
          suggestedLinks,
        },
        happenedAt: now,
      });
      return { parsed, key, slug, outcome: 'saved', documentId };
    });
  }
}

async function read(
  iso3: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<{ parsed: ParsedDocument; textSha256: string; key: string; slug: string }> {
  const text = await readDocumentText(file);
  const parsed = parseDocument(text);
  if (parsed.state !== null && parsed.state !== iso3)
    throw new UserError(
      'invalid_input',
      'ingest.other_state',
      `The document is about ${parsed.state}, not about ${iso3}; give --state ${parsed.state}.`,
    );
  const textSha256 = createHash('sha256').update(text).digest('hex');
  const symbol = parsed.symbol ?? parsed.inferredSymbol;
  return { parsed, textSha256, key: symbol ?? textSha256, slug: slugOf(symbol ?? textSha256.slice(0, 16)) };
}
