import type { AuditAction, AuditedFields, CivilDate, Clock, StatementAct, StatementRefusal } from '#domain';
import { UserError, statementRefusal } from '#domain';
import type {
  AuditRepository,
  HeldStatement,
  RecordDatabase,
  State,
  StatementRepository,
  WrittenVersion,
} from '#persistence';

import { refusePersonalData, todayOf } from '../record-action/answering.js';
import type { Answering } from '../record-action/answering.js';

export interface StatementWish {
  readonly language: 'en' | 'es';
  readonly title: string;
  readonly text: string;
  /** The same in the other language: both or neither. */
  readonly otherTitle: string | null;
  readonly otherText: string | null;
  readonly datedOn: CivilDate;
  /** Public addresses; none: it speaks of the whole State. */
  readonly recommendations: readonly string[];
  /** What is corrected, and why; null of the first version. */
  readonly correction: string | null;
}

export interface StatementAuthor extends Answering {
  /** Code of the institution in whose name the statement speaks; null: it has none. */
  readonly institution: string | null;
}

const REFUSED: Readonly<Record<StatementRefusal, string>> = {
  withdrawn: 'This statement was withdrawn.',
  not_published: 'Nothing of this statement is public.',
  draft_exists: 'A correction of this statement is being written already.',
  no_draft: 'There is no draft of this statement.',
  changed: 'Somebody changed the draft meanwhile: read it again.',
};

/**
 * Statements of the ombudsperson. What is public is never changed: it is corrected by a version that says so, or withdrawn with a
 * reason. The audit holds no word of a draft.
 */
