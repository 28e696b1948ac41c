import type { CivilDate, Clock, Recipient } from '#domain';
import {
  civilDayOf,
  daysBetween,
  digestGroupOf,
  findingEvidence,
  inDigestOrder,
  isEscalationOccasion,
} from '#domain';
import type { LinkPurpose, SignedLinks } from '#identity';
import { MAILS, messageIdFor } from '#mail';
import type { DigestInput } from '#mail';
import { findingSentence } from '#messages';
import type {
  DayMessage,
  Institution,
  InstitutionRepository,
  MessageBody,
  MessageRepository,
  NoticeRepository,
  PeopleRepository,
  Person,
  PublicDeadline,
  PublicRecommendationRepository,
  RecordDatabase,
  State,
  WaitingNotice,
} from '#persistence';

import { LINK_FOR_MS } from '../answer-alert/link-time.js';
import { reasonOf, writing } from './mail-not-written.js';
import { sortOut } from './stale-notice.js';

/** Stands in the ledger until the mail can be written. */
const UNWRITTEN: MessageBody = { text: '', html: '', headers: {}, attachments: [] };

export interface DigestTally {
  readonly messages: number;
  readonly notices: number;
  /** Notices that no longer held when their mail was written. */
  readonly dropped: number;
}

/** Writes at most one mail per person and civil day, and one extra for what is due or overdue today. */
export class CloseDigest {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly notices: NoticeRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
      readonly institutions: InstitutionRepository;
      readonly recommendations: PublicRecommendationRepository;
    },
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** The notices of a mail that never left are written into the newer one, which takes its place: after an outage one mail, not three. */
  async close(state: State): Promise<DigestTally> {
    const on = civilDayOf(this.clock.now(), state.timeZone);
    const document = await this.documentOf(state);
    return this.record.runState(state.id, async () => {
      const open = await this.repositories.messages.listOpenOrOf(state.id, on);
      const waiting = await this.repositories.notices.listWaiting(state.id, null);
      const recipients = await this.repositories.people.listRecipients(state.id, on);
      const { valid, stale } = sortOut(waiting, recipients);
      for (const [reason, ids] of stale) await this.repositories.notices.skipNotices(state.id, ids, reason);

      const people = await this.repositories.people.listPeople([
        ...new Set(valid.map((notice) => notice.personId)),
      ]);
      const context = await this.contextOf({ state, on, recipients, document });
      let messages = 0;
      let notices = 0;
      for (const person of people.values()) {
        const items = valid.filter((notice) => notice.personId === person.id);
        const written = await this.write(
          context,
          person,
          items,
          open.filter((message) => message.personId === person.id),
        );
        if (!written) continue;
        messages += 1;
        notices += items.length;
      }
      return { messages, notices, dropped: waiting.length - valid.length };
    });
  }

  /** What the mail says of the newest document. Read as the public, outside of any transaction. */
  async documentOf(state: State): Promise<DocumentOfMail> {
    const document = await this.repositories.recommendations.findDocument(state.id);
    const deadlines = document
      ? await this.repositories.recommendations.listDocumentDeadlines(state.id, document.id)
      : [];
    return {
      documentTitle: {
        en: document?.shortTitle?.en ?? document?.title ?? '',
        es: document?.shortTitle?.es ?? document?.title ?? '',
      },
      nextReport: deadlines.find((deadline) => deadline.purpose === 'next_report') ?? null,
    };
  }

  /** One person's mail, as it would be written now. In a transaction of the State. */
  async compose(
    present: PresentOfMail,
    personId: number,
    notices: readonly WaitingNotice[],
  ): Promise<{ readonly subject: string; readonly body: MessageBody } | null> {
    const person = (await this.repositories.people.listPeople([personId])).get(personId);
    if (!person) return null;
    const context = await this.contextOf(present);
    return writing(() => mailOf(this.digestOf(context, person, notices)));
  }

  private async contextOf({ state, on, recipients, document }: PresentOfMail): Promise<Context> {
    return {
      state,
      on,
      institutions: await this.repositories.institutions.listInstitutions(state.id),
      institutionOf: new Map(recipients.map((recipient) => [recipient.personId, recipient.institutionId])),
      ...document,
    };
  }

  private async write(
    context: Context,
    person: Person,
    notices: readonly WaitingNotice[],
    earlier: readonly DayMessage[],
  ): Promise<boolean> {
    const { state, on } = context;
    const sequence = nextSequence(earlier, notices, on);
    if (sequence === null) return false;
    const at = this.clock.now();
    const messageId = messageIdFor(`${state.iso3}.${person.id}.${on}.${sequence}`, this.options.publicUrl);
    const { subject, body, fault } = this.attempt(context, person, notices);
    const id = await this.repositories.messages.saveMessage(state.id, {
      personId: person.id,
      civilOn: on,
      sequence,
      messageId,
      subject,
      body,
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
    return true;
  }

  /** One person's template that throws keeps no other mail from being written. */
  private attempt(
    context: Context,
    person: Person,
    notices: readonly WaitingNotice[],
  ): ReturnType<typeof mailOf> & { readonly fault: string | null } {
    try {
      return { ...mailOf(this.digestOf(context, person, notices)), fault: null };
    } catch (cause) {
      return { subject: '', body: UNWRITTEN, fault: reasonOf(cause) };
    }
  }

  private digestOf(context: Context, person: Person, notices: readonly WaitingNotice[]): DigestInput {
    const { state, on, nextReport } = context;
    const { language } = person;
    const institutionId = context.institutionOf.get(person.id) ?? null;
    const institution = institutionId === null ? undefined : context.institutions.get(institutionId);
    const newest = newestPerAlert(notices).map((notice) => ({ ...notice, dueOn: notice.alert.dueOn }));
    const home = `${this.options.publicUrl}/${language}/states/${state.iso3}`;
    return {
      language,
      institutionName: institution?.name[language] ?? null,
      stateName: state.name[language],
      documentTitle: context.documentTitle[language],
      today: on,
      items: inDigestOrder(newest, on).map((notice) => ({
        code: notice.recommendation.code,
        title:
          notice.recommendation.title[language] ??
          notice.recommendation.title['en'] ??
          notice.recommendation.code,
        obligation: notice.obligation?.title[language] ?? null,
        dueOn: notice.dueOn,
        daysLate: notice.dueOn === null ? 0 : daysBetween(notice.dueOn, on),
        group: digestGroupOf(notice.dueOn, on),
        sentence: findingSentence(
          language,
          `${notice.alert.rule}.${notice.alert.reason}`,
          findingEvidence(notice.alert, on),
        ),
        url: `${home}/recommendations/${notice.recommendation.publicId}`,
        acknowledgeUrl: mayAnswer(notice, context.institutionOf.get(person.id) ?? null)
          ? this.linkUrl('answer_alert', state, person, notice)
          : `${home}/alerts/${notice.alertId}`,
        unansweredFor: isEscalationOccasion(notice.occasion) ? notice.rung : null,
        figureUrl: notice.obligation?.asksFigure
          ? this.linkUrl('submit_figure', state, person, notice)
          : null,
        // A rung that had passed before anyone knew of the obligation is not our delay.
        lateRung: notice.reason === 'rung_reached_late' && notice.rungOn >= notice.alert.openedOn,
        uid: `${state.iso3}.${notice.alert.subject.kind}.${notice.alert.subject.id}`,
      })),
      deskUrl: `${home}/docket`,
      nextReport: nextReport
        ? { certainty: nextReport.certainty, dueOn: nextReport.dueOn, year: nextReport.dueYear }
        : null,
      demonstration: state.demonstration,
      unsubscribeUrl: null,
    };
  }

  private linkUrl(purpose: LinkPurpose, state: State, person: Person, notice: WaitingNotice): string {
    const token = this.links.sign({
      purpose,
      state: state.iso3,
      personId: person.id,
      alertId: notice.alertId,
      expiresAt: this.clock.now() + LINK_FOR_MS,
    });
    return `${this.options.publicUrl}/${person.language}/${purpose === 'answer_alert' ? 'answer' : 'figure'}/${token}`;
  }
}

interface DocumentOfMail {
  readonly documentTitle: { readonly en: string; readonly es: string };
  readonly nextReport: PublicDeadline | null;
}

/** What mails are written from, as of one moment. */
export interface PresentOfMail {
  readonly state: State;
  readonly on: CivilDate;
  readonly recipients: readonly Recipient[];
  readonly document: DocumentOfMail;
}

interface Context extends DocumentOfMail {
  readonly state: State;
  readonly on: CivilDate;
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly institutionOf: ReadonlyMap<number, number | null>;
}

function mailOf(input: DigestInput): { readonly subject: string; readonly body: MessageBody } {
  const { subject, text, html, headers, attachments } = MAILS.digest(input);
  return { subject, body: { text, html, headers, attachments } };
}

/** 0 for the mail of the day, 1 for the one extra that only what is due or overdue today can bring, null to wait for tomorrow. */
function nextSequence(
  earlier: readonly DayMessage[],
  notices: readonly WaitingNotice[],
  on: CivilDate,
): 0 | 1 | null {
  const today = earlier.filter((message) => message.civilOn === on);
  if (today.length === 0) return 0;
  const pressing = notices.some((notice) => notice.alert.dueOn !== null && notice.alert.dueOn <= on);
  const extra = today.some((message) => message.sequence === 1);
  const waitsAnyway = today.every((message) => message.deliveryState === 'pending');
  return pressing && !extra && !waitsAnyway ? 1 : null;
}

/** Whoever hears of it because its owner is silent answers only where it is the own institution's. */
function mayAnswer({ occasion, alert }: WaitingNotice, institutionId: number | null): boolean {
  return !isEscalationOccasion(occasion) || (institutionId !== null && institutionId === alert.institutionId);
}

/** Of several notices about one alert only the newest is worth a line. */
function newestPerAlert(notices: readonly WaitingNotice[]): WaitingNotice[] {
  const newest = new Map<number, WaitingNotice>();
  for (const notice of notices) newest.set(notice.alertId, notice);
  return [...newest.values()];
}
