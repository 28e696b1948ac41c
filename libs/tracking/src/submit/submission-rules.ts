import type { AuditAction, AuditedFields, CivilDate, Instant, Role, SubmissionStep } from '#domain';
import { UserError, afterStep } from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AuditRepository,
  KeptStep,
  KeptSubmission,
  SubmissionReader,
  SubmissionRepository,
  SubmissionTexts,
} from '#persistence';

/** Who acts, in which role, and whose submissions that person sees. */
export interface SubmissionActor {
  readonly personId: number | null;
  readonly role: Role;
  readonly reader: SubmissionReader | null;
  /** Came by the link of a mail, without signing in. */
  readonly byMail?: boolean;
}

/** What the audit calls each step. */
export const AUDITED_STEPS: Readonly<Record<SubmissionStep, AuditAction>> = {
  begin: 'submission.begun',
  edit: 'submission.edited',
  submit: 'submission.submitted',
  accept: 'submission.accepted',
  return: 'submission.returned',
  reopen: 'submission.reopened',
  withdraw: 'submission.withdrawn',
  take_down: 'submission.taken_down',
  undo_submit: 'change.undone',
  undo_withdraw: 'change.undone',
  undo_accept: 'change.undone',
  undo_return: 'change.undone',
  undo_take_down: 'change.undone',
};

/** Texts are kept in histories and may be published: what was written there once cannot be taken out again. */
export function refusePersonalData(fields: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(fields)) {
    const kinds = findPersonalData(text ?? '');
    if (kinds.length > 0)
      throw new UserError(
        'invalid_input',
        'submission.personal_data',
        `${field}: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
        { details: { field, kinds } },
      );
  }
}

/** A language in which nothing was written is not kept. */
export function writtenTexts(texts: SubmissionTexts): SubmissionTexts {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([language, text]) => [language, text.trim()])
      .filter(([, text]) => text !== ''),
  );
}

/** Authors act on what is their institution's, or their own; nobody acts on what somebody else writes. */
export function mayWrite({ reader }: SubmissionActor, kept: KeptSubmission): boolean {
  if (reader === null) return false;
  if (reader.kind === 'institution') return kept.institutionId === reader.institutionId;
  return kept.personId === reader.personId;
}

/** Whether it is there for this reader at all. */
export function maySee(actor: SubmissionActor, kept: KeptSubmission): boolean {
  return mayWrite(actor, kept) || (actor.reader?.kind === 'state' && kept.submittedOn !== null);
}

export const unknownSubmission = (): UserError =>
  new UserError(
    'not_found',
    'submission.unknown',
    'There is no such submission, or it is not yours to read.',
  );

/** A form that was opened before something else happened says so, instead of writing over it. */
export function refuseStale(kept: KeptSubmission, version: number, history: readonly KeptStep[]): void {
  if (kept.version === version) return;
  const since = history
    .filter((taken) => taken.version > version)
    .map((taken) => `${taken.step.replaceAll('_', ' ')} (version ${taken.version})`);
  throw new UserError(
    'conflict',
    'submission.stale',
    `version: you changed version ${version}, and it is at ${kept.version} now: ${since.join(', ') || 'that version never was'}. Read it again, then decide.`,
    { details: { version: kept.version } },
  );
}

/** Takes a step and says so in the history and in the audit, in the transaction that runs. */
export async function takeStep(
  rows: { readonly submissions: SubmissionRepository; readonly audit: AuditRepository },
  stateId: number,
  kept: KeptSubmission,
  taken: {
    readonly step: SubmissionStep;
    readonly by: SubmissionActor;
    readonly reason: string | null;
    readonly on: CivilDate;
    readonly at: Instant;
    /** False where the step is part of another that says it all. */
    readonly audited?: boolean;
    /** What it put on record. */
    readonly figures?: {
      readonly indicator: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    } | null;
  },
): Promise<void> {
  const begins = taken.step === 'begin';
  const stand = afterStep(begins ? null : kept, taken.step, kept.authorKind);
  if (stand === null)
    throw new UserError(
      'conflict',
      'submission.not_now',
      `It cannot be done now: the submission is ${kept.state}. Read it again, then decide.`,
    );
  const from = begins ? null : kept.state;
  await rows.submissions.takeStep(stateId, kept.id, {
    step: taken.step,
    from,
    stand,
    personId: taken.by.personId,
    actor: taken.by.byMail ? 'mail_link' : taken.by.role,
    reason: taken.reason,
    on: taken.on,
    at: taken.at,
  });
  if (taken.audited === false) return;
  await rows.audit.append(stateId, {
    personId: taken.by.personId,
    actor: taken.by.byMail ? 'mail_link' : taken.by.role,
    action: AUDITED_STEPS[taken.step],
    subjectKind: 'submission',
    subjectId: String(kept.id),
    before:
      from === null
        ? null
        : { submissionState: from, ...(taken.figures ? { figures: taken.figures.before } : {}) },
    after: {
      ...aboutOf(kept),
      submissionState: stand.state,
      revision: stand.revision,
      ...(taken.figures ? { indicators: [taken.figures.indicator], figures: taken.figures.after } : {}),
    },
    ...(taken.reason === null ? {} : { reason: taken.reason }),
    happenedAt: taken.at,
  });
}

/** What a submission is about, as the audit says it: codes, never a text. */
export function aboutOf(kept: KeptSubmission): AuditedFields {
  return {
    authorKind: kept.authorKind,
    recommendation: kept.publicId,
    ...(kept.obligationId === null ? {} : { obligation: kept.obligationId, institution: kept.institution }),
  };
}
