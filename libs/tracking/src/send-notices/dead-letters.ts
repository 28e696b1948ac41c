import type { AuditAction, AuditedFields, Clock, DeadLetterListName, Instant, Role } from '#domain';
import { OperationalError, UserError } from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AuditRepository,
  ClaimedMessage,
  DeadLetter,
  DeadLetterReason,
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
  { readonly decision: 'replay' | 'take_up' } | { readonly decision: 'set_aside'; readonly reason: string };

/** What a page said of the mails that wait for one reason, before they were sent again. */
export interface ReplayAllWish {
  readonly key: string;
  /** Nothing leaves that failed later: only what was counted is sent. */
  readonly until: Instant;
}

export interface ReplayedAll {
  readonly replayed: number;
  /** Cannot be written, or nothing of them holds any more: they stand where they stood. */
  readonly left: number;
}

/** Each is written anew for whoever answers now; so many are while the one who asked waits. */
export const MOST_REPLAYED_AT_ONCE = 500;
const MOST_REASONS = 20;
const STAYS: ReadonlySet<string> = new Set(['dead_letter.nothing_holds', 'dead_letter.still_fails']);
const IS_GONE = 'dead_letter.unknown';

/**
 * Mails that stand still: refused for good, come back, not known whether taken, or not written because a template threw. A person
 * sends one again, or all that stand for one reason, once and under the Message-ID that each has; or sets one aside and says why.
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
    which: DeadLetterListName,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<DeadLetter[]> {
    return this.record.runState(state.id, () => this.rows.letters.list(state.id, which, page));
  }

  /** Reasons for which several mails wait. */
  reasons(state: State): Promise<DeadLetterReason[]> {
    return this.record.runState(state.id, () => this.rows.letters.listReasons(state.id, MOST_REASONS));
  }

  /** @throws UserError `dead_letter.unknown`, `.personal_data`, `.nothing_holds` or `.still_fails`. */
  async decide(state: State, id: number, wish: DeadLetterWish, by: Decider): Promise<void> {
    if (wish.decision === 'set_aside') return this.setAside(state, id, wish.reason, by);
    if (wish.decision === 'take_up') return this.takeUp(state, id, by);
    const present = await this.fresh.present(state.id);
    if (present === null) throw unknown(id);
    await this.record.runState(state.id, () => this.replay(state, id, present, by));
    // Left undone, the next tick finds the mail due all the same.
    await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 });
  }

  /**
   * Sends again what waits for one reason, the oldest first. Each mail is a transaction with its entry in the trail: where this is cut
   * off, whatever was sent is on record and the rest waits as before.
   */
  async replayAll(state: State, wish: ReplayAllWish, by: Decider): Promise<ReplayedAll> {
    const present = await this.fresh.present(state.id);
    if (present === null) return { replayed: 0, left: 0 };
    const ids = await this.record.runState(state.id, () =>
      this.rows.letters.listOfReason(state.id, wish, MOST_REPLAYED_AT_ONCE),
    );
    const counts = { replayed: 0, left: 0 };
    for (const id of ids)
      try {
        await this.record.runState(state.id, () => this.replay(state, id, present, by));
        counts.replayed += 1;
      } catch (error) {
        // Somebody else has sent it or set it aside meanwhile.
        if (error instanceof UserError && error.code === IS_GONE) continue;
        if (!(error instanceof UserError) || !STAYS.has(error.code)) throw error;
        counts.left += 1;
      }
    if (counts.replayed > 0)
      await this.dispatcher.dispatch('mail.deliver', { state: state.iso3 }).catch((error: unknown) => {
        // The next tick finds the mails due all the same; what was done has to be told.
        if (!(error instanceof OperationalError)) throw error;
      });
    return counts;
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

  private takeUp(state: State, id: number, by: Decider): Promise<void> {
    return this.record.runState(state.id, async () => {
      const stood = await this.rows.letters.takeUpAgain(state.id, id);
      if (stood === null) throw unknown(id);
      await this.note(state, id, by, {
        action: 'dead_letter.taken_up',
        before: { deadLetter: 'set_aside' },
        after: { deadLetter: stood },
      });
    });
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
  return new UserError('not_found', IS_GONE, `No mail ${id} stands with the dead letters.`);
}
