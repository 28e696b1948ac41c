import type { AuditAction, AuditedFields, CivilDate, Clock, CommentSubjectKind, Role } from '#domain';
import {
  ANSWERS_AT_MOST,
  COMMENTS_AN_HOUR,
  COMMENT_MOST_LETTERS,
  UserError,
  civilDayOf,
  mayEdit,
  mayWithdraw,
} from '#domain';
import { findPersonalData } from '#ingest';
import type {
  AuditRepository,
  CommentRepository,
  CommentSubject,
  CommentThread,
  Institution,
  InstitutionRepository,
  ListSearch,
  RecordDatabase,
  State,
  StoredComment,
} from '#persistence';

const HOUR_MS = 3_600_000;
const REASON_MOST_LETTERS = 500;

/** Who reads and writes, and for which institution only where the right reaches no further. */
export interface Commenter {
  readonly personId: number;
  readonly role: Role;
  /** Code of the person's institution, which stands beside what is written. */
  readonly institution: string | null;
  /** Code; null: the right reaches the whole State. */
  readonly onlyOf: string | null;
}

export interface CommentReading extends StoredComment {
  readonly institution: Institution | null;
  readonly own: boolean;
  readonly mayEdit: boolean;
  readonly mayWithdraw: boolean;
}

export interface CommentsReading {
  readonly today: CivilDate;
  /** Null: of everything that the reader may see; or there is no such thing for the reader. */
  readonly about: CommentSubject | null;
  readonly threads: readonly (CommentReading & {
    readonly about: CommentSubject;
    readonly answers: readonly CommentReading[];
  })[];
}

export interface CommentsAsked {
  readonly about: { readonly kind: CommentSubjectKind; readonly key: string } | null;
  readonly search?: ListSearch | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

/**
 * What a monitoring body, the ombudsperson, the secretariat and the institution that answers for a thing write to each other about it.
 * All of them read all of it, and nobody else does.
 */
export class Comments {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly comments: CommentRepository;
      readonly institutions: InstitutionRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** The newest first; empty where the thing is none that the reader answers for. */
  list(state: State, asked: CommentsAsked, by: Commenter): Promise<CommentsReading> {
    const now = this.clock.now();
    const today = civilDayOf(now, state.timeZone);
    return this.record.runState(state.id, async () => {
      const known = await this.rows.institutions.listInstitutions(state.id);
      const about = asked.about && (await this.find(state, asked.about, by, known));
      if (asked.about && !about) return { today, about: null, threads: [] };
      const threads = await this.rows.comments.listThreads(state.id, {
        ...asked,
        today,
        about,
        institutionId: onlyOf(by, known),
      });
      const reading = (comment: StoredComment): CommentReading => ({
        ...comment,
        institution: comment.institutionId === null ? null : (known.get(comment.institutionId) ?? null),
        own: comment.personId === by.personId,
        mayEdit: mayEdit({ ...comment, withdrawn: comment.text === null }, by, now),
        mayWithdraw: mayWithdraw({ ...comment, withdrawn: comment.text === null }, by),
      });
      return {
        today,
        about,
        threads: threads.map((thread: CommentThread) => ({
          ...reading(thread),
          about: thread.about,
          answers: thread.answers.map(reading),
        })),
      };
    });
  }

