import type { AuthorKind, CivilDate, Clock, SubmissionState, SubmissionStep } from '#domain';
import { civilDayOf, mayReview, openSteps, parseSearch } from '#domain';
import type {
  AnswerableObligation,
  EarlierRevision,
  KeptStep,
  ListSearch,
  ListedSubmission,
  PublishedContribution,
  RecordDatabase,
  State,
  SubmissionComment,
  SubmissionReadingRepository,
  SubmissionRepository,
} from '#persistence';

import { periodOf } from './submission-figures.js';
import type { FigureSheet, SubmissionFigures } from './submission-figures.js';
import { mayWrite, unknownSubmission } from './submission-rules.js';
import type { SubmissionActor } from './submission-rules.js';

export interface SubmissionQuestion {
  readonly state: SubmissionState | null;
  readonly authorKind: AuthorKind | null;
  readonly typed: string;
  readonly language: string;
  readonly limit: number;
}

export interface SubmissionReading {
  readonly today: CivilDate;
  readonly submission: ListedSubmission;
  readonly history: readonly KeptStep[];
  readonly comments: readonly SubmissionComment[];
  readonly earlier: readonly EarlierRevision[];
  /** What this reader can do with it now. */
  readonly steps: readonly SubmissionStep[];
  /** Waits for a decision that somebody else has to take: this reader had a hand in it. */
  readonly ownHand: boolean;
  /** Of the revision that is shown; null where no figure is asked for. */
  readonly figures: FigureSheet | null;
}

/** What authors, reviewers and the public read of submissions. */
export class ReadSubmissions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly submissions: SubmissionRepository;
      readonly reading: SubmissionReadingRepository;
      readonly figures: SubmissionFigures;
    },
    private readonly clock: Clock,
  ) {}

  list(
    state: State,
    actor: SubmissionActor,
    question: SubmissionQuestion & { readonly before: number | null },
  ): Promise<ListedSubmission[]> {
    const { reader } = actor;
    if (reader === null) return Promise.resolve([]);
    return this.record.runState(state.id, () =>
      this.rows.reading.list(state.id, reader, { ...question, query: parseSearch(question.typed) }),
    );
  }

  listWaiting(
    state: State,
    question: SubmissionQuestion & { readonly after: readonly [day: number, id: number] | null },
  ): Promise<{ readonly waiting: number; readonly rows: ListedSubmission[] }> {
    return this.record.runState(state.id, async () => ({
      waiting: await this.rows.reading.countWaiting(state.id),
      rows: await this.rows.reading.listWaiting(state.id, {
        ...question,
        query: parseSearch(question.typed),
      }),
    }));
  }

  /** @throws UserError `submission.unknown`. */
  read(state: State, id: number, actor: SubmissionActor): Promise<SubmissionReading> {
    const { reader } = actor;
    if (reader === null) throw unknownSubmission();
    return this.record.runState(state.id, async () => {
      const { reading, submissions } = this.rows;
      const submission = await reading.find(state.id, reader, id);
      const kept = submission && (await submissions.lockSubmission(state.id, id));
      if (!submission || !kept) throw unknownSubmission();
      const history = await submissions.listSteps(state.id, id);
      const writes = mayWrite(actor, kept) && actor.role !== 'ombudsperson';
      const reviews = actor.role === 'secretariat';
      const decisions = reviews ? openSteps(submission, submission.authorKind, 'reviewer') : [];
      const open = decisions.filter((step) => mayReview(actor.personId, step, history));
      return {
        today: this.today(state),
        submission,
        history,
        comments: await reading.listComments(state.id, id),
        earlier: await reading.listRevisions(state.id, id, submission.revision),
        steps: [...(writes ? openSteps(submission, submission.authorKind, 'author') : []), ...open],
        ownHand: decisions.length > open.length,
        figures: await this.rows.figures.read(state.id, {
          obligationId: submission.obligationId,
          period: periodOf(submission),
          written: { submissionId: id, revision: shownRevision(submission, actor) },
        }),
      };
    });
  }

  /** What can be answered: an institution's own, or everything where the secretariat answers in somebody's name. */
  listObligations(
    state: State,
    { reader }: SubmissionActor,
    page: {
      readonly only: number | null;
      readonly search?: ListSearch | undefined;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<AnswerableObligation[]> {
    if (reader === null || reader.kind === 'person') return Promise.resolve([]);
    const institutionId = reader.kind === 'institution' ? reader.institutionId : null;
    return this.record.runState(state.id, () =>
      this.rows.reading.listObligations(state.id, institutionId, page),
    );
  }

  /** What an obligation that can be answered asks for in figures. */
  readFigures(state: State, obligation: AnswerableObligation): Promise<FigureSheet | null> {
    return this.record.runState(state.id, () =>
      this.rows.figures.read(state.id, {
        obligationId: obligation.id,
        period: periodOf(obligation),
        written: null,
      }),
    );
  }

  /** Null where no such recommendation is followed. */
  async listPublished(
    state: State,
    publicId: string,
    page: {
      readonly typed: string;
      readonly language: string;
      readonly before: number | null;
      readonly limit: number;
    },
  ): Promise<{
    readonly recommendation: {
      readonly publicId: string;
      readonly code: string;
      readonly titles: Readonly<Record<string, string>>;
    };
    readonly rows: readonly PublishedContribution[];
  } | null> {
    const { reading } = this.rows;
    const recommendation = await reading.findRecommendation(state.id, publicId);
    if (!recommendation) return null;
    const rows = await reading.listPublished(state.id, publicId, { ...page, query: parseSearch(page.typed) });
    return { recommendation, rows };
  }

  today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}

/** Of what somebody else is still writing, only the revision that was handed in before. */
function shownRevision({ state, revision, personId }: ListedSubmission, { reader }: SubmissionActor): number {
  const others = reader?.kind === 'state' && state === 'draft' && personId !== reader.personId;
  return others ? revision - 1 : revision;
}
