import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { SubmissionLanguage } from './submission-repository.js';

/** Addresses of people who wrote from a public page, until they are answered. */
export class ContributionContactRepository {
  constructor(private readonly record: RecordDatabase) {}

  async addContact(
    stateId: number,
    submissionId: number,
    contact: { readonly email: string; readonly language: SubmissionLanguage; readonly at: Instant },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `INSERT INTO contribution_contact (state_id, submission_id, email, language, given_at) VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
        [stateId, submissionId, contact.email, contact.language, contact.at],
      );
  }

  /** Hands the address out once, for the answer, and forgets it. */
  takeContact(
    stateId: number,
    submissionId: number,
  ): Promise<{ readonly email: string; readonly language: SubmissionLanguage } | null> {
    return this.record
      .current()
      .row<{ email: string; language: SubmissionLanguage }>(
        `DELETE FROM contribution_contact WHERE state_id = $1 AND submission_id = $2 RETURNING email, language`,
        [stateId, submissionId],
      );
  }
}