export class MakeStatement {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: { readonly statements: StatementRepository; readonly audit: AuditRepository },
    private readonly clock: Clock,
  ) {}

  /**
   * Begins a draft: of a new statement, or of a correction.
   * @param corrects number of the statement
   * @throws UserError `statement.unknown`, `.not_published`, `.withdrawn`, `.draft_exists`, or one about what is written.
   */
  begin(state: State, wish: StatementWish, corrects: number | null, by: StatementAuthor): Promise<number> {
    return this.record.runState(state.id, async () => {
      const held = corrects === null ? null : await this.hold(state, corrects);
      if (held) refuse('correct', held);
      const written = await this.written(state, wish, held !== null, by);
      const id = await this.rows.statements.addDraft(state.id, written, held);
      const of = held?.id ?? (await this.draft(state, id)).statementId;
      await this.append(state, of, by, 'statement.drafted', {
        before: null,
        after: { statementVersion: (held?.last ?? 0) + 1 },
      });
      return id;
    });
  }

  /** @throws UserError `statement.unknown`, `.changed`, `.withdrawn`, or one about what is written. */
  save(state: State, id: number, read: number, wish: StatementWish, by: StatementAuthor): Promise<void> {
    return this.record.runState(state.id, async () => {
      const { held, draft } = await this.holdDraft(state, id);
      refuse('save', held, read);
      const written = await this.written(state, wish, draft.number > 1, by);
      await this.rows.statements.saveDraft(state.id, id, written);
      const version = { statementVersion: draft.number };
      await this.append(state, held.id, by, 'statement.redrafted', { before: version, after: version });
    });
  }

  /**
   * Lets everybody read a draft as it was read; answers the number of the statement.
   * @throws UserError `statement.unknown`, `.changed`, `.withdrawn` or `.day`.
   */
  publish(state: State, id: number, read: number, by: StatementAuthor): Promise<number> {
    return this.record.runState(state.id, async () => {
      const { held, draft } = await this.holdDraft(state, id);
      refuse('publish', held, read);
      const on = this.refuseDay(state, draft.datedOn);
      await this.rows.statements.publish(state.id, id, { on, personId: by.personId });
      await this.append(state, held.id, by, held.published ? 'statement.corrected' : 'statement.published', {
        before: held.title === null ? null : { statementVersion: draft.number - 1, title: held.title },
        after: { statementVersion: draft.number, title: draft.texts[0]?.title ?? '' },
        ...(draft.correction === null ? {} : { reason: draft.correction }),
      });
      return held.id;
    });
  }

  /** @throws UserError `statement.unknown`. */
  discard(state: State, id: number, by: StatementAuthor): Promise<void> {
    return this.record.runState(state.id, async () => {
      const { held, draft } = await this.holdDraft(state, id);
      refuse('discard', held);
      await this.rows.statements.discard(state.id, held);
      await this.append(state, held.id, by, 'statement.discarded', {
        before: { statementVersion: draft.number },
        after: null,
      });
    });
  }

  /**
   * Says that a statement no longer stands. Its title, its day and the reason stay to be read.
   * @throws UserError `statement.unknown`, `.not_published`, `.withdrawn` or `.personal_data`.
   */
  async withdraw(state: State, id: number, reason: string, by: StatementAuthor): Promise<void> {
    refusePersonalData('statement.personal_data', { reason });
    await this.record.runState(state.id, async () => {
      const held = await this.hold(state, id);
      refuse('withdraw', held);
      const on = todayOf(this.clock, state);
      await this.rows.statements.withdraw(state.id, id, { on, reason, personId: by.personId });
      await this.append(state, id, by, 'statement.withdrawn', {
        before: { title: held.title ?? '' },
        after: null,
        reason,
      });
    });
  }

  private async written(
    state: State,
    wish: StatementWish,
    isCorrection: boolean,
    by: StatementAuthor,
  ): Promise<WrittenVersion> {
    const { title, text, otherTitle, otherText, correction, recommendations } = wish;
    if ((otherTitle === null) !== (otherText === null))
      throw invalid('other', 'otherTitle, otherText: give both, or neither.');
    if (isCorrection && correction === null)
      throw invalid('correction', 'correction: say what is corrected, and why.');
    refusePersonalData('statement.personal_data', {
      ...{ title, text, otherTitle: otherTitle ?? '', otherText: otherText ?? '' },
      correction: correction ?? '',
    });
    this.refuseDay(state, wish.datedOn);
    const known = await this.rows.statements.findRecommendations(state.id, recommendations);
    const missing = recommendations.find((publicId) => !known.has(publicId));
    if (missing !== undefined)
      throw invalid(
        'recommendation_unknown',
        `recommendations: no "${missing}" is followed for ${state.iso3}.`,
      );
    return {
      ...wish,
      correction: isCorrection ? correction : null,
      recommendations: [...known.values()],
      institution: by.institution,
      personId: by.personId,
      at: this.clock.now(),
    };
  }

  /** Answers today. */
  private refuseDay(state: State, datedOn: CivilDate): CivilDate {
    const today = todayOf(this.clock, state);
    if (datedOn > today) throw invalid('day', `datedOn: expected a day up to ${today}.`);
    return today;
  }

  private async hold(state: State, id: number): Promise<HeldStatement> {
    const held = await this.rows.statements.lock(state.id, id);
    if (held) return held;
    throw unknownStatement();
  }

  private async holdDraft(state: State, id: number) {
    const { statementId } = await this.draft(state, id);
    const held = await this.hold(state, statementId);
    // It may have been published or thrown away while this waited for the lock.
    return { held, draft: await this.draft(state, id) };
  }

  private async draft(state: State, id: number) {
    const draft = await this.rows.statements.findDraft(state.id, id);
    if (draft) return draft;
    throw unknownStatement();
  }

  private append(
    state: State,
    id: number,
    by: StatementAuthor,
    action: Extract<AuditAction, `statement.${string}`>,
    entry: {
      readonly before: AuditedFields | null;
      readonly after: AuditedFields | null;
      readonly reason?: string;
    },
  ): Promise<void> {
    return this.rows.audit.append(state.id, {
      ...entry,
      action,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'statement',
      subjectId: String(id),
      happenedAt: this.clock.now(),
    });
  }
}

function refuse(act: StatementAct, held: HeldStatement, read: number | null = null): void {
  const refusal = statementRefusal(act, held, read);
  if (refusal !== null) throw new UserError('conflict', `statement.${refusal}`, REFUSED[refusal]);
}

function invalid(what: string, detail: string): UserError {
  return new UserError('invalid_input', `statement.${what}`, detail);
}

/** What nobody may read is as good as absent. */
export function unknownStatement(): UserError {
  return new UserError('not_found', 'statement.unknown', 'There is no such statement.');
}
