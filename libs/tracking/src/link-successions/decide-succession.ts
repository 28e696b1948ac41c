import { UserError, fitsLaterItem } from '#domain';
import type { Clock, Role, SuccessionKind, SuccessionState } from '#domain';
import type {
  AuditRepository,
  DocumentRepository,
  RecordDatabase,
  State,
  SuccessionRepository,
} from '#persistence';

interface Decided {
  readonly kind: SuccessionKind;
  readonly reason: string;
  readonly by: { readonly personId: number; readonly role: Role };
}

export interface SuccessionVerdict extends Decided {
  readonly state: Exclude<SuccessionState, 'suggested'>;
}

export interface NewSuccession extends Decided {
  /** Public addresses. */
  readonly earlier: string;
  readonly later: string | null;
  /** Symbol or slug of the later document: needed where it has no such item. */
  readonly laterDocument: string | null;
}

/** Only a person says what became of an item, and may say otherwise later: each decision is an entry of the audit. */
export class DecideSuccession {
  constructor(
    private readonly record: RecordDatabase,
    private readonly successions: SuccessionRepository,
    private readonly documents: DocumentRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `succession.unknown` or `succession.kind`. */
  decide(state: State, id: number, { kind, reason, by, ...verdict }: SuccessionVerdict): Promise<void> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const found = await this.successions.findSuccession(state.id, id);
      if (!found)
        throw new UserError('not_found', 'succession.unknown', 'No such pair is there for this State.');
      refuseUnfitting(kind, found.later !== null);
      await this.successions.decide(state.id, id, {
        state: verdict.state,
        kind,
        personId: by.personId,
        reason,
        decidedAt: now,
      });
      const pair = { earlier: found.earlier.publicId, later: found.later?.publicId ?? null };
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: `succession.${verdict.state}`,
        subjectKind: 'recommendation',
        subjectId: found.earlier.publicId,
        before: { ...pair, kind: found.kind, state: found.state },
        after: { ...pair, kind, state: verdict.state },
        reason,
        happenedAt: now,
      });
    });
  }

  /** @throws UserError `succession.item_unknown`, `succession.document_unknown`, `succession.order`, `succession.kind` or `succession.there`. */
  add(state: State, { earlier, later, laterDocument, kind, reason, by }: NewSuccession): Promise<void> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      refuseUnfitting(kind, later !== null);
      const from = await this.findItem(state, earlier);
      const to = later === null ? null : await this.findItem(state, later);
      const laterDocumentId = to?.documentId ?? (await this.findDocument(state, laterDocument ?? ''));
      if (!(await this.successions.goesOn(state.id, from.documentId, laterDocumentId)))
        throw new UserError(
          'invalid_input',
          'succession.order',
          'later: expected an item of a document that goes on from the earlier one.',
        );
      const id = await this.successions.addSuccession(
        state.id,
        { earlierId: from.id, laterDocumentId, laterId: to?.id ?? null },
        { state: 'confirmed', kind, personId: by.personId, reason, decidedAt: now },
      );
      if (id === null)
        throw new UserError(
          'conflict',
          'succession.there',
          'This pair is there already: decide on it in the list.',
        );
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'succession.added',
        subjectKind: 'recommendation',
        subjectId: earlier,
        after: { earlier, later, kind, state: 'confirmed' },
        reason,
        happenedAt: now,
      });
    });
  }

  private async findItem(state: State, publicId: string): Promise<{ id: number; documentId: number }> {
    const item = await this.successions.findItem(state.id, publicId);
    if (item) return item;
    throw new UserError(
      'invalid_input',
      'succession.item_unknown',
      `No recommendation "${publicId}" is followed for ${state.iso3}.`,
    );
  }

  private async findDocument(state: State, symbol: string): Promise<number> {
    const document = await this.documents.findDocument(state.id, symbol);
    if (document) return document.id;
    throw new UserError(
      'invalid_input',
      'succession.document_unknown',
      'laterDocument: expected the symbol of a document of this State, where no later item is given.',
    );
  }
}

function refuseUnfitting(kind: SuccessionKind, hasLaterItem: boolean): void {
  if (fitsLaterItem(kind, hasLaterItem)) return;
  throw new UserError(
    'invalid_input',
    'succession.kind',
    hasLaterItem
      ? 'kind: what was dropped has no later item; expected repeated, narrowed, absorbed or implemented.'
      : 'kind: without a later item an item was dropped or implemented.',
  );
}
