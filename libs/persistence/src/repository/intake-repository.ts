import type { ParsedDocument, ReadingCorrection } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

export type IntakeState = 'open' | 'saved' | 'discarded';

export interface Intake {
  readonly id: number;
  readonly fileName: string;
  readonly sourceText: string;
  readonly textSha256: string;
  /** Symbol, inferred symbol or digest as the parser read it: what corrections are kept by. */
  readonly documentKey: string;
  /** As the parser read it, without corrections. */
  readonly reading: ParsedDocument;
  readonly state: IntakeState;
  readonly openedBy: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

export type IntakeSummary = Pick<Intake, 'id' | 'fileName' | 'state' | 'openedBy' | 'openedAt'> & {
  readonly title: string;
  readonly documentKey: string;
};

export interface KeptCorrection {
  readonly place: string;
  /** Of the text that the person had before them. */
  readonly language: string;
  readonly correction: ReadingCorrection;
  readonly reason: string | null;
  readonly correctedBy: string;
  readonly correctedAt: number;
}

const MILLISECONDS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;

/** Documents on their way in, and what people read otherwise than the parser. */
export class IntakeRepository {
  constructor(private readonly record: RecordDatabase) {}

  async open(
    stateId: number,
    intake: Omit<Intake, 'id' | 'state' | 'openedBy'> & { readonly personId: number },
  ): Promise<number> {
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO intake (state_id, file_name, source_text, text_sha256, document_key, reading, opened_by, opened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000)) RETURNING id`,
      [
        stateId,
        intake.fileName,
        intake.sourceText,
        intake.textSha256,
        intake.documentKey,
        JSON.stringify(intake.reading),
        intake.personId,
        intake.openedAt,
      ],
    );
    return row!.id;
  }

  /** Locks the row when it is about to be changed, so that a document is not saved while it is corrected. */
  find(stateId: number, id: number, lock = false): Promise<Intake | null> {
    return this.record.current().row<Intake>(
      `SELECT i.id, i.file_name AS "fileName", i.source_text AS "sourceText", i.text_sha256 AS "textSha256",
              i.document_key AS "documentKey", i.reading, i.intake_state AS state, p.name AS "openedBy",
              ${MILLISECONDS('i.opened_at')} AS "openedAt"
       FROM intake i JOIN person p ON p.id = i.opened_by WHERE i.state_id = $1 AND i.id = $2${lock ? ' FOR UPDATE OF i' : ''}`,
      [stateId, id],
    );
  }

  /** Newest first, from below the id of the last one seen. */
  list(
    stateId: number,
    page: { readonly below: number | null; readonly search?: ListSearch | undefined; readonly limit: number },
  ): Promise<IntakeSummary[]> {
    const parameters: unknown[] = [stateId, page.below, page.limit];
    const shown = ['i.file_name', "i.reading ->> 'title'", 'i.document_key', 'p.name'];
    const found = andHolds(shown, page.search, parameters);
    return this.record.current().rows<IntakeSummary>(
      `SELECT i.id, i.file_name AS "fileName", i.intake_state AS state, p.name AS "openedBy", i.document_key AS "documentKey",
              ${MILLISECONDS('i.opened_at')} AS "openedAt", i.reading ->> 'title' AS title
       FROM intake i JOIN person p ON p.id = i.opened_by
       WHERE i.state_id = $1 AND ($2::integer IS NULL OR i.id < $2) ${found} ORDER BY i.id DESC LIMIT $3`,
      parameters,
    );
  }

  async close(
    stateId: number,
    id: number,
    outcome: {
      readonly state: 'saved' | 'discarded';
      readonly documentId: number | null;
      readonly closedAt: number;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE intake SET intake_state = $3, document_id = $4, closed_at = to_timestamp($5::float8 / 1000)
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, outcome.state, outcome.documentId, outcome.closedAt],
    );
  }

  /** A correction of null takes the one of that place back. */
  async keepCorrection(
    stateId: number,
    kept: {
      readonly documentKey: string;
      readonly place: string;
      readonly language: string;
      readonly correction: ReadingCorrection | null;
      readonly reason: string | null;
      readonly personId: number;
      readonly correctedAt: number;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO reading_correction (state_id, document_key, place, language, correction, reason, person_id, corrected_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8::float8 / 1000))`,
      [
        stateId,
        kept.documentKey,
        kept.place,
        kept.language,
        kept.correction === null ? null : JSON.stringify(kept.correction),
        kept.reason,
        kept.personId,
        kept.correctedAt,
      ],
    );
  }

  /** What counts for a document: the newest correction of each place, without those taken back. */
  listCorrections(stateId: number, documentKey: string): Promise<KeptCorrection[]> {
    return this.record.current().rows<KeptCorrection>(
      `SELECT c.place, c.language, c.correction, c.reason, p.name AS "correctedBy", ${MILLISECONDS('c.corrected_at')} AS "correctedAt"
       FROM (SELECT DISTINCT ON (place) * FROM reading_correction WHERE state_id = $1 AND document_key = $2
             ORDER BY place, id DESC) c
       JOIN person p ON p.id = c.person_id WHERE c.correction IS NOT NULL ORDER BY c.id`,
      [stateId, documentKey],
    );
  }
}
