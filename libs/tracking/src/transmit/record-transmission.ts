import type { CivilDate, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  AuditRepository,
  InstitutionChangeRepository,
  RecipientKind,
  RecordDatabase,
  State,
  TransmissionRepository,
} from '#persistence';

import type { ChangedBy } from '../manage-institutions/change-institutions.js';

export interface TransmissionWish {
  readonly institution: string;
  readonly recipientKind: RecipientKind;
  /** Slug of the document; null: the newest. */
  readonly document: string | null;
  /** Codes of recommendations; none: the whole document. */
  readonly items: readonly string[];
  readonly sentOn: CivilDate;
  /** Number of the letter. */
  readonly letter: string;
  readonly receivedOn: CivilDate | null;
}

/** The Committee asks that its recommendations be transmitted: to whom that was done, by what letter, and when it arrived. */
export class RecordTransmission {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly transmissions: TransmissionRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `transmission.institution_unknown`, `.document_unknown`, `.items_unknown`, `.dates` or `.already`. */
  send(state: State, wish: TransmissionWish, by: ChangedBy): Promise<number> {
    return this.record.runState(state.id, async () => {
      const { transmissions, institutions, audit } = this.rows;
      this.refuseDates(state, wish.sentOn, wish.receivedOn);
      const institution = await institutions.lockInstitution(state.id, wish.institution);
      if (!institution)
        throw new UserError(
          'invalid_input',
          'transmission.institution_unknown',
          `institution: ${state.iso3} has no institution "${wish.institution}".`,
        );
      const document = await transmissions.findDocument(state.id, wish.document);
      if (!document)
        throw new UserError(
          'invalid_input',
          'transmission.document_unknown',
          'document: none of that name is kept.',
        );
      const found = await transmissions.findItems(state.id, document.id, wish.items);
      const missing = wish.items.filter((code) => !found.some((item) => item.code === code));
      if (missing.length > 0)
        throw new UserError(
          'invalid_input',
          'transmission.items_unknown',
          `items: the document has no ${missing.join(', ')}.`,
        );
      const at = this.clock.now();
      const id = await transmissions.addTransmission(state.id, {
        ...wish,
        institutionId: institution.id,
        documentId: document.id,
        items: found.map((item) => item.id),
        recordedBy: by.personId,
        recordedAt: at,
      });
      if (id === null)
        throw new UserError(
          'conflict',
          'transmission.already',
          `letter: ${wish.letter} to ${wish.institution} is recorded already.`,
        );
      await audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'transmission.recorded',
        subjectKind: 'transmission',
        subjectId: String(id),
        before: null,
        after: {
          institution: wish.institution,
          document: document.slug,
          items: wish.items,
          letter: wish.letter,
          sentOn: wish.sentOn,
          receivedOn: wish.receivedOn,
        },
        happenedAt: at,
      });
      return id;
    });
  }

  /** @throws UserError `transmission.unknown` or `transmission.dates`. A receipt may be corrected: the history keeps both. */
  receive(
    state: State,
    id: number,
    { receivedOn }: { readonly receivedOn: CivilDate },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const { transmissions, audit } = this.rows;
      const old = await transmissions.lockTransmission(state.id, id);
      if (!old) throw new UserError('not_found', 'transmission.unknown', 'There is no such transmission.');
      this.refuseDates(state, old.sentOn, receivedOn);
      const at = this.clock.now();
      await transmissions.setReceipt(state.id, id, { receivedOn, personId: by.personId, at });
      await audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'transmission.received',
        subjectKind: 'transmission',
        subjectId: String(id),
        before: { institution: old.institution, receivedOn: old.receivedOn },
        after: { institution: old.institution, receivedOn },
        happenedAt: at,
      });
    });
  }

  private refuseDates(state: State, sentOn: CivilDate, receivedOn: CivilDate | null): void {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    if (sentOn <= today && (receivedOn === null || (receivedOn >= sentOn && receivedOn <= today))) return;
    throw new UserError(
      'invalid_input',
      'transmission.dates',
      'sentOn, receivedOn: expected days that are not in the future, the receipt not before the letter.',
    );
  }
}
