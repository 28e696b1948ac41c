import type { AuditedChange, AuditedFields, Clock, ParagraphReading, ReadingCorrection, Role } from '#domain';
import { UserError, documentFactsOf, paragraphReadingOf, placeOf } from '#domain';
import { sameWords } from '#ingest';
import type { AuditRepository, Intake, IntakeRepository, RecordDatabase, State } from '#persistence';

import { followCorrections } from '../ingest-document/follow-corrections.js';
import { actionOf, afterOf } from '../ingest-document/ingest-document.js';
import { slugOf } from '../ingest-document/document-slug.js';
import { keyOf, readDocumentFile } from '../ingest-document/read-document-file.js';
import type { SaveReading, Saving } from '../ingest-document/save-reading.js';
import { unknownIntake } from './read-intake.js';

/** Who takes a document in. */
export interface Registrar {
  readonly personId: number;
  readonly role: Role;
}

/** A document on its way in: uploaded, looked at, corrected, then saved or discarded. */
export class TakeInDocument {
  constructor(
    private readonly record: RecordDatabase,
    private readonly intakes: IntakeRepository,
    private readonly saving: SaveReading,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the file; nothing of it is on record before it is saved.
   * @throws UserError when the file is no concluding-observations document, or is about another State.
   */
  async open(
    state: State,
    file: { readonly name: string; readonly bytes: Uint8Array },
    by: Registrar,
  ): Promise<number> {
    const { text, textSha256, parsed } = await readDocumentFile(state.iso3, file);
    const documentKey = keyOf(parsed, textSha256);
    return this.record.runState(state.id, async () => {
      const id = await this.intakes.open(state.id, {
        fileName: file.name,
        sourceText: text,
        textSha256,
        documentKey,
        reading: parsed,
        personId: by.personId,
        openedAt: this.clock.now(),
      });
      await this.append(state, by, {
        action: 'intake.opened',
        subjectId: slugOf(documentKey),
        after: { intake: id, ...afterOf(documentKey, parsed) },
      });
      return id;
    });
  }

  /**
   * Keeps what a person reads otherwise, for this intake and whenever the document comes again. Null takes the correction back.
   * @throws UserError `intake.closed`, `reading.words` when the words would be others than those of the text, `reading.place`,
   * `reading.verb` when something is a recommendation without a verb or the other way round.
   */
  correct(
    state: State,
    id: number,
    place: string,
    wish: { readonly correction: ReadingCorrection | null; readonly reason: string | null },
    by: Registrar,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const intake = await this.findOpen(state, id);
      const { correction, reason } = wish;
      const kept = await this.intakes.listCorrections(state.id, intake.documentKey);
      const before = kept.find((one) => one.place === place)?.correction ?? null;
      if (correction !== null) refuseWhatCannotBe(intake, place, correction);
      if (JSON.stringify(before) === JSON.stringify(correction)) return;
      await this.intakes.keepCorrection(state.id, {
        documentKey: intake.documentKey,
        place,
        language: intake.reading.language,
        correction,
        reason,
        personId: by.personId,
        correctedAt: this.clock.now(),
      });
      await this.append(state, by, {
        action: correction === null ? 'reading.correction_withdrawn' : 'reading.corrected',
        subjectId: slugOf(intake.documentKey),
        before: { place, ...inShort(before ?? readingAt(intake, place)) },
        after: { place, ...inShort(correction ?? readingAt(intake, place)) },
        ...(reason === null ? {} : { reason }),
      });
    });
  }

  /**
   * Puts the corrected reading on record.
   * @throws UserError `intake.closed`; `intake.followed` when something that is followed would go; `intake.reason` when a document
   * on record would change and nobody says why.
   */
  save(
    state: State,
    id: number,
    reason: string | null,
    by: Registrar,
  ): Promise<{ saving: Saving; slug: string }> {
    return this.record.runState(state.id, async () => {
      const intake = await this.findOpen(state, id);
      const corrections = await this.intakes.listCorrections(state.id, intake.documentKey);
      const { reading: parsed } = followCorrections(intake.reading, corrections);
      const key = keyOf(parsed, intake.textSha256);
      const now = this.clock.now();
      const reading = { key, textSha256: intake.textSha256, parsed, ingestedAt: now };
      const { saving, documentId, followed } = await this.saving.save(state, reading, {
        actor: by.role,
        personId: by.personId,
        reason,
      });
      if (saving.kind === 'amended' && reason === null)
        throw new UserError(
          'invalid_input',
          'intake.reason',
          'This changes a document that is on record: say why.',
        );
      await this.intakes.close(state.id, id, { state: 'saved', documentId, closedAt: now });
      await this.append(state, by, {
        action: actionOf(saving),
        subjectId: slugOf(key),
        after: {
          intake: id,
          ...afterOf(key, parsed),
          corrections: corrections.length,
          ...followed,
          ...(saving.kind === 'amended'
            ? {
                added: saving.difference.added,
                removed: saving.difference.removed,
                reworded: saving.difference.reworded,
              }
            : {}),
        },
        ...(reason === null ? {} : { reason }),
      });
      return { saving, slug: slugOf(key) };
    });
  }

  /** @throws UserError `intake.closed` */
  discard(state: State, id: number, by: Registrar): Promise<void> {
    return this.record.runState(state.id, async () => {
      const intake = await this.findOpen(state, id);
      await this.intakes.close(state.id, id, {
        state: 'discarded',
        documentId: null,
        closedAt: this.clock.now(),
      });
      await this.append(state, by, {
        action: 'intake.discarded',
        subjectId: slugOf(intake.documentKey),
        before: { intake: id, key: intake.documentKey },
      });
    });
  }

  private async findOpen(state: State, id: number): Promise<Intake> {
    const intake = await this.intakes.find(state.id, id, true);
    if (intake === null) throw unknownIntake();
    if (intake.state !== 'open')
      throw new UserError(
        'conflict',
        'intake.closed',
        'This document was saved or discarded meanwhile. Upload it again to read it anew.',
      );
    return intake;
  }

  private append(
    state: State,
    by: Registrar,
    entry: Pick<AuditedChange, 'action' | 'subjectId' | 'before' | 'after' | 'reason'>,
  ): Promise<void> {
    return this.audit.append(state.id, {
      personId: by.personId,
      actor: by.role,
      subjectKind: 'document',
      happenedAt: this.clock.now(),
      ...entry,
    });
  }
}

