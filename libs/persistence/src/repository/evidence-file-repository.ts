import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { StoredFile } from './evidence-repository.js';

/** Bytes of one chunk: few enough that a download holds little, many enough that it asks seldom. */
const CHUNK_BYTES = 512 * 1024;

/** The bytes of evidence. They are written once, and never changed: what was handed in is what is shown. */
export class EvidenceFileRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The same bytes are one file, however often they are handed in. */
  async saveFile(stateId: number, file: StoredFile, bytes: Uint8Array, at: Instant): Promise<number> {
    const sql = this.record.current();
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO evidence_file (state_id, sha256, size_bytes, media_type, received_at) VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))
       ON CONFLICT ON CONSTRAINT uq_evidence_file_sha256 DO NOTHING RETURNING id`,
      [stateId, file.sha256, file.sizeBytes, file.mediaType, at],
    );
    if (!saved) {
      const known = await sql.row<{ id: number }>(
        `SELECT id FROM evidence_file WHERE state_id = $1 AND sha256 = $2`,
        [stateId, file.sha256],
      );
      return known!.id;
    }
    for (let position = 0; position * CHUNK_BYTES < bytes.length; position += 1)
      await sql.execute(
        `INSERT INTO evidence_file_chunk (state_id, file_id, position, bytes) VALUES ($1, $2, $3, $4)`,
        [
          stateId,
          saved.id,
          position,
          Buffer.from(bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES)),
        ],
      );
    return saved.id;
  }

  /** A piece of the file of evidence, whoever may see it; null after the last. */
  async readKept(stateId: number, evidenceId: number, position: number): Promise<Buffer | null> {
    const row = await this.record.runState(stateId, (sql) =>
      sql.row<{ bytes: Buffer }>(
        `SELECT c.bytes FROM evidence e JOIN evidence_file_chunk c ON c.state_id = e.state_id AND c.file_id = e.file_id
         WHERE e.state_id = $1 AND e.id = $2 AND c.position = $3`,
        [stateId, evidenceId, position],
      ),
    );
    return row?.bytes ?? null;
  }

  /** Read in the public role: a private byte is out of its reach, whatever was asked for. */
  async readPublished(stateId: number, evidenceId: number, position: number): Promise<Buffer | null> {
    const row = await this.record.runPublic(stateId, (sql) =>
      sql.row<{ bytes: Buffer }>(
        `SELECT c.bytes FROM public_evidence_chunk c WHERE c.state_id = $1 AND c.evidence_id = $2 AND c.position = $3`,
        [stateId, evidenceId, position],
      ),
    );
    return row?.bytes ?? null;
  }
}
