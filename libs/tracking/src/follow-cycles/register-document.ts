import { UserError } from '#domain';
import type { AuditActor, Clock } from '#domain';
import type {
  AuditRepository,
  DocumentRepository,
  NewDocumentRecord,
  RecordDatabase,
  State,
} from '#persistence';

import { slugOf } from '../ingest-document/document-slug.js';
import type { FollowDocument } from './follow-document.js';

/**
 * Records a document of which symbol and dates are known while its text has not been taken in: it opens its cycle and sets its
 * dates, and has no recommendations. Taking the text in later fills this same record.
 */
export class RegisterDocument {
  constructor(
    private readonly record: RecordDatabase,
    private readonly documents: DocumentRepository,
    private readonly following: FollowDocument,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `document.known` when a document of that symbol is there. */
  register(
    state: State,
    document: Omit<NewDocumentRecord, 'slug' | 'recordedAt'>,
    actor: AuditActor,
  ): Promise<number> {
    const now = this.clock.now();
    const slug = slugOf(document.symbol);
    return this.record.runState(state.id, async () => {
      if (await this.documents.findDocument(state.id, document.symbol))
        throw new UserError('conflict', 'document.known', `${document.symbol} has been recorded before.`);
      const documentId = await this.documents.saveRecord(state.id, { ...document, slug, recordedAt: now });
      const { mechanism, instrument, adoptedOn } = document;
      const nothingRead = { nextReport: { dueOn: null, statement: null }, followUp: [] };
      const { cycle, continues } = await this.following.follow(
        state,
        documentId,
        { mechanism, instrument, adoptedOn, ...nothingRead },
        { changedAt: now, actor },
      );
      await this.audit.append(state.id, {
        personId: null,
        actor,
        action: 'document.recorded',
        subjectKind: 'document',
        subjectId: slug,
        after: { key: document.symbol, cycle, continues: [...continues] },
        happenedAt: now,
      });
      return documentId;
    });
  }
}
