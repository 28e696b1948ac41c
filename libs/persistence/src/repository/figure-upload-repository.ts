import type { ImportKind, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export type FigureUploadState = 'checking' | 'checked' | 'saving' | 'saved';

export interface NewFigureUpload {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly content: Uint8Array;
  readonly settings: unknown;
  readonly uploadedBy: number;
  readonly uploadedAt: Instant;
}

/** A file of figures that waits for its confirmation, without its bytes. */
export interface FigureUpload extends Omit<NewFigureUpload, 'content'> {
  readonly id: number;
  readonly uploadState: FigureUploadState;
  readonly byteCount: number;
  readonly bytesRead: number;
  readonly outcome: unknown;
  readonly refusal: unknown;
  readonly importId: number | null;
  readonly uploadedByName: string;
  /** How often a worker was asked for what is being done. */
  readonly attempts: number;
}

const COLUMNS = `f.id, f.kind, f.file_name AS "fileName", f.sha256, f.byte_count AS "byteCount", f.settings, f.upload_state AS "uploadState",
  f.bytes_read AS "bytesRead", f.outcome, f.refusal, f.import_id AS "importId", f.attempts, f.uploaded_by AS "uploadedBy", f.uploaded_at AS "uploadedAt",
  p.name AS "uploadedByName"`;
const FROM = 'FROM figure_upload f JOIN person p ON p.id = f.uploaded_by';

/** Files of figures between their upload and their confirmation. */
export class FigureUploadRepository {
  constructor(private readonly record: RecordDatabase) {}

  async add(stateId: number, added: NewFigureUpload): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO figure_upload (state_id, kind, file_name, sha256, byte_count, content, settings, uploaded_by, uploaded_at, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000), to_timestamp($9::float8 / 1000)) RETURNING id`,
      [
        ...[stateId, added.kind, added.fileName, added.sha256, added.content.length],
        ...[Buffer.from(added.content), JSON.stringify(added.settings), added.uploadedBy, added.uploadedAt],
      ],
    );
    return saved!.id;
  }

  find(stateId: number, id: number): Promise<FigureUpload | null> {
    return this.record
      .current()
      .row(`SELECT ${COLUMNS} ${FROM} WHERE f.state_id = $1 AND f.id = $2`, [stateId, id]);
  }

  /** Those that wait for a decision, newest first; the first of them only. */
  listWaiting(stateId: number, limit: number): Promise<FigureUpload[]> {
    return this.record
      .current()
      .rows(
        `SELECT ${COLUMNS} ${FROM} WHERE f.state_id = $1 AND f.upload_state <> 'saved' ORDER BY f.id DESC LIMIT $2`,
        [stateId, limit],
      );
  }

  async content(stateId: number, id: number): Promise<Uint8Array> {
    const found = await this.record.current().row<{
      content: Buffer | null;
    }>('SELECT content FROM figure_upload WHERE state_id = $1 AND id = $2', [stateId, id]);
    return found?.content ?? new Uint8Array();
  }

  /** False where it is not in the state from which it was to go on. */
  async begin(
    stateId: number,
    id: number,
    {
      to,
      settings,
      at,
    }: { readonly to: 'checking' | 'saving'; readonly settings: unknown; readonly at: Instant },
  ): Promise<boolean> {
    const changed = await this.record.current().execute(
      `UPDATE figure_upload SET upload_state = $3, settings = $4, bytes_read = 0, attempts = 1, asked_at = to_timestamp($5::float8 / 1000)
         WHERE state_id = $1 AND id = $2 AND upload_state = 'checked'`,
      [stateId, id, to, JSON.stringify(settings), at],
    );
    return changed > 0;
  }

  /** How far it is, which also says that somebody is at it. */
  async tellRead(stateId: number, id: number, bytes: number, at: Instant): Promise<void> {
    await this.record
      .current()
      .execute(
        'UPDATE figure_upload SET bytes_read = $3, asked_at = to_timestamp($4::float8 / 1000) WHERE state_id = $1 AND id = $2',
        [stateId, id, bytes, at],
      );
  }

  /** Those of which nobody has said anything since then; from here on each counts as asked for once more. */
  takeLost(
    stateId: number,
    { since, at, most }: { readonly since: Instant; readonly at: Instant; readonly most: number },
  ): Promise<{ readonly id: number; readonly attempts: number }[]> {
    return this.record.current().rows(
      `UPDATE figure_upload SET asked_at = to_timestamp($3::float8 / 1000), attempts = attempts + 1
       WHERE state_id = $1 AND id IN (SELECT id FROM figure_upload WHERE state_id = $1 AND upload_state IN ('checking', 'saving')
         AND coalesce(asked_at, uploaded_at) < to_timestamp($2::float8 / 1000) ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
       RETURNING id, attempts`,
      [stateId, since, at, most],
    );
  }

  /** What reading it found. The bytes go where it was saved. */
  async finish(
    stateId: number,
    id: number,
    found: { readonly outcome: unknown; readonly refusal: unknown; readonly importId: number | null },
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE figure_upload SET outcome = $3, refusal = $4, import_id = $5::integer, bytes_read = byte_count,
         upload_state = CASE WHEN $5::integer IS NULL THEN 'checked' ELSE 'saved' END,
         content = CASE WHEN $5::integer IS NULL THEN content END
       WHERE state_id = $1 AND id = $2`,
      [
        stateId,
        id,
        found.outcome === null ? null : JSON.stringify(found.outcome),
        found.refusal === null ? null : JSON.stringify(found.refusal),
        found.importId,
      ],
    );
  }

  async discard(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute('DELETE FROM figure_upload WHERE state_id = $1 AND id = $2', [stateId, id]);
  }

  forgetUploadedBefore(stateId: number, before: Instant): Promise<number> {
    return this.record
      .current()
      .execute(
        'DELETE FROM figure_upload WHERE state_id = $1 AND uploaded_at < to_timestamp($2::float8 / 1000)',
        [stateId, before],
      );
  }
}
