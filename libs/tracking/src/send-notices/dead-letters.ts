import type { AuditAction, AuditedFields, Clock, Role } from '#domain';
import { UserError } from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AuditRepository,
  ClaimedMessage,
  DeadLetter,
  DeadLetterRepository,
  PeopleRepository,
  RecordDatabase,
  State,
} from '#persistence';
import type { JobDispatcher } from '#queue';

import type { PresentOfMail } from './write-digest.js';
import { MailNotWritten } from './mail-not-written.js';
import type { RefreshMail } from './refresh-mail.js';

export interface Decider {
  readonly personId: number;
  readonly role: Role;
}

export type DeadLetterWish =
  { readonly decision: 'replay' } | { readonly decision: 'set_aside'; readonly reason: string };

/**
 * Mails that stand still: refused for good, come back, not known whether taken, or not written because a template threw. A person
 * sends one again, once and under the Message-ID that it has, or sets it aside and says why.
 */
export class DeadLetters {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly letters: DeadLetterRepository;
      readonly people: PeopleRepository;
      readonly audit: AuditRepository;
    },
    private readonly fresh: RefreshMail,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  list(
    state: State,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<DeadLetter[]> {
    return this.record.runState(state.id, () => this.rows.letters.list(state.id, page));
  }

  /** @throws UserError `dead_letter.unknown`, `.personal_data`, `.nothing_holds` or `.still_fails`. */
  async decide(state: State, id: number, wish: DeadLetterWish, by: Decider): Promise<void> {
    if (wish.decision === 'set_aside') return this.setAside(state, id, wish.reason, by);
    const present = await this.fresh.present(state.id);
    if (present === null) throw unknown(id);
    await this.record.runState(state.id, () => this.replay(state, id, present, by));
    // Left undone, the next tick finds the mail due all the same.
    await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
  }

  private async replay(state: State, id: number, present: PresentOfMail, by: Decider): Promise<void> {
    const { letters, people } = this.rows;
    const letter = await letters.find(state.id, id);
    if (letter === null) throw unknown(id);
    await letters.sendAgain(state.id, id, this.clock.now());
    if (letter.state === 'permanent' || letter.state === 'returned')
      await letters.trustAddressAgain(letter.personId);
    const recipients = await people.listRecipients(state.id, present.on);
    const mail = await this.writtenAnew(letter, { ...present, recipients });
    // Its notices were settled meanwhile, or its text is gone: there is nothing that could be sent.
    if (mail === null || mail.body.text === '')
      throw new UserError(
        'conflict',
        'dead_letter.nothing_holds',
        'Nothing that this mail says holds any more; set it aside.',
      );
    await this.note(state, id, by, {
      action: 'dead_letter.replayed',
      before: { deadLetter: letter.state },
      after: { deadLetter: 'pending' },
    });
  }

  private async writtenAnew(letter: ClaimedMessage, present: PresentOfMail): Promise<ClaimedMessage | null> {
    try {
      const carried = await this.fresh.carriedBy(present.state.id, [letter]);
      return await this.fresh.refresh(letter, carried.get(letter.id) ?? [], present, { anew: true });
    } catch (error) {
      if (!(error instanceof MailNotWritten)) throw error;
      throw new UserError(
        'conflict',
        'dead_letter.still_fails',
        `The mail can still not be written: ${error.message}`,
        { cause: error },
      );
    }
  }

  private async setAside(state: State, id: number, reason: string, by: Decider): Promise<void> {
    const kinds = findPersonalData(reason);
    if (kinds.length > 0)
      throw new UserError(
        'invalid_input',
        'dead_letter.personal_data',
        'reason: leave out what points at a person.',
        { details: { kinds } },
      );
    await this.record.runState(state.id, async () => {
      const letter = await this.rows.letters.find(state.id, id);
      if (letter === null) throw unknown(id);
      await this.rows.letters.setAside(state.id, id, reason, this.clock.now());
      await this.note(
        state,
        id,
        by,
        {
          action: 'dead_letter.set_aside',
          before: { deadLetter: letter.state },
          after: { deadLetter: 'set_aside' },
        },
        reason,
      );
    });
  }

  private note(
    state: State,
    id: number,
    by: Decider,
    change: { readonly action: AuditAction; readonly before: AuditedFields; readonly after: AuditedFields },
    reason?: string,
  ): Promise<void> {
    return this.rows.audit.append(state.id, {
      personId: by.personId,
      actor: by.role,
      ...change,
      subjectKind: 'message',
      subjectId: String(id),
      reason,
      happenedAt: this.clock.now(),
    });
  }
}

function unknown(id: number): UserError {
  return new UserError('not_found', 'dead_letter.unknown', `No mail ${id} stands with the dead letters.`);
}
