import type { CivilDate, Clock, Role } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AuditRepository,
  FocalPoint,
  HandOverRepository,
  MemberRepository,
  PeopleRepository,
  RecordDatabase,
  State,
} from '#persistence';

import type { Entered, InvitePerson, Inviter } from '../admit-person/invite-person.js';
import type { CarryOutHandOvers } from './carry-out-hand-overs.js';

export interface HandOverWish {
  /** The term of whoever hands over; it may have ended. */
  readonly focalPoint: number;
  /** A colleague who is there, or will be invited. */
  readonly to: { readonly name: string; readonly email: string; readonly language: 'en' | 'es' };
  readonly from: CivilDate;
  readonly note: string;
}

export interface HandingOver {
  readonly personId: number;
  readonly name: string | null;
  readonly role: Role;
}

/** A focal point hands over to a colleague of the same institution; the secretariat does it for one who has left. */
export class HandOverFocalPoint {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly handOvers: HandOverRepository;
      readonly members: MemberRepository;
      readonly people: PeopleRepository;
      readonly audit: AuditRepository;
    },
    private readonly invitations: InvitePerson,
    private readonly carryOut: CarryOutHandOvers,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `hand_over.unknown`, `.not_yours`, `.past`, `.same`, `.over` or `.personal_data`. */
  async handOver(state: State, wish: HandOverWish, by: HandingOver): Promise<{ readonly from: CivilDate }> {
    const kinds = findPersonalData(wish.note);
    if (kinds.length > 0)
      throw new UserError(
        'invalid_input',
        'hand_over.personal_data',
        `note: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
      );
    const inviter: Inviter = { ...by, handsOver: true };
    const entered = await this.record.runState(state.id, () => this.write(state, wish, by, inviter));
    if (entered) await this.invitations.tell(state, entered, 'focal_point', inviter);
    return { from: wish.from };
  }

  private async write(
    state: State,
    wish: HandOverWish,
    by: HandingOver,
    inviter: Inviter,
  ): Promise<Entered | null> {
    const { handOvers, members, audit } = this.rows;
    const now = this.clock.now();
    const today = civilDayOf(now, state.timeZone);
    const former = await handOvers.lockFocalPoint(state.id, wish.focalPoint);
    if (!former)
      throw new UserError('not_found', 'hand_over.unknown', 'focalPoint: nobody answers under this number.');
    refuse(wish, former, by, today);
    const institution = await handOvers.findInstitution(state.id, former.institutionId);
    const code = institution?.code ?? '';
    const { id: toPersonId } = await members.addPerson(wish.to);
    if (toPersonId === former.personId)
      throw new UserError('invalid_input', 'hand_over.same', 'email: this is the person who hands over.');
    const held = { personId: toPersonId, role: 'focal_point' as const, institutionId: former.institutionId };
    const entered = (await members.holds(state.id, wish.from, held))
      ? null
      : await this.invitations.enter(state, { ...wish.to, role: 'focal_point', institution: code }, inviter);
    if (entered)
      await handOvers.beginTerm(state.id, {
        personId: toPersonId,
        institutionId: former.institutionId,
        kind: former.kind,
        from: wish.from,
      });
    await handOvers.endTerm(state.id, former, addDays(wish.from, -1));
    await handOvers.addHandOver(state.id, {
      institutionId: former.institutionId,
      fromPersonId: former.personId,
      toPersonId,
      startsOn: wish.from,
      note: wish.note,
      recordedBy: by.personId,
      recordedAt: now,
    });
    await this.carryOut.carryOut(state, today);
    await audit.append(state.id, {
      personId: by.personId,
      actor: by.role,
      action: 'focal_point.handed_over',
      subjectKind: 'institution',
      subjectId: code,
      before: { focalPoint: former.personId, institution: code },
      after: { focalPoint: toPersonId, institution: code, startsOn: wish.from },
      reason: wish.note,
      happenedAt: now,
    });
    return entered;
  }
}

function refuse(wish: HandOverWish, former: FocalPoint, by: HandingOver, today: CivilDate): void {
  if (by.role === 'focal_point' && former.personId !== by.personId)
    throw new UserError(
      'forbidden',
      'hand_over.not_yours',
      'You hand over only what you answer for yourself.',
    );
  if (wish.from < today)
    throw new UserError('invalid_input', 'hand_over.past', `from: expected ${today} or a later day.`);
  const planned = former.endsOn !== null && former.endsOn >= today;
  if (planned)
    throw new UserError(
      'conflict',
      'hand_over.over',
      'This focal point has a last day already: handed over before.',
    );
}
