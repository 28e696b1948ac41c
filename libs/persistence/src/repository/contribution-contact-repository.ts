import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { SubmissionLanguage } from './submission-repository.js';

/** Whom to answer, and what. */
export interface DecidedContact {
  readonly submissionId: number;
  readonly email: string;
  readonly language: SubmissionLanguage;
  readonly published: boolean;
  readonly reason: string | null;
}

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

  /** Hands out, once each, the addresses of those whose text was decided on by then and stands as decided; and forgets them. */
  takeDecided(stateId: number, by: Instant): Promise<DecidedContact[]> {
    return this.record.current().rows<DecidedContact>(
      `DELETE FROM contribution_contact c USING submission s
       WHERE c.state_id = $1 AND s.state_id = c.state_id AND s.id = c.submission_id AND s.submission_state IN ('accepted', 'returned')
         AND (SELECT max(h.happened_at) FROM submission_history h WHERE h.state_id = c.state_id AND h.submission_id = c.submission_id)
           <= to_timestamp($2::float8 / 1000)
       RETURNING c.submission_id AS "submissionId", c.email, c.language, s.submission_state = 'accepted' AS published, s.reason`,
      [stateId, by],
    );
  }
}
