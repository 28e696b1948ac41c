import type { CivilDate, Clock } from '#domain';
import { OperationalError, civilDayOf, findingEvidence } from '#domain';
import { MAILS, messageIdFor } from '#mail';
import { findingSentence } from '#messages';
import type {
  HandOver,
  HandOverRepository,
  InstitutionRepository,
  MessageRepository,
  Moved,
  PeopleRepository,
  Person,
  RecordDatabase,
  Standing,
  State,
} from '#persistence';

/** As many as a mail can list and still be read. */
const MOST_LISTED = 30;

/**
 * Moves the ledger on the day of a hand-over and tells both. The mails stand in the ledger of mails themselves, so that they
 * leave as surely as any reminder; the one to the former takes the place of the mail that had not left.
 */
export class CarryOutHandOvers {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly handOvers: HandOverRepository;
      readonly messages: MessageRepository;
      readonly people: PeopleRepository;
      readonly institutions: InstitutionRepository;
    },
    private readonly clock: Clock,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /**
   * Everything whose day has come.
   * @throws OperationalError `hand_over.mail_leaving` while a mail to the former is in a deliverer's hands: nobody can know yet
   * whether it was told.
   */
  carryOut(state: State, on: CivilDate): Promise<Moved[]> {
    return this.record.runState(state.id, async () => {
      const moved: Moved[] = [];
      for (const handOver of await this.rows.handOvers.listDue(state.id, on))
        moved.push(await this.move(state, handOver));
      return moved;
    });
  }

  private async move(state: State, handOver: HandOver): Promise<Moved> {
    const { handOvers, messages } = this.rows;
    const at = this.clock.now();
    const unsent = await handOvers.lockUnsent(state.id, handOver.fromPersonId, at);
    if (unsent.some(({ leaving }) => leaving))
      throw new OperationalError(
        'hand_over.mail_leaving',
        'A mail to the former focal point is leaving at this moment; try again in a quarter of an hour.',
      );
    const moved = await handOvers.moveNotices(state.id, handOver);
    const told = await this.tellBoth(state, handOver);
    const instead = told.former ?? told.new;
    if (instead !== null) {
      const ids = unsent.map(({ id }) => id);
      await handOvers.detachNotices(state.id, ids);
      await messages.supersedeMessages(state.id, ids, instead, at);
    }
    await handOvers.markCarriedOut(state.id, handOver.id, at, moved);
    return moved;
  }

  private async tellBoth(
    state: State,
    handOver: HandOver,
  ): Promise<{ readonly former: number | null; readonly new: number | null }> {
    const { fromPersonId, toPersonId, institutionId } = handOver;
    const people = await this.rows.people.listPeople([fromPersonId, toPersonId]);
    const former = people.get(fromPersonId);
    const next = people.get(toPersonId);
    if (!former || !next) return { former: null, new: null };
    const standing = await this.rows.handOvers.listStanding(state.id, institutionId, MOST_LISTED + 1);
    return {
      // Whoever has left keeps no mailbox here.
      former:
        former.endedAt === null
          ? await this.write(state, handOver, 'former', [former, next], standing)
          : null,
      new: await this.write(state, handOver, 'new', [next, former], standing),
    };
  }

  private async write(
    state: State,
    { institutionId, startsOn, note }: HandOver,
    to: 'new' | 'former',
    [person, other]: readonly [Person, Person],
    standing: readonly Standing[],
  ): Promise<number> {
    const { messages, institutions } = this.rows;
    const at = this.clock.now();
    const today = civilDayOf(at, state.timeZone);
    const { language } = person;
    const institution = (await institutions.listInstitutions(state.id)).get(institutionId);
    const mail = MAILS.handOver({
      language,
      to,
      stateName: state.name[language],
      institutionName: institution?.name[language] ?? '',
      otherName: other.name,
      from: startsOn,
      note,
      items: standing.slice(0, MOST_LISTED).map((item) => ({
        code: item.code,
        title: item.titles[language] ?? item.titles['en'] ?? item.code,
        sentence: findingSentence(language, `${item.rule}.${item.reason}`, findingEvidence(item, today)),
        snoozedUntil: item.state === 'snoozed' ? item.snoozedUntil : null,
      })),
      more: standing.length > MOST_LISTED,
      url: `${this.options.publicUrl}/${language}/states/${state.iso3}/docket`,
      demonstration: state.demonstration,
    });
    const sequence = await messages.nextSequence(state.id, person.id, today);
    return messages.saveMessage(state.id, {
      to: { personId: person.id },
      civilOn: today,
      sequence,
      messageId: messageIdFor(`${state.iso3}.${person.id}.${today}.${sequence}`, this.options.publicUrl),
      subject: mail.subject,
      body: { text: mail.text, html: mail.html, headers: mail.headers, attachments: mail.attachments },
      createdAt: at,
    });
  }
}
