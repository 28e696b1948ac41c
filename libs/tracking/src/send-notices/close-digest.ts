import type { CivilDate, Clock, MailDays, Wait, WorkCalendar } from '#domain';
import { DAILY, civilDayOf, isEscalationOccasion, planMail } from '#domain';
import { messageIdFor } from '#mail';
import type {
  DayMessage,
  MailRhythmRepository,
  MessageRepository,
  NoticeRepository,
  PeopleRepository,
  Person,
  RecordDatabase,
  State,
  WaitingNotice,
} from '#persistence';

import { sortOut } from './stale-notice.js';
import type { MailContext, WriteDigest } from './write-digest.js';

export interface DigestTally {
  readonly messages: number;
  readonly notices: number;
  /** Notices that no longer held when their mail was written. */
  readonly dropped: number;
  /** Notices that were put off to a later day. */
  readonly putOff: number;
}

/** What of a State decides when mails leave. */
export interface MailRules {
  readonly rhythms: MailRhythmRepository;
  calendarOf(state: State): Promise<WorkCalendar>;
}

/** Who has chosen nothing needs no calendar. */
const EVERY_DAY_WORKED: WorkCalendar = { holidays: new Set(), weekend: new Set() };

/** Writes at most one mail per person and civil day, and one extra for what is due or overdue today, in the rhythm of each. */
export class CloseDigest {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly notices: NoticeRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
    },
    private readonly rules: MailRules,
    private readonly digest: WriteDigest,
    private readonly clock: Clock,
    private readonly options: {
      readonly publicUrl: string;
      /** Whoever has no mail today gets one as soon as there is something to say, for the demonstration. */
      readonly closeAtOnce: boolean;
    },
  ) {}

  /** The notices of a mail that never left are written into the newer one, which takes its place: after an outage one mail, not three. */
  async close(state: State): Promise<DigestTally> {
    const now = this.clock.now();
    const on = civilDayOf(now, state.timeZone);
    const document = await this.digest.documentOf(state);
    return this.record.runState(state.id, async () => {
      const { notices, messages, people } = this.repositories;
      const isFirst = this.options.closeAtOnce || (await this.rules.rhythms.closeDay(state.id, on, now));
      const open = await messages.holdOpen(state.id);
      const waiting = await notices.listWaiting(state.id);
      const recipients = await people.listRecipients(state.id, on);
      const { valid, stale } = sortOut(waiting, recipients);
      for (const [reason, ids] of stale) await notices.skipNotices(state.id, ids, reason);

      const told = await people.listPeople([...new Set(valid.map((notice) => notice.personId))]);
      const left = await messages.listLeft(state.id, [...told.keys()], on);
      const daysFor = await this.daysOf(state, [...told.keys()]);
      const context = await this.digest.contextOf({ state, on, recipients, document });
      const waits: (Wait & { readonly id: number })[] = [];
      const written = { messages: 0, notices: 0 };
      for (const person of told.values()) {
        const items = valid.filter((notice) => notice.personId === person.id);
        const earlier = [...open, ...left].filter(({ personId }) => personId === person.id);
        const plan = planMail(
          items.map(unsentOf),
          { today: on, closed: !isFirst, mails: mailsOf(earlier, on) },
          daysFor(person.id),
        );
        waits.push(...plan.waits);
        if (plan.sequence === null) continue;
        await this.save(context, person, plan.sequence, items, earlier);
        written.messages += 1;
        written.notices += items.length;
      }
      await notices.putOff(state.id, waits);
      return { ...written, dropped: waiting.length - valid.length, putOff: waits.length };
    });
  }

  private async daysOf(state: State, personIds: readonly number[]): Promise<(personId: number) => MailDays> {
    const chosen = await this.rules.rhythms.listRhythms(state.id, personIds);
    const calendar = chosen.size === 0 ? EVERY_DAY_WORKED : await this.rules.calendarOf(state);
    return (personId) => ({ chosen: chosen.get(personId) ?? DAILY, calendar });
  }

  private async save(
    context: MailContext,
    person: Person,
    sequence: 0 | 1,
    notices: readonly WaitingNotice[],
    earlier: readonly DayMessage[],
  ): Promise<void> {
    const { state, on } = context;
    const at = this.clock.now();
    const messageId = messageIdFor(`${state.iso3}.${person.id}.${on}.${sequence}`, this.options.publicUrl);
    const { fault, ...mail } = this.digest.attempt(context, person, notices);
    const id = await this.repositories.messages.saveMessage(state.id, {
      to: { personId: person.id },
      civilOn: on,
      sequence,
      messageId,
      ...mail,
      createdAt: at,
    });
    await this.repositories.notices.attachToMessage(
      state.id,
      notices.map((notice) => notice.id),
      id,
    );
    if (fault !== null) await this.repositories.messages.bury(state.id, { id, attempt: 0 }, fault, at);
    const unsent = earlier
      .filter((message) => message.deliveryState === 'pending')
      .map((message) => message.id);
    await this.repositories.messages.supersedeMessages(state.id, unsent, id, at);
  }
}

function unsentOf({ id, alert, rung, occasion, waitsUntil, messageId }: WaitingNotice) {
  return {
    id,
    dueOn: alert.dueOn,
    rung,
    escalated: isEscalationOccasion(occasion),
    waitsUntil,
    inMail: messageId !== null,
  };
}

function mailsOf(earlier: readonly DayMessage[], on: CivilDate) {
  return earlier
    .filter(({ civilOn }) => civilOn === on)
    .map(({ sequence, deliveryState }) => ({ sequence, left: deliveryState !== 'pending' }));
}
