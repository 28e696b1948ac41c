import type { Clock } from '#domain';
import { civilDayOf } from '#domain';
import type {
  ClaimedMessage,
  MessageRepository,
  NoticeRepository,
  PeopleRepository,
  RecordDatabase,
  StateRepository,
  WaitingNotice,
} from '#persistence';

import { sortOut } from './stale-notice.js';
import type { PresentOfMail, WriteDigest } from './write-digest.js';

/**
 * A mail may wait for hours until it leaves. What was settled, moved, put off or handed over meanwhile leaves it again: no
 * mail goes out with an old date or to an old owner (promise R18).
 */
export class RefreshMail {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly states: StateRepository;
      readonly notices: NoticeRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
    },
    private readonly digest: WriteDigest,
    private readonly clock: Clock,
  ) {}

  /** What the mails of one delivery are held against; null for a State that is gone. */
  async present(stateId: number): Promise<PresentOfMail | null> {
    const state = (await this.rows.states.listStates()).find(({ id }) => id === stateId);
    if (!state) return null;
    const on = civilDayOf(this.clock.now(), state.timeZone);
    const [document, recipients] = await Promise.all([
      this.digest.documentOf(state),
      this.record.runState(stateId, () => this.rows.people.listRecipients(stateId, on)),
    ]);
    return { state, on, recipients, document };
  }

  /** What the given mails carry, by mail. In a transaction of the State. */
  async carriedBy(
    stateId: number,
    messages: readonly ClaimedMessage[],
  ): Promise<Map<number, WaitingNotice[]>> {
    const carried = new Map(messages.map(({ id }) => [id, [] as WaitingNotice[]]));
    if (messages.length === 0) return carried;
    for (const notice of await this.rows.notices.listCarried(stateId, [...carried.keys()]))
      carried.get(notice.messageId!)?.push(notice);
    return carried;
  }

  /**
   * The mail as it holds now, written anew where some of what it carries does not, or where that is asked for; null where nothing of
   * it does. In a transaction of the State.
   */
  async refresh(
    message: ClaimedMessage,
    carried: readonly WaitingNotice[],
    present: PresentOfMail,
    { anew = false } = {},
  ): Promise<ClaimedMessage | null> {
    const { notices, messages } = this.rows;
    const { id: stateId } = present.state;
    // What was published stays published.
    if (message.personId === null) return message;
    const { valid, stale } = sortOut(carried, present.recipients);
    if (stale.size === 0 && (!anew || valid.length === 0)) return message;
    for (const [reason, ids] of stale) await notices.skipNotices(stateId, ids, reason);
    const mail = valid.length === 0 ? null : await this.digest.compose(present, message.personId, valid);
    if (mail === null) {
      await messages.withdraw(stateId, message, this.clock.now());
      return null;
    }
    await messages.rewrite(stateId, message.id, mail);
    return { ...message, ...mail };
  }
}
