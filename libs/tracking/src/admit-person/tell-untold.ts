import type { Clock, Instant } from '#domain';
import type { MemberRepository, RecordDatabase, State } from '#persistence';

import type { AskAccessMail } from './ask-access-mail.js';

const MINUTE_MS = 60_000;
/** A queue that works has told within this. */
const GRACE_MS = 10 * MINUTE_MS;
/** After that, whoever was entered is told by a person, who sees in the list of people that nobody arrived. */
const NO_LONGER_AFTER_MS = 7 * 24 * 60 * MINUTE_MS;
const LOOK_EVERY_MS = 5 * MINUTE_MS;
const MOST_AT_ONCE = 100;

/**
 * Finds whom nobody told: a person is entered in one transaction and the mail asked for after it, and a process can die between
 * the two, or the queue be out of reach.
 */
export class TellUntold {
  private readonly lookedAt = new Map<number, Instant>();

  constructor(
    private readonly record: RecordDatabase,
    private readonly members: MemberRepository,
    private readonly mails: AskAccessMail,
    private readonly clock: Clock,
  ) {}

  /** Answers how many mails were asked for. A mail that waits in the queue already is left alone there. */
  async tell(state: State): Promise<number> {
    const now = this.clock.now();
    if (now - (this.lookedAt.get(state.id) ?? -Infinity) < LOOK_EVERY_MS) return 0;
    const untold = await this.record.runState(state.id, () =>
      this.members.listUntold(state.id, now - NO_LONGER_AFTER_MS, now - GRACE_MS, MOST_AT_ONCE),
    );
    for (const { personId, role, institution, enteredBy, enteredAt } of untold)
      await this.mails.askAppointment(
        { personId, state: state.iso3, role, institution, by: enteredBy },
        enteredAt,
      );
    this.lookedAt.set(state.id, now);
    return untold.length;
  }
}
