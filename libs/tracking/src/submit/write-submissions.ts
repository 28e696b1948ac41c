import type { AuthorKind, Clock, Role } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  AuditRepository,
  KeptSubmission,
  PeriodLockRepository,
  RecordDatabase,
  State,
  SubmissionPeriod,
  SubmissionRepository,
  SubmissionTexts,
  SubmittedObligation,
} from '#persistence';

import type { SubmissionMails } from './submission-mails.js';
import type { FigureHandIn } from './figure-faults.js';
import type { SubmissionFigures } from './submission-figures.js';
import {
  maySee,
  mayWrite,
  refusePersonalData,
  refuseStale,
  takeStep,
  unknownSubmission,
  writtenTexts,
} from './submission-rules.js';
import type { SubmissionActor } from './submission-rules.js';

export interface SubmissionDraft {
  readonly texts: SubmissionTexts;
  /** Under which name a contribution is published. */
  readonly organisation: string | null;
  /** What the text is about; where the obligation has a period of its own, that one counts. */
  readonly period: SubmissionPeriod | null;
  /** Left out: what was written of them stays. */
  readonly figures?: FigureHandIn | null | undefined;
  /** Hands it in at once. */
  readonly handIn: boolean;
}

export interface SubmissionWish extends SubmissionDraft {
  /** Number of the obligation that an institution answers. */
  readonly obligation: number | null;
  /** Public id of the recommendation that somebody else contributes to. */
  readonly recommendation: string | null;
}

const KIND_OF_ROLE: Partial<Readonly<Record<Role, AuthorKind>>> = {
  focal_point: 'institution',
  secretariat: 'institution',
  contributor: 'civil_society',
  monitoring_body: 'monitoring_body',
};

interface Rows {
  readonly submissions: SubmissionRepository;
  readonly locks: PeriodLockRepository;
  readonly audit: AuditRepository;
  readonly figures: SubmissionFigures;
}

