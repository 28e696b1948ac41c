import type { CivilDate, Instant } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import type { InformationRequest, MessageRepository, PeopleRepository, State } from '#persistence';

/** Mails to the office that asked formally, kept in the ledger of mails by the transaction that they tell of. */
export class RequestMails {
  constructor(
    private readonly rows: { readonly messages: MessageRepository; readonly people: PeopleRepository },
    private readonly publicUrl: string,
  ) {}

  /** That a request was answered, to the ombudsperson of today: what it says is read here. */
  async tellAnswered(
    state: State,
    request: InformationRequest,
    { on, at }: { readonly on: CivilDate; readonly at: Instant },
  ): Promise<void> {
    const { messages, people } = this.rows;
    const recipients = await people.listRecipients(state.id, on);
    const office = recipients.filter(({ role, reachable }) => role === 'ombudsperson' && reachable);
    const told = await people.listPeople([...new Set(office.map(({ personId }) => personId))]);
    for (const { id, language, endedAt } of told.values()) {
      if (endedAt !== null) continue;
      const { institution, recommendation } = request;
      const mail = MAILS.requestAnswered({
        language,
        stateName: state.name[language],
        institution: institution.name[language],
        request: request.id,
        code: recommendation.code,
        about: recommendation.titles[language] ?? recommendation.titles['en'] ?? '',
        inTime: on <= request.dueOn,
        url: `${this.publicUrl}/${language}/states/${state.iso3}/information-requests/${request.id}`,
        demonstration: state.demonstration,
      });
      const sequence = await messages.nextSequence(state.id, id, on);
      await messages.saveMessage(state.id, {
        to: { personId: id },
        civilOn: on,
        sequence,
        messageId: messageIdFor(`${state.iso3}.${id}.${on}.${sequence}`, this.publicUrl),
        subject: mail.subject,
        body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
        createdAt: at,
      });
    }
  }
}
