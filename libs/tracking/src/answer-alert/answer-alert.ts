import type { AuditAction, AuditActor, AuditedFields, CivilDate, Clock, Instant } from '#domain';
import {
  UserError,
  beforeAnswer,
  civilDayOf,
  latestSnoozeEnd,
  snoozeRefusal,
  snoozed,
  takeBackRefusal,
  unanswered,
} from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AlertRepository,
  AuditRepository,
  DisclaimerRepository,
  InstitutionRepository,
  RecordDatabase,
  State,
  StoredAlert,
} from '#persistence';

import type { SweepPages } from '../run-sweep/sweep-pages.js';

/** Who answers, through which door, and for whom. */
export interface AlertAnswerer {
  readonly personId: number;
  readonly actor: AuditActor;
  /** Code of the institution that is spoken for; null: the State, which may answer every alert. */
  readonly institution: string | null;
}

interface Step {
  readonly kind: 'acknowledged' | 'snoozed' | 'reopened' | 'disowned' | 'taken_back';
  readonly action: AuditAction;
  readonly reason: string;
  readonly after: AuditedFields;
}

interface Found {
  readonly alert: StoredAlert;
  readonly at: Instant;
  readonly today: CivilDate;
}

const REFUSALS = {
  not_ahead: 'until: expected a day after today.',
  legal_date_over:
    'until: the confirmed date is over, and nobody but the committee can move it; answer by sending what is owed.',
} as const;

/**
 * What people do to an alert: every step with who and why. What somebody answered changes what is said to whom in the same
 * transaction.
 */
