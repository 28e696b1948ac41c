import { UserError, compareReadings, isWithoutDifference } from '#domain';
import type { AuditActor, AuditedFields, CivilDate, ParsedDocument, ReadingDifference } from '#domain';
import type {
  AssessmentRepository,
  ClassificationRepository,
  DocumentRepository,
  DocumentVersionRepository,
  NewDocument,
  State,
} from '#persistence';

import type { MoveDeadlines } from '../derive-deadlines/move-deadlines.js';
import type { FollowDocument } from '../follow-cycles/follow-document.js';
import { slugOf } from './document-slug.js';

export interface ReadingToSave {
  readonly key: string;
  readonly textSha256: string;
  readonly parsed: ParsedDocument;
  /** Milliseconds since 1970. */
  readonly ingestedAt: number;
}

/** What saving a reading would do, or did. */
export type Saving =
  | {
      readonly kind: 'new';
      /** The record that waits for its text: of a document of which only symbol and dates were known. */
      readonly waiting: number | null;
    }
  | { readonly kind: 'unchanged'; readonly documentId: number }
  | {
      readonly kind: 'amended';
      readonly documentId: number;
      /** The text is the one on record: only the reading of it is another. */
      readonly sameText: boolean;
      readonly difference: ReadingDifference;
      /** The day of adoption, where another one is read: dates that were counted from it move with it. */
      readonly adoption: { readonly before: CivilDate | null; readonly after: CivilDate } | null;
      /** Recommendations that would go although something hangs on them: then nothing is saved. */
      readonly followed: readonly string[];
      /** Such as were assessed or decided on, which cannot be taken away. */
      readonly judged: readonly string[];
    }
  | {
      readonly kind: 'language_added';
      readonly documentId: number;
      /** Recommendations on record that this language does not have, and such as only it has: they stay without its words. */
      readonly unmatched: readonly string[];
    };

/** Who puts a reading on record, and why where it changes one that is there. */
interface Saver {
  readonly actor: AuditActor;
  readonly personId: number | null;
  readonly reason: string | null;
}

/** What was done, and what else the audit says of it: the cycle and the dates of a new document. */
export interface Saved {
  readonly saving: Saving;
  readonly documentId: number;
  readonly followed: AuditedFields;
}

/** Puts a reading on record: a new document, a better reading of one that is there, or a further language of it. */
export class SaveReading {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly versions: DocumentVersionRepository,
    private readonly classifications: ClassificationRepository,
    private readonly assessments: AssessmentRepository,
    private readonly following: FollowDocument,
    private readonly moving: MoveDeadlines,
  ) {}

  /** What `save` would do, within the State's transaction. */
  async plan(state: State, { key, textSha256, parsed }: ReadingToSave): Promise<Saving> {
    const existing = await this.documents.findDocument(state.id, key);
    if (existing === null) return { kind: 'new', waiting: null };
    const { id: documentId, language } = existing;
    if (language === null) return { kind: 'new', waiting: documentId };
    const recorded = await this.versions.readRecorded(state.id, documentId, parsed.language);
    const difference = compareReadings(recorded, parsed);
    if (language !== parsed.language) {
      const there = await this.versions.findLanguage(state.id, documentId, parsed.language);
      if (there === textSha256) return { kind: 'unchanged', documentId };
      return {
        kind: 'language_added',
        documentId,
        unmatched: [...difference.removed, ...difference.added],
      };
    }
    const sameText = existing.textSha256 === textSha256;
    const adoption =
      parsed.adoptedOn === null || parsed.adoptedOn === existing.adoptedOn
        ? null
        : { before: existing.adoptedOn, after: parsed.adoptedOn };
    if (sameText && adoption === null && isWithoutDifference(difference))
      return { kind: 'unchanged', documentId };
    const hanging = await this.versions.listFollowed(state.id, documentId, difference.removed);
    const kept = hanging.length === 0 ? [] : await this.assessments.listJudgedCodes(state.id, documentId);
    return {
      kind: 'amended',
      documentId,
      sameText,
      difference,
      adoption,
      followed: hanging.filter((code) => !kept.includes(code)),
      judged: hanging.filter((code) => kept.includes(code)),
    };
  }

  /**
   * @throws UserError `intake.judged` or `intake.followed` when a recommendation would go that was judged, or on which something hangs.
   */
  async save(state: State, reading: ReadingToSave, by: Saver): Promise<Saved> {
    const saving = await this.plan(state, reading);
    const document = { ...reading, slug: slugOf(reading.key) };
    switch (saving.kind) {
      case 'new':
        return this.saveNew(state, document, saving, by.actor);
      case 'unchanged':
        return { saving, documentId: saving.documentId, followed: {} };
      case 'language_added':
        await this.versions.putLanguage(state.id, saving.documentId, document);
        return { saving, documentId: saving.documentId, followed: {} };
      case 'amended':
        if (saving.judged.length > 0)
          throw new UserError(
            'conflict',
            'intake.judged',
            `This reading no longer has ${saving.judged.join(', ')}, assessed or decided on before; what was said of them is never taken away. Correct the reading so that they are there, under the same numbers and letters.`,
            { details: { codes: saving.judged } },
          );
        if (saving.followed.length > 0)
          throw new UserError(
            'conflict',
            'intake.followed',
            `This reading no longer has ${saving.followed.join(', ')}, on which indicators, obligations or alerts hang. Correct the reading so that they are there, or take what hangs on them away first.`,
            { details: { codes: saving.followed } },
          );
        return this.amend(state, document, saving, by);
    }
  }

  /** What hangs on the day of adoption moves with it: the place among the cycles, and the dates that are counted from it. */
  private async amend(
    state: State,
    document: NewDocument,
    saving: Extract<Saving, { kind: 'amended' }>,
    by: Saver,
  ): Promise<Saved> {
    const { documentId, adoption } = saving;
    await this.versions.amend(state.id, documentId, document);
    // An item that comes back has what people had said of it.
    await this.classifications.settleThemes(state.id, documentId);
    if (adoption === null) return { saving, documentId, followed: {} };
    const cycle = await this.following.sequence(state, documentId);
    const deadlines = await this.moving.move(state, documentId, document.parsed, {
      ...by,
      changedAt: document.ingestedAt,
    });
    return { saving, documentId, followed: { cycle, deadlines } };
  }

  /** A new document opens a reporting cycle, and its dates are derived. */
  private async saveNew(
    state: State,
    document: NewDocument,
    saving: Extract<Saving, { kind: 'new' }>,
    actor: AuditActor,
  ): Promise<Saved> {
    const documentId = await this.documents.saveDocument(state.id, document, saving.waiting);
    await this.classifications.settleThemes(state.id, documentId);
    const { cycle, continues, deadlines, suggestedLinks } = await this.following.follow(
      state,
      documentId,
      document.parsed,
      { changedAt: document.ingestedAt, actor },
    );
    return { saving, documentId, followed: { cycle, continues: [...continues], deadlines, suggestedLinks } };
  }
}
