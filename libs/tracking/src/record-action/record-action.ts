import type { AuditAction, AuditedFields, CivilDate, Clock } from '#domain';
import { UserError } from '#domain';
import type {
  ActionPlan,
  ActionRepository,
  AuditRepository,
  InstitutionChangeRepository,
  KeptAction,
  RecordDatabase,
  State,
} from '#persistence';

import { actsFor, refusePersonalData, requireInstitution, todayOf } from './answering.js';
import type { Answering } from './answering.js';

/** An action as its owner plans it; the owner by its code. */
export interface ActionWish extends Omit<ActionPlan, 'institutionId'> {
  readonly institution: string;
}

/** What institutions do about a recommendation: planned, changed, done, taken up again, given up. Each leaves its entry in the history. */
export class RecordAction {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly actions: ActionRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `action.recommendation_unknown`, `.institution_unknown`, `.not_yours`, `.indicators_unknown`,
   *   `.budget_lines_unknown`, `.planned` or `.personal_data`.
   */
  plan(state: State, recommendation: string, wish: ActionWish, by: Answering): Promise<number> {
    return this.record.runState(state.id, async () => {
      const found = await this.rows.institutions.findRecommendation(state.id, recommendation);
      if (!found)
        throw new UserError(
          'not_found',
          'action.recommendation_unknown',
          `No recommendation "${recommendation}" is followed for ${state.iso3}.`,
        );
      const plan = await this.checked(state, wish, by);
      const at = this.clock.now();
      const id = await this.rows.actions.addAction(state.id, found.id, plan, { personId: by.personId, at });
      await this.append(state, recommendation, by, {
        action: 'action.recorded',
        before: null,
        after: { action: id, ...audited(wish) },
      });
      return id;
    });
  }

  /** @throws UserError as `plan`, and `action.unknown`, `.version` or `.cancelled`. */
  change(
    state: State,
    id: number,
    to: ActionWish & { readonly version: number; readonly reason: string },
    by: Answering,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, id, by);
      if (old.version !== to.version)
        throw new UserError(
          'conflict',
          'action.version',
          'version: somebody else changed this action meanwhile; read it again.',
        );
      refusePersonalData('action.personal_data', { reason: to.reason });
      const plan = await this.checked(state, to, by);
      await this.rows.actions.changeAction(state.id, id, plan);
      await this.append(state, old.recommendation, by, {
        action: 'action.changed',
        before: { action: id, ...differing(audited(old), audited(to)) },
        after: { action: id, ...differing(audited(to), audited(old)) },
        reason: to.reason,
      });
    });
  }

  /** @throws UserError `action.unknown`, `.not_yours`, `.cancelled` or `.done_on`. Without a day it is taken up again. */
  finish(
    state: State,
    id: number,
    { doneOn, reason }: { readonly doneOn: CivilDate | null; readonly reason: string },
    by: Answering,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, id, by);
      refusePersonalData('action.personal_data', { reason });
      if (doneOn !== null && doneOn > todayOf(this.clock, state))
        throw new UserError('invalid_input', 'action.done_on', 'doneOn: expected today or an earlier day.');
      if (doneOn === old.doneOn) return;
      await this.rows.actions.finishAction(state.id, id, doneOn);
      await this.append(state, old.recommendation, by, {
        action: doneOn === null ? 'action.reopened' : 'action.done',
        before: { action: id, doneOn: old.doneOn },
        after: { action: id, doneOn },
        reason,
      });
    });
  }

  /** @throws UserError `action.unknown`, `.not_yours`, `.cancelled` or `.done`. */
  cancel(state: State, id: number, { reason }: { readonly reason: string }, by: Answering): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, id, by);
      refusePersonalData('action.personal_data', { reason });
      if (old.doneOn !== null)
        throw new UserError(
          'conflict',
          'action.done',
          'What is done cannot be cancelled; take it up again first.',
        );
      await this.rows.actions.cancelAction(state.id, id, { on: todayOf(this.clock, state), reason });
      await this.append(state, old.recommendation, by, {
        action: 'action.cancelled',
        before: { action: id, title: old.title, institution: old.institution },
        after: { action: id, title: old.title, institution: old.institution },
        reason,
      });
    });
  }

  private async lock(state: State, id: number, by: Answering): Promise<KeptAction> {
    const found = await this.rows.actions.lockAction(state.id, id);
    if (!found) throw new UserError('not_found', 'action.unknown', 'There is no such action.');
    if (!actsFor(by, found.institution))
      throw new UserError('forbidden', 'action.not_yours', `This action belongs to ${found.institution}.`);
    if (found.cancelledOn !== null)
      throw new UserError('conflict', 'action.cancelled', 'This action was cancelled: plan a new one.');
    return found;
  }

  private async checked(state: State, wish: ActionWish, by: Answering): Promise<ActionPlan> {
    refusePersonalData('action.personal_data', { title: wish.title, description: wish.description });
    if (wish.plannedEndOn < wish.plannedStartOn)
      throw new UserError(
        'invalid_input',
        'action.planned',
        'plannedEndOn: expected the day on which it begins, or a later one.',
      );
    const found = await this.rows.institutions.lockInstitution(state.id, wish.institution);
    const institution = requireInstitution('action', found, by, wish.institution);
    const unknown = await this.rows.actions.listUnknown(state.id, wish);
    if (unknown.indicators.length > 0)
      throw new UserError(
        'invalid_input',
        'action.indicators_unknown',
        `indicators: ${state.iso3} has no ${unknown.indicators.join(', ')}.`,
      );
    if (unknown.budgetLines.length > 0)
      throw new UserError(
        'invalid_input',
        'action.budget_lines_unknown',
        `budgetLines: ${state.iso3} has no ${unknown.budgetLines.join(', ')}.`,
      );
    return { ...wish, institutionId: institution.id };
  }

  private append(
    state: State,
    recommendation: string,
    by: Answering,
    entry: {
      readonly action: AuditAction;
      readonly before: AuditedFields | null;
      readonly after: AuditedFields;
      readonly reason?: string;
    },
  ): Promise<void> {
    return this.rows.audit.append(state.id, {
      ...entry,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'recommendation',
      subjectId: recommendation,
      happenedAt: this.clock.now(),
    });
  }
}

function audited(wish: ActionWish): AuditedFields {
  return {
    title: wish.title,
    description: wish.description,
    institution: wish.institution,
    level: wish.level,
    startsOn: wish.plannedStartOn,
    endsOn: wish.plannedEndOn,
    criteria: wish.criteria,
    indicators: wish.indicators,
    budgetLines: wish.budgetLines.map(String),
  };
}

function differing(fields: AuditedFields, from: AuditedFields): AuditedFields {
  const others = from as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(others[name])),
  );
}
