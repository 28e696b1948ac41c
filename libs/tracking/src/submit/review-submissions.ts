import type { Clock } from '#domain';
import { UserError, civilDayOf, mayReview } from '#domain';
import type { JobDispatcher } from '#queue';
import type {
  AuditRepository,
  KeptSubmission,
  PeriodLockRepository,
  RecordDatabase,
  State,
  SubmissionRepository,
} from '#persistence';

import type { SubmissionFigures } from './submission-figures.js';
import { aboutOf, refusePersonalData, refuseStale, takeStep, unknownSubmission } from './submission-rules.js';
import type { SubmissionActor } from './submission-rules.js';
import type { TellDecision } from './tell-decision.js';
import { refuseLockedPeriod } from './write-submissions.js';

export interface Decision {
  readonly step: 'accept' | 'return' | 'take_down';
  readonly version: number;
  /** Needed unless it is accepted. */
  readonly reason: string;
}

/** The secretariat's side: accepting, returning with a reason, taking down what was published, and unlocking a period. */
export class ReviewSubmissions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly submissions: SubmissionRepository;
      readonly locks: PeriodLockRepository;
      readonly audit: AuditRepository;
      readonly figures: SubmissionFigures;
    },
    private readonly tell: TellDecision,
    private readonly dispatcher: JobDispatcher,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `submission.unknown`, `.stale`, `.not_now`, `.own`, `.reason`, `.period_locked`, `.figures_outdated` or `.personal_data`.
   */
  async decide(state: State, id: number, decision: Decision, by: SubmissionActor): Promise<void> {
    const reason = decision.reason === '' ? null : decision.reason;
    refusePersonalData({ reason });
    if (reason === null && decision.step !== 'accept')
      throw new UserError(
        'invalid_input',
        'submission.reason',
        'reason: say what is missing or wrong, so that the author can mend it.',
      );
    const figures = await this.record.runState(state.id, async () => {
      const { submissions } = this.rows;
      const kept = await submissions.lockSubmission(state.id, id);
      if (!kept || kept.submittedOn === null) throw unknownSubmission();
      const history = await submissions.listSteps(state.id, id);
      refuseStale(kept, decision.version, history);
      if (!mayReview(by.personId, decision.step, history))
        throw new UserError(
          'forbidden',
          'submission.own',
          'You had a hand in this submission: another member of the secretariat decides on it.',
        );
      const at = this.clock.now();
      const on = civilDayOf(at, state.timeZone);
      if (decision.step === 'accept') await this.refuseLocked(state, kept);
      const accepted =
        decision.step === 'accept' ? await this.rows.figures.accept(state.id, kept, { on, at }) : null;
      await takeStep(this.rows, state.id, kept, {
        ...{ step: decision.step, by, reason, on, at },
        figures: accepted,
      });
      if (decision.step === 'accept' && kept.obligationId !== null)
        await this.rows.locks.addLock(state.id, id, at);
      await this.tell.tellAuthors(state, kept, { step: decision.step, reason, on, at });
      return accepted;
    });
    // Only a wake-up call: whatever is accepted is published before the next sweep too.
    if (figures)
      await this.dispatcher.dispatch('figures.publish', { state: state.iso3 }).catch(() => undefined);
  }

  /** @throws UserError `submission.unknown`, `.not_locked` or `.personal_data`. */
  async unlock(state: State, id: number, reason: string, by: SubmissionActor): Promise<void> {
    refusePersonalData({ reason });
    await this.record.runState(state.id, async () => {
      const { submissions, audit } = this.rows;
      const kept = await submissions.lockSubmission(state.id, id);
      if (!kept) throw unknownSubmission();
      const at = this.clock.now();
      if (!(await this.rows.locks.unlock(state.id, id, { personId: by.personId, reason, at })))
        throw new UserError(
          'conflict',
          'submission.not_locked',
          'Its period is not locked: there is nothing to unlock.',
        );
      await audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'submission.period_unlocked',
        subjectKind: 'submission',
        subjectId: String(id),
        before: null,
        after: aboutOf(kept),
        reason,
        happenedAt: at,
      });
    });
  }

  private async refuseLocked(state: State, kept: KeptSubmission): Promise<void> {
    if (kept.obligationId === null) return;
    const obligation = await this.rows.submissions.lockObligation(state.id, kept.obligationId);
    if (obligation) await refuseLockedPeriod(this.rows.locks, state.id, obligation, kept);
  }
}
