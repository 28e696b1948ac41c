import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { HeldMembership } from './visitor-repository.js';

export interface StoredCalendarFeed {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastReadAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** Whose calendar an address gives, with the roles held at that instant. */
export interface CalendarReader {
  readonly feedId: number;
  readonly lastReadAt: Instant | null;
  readonly language: 'en' | 'es';
  readonly memberships: readonly HeldMembership[];
}

export interface CalendarFeedToSave {
  readonly personId: number;
  readonly name: string;
  readonly secretHash: string;
  readonly now: Instant;
}

const COLUMNS = `id, name, created_at AS "createdAt", last_read_at AS "lastReadAt", revoked_at AS "revokedAt"`;

/** Addresses of people's own calendars. Only their hashes are kept. */
export class CalendarFeedRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Newest first. */
  listFeeds(personId: number): Promise<StoredCalendarFeed[]> {
    return this.record.runShared((sql) =>
      sql.rows<StoredCalendarFeed>(
        `SELECT ${COLUMNS} FROM calendar_feed WHERE person_id = $1 ORDER BY created_at DESC, id DESC`,
        [personId],
      ),
    );
  }

  /** Saves one if its owner agrees to it in sight of the live ones; two askers at once wait for each other. */
  saveFeed(
    feed: CalendarFeedToSave,
    agree: (live: readonly StoredCalendarFeed[]) => void,
  ): Promise<StoredCalendarFeed> {
    return this.record.runShared(async (sql) => {
      await sql.execute('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [feed.personId]);
      agree(
        await sql.rows<StoredCalendarFeed>(
          `SELECT ${COLUMNS} FROM calendar_feed WHERE person_id = $1 AND revoked_at IS NULL`,
          [feed.personId],
        ),
      );
      const saved = await sql.row<StoredCalendarFeed>(
        `INSERT INTO calendar_feed (person_id, name, secret_hash, created_at)
         VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000)) RETURNING ${COLUMNS}`,
        [feed.personId, feed.name, feed.secretHash, feed.now],
      );
      return saved!;
    });
  }

  /** Null where it was revoked, or its person has left. */
  async findReader(secretHash: string, now: Instant): Promise<CalendarReader | null> {
    const rows = await this.record.runOnce<CalendarReader>(
      `SELECT f.id AS "feedId", f.last_read_at AS "lastReadAt", p.language, memberships_at(p.id, to_timestamp($2::float8 / 1000)) AS memberships
       FROM calendar_feed f JOIN person p ON p.id = f.person_id AND p.ended_at IS NULL
       WHERE f.secret_hash = $1 AND f.revoked_at IS NULL`,
      [secretHash, now],
    );
    return rows[0] ?? null;
  }

  async markRead(feedId: number, now: Instant): Promise<void> {
    await this.record.runOnce(
      `UPDATE calendar_feed SET last_read_at = greatest(last_read_at, to_timestamp($2::float8 / 1000)) WHERE id = $1`,
      [feedId, now],
    );
  }

  /** Ends one of the person's own; false where the person has none of that number that still lives. */
  async revokeFeed(personId: number, feedId: number, now: Instant): Promise<boolean> {
    const revoked = await this.record.runShared((sql) =>
      sql.execute(
        `UPDATE calendar_feed SET revoked_at = to_timestamp($3::float8 / 1000) WHERE person_id = $1 AND id = $2 AND revoked_at IS NULL`,
        [personId, feedId, now],
      ),
    );
    return revoked > 0;
  }

  /** Ends every one of a person that still lives; the number that ended. */
  revokeAll(personId: number, now: Instant): Promise<number> {
    return this.record.runShared((sql) =>
      sql.execute(
        `UPDATE calendar_feed SET revoked_at = to_timestamp($2::float8 / 1000) WHERE person_id = $1 AND revoked_at IS NULL`,
        [personId, now],
      ),
    );
  }
}
