import type { CivilDate, Clock, Recipient } from '#domain';
import { daysBetween, digestGroupOf, findingEvidence, inDigestOrder, isEscalationOccasion } from '#domain';
import type { LinkClaims, SignedLinks } from '#identity';
import { MAILS } from '#mail';
import type { DigestInput } from '#mail';
import { findingSentence } from '#messages';
import type {
  Institution,
  InstitutionRepository,
  MessageBody,
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

/** Stands in the ledger until the mail can be written. */
const UNWRITTEN: MessageBody = { text: '', html: '', headers: {}, attachments: [] };

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

export interface MailContext extends DocumentOfMail {
  readonly state: State;
  readonly on: CivilDate;
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly institutionOf: ReadonlyMap<number, number | null>;
}

export interface WrittenMail {
  readonly subject: string;
  readonly body: MessageBody;
}

/** What stands in a person's mail: each alert once, with its links. */
export class WriteDigest {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly people: PeopleRepository;
      readonly institutions: InstitutionRepository;
      readonly recommendations: PublicRecommendationRepository;
    },
    private readonly links: SignedLinks,
    private readonly clock: Clock,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** What the mail says of the newest document. Read as the public, over a connection of the public's own. */
  async documentOf(state: State): Promise<DocumentOfMail> {
    const { recommendations } = this.repositories;
    const { document, deadlines } = await this.record.runPublic(state.id, async () => {
      const newest = await recommendations.findDocument(state.id);
      return {
        document: newest,
        deadlines: newest ? await recommendations.listDocumentDeadlines(state.id, newest.id) : [],
      };
    });
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
  ): Promise<WrittenMail | null> {
    const person = (await this.repositories.people.listPeople([personId])).get(personId);
    if (!person) return null;
    const context = await this.contextOf(present, [personId]);
    return writing(() => this.write(context, person, notices));
  }

  /** For the mails of the given persons. */
  async contextOf(
    { state, on, recipients, document }: PresentOfMail,
    personIds: readonly number[],
  ): Promise<MailContext> {
    const institutionOf = new Map(
      recipients.map((recipient) => [recipient.personId, recipient.institutionId]),
    );
    const named = personIds.flatMap((id) => institutionOf.get(id) ?? []);
    const institutions = await this.repositories.institutions.findInstitutions(state.id, named);
    return { state, on, institutions, institutionOf, ...document };
  }

  /** One person's template that throws keeps no other mail from being written. */
  attempt(
    context: MailContext,
    person: Person,
    notices: readonly WaitingNotice[],
  ): WrittenMail & { readonly fault: string | null } {
    try {
      return { ...this.write(context, person, notices), fault: null };
    } catch (cause) {
      return { subject: '', body: UNWRITTEN, fault: reasonOf(cause) };
    }
  }

  private write(context: MailContext, person: Person, notices: readonly WaitingNotice[]): WrittenMail {
    const { subject, text, html, headers, attachments } = MAILS.digest(
      this.digestOf(context, person, notices),
    );
    return { subject, body: { text, html, headers, attachments } };
  }

  private digestOf(context: MailContext, person: Person, notices: readonly WaitingNotice[]): DigestInput {
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
        url: pageOf(home, notice),
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
      listUrl: `${home}/alerts`,
      nextReport: nextReport
        ? { certainty: nextReport.certainty, dueOn: nextReport.dueOn, year: nextReport.dueYear }
        : null,
      demonstration: state.demonstration,
      unsubscribeUrl: this.urlOf(person, 'mail-rhythm', {
        purpose: 'choose_rhythm',
        state: state.iso3,
        alertId: null,
      }),
    };
  }

  private linkUrl(
    purpose: 'answer_alert' | 'submit_figure',
    state: State,
    person: Person,
    { alertId }: WaitingNotice,
  ): string {
    const page = purpose === 'answer_alert' ? 'answer' : 'figure';
    return this.urlOf(person, page, { purpose, state: state.iso3, alertId });
  }

  private urlOf(
    { id, language }: Person,
    page: string,
    claims: Pick<LinkClaims, 'purpose' | 'state' | 'alertId'>,
  ): string {
    const expiresAt = this.clock.now() + LINK_FOR_MS;
    const token = this.links.sign({ ...claims, personId: id, expiresAt });
    return `${this.options.publicUrl}/${language}/${page}/${token}`;
  }
}

/** A request is answered on its own page. */
function pageOf(home: string, { alert: { subject }, recommendation }: WaitingNotice): string {
  return subject.kind === 'information_request'
    ? `${home}/information-requests/${subject.id}`
    : `${home}/recommendations/${recommendation.publicId}`;
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
