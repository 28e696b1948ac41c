import type { CivilDate } from '#domain';
import { afterStep, civilDayOf, undoNewest } from '#domain';
import type {
  FoundAct,
  KeptStep,
  KeptSubmission,
  PeriodLockRepository,
  State,
  SubmissionRepository,
  UndoRepository,
} from '#persistence';

import { AUDITED_STEPS, aboutOf } from '../submit/submission-rules.js';
import { mailsOf } from '../submit/submission-mails.js';
import { leftTheHouse, movedOn } from './undoable.js';
import type { Restored, Undoable, Undoing } from './undoable.js';

/** Handing in, withdrawing a draft, and what a review decides. Figures that went on record with it are published: they stay. */
export class UndoSubmission implements Undoable {
  readonly kind = 'submission';
  readonly actions = [
    'submission.submitted',
    'submission.withdrawn',
    'submission.accepted',
    'submission.returned',
    'submission.taken_down',
    'submission.period_unlocked',
  ] as const;

  constructor(
    private readonly rows: {
      readonly submissions: SubmissionRepository;
      readonly locks: PeriodLockRepository;
      readonly undoing: UndoRepository;
    },
  ) {}

  async lock(state: State, id: number) {
    const kept = await this.rows.submissions.lockSubmission(state.id, id);
    return kept && { subjectKind: 'submission' as const, subjectId: String(id), part: null };
  }

  async restore(state: State, id: number, act: FoundAct, by: Undoing): Promise<Restored> {
    const { submissions, locks, undoing } = this.rows;
    const kept = await submissions.lockSubmission(state.id, id);
    if (kept && act.action === 'submission.period_unlocked') return this.lockPeriod(state, kept, by);
    const found = undoNewest(await submissions.listSteps(state.id, id));
    const stand = kept && found && afterStep(kept, found.step, kept.authorKind);
    if (!kept || !found || !stand || AUDITED_STEPS[found.undone] !== act.action) throw movedOn();
    if (act.after?.['figures'] !== undefined) throw leftTheHouse();
    if (!(await undoing.withdrawMails(state.id, mailsOf(id, kept.version), by.at))) throw leftTheHouse();
    const { submitted, decided } = found;
    const dayOf = (step: KeptStep | null): CivilDate | null =>
      step && civilDayOf(step.happenedAt, state.timeZone);
    await undoing.undoStep(state.id, id, {
      ...by,
      step: found.step,
      from: kept.state,
      stand,
      submittedOn: found.undone === 'submit' ? dayOf(submitted) : kept.submittedOn,
      decidedOn: stand.state === 'accepted' ? dayOf(decided) : null,
      reason: decided?.reason ?? null,
    });
    if (found.undone === 'accept' && kept.obligationId !== null)
      await locks.unlock(state.id, id, { personId: by.personId, reason: found.step, at: by.at });
    return {
      before: { submissionState: kept.state },
      after: { ...aboutOf(kept), submissionState: stand.state, revision: stand.revision },
    };
  }

  /** Where nobody has begun a correction meanwhile. */
  private async lockPeriod(state: State, kept: KeptSubmission, by: Undoing): Promise<Restored> {
    const { submissions, locks } = this.rows;
    const begun = kept.obligationId === null ? null : await submissions.findOpen(state.id, kept.obligationId);
    if (begun !== null || kept.state !== 'accepted') throw movedOn();
    await locks.addLock(state.id, kept.id, by.at);
    return { before: null, after: aboutOf(kept) };
  }
}