  /**
   * @throws UserError `comment.unknown_subject`, `comment.text`, `comment.personal_data`, `comment.too_many`, `comment.unknown` or
   *   `comment.thread_full`.
   */
  async write(
    state: State,
    wish: {
      readonly about: { readonly kind: CommentSubjectKind; readonly key: string };
      readonly answers: number | null;
      readonly text: string;
      readonly language: string;
    },
    by: Commenter,
  ): Promise<number> {
    const text = textIn(wish.text);
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const { comments, institutions } = this.rows;
      const known = await institutions.listInstitutions(state.id);
      const about = await this.find(state, wish.about, by, known);
      if (!about)
        throw new UserError(
          'not_found',
          'comment.unknown_subject',
          'There is no such thing here that you may comment on.',
        );
      if ((await comments.lockWritten(state.id, by.personId, now - HOUR_MS)) >= COMMENTS_AN_HOUR)
        throw new UserError(
          'conflict',
          'comment.too_many',
          `You have written ${COMMENTS_AN_HOUR} comments in an hour. Wait a while.`,
        );
      if (wish.answers !== null) {
        const answered = await comments.findComment(state.id, wish.answers);
        const same = answered?.about.kind === about.kind && answered.about.id === about.id;
        if (!answered || !same || answered.answersId !== null) throw unknown();
        if ((await comments.countAnswers(state.id, answered.id)) >= ANSWERS_AT_MOST)
          throw new UserError(
            'conflict',
            'comment.thread_full',
            `${ANSWERS_AT_MOST} answers stand there already. Write a comment of its own.`,
          );
      }
      const id = await comments.addComment(state.id, {
        about,
        answersId: wish.answers,
        personId: by.personId,
        role: by.role,
        institution: by.institution,
        language: wish.language,
        text,
        now,
      });
      await this.audit(state, by, { action: 'comment.written', about, after: { comment: id } });
      return id;
    });
  }

  /** @throws UserError `comment.unknown`, `comment.not_editable`, `comment.text` or `comment.personal_data`. Answers what it is about. */
  async edit(state: State, id: number, wish: string, by: Commenter): Promise<CommentSubject> {
    const text = textIn(wish);
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const { comment, about } = await this.findOwn(state, id, by);
      if (!mayEdit({ ...comment, withdrawn: comment.text === null }, by, now))
        throw new UserError(
          'conflict',
          'comment.not_editable',
          'Only whoever wrote a comment can change it, within half an hour. Withdraw it, and write another.',
        );
      if (comment.text === text) return about;
      await this.rows.comments.editComment(state.id, id, text, now);
      await this.audit(state, by, { action: 'comment.edited', about, after: { comment: id } });
      return about;
    });
  }

  /** @throws UserError `comment.unknown`, `comment.not_yours`, `comment.reason` or `comment.personal_data`. Answers what it is about. */
  async withdraw(state: State, id: number, wish: string, by: Commenter): Promise<CommentSubject> {
    const reason = wish.trim();
    if (reason === '' || reason.length > REASON_MOST_LETTERS)
      throw new UserError(
        'invalid_input',
        'comment.reason',
        `reason: expected 1 to ${REASON_MOST_LETTERS} letters that say why.`,
      );
    refusePersonalData(reason);
    return this.record.runState(state.id, async () => {
      const { comment, about } = await this.findOwn(state, id, by);
      if (!mayWithdraw({ ...comment, withdrawn: comment.text === null }, by))
        throw new UserError(
          'forbidden',
          'comment.not_yours',
          'Only whoever wrote a comment, or the secretariat, can withdraw it, and only once.',
        );
      await this.rows.comments.withdrawComment(state.id, id, reason, this.clock.now());
      await this.audit(state, by, { action: 'comment.withdrawn', about, before: { comment: id }, reason });
      return about;
    });
  }

  private async find(
    state: State,
    { kind, key }: { readonly kind: CommentSubjectKind; readonly key: string },
    by: Commenter,
    known: ReadonlyMap<number, Institution>,
  ): Promise<CommentSubject | null> {
    const about = await this.rows.comments.findSubject(state.id, kind, key);
    const own = onlyOf(by, known);
    if (!about || own === null) return about;
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return (await this.rows.comments.isOwn(state.id, today, own, about)) ? about : null;
  }

  /** One that the commenter may see, with what it is about. */
  private async findOwn(
    state: State,
    id: number,
    by: Commenter,
  ): Promise<{ readonly comment: StoredComment; readonly about: CommentSubject }> {
    const comment = await this.rows.comments.findComment(state.id, id);
    const about = comment && (await this.rows.comments.findSubjectById(state.id, comment.about));
    if (!about) throw unknown();
    const known = await this.rows.institutions.listInstitutions(state.id);
    if (!(await this.find(state, about, by, known))) throw unknown();
    return { comment, about };
  }

  /** What was written stands in the comment alone: the audit would keep what was withdrawn. */
  private async audit(
    state: State,
    { personId, role }: Commenter,
    entry: {
      readonly action: AuditAction;
      readonly about: CommentSubject;
      readonly before?: AuditedFields;
      readonly after?: AuditedFields;
      readonly reason?: string;
    },
  ): Promise<void> {
    const { action, about, before, after, reason } = entry;
    await this.rows.audit.append(state.id, {
      personId,
      actor: role,
      action,
      subjectKind: about.kind,
      subjectId: about.key,
      ...(before && { before }),
      ...(after && { after }),
      ...(reason !== undefined && { reason }),
      happenedAt: this.clock.now(),
    });
  }
}

/** Null: of the whole State. An institution that the State does not have answers for nothing. */
function onlyOf({ onlyOf: code }: Commenter, known: ReadonlyMap<number, Institution>): number | null {
  if (code === null) return null;
  return [...known.values()].find((institution) => institution.code === code)?.id ?? 0;
}

function textIn(wish: string): string {
  const text = wish.replaceAll('\r\n', '\n').trim();
  if (text === '' || text.length > COMMENT_MOST_LETTERS)
    throw new UserError(
      'invalid_input',
      'comment.text',
      `text: expected 1 to ${COMMENT_MOST_LETTERS} letters, got ${text.length}.`,
    );
  refusePersonalData(text);
  return text;
}

function refusePersonalData(text: string): void {
  const kinds = findPersonalData(text);
  if (kinds.length > 0)
    throw new UserError(
      'invalid_input',
      'comment.personal_data',
      `text: leave out what points at a person (${kinds.join(', ')}).`,
    );
}

function unknown(): UserError {
  return new UserError('not_found', 'comment.unknown', 'There is no such comment here.');
}
