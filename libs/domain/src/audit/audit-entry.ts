import type { Instant } from '../calendar/clock.js';

/** Who changed what, before and after, and why: what a use case says about its own change. */
export interface AuditEntry {
  readonly personId: number | null;
  /** Who acted where no person did: `ingest`, `demonstration`; or the door that the person came through: `mail_link`. */
  readonly actor: string;
  /** Noun and past participle: `alert.acknowledged`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Milliseconds since 1970. */
  readonly happenedAt: Instant;
}

/** An entry in its place: every field goes into the hash, and the hash of the one before it. */
export interface ChainedEntry {
  /** ISO 3166-1, three letters: an entry moved to another State is found. */
  readonly state: string;
  /** 1, 2, 3 …, without gaps in each State. */
  readonly position: number;
  readonly happenedAt: Instant;
  readonly personId: number | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly previousHash: string;
  /** SHA-256 in hexadecimal of all of the above. */
  readonly hash: string;
}

/** Where a chain ends. Whoever kept an earlier one can tell whether what led to it was changed since. */
export interface ChainHead {
  readonly position: number;
  readonly hash: string;
}

/** What comes before the first entry. */
export const CHAIN_START: ChainHead = { position: 0, hash: '0'.repeat(64) };