/** The author's side: drafting, handing in, opening again what was returned, and withdrawing what was never handed in. */
export class WriteSubmissions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: Rows,
    private readonly mails: SubmissionMails,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `submission.obligation_unknown`, `.recommendation_unknown`, `.organisation`, `.open_already`, `.period`,
   * `.period_locked`, `.no_text`, `.figures`, `.figures_unwanted`, `.figures_period` or `.personal_data`.
   */
  begin(state: State, wish: SubmissionWish, by: SubmissionActor): Promise<number> {
    const authorKind = KIND_OF_ROLE[by.role] ?? 'civil_society';
    return this.record.runState(state.id, async () => {
      refuseDraft(wish);
      const target =
        authorKind === 'institution'
          ? await this.obligationOf(state, wish, by)
          : await this.recommendationOf(state, wish);
      const id = await this.rows.submissions.addSubmission(state.id, {
        ...target,
        authorKind,
        personId: by.personId,
        organisation: authorKind === 'institution' ? null : wish.organisation,
      });
      const kept = await this.lock(state, id, by);
      await this.write(state, kept, wish);
      await this.take(state, kept, 'begin', by);
      if (wish.handIn) await this.handIn(state, id, by);
      return id;
    });
  }

  /** @throws UserError `submission.unknown`, `.stale`, `.not_now`, and what `begin` throws. */
  edit(
    state: State,
    id: number,
    draft: SubmissionDraft & { readonly version: number },
    by: SubmissionActor,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const kept = await this.lock(state, id, by);
      refuseStale(kept, draft.version, await this.rows.submissions.listSteps(state.id, id));
      refuseDraft(draft);
      if (kept.authorKind !== 'institution') refuseNameless(draft.organisation);
      await this.take(state, kept, 'edit', by);
      await this.write(state, kept, draft);
      if (draft.handIn) await this.handIn(state, id, by);
    });
  }

  /** @throws UserError `submission.unknown`, `.stale`, `.not_now`, `.no_text` or `.period_locked`. */
  step(
    state: State,
    id: number,
    { step, version }: { readonly step: 'submit' | 'reopen' | 'withdraw'; readonly version: number },
    by: SubmissionActor,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const kept = await this.lock(state, id, by);
      refuseStale(kept, version, await this.rows.submissions.listSteps(state.id, id));
      if (step === 'submit') return this.handIn(state, id, by);
      if (step === 'reopen') await this.refuseLocked(state, kept);
      await this.take(state, kept, step, by);
      if (step !== 'reopen') return;
      await this.rows.submissions.copyTexts(state.id, id, kept.revision, kept.revision + 1);
      await this.rows.figures.copy(state.id, id, kept.revision, kept.revision + 1);
    });
  }

  /** @throws UserError `submission.unknown` or `.personal_data`. */
  async comment(state: State, id: number, text: string, by: SubmissionActor): Promise<void> {
    refusePersonalData({ text });
    await this.record.runState(state.id, async () => {
      const { submissions, audit } = this.rows;
      const kept = await submissions.lockSubmission(state.id, id);
      if (!kept || !maySee(by, kept)) throw unknownSubmission();
      const at = this.clock.now();
      const on = civilDayOf(at, state.timeZone);
      // A draft that was never handed in is its author's alone.
      if (kept.submittedOn !== null && !(await submissions.hasCommented(state.id, id, by.personId, on)))
        await this.mails.tellComment(state, kept, { by: by.personId, byAuthor: mayWrite(by, kept), on, at });
      await submissions.addComment(state.id, id, { personId: by.personId, actor: by.role, text, at });
      await audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'submission.commented',
        subjectKind: 'submission',
        subjectId: String(id),
        before: null,
        after: { recommendation: kept.publicId, submissionState: kept.state },
        happenedAt: at,
      });
    });
  }

  private async handIn(state: State, id: number, by: SubmissionActor): Promise<void> {
    const kept = await this.lock(state, id, by);
    const draft = kept.state === 'draft';
    const brings = draft && (await this.rows.figures.refuseUnfit(state.id, kept));
    if (draft && !brings && !(await this.rows.submissions.hasText(state.id, id, kept.revision)))
      throw new UserError(
        'invalid_input',
        'submission.no_text',
        'texts: write something in at least one language, or a figure where one is asked for, before you hand it in.',
      );
    await this.refuseLocked(state, kept);
    await this.take(state, kept, 'submit', by);
  }

  private async obligationOf(state: State, wish: SubmissionWish, by: SubmissionActor) {
    const { submissions } = this.rows;
    const obligation =
      wish.obligation === null ? null : await submissions.lockObligation(state.id, wish.obligation);
    const own =
      by.reader?.kind === 'state' ||
      (by.reader?.kind === 'institution' && obligation?.institutionId === by.reader.institutionId);
    if (!obligation || !own)
      throw new UserError(
        'not_found',
        'submission.obligation_unknown',
        'obligation: expected the number of one that your institution owes.',
      );
    if (await submissions.findOpen(state.id, obligation.id))
      throw new UserError(
        'conflict',
        'submission.open_already',
        'obligation: a submission for it is open already. Go on with that one.',
      );
    const ofItsOwn = obligation.periodStartOn !== null;
    return { obligationId: obligation.id, recommendationId: null, period: ofItsOwn ? null : wish.period };
  }

  private async recommendationOf(state: State, wish: SubmissionWish) {
    refuseNameless(wish.organisation);
    const found =
      wish.recommendation === null
        ? null
        : await this.rows.submissions.findRecommendation(state.id, wish.recommendation);
    if (!found)
      throw new UserError(
        'not_found',
        'submission.recommendation_unknown',
        `recommendation: none is followed under "${wish.recommendation ?? ''}".`,
      );
    return { obligationId: null, recommendationId: found.id, period: null };
  }

  private async write(state: State, kept: KeptSubmission, draft: SubmissionDraft): Promise<void> {
    const { submissions } = this.rows;
    const obligation =
      kept.obligationId === null ? null : await submissions.lockObligation(state.id, kept.obligationId);
    const open = obligation !== null && obligation.periodStartOn === null;
    await submissions.setDraft(state.id, kept.id, kept.revision, {
      texts: writtenTexts(draft.texts),
      organisation: kept.authorKind === 'institution' ? null : draft.organisation,
      period: open ? draft.period : null,
    });
    const written = await submissions.lockSubmission(state.id, kept.id);
    if (!written) return;
    if (obligation) await refuseLockedPeriod(this.rows.locks, state.id, obligation, written);
    if (draft.figures) await this.rows.figures.keep(state.id, written, draft.figures);
  }

  private async refuseLocked(state: State, kept: KeptSubmission): Promise<void> {
    if (kept.obligationId === null) return;
    const obligation = await this.rows.submissions.lockObligation(state.id, kept.obligationId);
    if (obligation) await refuseLockedPeriod(this.rows.locks, state.id, obligation, kept);
  }

  private async lock(state: State, id: number, by: SubmissionActor): Promise<KeptSubmission> {
    const kept = await this.rows.submissions.lockSubmission(state.id, id);
    if (!kept || !maySee(by, kept)) throw unknownSubmission();
    if (mayWrite(by, kept)) return kept;
    throw new UserError(
      'forbidden',
      'submission.not_yours',
      'Only its author, or a focal point of its institution, can write in it.',
    );
  }

  private take(
    state: State,
    kept: KeptSubmission,
    step: 'begin' | 'edit' | 'submit' | 'reopen' | 'withdraw',
    by: SubmissionActor,
  ): Promise<void> {
    const at = this.clock.now();
    const on = civilDayOf(at, state.timeZone);
    // By a link all happens at once: handing in says it all.
    const audited = !by.byMail || step === 'submit';
    return takeStep(this.rows, state.id, kept, { step, by, reason: null, on, at, audited });
  }
}

/** @throws UserError `submission.period_locked`. */
export async function refuseLockedPeriod(
  locks: PeriodLockRepository,
  stateId: number,
  obligation: SubmittedObligation,
  { periodStartOn, periodEndOn }: Pick<KeptSubmission, 'periodStartOn' | 'periodEndOn'>,
): Promise<void> {
  const lock = await locks.findLock(stateId, obligation, {
    startOn: periodStartOn,
    endOn: periodEndOn,
  });
  if (lock)
    throw new UserError(
      'conflict',
      'submission.period_locked',
      `period: it was accepted with submission ${lock.submissionId} and is locked. The secretariat can unlock it, with a reason.`,
    );
}

function refuseDraft({ texts, organisation, period }: SubmissionDraft): void {
  refusePersonalData({ ...texts, organisation });
  if (period !== null && period.startOn > period.endOn)
    throw new UserError(
      'invalid_input',
      'submission.period',
      'period: expected a last day that does not come before the first.',
    );
}

function refuseNameless(organisation: string | null): void {
  if (organisation !== null) return;
  throw new UserError(
    'invalid_input',
    'submission.organisation',
    'organisation: expected the name under which it is published, never that of a person.',
  );
}
