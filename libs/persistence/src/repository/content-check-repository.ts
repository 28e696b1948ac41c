import type { AuthorKind, RecordedStep, SubmissionStand } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** A file of evidence, and whether its bytes are still those that were handed in. */
export interface CheckedFile {
  readonly id: number;
  readonly whole: boolean;
}

export interface CheckedSubmission extends SubmissionStand {
  readonly id: number;
  readonly version: number;
  readonly authorKind: AuthorKind;
  readonly history: readonly RecordedStep[];
}

/** What has to be read from its first byte, or its first step, to tell whether it holds. */
export class ContentCheckRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The next file; null after the last. Hashed where it lies: its bytes do not travel. */
  checkNextFile(stateId: number, after: number): Promise<CheckedFile | null> {
    return this.record.current().row<CheckedFile>(
      `SELECT f.id, coalesce(b.size = f.size_bytes AND b.digest = f.sha256, false) AS whole
       FROM (SELECT id, size_bytes, sha256 FROM evidence_file WHERE state_id = $1 AND id > $2 ORDER BY id LIMIT 1) f
       CROSS JOIN LATERAL (
         SELECT sum(length(c.bytes)) AS size, encode(sha256(string_agg(c.bytes, ''::bytea ORDER BY c.position)), 'hex') AS digest
         FROM evidence_file_chunk c WHERE c.state_id = $1 AND c.file_id = f.id) b`,
      [stateId, after],
    );
  }

  listHistories(
    stateId: number,
    page: { readonly after: number; readonly limit: number },
  ): Promise<CheckedSubmission[]> {
    return this.record.current().rows<CheckedSubmission>(
      `SELECT s.id, s.submission_state AS state, s.revision, s.version, s.author_kind AS "authorKind",
              coalesce((SELECT jsonb_agg(jsonb_build_object('step', h.step, 'version', h.version, 'from', h.from_state, 'to', h.to_state, 'revision', h.revision)
                                         ORDER BY h.version)
                        FROM submission_history h WHERE h.state_id = s.state_id AND h.submission_id = s.id), '[]') AS history
       FROM submission s WHERE s.state_id = $1 AND s.id > $2 ORDER BY s.id LIMIT $3`,
      [stateId, page.after, page.limit],
    );
  }
}