export class AnswerAlert {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly alerts: AlertRepository;
      readonly disclaimers: DisclaimerRepository;
      readonly institutions: InstitutionRepository;
      readonly audit: AuditRepository;
    },
    private readonly pages: SweepPages,
    private readonly clock: Clock,
  ) {}

  /**
   * "I have seen it and I am on it": stops the repeats of a condition and the steps up, never the rungs around a due day.
   * Acknowledging twice changes nothing.
   * @throws UserError `alert.unknown`, or `answer.personal_data` where the reason points at a person.
   */
  acknowledge(state: State, alertId: number, reason: string, by: AlertAnswerer): Promise<StoredAlert> {
    return this.answer(state, alertId, reason, by, async ({ alert, ...when }) => {
      if (alert.state !== 'open') return alert;
      return this.step(state, { ...when, alert }, { ...alert, state: 'acknowledged' }, by, {
        kind: 'acknowledged',
        action: 'alert.acknowledged',
        reason,
        after: { state: 'acknowledged' },
      });
    });
  }

  /**
   * Quiet until a day, for a reason. The sweep opens it again on the day after, and warns before.
   * @throws UserError `alert.unknown`, `.settled`, `snooze.reason`, `.not_ahead`, `.past_legal_date`, `.legal_date_over` or `.too_long`.
   */
  snooze(
    state: State,
    alertId: number,
    { until, reason }: { readonly until: CivilDate; readonly reason: string },
    by: AlertAnswerer,
  ): Promise<StoredAlert> {
    requireReason(reason, 'snooze.reason');
    return this.answer(state, alertId, reason, by, async ({ alert, at, today }) => {
      refuseSettled(alert);
      const legalDate = await this.rows.alerts.findLegalDate(state.id, alert, today);
      const refusal = snoozeRefusal(until, legalDate, today);
      if (refusal !== null)
        throw new UserError(
          'invalid_input',
          `snooze.${refusal}`,
          refusal === 'past_legal_date' || refusal === 'too_long'
            ? `until: expected ${latestSnoozeEnd(legalDate, today) ?? ''} at the latest.`
            : REFUSALS[refusal],
          { details: { field: 'until' } },
        );
      const quiet = await this.step(state, { alert, at, today }, snoozed(alert, until, today), by, {
        kind: 'snoozed',
        action: 'alert.snoozed',
        reason,
        after: { state: 'snoozed', snoozedUntil: until },
      });
      await this.pages.sweepOne(state, today, alert.recommendationId);
      return quiet;
    });
  }

  /**
   * Takes an answer back: from today nobody has answered. On one that stands open already it changes nothing.
   * @throws UserError `alert.unknown`, `.settled` or `reopen.reason`.
   */
  reopen(state: State, alertId: number, reason: string, by: AlertAnswerer): Promise<StoredAlert> {
    requireReason(reason, 'reopen.reason');
    return this.answer(state, alertId, reason, by, async ({ alert, at, today }) => {
      refuseSettled(alert);
      if (alert.state === 'open') return alert;
      const open = await this.step(state, { alert, at, today }, { ...alert, ...unanswered(today) }, by, {
        kind: 'reopened',
        action: 'alert.reopened',
        reason,
        after: { state: 'open' },
      });
      await this.pages.sweepOne(state, today, alert.recommendationId);
      return open;
    });
  }

  /**
   * Undoes one's own newest answer, an act of its own in the trail: the reminder stands as if it had not been given, and what waits
   * to be said is decided anew.
   * @throws UserError `alert.unknown`, `take_back.nothing`, `.not_yours` or `.too_late`.
   */
  takeBack(state: State, alertId: number, by: AlertAnswerer): Promise<StoredAlert> {
    return this.answer(state, alertId, '', by, async ({ alert, at, today }) => {
      const last = await this.rows.alerts.findLastStep(state.id, alert.id);
      const refusal = takeBackRefusal(last, { personId: by.personId, at });
      if (refusal !== null || !last?.before)
        throw new UserError(
          'conflict',
          `take_back.${refusal ?? 'nothing'}`,
          'Only one’s own newest answer can be taken back, right after it; later, open the reminder again with a reason.',
        );
      const stood = await this.step(state, { alert, at, today }, { ...alert, ...last.before }, by, {
        kind: 'taken_back',
        action: 'alert.taken_back',
        reason: '',
        after: { state: last.before.state },
      });
      await this.pages.sweepOne(state, today, alert.recommendationId);
      return stood;
    });
  }

  /**
   * "Not mine": what the institution is asked about the recommendation goes quiet, and the orphan alert tells the secretariat who
   * said so and why. Saying it twice changes nothing.
   * @throws UserError `alert.unknown`, `.settled`, `disclaimer.reason` or `.not_an_institution`.
   */
  disown(state: State, alertId: number, reason: string, by: AlertAnswerer): Promise<StoredAlert> {
    requireReason(reason, 'disclaimer.reason');
    return this.answer(state, alertId, reason, by, async ({ alert, at, today }) => {
      refuseSettled(alert);
      const { recommendationId, institutionId } = alert;
      if (institutionId === null || by.institution === null || alert.rule === 'nobody_responsible')
        throw new UserError(
          'invalid_input',
          'disclaimer.not_an_institution',
          'Only the institution that is asked can say that the matter is not its own; the coordinating body assigns it to another.',
        );
      const { personId } = by;
      const said = { recommendationId, institutionId, alertId, personId, reason, saidOn: today, at };
      if (!(await this.rows.disclaimers.say(state.id, said))) return alert;
      await this.step(state, { alert, at, today }, alert, by, {
        kind: 'disowned',
        action: 'alert.disowned',
        reason,
        after: { institution: by.institution },
      });
      await this.pages.sweepOne(state, today, recommendationId);
      return alert;
    });
  }

  private answer(
    state: State,
    alertId: number,
    reason: string,
    by: AlertAnswerer,
    act: (found: Found) => Promise<StoredAlert>,
  ): Promise<StoredAlert> {
    refusePersonalData(reason);
    return this.record.runState(state.id, async () => {
      const alert = await this.rows.alerts.findAlert(state.id, alertId);
      const institutions = await this.rows.institutions.listInstitutions(state.id);
      const owner = institutions.get(alert?.institutionId ?? 0)?.code;
      if (!alert || (by.institution !== null && by.institution !== owner)) throw unknownAlert();
      const at = this.clock.now();
      return act({ alert, at, today: civilDayOf(at, state.timeZone) });
    });
  }

  private async step(
    state: State,
    { alert, at, today }: Found,
    next: StoredAlert,
    by: AlertAnswerer,
    { kind, action, reason, after }: Step,
  ): Promise<StoredAlert> {
    const { alerts, audit } = this.rows;
    const { personId, actor, institution } = by;
    await alerts.saveAlerts(state.id, [
      { id: alert.id, recommendationId: alert.recommendationId, alert: next },
    ]);
    const evidence = {
      institution,
      ...(kind === 'snoozed' ? { until: next.snoozedUntil } : {}),
      ...(kind === 'snoozed' || kind === 'acknowledged' ? { before: beforeAnswer(alert) } : {}),
    };
    const on = { on: today, at };
    await alerts.appendTransitions(state.id, [
      { alertId: alert.id, kind, reason: reason === '' ? kind : reason, evidence, personId, ...on },
    ]);
    await audit.append(state.id, {
      personId,
      actor,
      action,
      subjectKind: 'alert',
      subjectId: String(alert.id),
      // What an institution says of a matter leaves the state as it was.
      before: kind === 'disowned' ? null : { state: alert.state },
      after,
      reason,
      happenedAt: at,
    });
    return next;
  }
}

export function unknownAlert(): UserError {
  return new UserError(
    'not_found',
    'alert.unknown',
    'This reminder is no longer kept; open the item itself to see where it stands.',
  );
}

function refuseSettled(alert: StoredAlert): void {
  if (alert.state !== 'resolved') return;
  throw new UserError('conflict', 'alert.settled', 'The matter is settled; there is nothing left to answer.');
}

/** @throws UserError with the code. */
export function requireReason(reason: string, code: string): void {
  if (reason.trim() !== '') return;
  throw new UserError('invalid_input', code, 'reason: expected a sentence that says why.', {
    details: { field: 'reason' },
  });
}

/** The histories are append-only: what is written there once cannot be taken out again. */
export function refusePersonalData(reason: string): void {
  const kinds = findPersonalData(reason);
  if (kinds.length === 0) return;
  throw new UserError(
    'invalid_input',
    'answer.personal_data',
    `reason: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
    { details: { field: 'reason', kinds } },
  );
}
