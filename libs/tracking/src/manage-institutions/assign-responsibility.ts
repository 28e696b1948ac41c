import type { AuditAction, AuditedFields, CivilDate, Clock, ResponsibilityRole } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import type {
  AuditRepository,
  InstitutionChangeRepository,
  KeptResponsibility,
  RecordDatabase,
  State,
} from '#persistence';

import type { ChangedBy } from './change-institutions.js';

export interface Assignment {
  /** Public id of the recommendation. */
  readonly recommendation: string;
  readonly basis: 'named_in_text' | 'now_responsible';
  /** Who leads or supports now; for a body named in the text the institution that it is today, if it is known. */
  readonly institution: string | null;
  readonly role: ResponsibilityRole | null;
  /** As the text names it. */
  readonly namedAs: string | null;
  readonly from: CivilDate;
  readonly reason: string;
}

/** Who leads and who supports, with dates; and whom the text names. */
export class AssignResponsibility {
  constructor(
    private readonly record: RecordDatabase,
    private readonly institutions: InstitutionChangeRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `responsibility.recommendation_unknown`, `.institution_unknown`, `.role`, `.named_as` or `.already`. */
  assign(state: State, wish: Assignment, by: ChangedBy): Promise<number> {
    return this.record.runState(state.id, async () => {
      const recommendation = await this.institutions.findRecommendation(state.id, wish.recommendation);
      if (!recommendation)
        throw new UserError(
          'not_found',
          'responsibility.recommendation_unknown',
          `recommendation: none is followed under "${wish.recommendation}".`,
        );
      const institutionId = await this.institutionOf(state, wish);
      const standing = await this.institutions.listResponsibilities(state.id, recommendation.id);
      const twice = standing.some(
        (one) =>
          one.basis === 'now_responsible' &&
          wish.basis === 'now_responsible' &&
          one.institutionId === institutionId &&
          (one.endsOn === null || one.endsOn >= wish.from),
      );
      if (twice)
        throw new UserError(
          'conflict',
          'responsibility.already',
          `institution: ${wish.institution} answers for it on that day already; change or end that first.`,
        );
      const id = await this.institutions.addResponsibility(state.id, {
        ...wish,
        recommendationId: recommendation.id,
        institutionId,
        startsOn: wish.from,
      });
      await this.append(state, wish.recommendation, by, {
        action: 'responsibility.assigned',
        before: null,
        after: {
          basis: wish.basis,
          institution: wish.institution,
          role: wish.role,
          namedAs: wish.namedAs,
          startsOn: wish.from,
        },
        reason: wish.reason,
      });
      return id;
    });
  }

  /** From a day on it leads instead of supporting, or the other way round. @throws UserError as `end`. */
  change(
    state: State,
    id: number,
    to: { readonly role: ResponsibilityRole; readonly from: CivilDate; readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, id);
      if (old.basis !== 'now_responsible' || old.role === to.role)
        throw new UserError(
          'invalid_input',
          'responsibility.role',
          'role: expected the other of lead and support, for an institution that is responsible now.',
        );
      await this.close(state, old, addDays(to.from, -1));
      await this.institutions.addResponsibility(state.id, { ...old, role: to.role, startsOn: to.from });
      await this.append(state, old.publicId, by, {
        action: 'responsibility.changed',
        before: { institution: old.institution, role: old.role },
        after: { institution: old.institution, role: to.role, startsOn: to.from },
        reason: to.reason,
      });
    });
  }

  /** @throws UserError `responsibility.unknown`, `.ended` or `.before_start`. */
  end(
    state: State,
    id: number,
    end: { readonly lastDay: CivilDate; readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, id);
      await this.close(state, old, end.lastDay);
      await this.append(state, old.publicId, by, {
        action: 'responsibility.ended',
        before: { institution: old.institution, role: old.role, endsOn: old.endsOn },
        after: { institution: old.institution, role: old.role, endsOn: end.lastDay },
        reason: end.reason,
      });
    });
  }

  private async close(state: State, old: KeptResponsibility, lastDay: CivilDate): Promise<void> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    if (old.endsOn !== null && old.endsOn < today)
      throw new UserError('conflict', 'responsibility.ended', 'This responsibility is over already.');
    // It may end the day before it began: then it never was.
    if (old.startsOn !== null && lastDay < addDays(old.startsOn, -1))
      throw new UserError(
        'invalid_input',
        'responsibility.before_start',
        `The last day comes before ${old.startsOn}, the first.`,
      );
    await this.institutions.endResponsibility(state.id, old.id, lastDay);
  }

  private async lock(state: State, id: number): Promise<KeptResponsibility> {
    const found = await this.institutions.lockResponsibility(state.id, id);
    if (found) return found;
    throw new UserError('not_found', 'responsibility.unknown', 'There is no such responsibility.');
  }

  private async institutionOf(state: State, wish: Assignment): Promise<number | null> {
    if (wish.basis === 'now_responsible' && wish.role === null)
      throw new UserError('invalid_input', 'responsibility.role', 'role: expected lead or support.');
    if (wish.basis === 'named_in_text' && wish.namedAs === null)
      throw new UserError(
        'invalid_input',
        'responsibility.named_as',
        'namedAs: expected the words of the text.',
      );
    if (wish.institution === null && wish.basis === 'named_in_text') return null;
    const found =
      wish.institution === null ? null : await this.institutions.lockInstitution(state.id, wish.institution);
    if (found) return found.id;
    throw new UserError(
      'invalid_input',
      'responsibility.institution_unknown',
      `institution: ${state.iso3} has no institution "${wish.institution ?? ''}".`,
    );
  }

  private append(
    state: State,
    recommendation: string,
    by: ChangedBy,
    entry: {
      readonly action: AuditAction;
      readonly before: AuditedFields | null;
      readonly after: AuditedFields | null;
      readonly reason: string;
    },
  ): Promise<void> {
    return this.audit.append(state.id, {
      ...entry,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'recommendation',
      subjectId: recommendation,
      happenedAt: this.clock.now(),
    });
  }
}
