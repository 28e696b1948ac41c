import type { AuditActor, AuditedFields, CivilDate, Clock, MailRhythm, RhythmFault } from '#domain';
import { DAILY, UserError, addDays, civilDayOf, faultOfRhythm, nextMailDay } from '#domain';
import type { SignedLinks } from '#identity';
import type {
  AuditRepository,
  NoticeRepository,
  PeopleRepository,
  RecordDatabase,
  State,
  StateRepository,
} from '#persistence';

import type { MailRules } from '../send-notices/close-digest.js';

/** How a person's mails of one State come. */
export interface RhythmReading {
  readonly state: State;
  readonly chosen: MailRhythm;
  /** The day of the next mail, if there is something to say then. */
  readonly nextOn: CivilDate;
  /** Reminders that wait for it. */
  readonly waiting: number;
}

export interface RhythmLinkReading extends RhythmReading {
  readonly personId: number;
  readonly personName: string;
  readonly expiresOn: CivilDate;
}

/** What is chosen, by what was chosen before and the State's weekend. */
export type RhythmChange = (before: MailRhythm, weekend: ReadonlySet<number>) => MailRhythm;

const FAULTS: Readonly<Record<RhythmFault, readonly [field: string, expected: string]>> = {
  weekday: ['weekday', 'expected a day of the week, 1 to 7, for a weekly mail and for no other.'],
  weekday_quiet: ['weekday', 'expected a day on which mail may come; this one is among the quiet ones.'],
  no_day: ['quiet', 'expected at least one day of the week on which mail may come.'],
};

/** A person chooses how often, never whether. What waits for the old rhythm is decided anew by the next closing. */
export class ChooseRhythm {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly states: StateRepository;
      readonly people: PeopleRepository;
      readonly notices: NoticeRepository;
      readonly audit: AuditRepository;
    },
    private readonly rules: MailRules,
    private readonly links: SignedLinks,
    private readonly clock: Clock,
  ) {}

  /** Of each State whose mails the person gets. */
  async readAll(personId: number, iso3s: readonly string[]): Promise<RhythmReading[]> {
    const readings: RhythmReading[] = [];
    for (const state of await this.rows.states.listStates()) {
      if (!iso3s.includes(state.iso3)) continue;
      const reading = await this.record.runState(state.id, async () =>
        (await this.getsMail(state, personId)) ? this.read(state, personId) : null,
      );
      if (reading) readings.push(reading);
    }
    return readings;
  }

  /**
   * What the holder of a mail's link may see. Looking changes nothing, however often.
   * @throws UserError when the link is altered, expired, or made for something else, or when its person gets no mails any more.
   */
  async readLink(token: string): Promise<RhythmLinkReading> {
    const claims = this.links.read(token, this.clock.now(), 'choose_rhythm');
    const state = await this.rows.states.getState(claims.state);
    return this.record.runState(state.id, async () => {
      const person = await this.rows.people.findPerson(claims.personId);
      if (!person || !(await this.getsMail(state, claims.personId)))
        throw new UserError(
          'forbidden',
          'link.not_yours',
          'No mails about this State go to this person any more; this link no longer serves.',
        );
      return {
        ...(await this.read(state, person.id)),
        personId: person.id,
        personName: person.name,
        expiresOn: civilDayOf(claims.expiresAt, state.timeZone),
      };
    });
  }

  /**
   * Choosing the same again changes nothing.
   * @throws UserError `mail_rhythm.no_mail`, `.weekday`, `.weekday_quiet` or `.no_day`.
   */
  async chooseFor(
    iso3: string,
    personId: number,
    change: RhythmChange,
    actor: Extract<AuditActor, 'account' | 'mail_link'>,
  ): Promise<void> {
    const state = await this.rows.states.getState(iso3);
    await this.record.runState(state.id, async () => {
      if (!(await this.getsMail(state, personId)))
        throw new UserError(
          'forbidden',
          'mail_rhythm.no_mail',
          'state: expected a State of which you get mails.',
        );
      const { rhythms } = this.rules;
      const { weekend } = await this.rules.calendarOf(state);
      const before = (await rhythms.lockRhythm(state.id, personId)) ?? DAILY;
      const after = orderly(change(before, weekend));
      refuseFault(after, weekend);
      const [was, is] = [auditedOf(before), auditedOf(after)];
      if (JSON.stringify(was) === JSON.stringify(is)) return;
      const now = this.clock.now();
      await rhythms.saveRhythm(state.id, personId, after, now);
      await this.rows.notices.takeUpAgain(state.id, personId);
      await this.rows.audit.append(state.id, {
        personId,
        actor,
        action: 'mail_rhythm.chosen',
        subjectKind: 'person',
        subjectId: String(personId),
        before: was,
        after: is,
        happenedAt: now,
      });
    });
  }

  private async read(state: State, personId: number): Promise<RhythmReading> {
    const { rhythms } = this.rules;
    const chosen = (await rhythms.listRhythms(state.id, [personId])).get(personId) ?? DAILY;
    const today = this.todayOf(state);
    const from = (await rhythms.isSettled(state.id, personId, today)) ? addDays(today, 1) : today;
    return {
      state,
      chosen,
      nextOn: nextMailDay(from, { chosen, calendar: await this.rules.calendarOf(state) }),
      waiting: await this.rows.notices.countWaiting(state.id, personId),
    };
  }

  private async getsMail(state: State, personId: number): Promise<boolean> {
    const people = await this.rows.people.listRecipients(state.id, this.todayOf(state));
    return people.some((person) => person.personId === personId);
  }

  private todayOf(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}

/** Each quiet day once, in the order of the week. */
function orderly(chosen: MailRhythm): MailRhythm {
  return { ...chosen, quietWeekdays: [...new Set(chosen.quietWeekdays)].sort((one, other) => one - other) };
}

function refuseFault(chosen: MailRhythm, weekend: ReadonlySet<number>): void {
  const fault = faultOfRhythm(chosen, weekend);
  if (fault === null) return;
  const [field, expected] = FAULTS[fault];
  throw new UserError('invalid_input', `mail_rhythm.${fault}`, `${field}: ${expected}`, {
    details: { field },
  });
}

function auditedOf({ rhythm, weekday, quietWeekdays, quietWhenClosed }: MailRhythm): AuditedFields {
  return {
    mailRhythm: rhythm,
    mailWeekday: weekday === null ? null : String(weekday),
    quietDays: [...quietWeekdays.map(String), ...(quietWhenClosed ? ['closed'] : [])],
  };
}