function refuseWhatCannotBe({ reading }: Intake, place: string, correction: ReadingCorrection): void {
  if (placeOf(correction) !== place)
    throw new UserError('invalid_input', 'reading.place', `The correction is not one of ${place}.`);
  if (correction.place === 'document') return;
  const read = paragraphReadingOf(reading, correction.number);
  if (read === null)
    throw new UserError('not_found', 'reading.place', `The text has no paragraph ${correction.number}.`);
  if (!sameWords(read, correction.reading))
    throw new UserError(
      'invalid_input',
      'reading.words',
      `text: the words of paragraph ${correction.number} are the Committee's. They can be divided into letters otherwise, but every word must stay, in its order.`,
    );
  const { kind, verb, chapeau, items } = correction.reading;
  if (kind === 'recommendation' && verb === null)
    throw new UserError('invalid_input', 'reading.verb', 'verb: a recommendation has a verb; choose it.');
  if ((kind === 'concern' || kind === 'positive') && verb !== null)
    throw new UserError(
      'invalid_input',
      'reading.verb',
      'verb: only a recommendation, or a procedural paragraph that asks something, has a verb.',
    );
  if (chapeau !== null && items.length === 0)
    throw new UserError(
      'invalid_input',
      'reading.chapeau',
      'chapeau: a paragraph without letters has no sentence that leads in to them.',
    );
}

function readingAt({ reading }: Intake, place: string): ReadingCorrection | null {
  if (place === 'document') return { place, reading: documentFactsOf(reading) };
  const number = Number(/^paragraph\.(\d+)$/.exec(place)?.[1]);
  const read = Number.isNaN(number) ? null : paragraphReadingOf(reading, number);
  return read === null ? null : { place: 'paragraph', number, reading: read };
}

/** For the audit: what a paragraph is taken for; its words stand in the correction itself. */
function inShort(correction: ReadingCorrection | null): AuditedFields {
  if (correction === null) return {};
  if (correction.place === 'document') {
    const { symbol, adoptedOn, nextReport } = correction.reading;
    return { symbol, adoptedOn, nextReportOn: nextReport.dueOn };
  }
  const { kind, verb, chapeau, items, concernParagraph }: ParagraphReading = correction.reading;
  return {
    paragraphKind: kind,
    verb,
    chapeau,
    letters: items.map(({ label }) => label).join(' '),
    concernParagraph,
  };
}
