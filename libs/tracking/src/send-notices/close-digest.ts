import type { CivilDate, Clock, MailDays, Wait, WorkCalendar } from '#domain';
import { DAILY, civilDayOf, isEscalationOccasion, planMail } from '#domain';
import { messageIdFor } from '#mail';
import type {
  ClaimedMessage,
  DayMessage,
  MailClaim,
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
import type { MailContext, WriteDigest, WrittenMail } from './write-digest.js';

export interface DigestTally {
  readonly messages: number;
  readonly notices: number;
  /** Notices that no longer held when their mail was written. */
  readonly dropped: number;
  /** Notices that were put off to a later day. */
  readonly putOff: number;
}

export interface ClosedDigest extends DigestTally {
  /** What whoever offered to send has to send now: all that was written, or nothing. */
  readonly claimed: readonly ClaimedMessage[];
}

/** Whoever sends what is written, where it is no more than that. */
export interface SendingOffer extends MailClaim {
  readonly atMost: number;
}

interface PlannedMail {
  readonly person: Person;
  readonly sequence: 0 | 1;
  readonly notices: readonly WaitingNotice[];
  readonly earlier: readonly DayMessage[];
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
  async close(state: State, offer: SendingOffer | null = null): Promise<ClosedDigest> {
    const now = this.clock.now();
    const on = civilDayOf(now, state.timeZone);
    return this.record.runState(state.id, async () => {
      const { notices, messages, people } = this.repositories;
      const isFirst = this.options.closeAtOnce || (await this.rules.rhythms.closeDay(state.id, on, now));
      const [document, { open, waiting, recipients }] = await Promise.all([
        this.digest.documentOf(state),
        this.holdWaiting(state.id, on),
      ]);
      const { valid, stale } = sortOut(waiting, recipients);
      for (const [reason, ids] of stale) await notices.skipNotices(state.id, ids, reason);

      const told = await people.listPeople([...new Set(valid.map((notice) => notice.personId))]);
      const left = await messages.listLeft(state.id, [...told.keys()], on);
      const daysFor = await this.daysOf(state, [...told.keys()]);
      const context = await this.digest.contextOf({ state, on, recipients, document }, [...told.keys()]);
      const waits: (Wait & { readonly id: number })[] = [];
      const planned: PlannedMail[] = [];
      for (const person of told.values()) {
        const items = valid.filter((notice) => notice.personId === person.id);
        const earlier = [...open, ...left].filter(({ personId }) => personId === person.id);
        const plan = planMail(
          items.map(unsentOf),
          { today: on, closed: !isFirst, mails: mailsOf(earlier, on) },
          daysFor(person.id),
        );
        waits.push(...plan.waits);
        if (plan.sequence !== null)
          planned.push({ person, sequence: plan.sequence, notices: items, earlier });
      }
      await notices.putOff(state.id, waits);
      const claim = offer !== null && planned.length <= offer.atMost ? offer : undefined;
      const claimed: ClaimedMessage[] = [];
      for (const mail of planned) claimed.push(...(await this.save(context, mail, claim)));
      return {
        messages: planned.length,
        notices: planned.reduce((sum, mail) => sum + mail.notices.length, 0),
        dropped: waiting.length - valid.length,
        putOff: waits.length,
        claimed,
      };
    });
  }

  private async holdWaiting(stateId: number, on: CivilDate) {
    const { notices, messages, people } = this.repositories;
    const open = await messages.holdOpen(stateId);
    const waiting = await notices.listWaiting(stateId);
    const owing = waiting.flatMap(
      ({ obligation, alert }) => (obligation ? obligation.institutionId : alert.institutionId) ?? [],
    );
    return { open, waiting, recipients: await people.listRecipientsOf(stateId, on, owing) };
  }

  private async daysOf(state: State, personIds: readonly number[]): Promise<(personId: number) => MailDays> {
    const chosen = await this.rules.rhythms.listRhythms(state.id, personIds);
    const calendar = chosen.size === 0 ? EVERY_DAY_WORKED : await this.rules.calendarOf(state);
    return (personId) => ({ chosen: chosen.get(personId) ?? DAILY, calendar });
  }

  /** Answers the mail where it is claimed. One that could not be written is for nobody to send. */
  private async save(
    context: MailContext,
    { person, sequence, notices, earlier }: PlannedMail,
    claim: MailClaim | undefined,
  ): Promise<ClaimedMessage[]> {
    const { state, on } = context;
    const { messages } = this.repositories;
    const at = this.clock.now();
    const messageId = messageIdFor(`${state.iso3}.${person.id}.${on}.${sequence}`, this.options.publicUrl);
    const { fault, ...mail } = this.digest.attempt(context, person, notices);
    const id = await messages.saveMessage(state.id, {
      to: { personId: person.id },
      civilOn: on,
      sequence,
      messageId,
      ...mail,
      createdAt: at,
      notices: notices.map((notice) => notice.id),
      claim: fault === null ? claim : undefined,
    });
    const unsent = earlier
      .filter((message) => message.deliveryState === 'pending')
      .map((message) => message.id);
    await messages.supersedeMessages(state.id, unsent, id, at);
    if (fault !== null) await messages.bury(state.id, { id, attempt: 0 }, fault, at);
    return fault === null && claim ? [firstAttempt(id, person, messageId, mail)] : [];
  }
}

/** As a claim of the ledger would answer it. */
function firstAttempt(id: number, person: Person, messageId: string, mail: WrittenMail): ClaimedMessage {
  const { id: personId, email: to, name: toName } = person;
  return { id, personId, subscriberId: null, to, toName, messageId, ...mail, attempt: 1, unanswered: 0 };
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
