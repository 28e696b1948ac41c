import type { Instant, Role } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Institution } from './institution-repository.js';

/** One role in one State, at the instant that was asked for. */
export interface HeldMembership {
  readonly stateId: number;
  readonly state: string;
  readonly role: Role;
  readonly institution: Institution | null;
}

/** A person who has not left, with the roles held at that instant. */
export interface KnownVisitor {
  readonly personId: number;
  readonly name: string;
  readonly memberships: readonly HeldMembership[];
  /** Whether the person has set up a passkey or an authenticator app. */
  readonly hasSecondFactor: boolean;
}

export interface VisitorOfSession extends KnownVisitor {
  readonly sessionId: number;
  readonly secondFactorDue: boolean;
  readonly lastSeenAt: Instant;
}

export interface VisitorOfToken extends KnownVisitor {
  readonly tokenId: number;
  readonly permissions: readonly string[];
  readonly lastUsedAt: Instant | null;
}

/** Of the person whose row is `p`. */
export const HAS_SECOND_FACTOR = `(EXISTS (SELECT FROM passkey k WHERE k.person_id = p.id)
  OR EXISTS (SELECT FROM one_time_password o WHERE o.person_id = p.id AND o.confirmed_at IS NOT NULL)) AS "hasSecondFactor"`;

/**
 * Who stands behind a session or a token, with every role, in one round trip: it is asked at every request, so that what was
 * ended or taken away a moment ago is gone with the next one.
 */
export class VisitorRepository {
  constructor(private readonly record: RecordDatabase) {}

  async findPerson(personId: number, now: Instant): Promise<KnownVisitor | null> {
    const rows = await this.record.runOnce<KnownVisitor>(
      `SELECT p.id AS "personId", p.name, memberships_at(p.id, to_timestamp($2::float8 / 1000)) AS memberships, ${HAS_SECOND_FACTOR}
       FROM person p WHERE p.id = $1 AND p.ended_at IS NULL`,
      [personId, now],
    );
    return rows[0] ?? null;
  }

  /** The visitor of a session that was not ended, has not expired, and was used since `seenSince`. */
  async findBySession(tokenHash: string, now: Instant, seenSince: Instant): Promise<VisitorOfSession | null> {
    const rows = await this.record.runOnce<VisitorOfSession>(
      `SELECT s.id AS "sessionId", s.second_factor_due AS "secondFactorDue", s.last_seen_at AS "lastSeenAt",
         p.id AS "personId", p.name, memberships_at(p.id, to_timestamp($2::float8 / 1000)) AS memberships, ${HAS_SECOND_FACTOR}
       FROM session s JOIN person p ON p.id = s.person_id AND p.ended_at IS NULL
       WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > to_timestamp($2::float8 / 1000)
         AND s.last_seen_at > to_timestamp($3::float8 / 1000)`,
      [tokenHash, now, seenSince],
    );
    return rows[0] ?? null;
  }

  /** The visitor of a token that was not revoked and has not expired. */
  async findByToken(tokenHash: string, now: Instant): Promise<VisitorOfToken | null> {
    const rows = await this.record.runOnce<VisitorOfToken>(
      `SELECT t.id AS "tokenId", t.permissions, t.last_used_at AS "lastUsedAt",
         p.id AS "personId", p.name, memberships_at(p.id, to_timestamp($2::float8 / 1000)) AS memberships, ${HAS_SECOND_FACTOR}
       FROM api_token t JOIN person p ON p.id = t.person_id AND p.ended_at IS NULL
       WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > to_timestamp($2::float8 / 1000)`,
      [tokenHash, now],
    );
    return rows[0] ?? null;
  }
}
