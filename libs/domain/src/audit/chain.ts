import canonicalizeModule from 'canonicalize';

import { UnexpectedError } from '../errors/app-error.js';
import type { AuditEntry, ChainHead, ChainedEntry } from './audit-entry.js';

/** SHA-256 of the text in UTF-8, as 64 hexadecimal digits. Passed in: the domain knows no machine. */
export type Digest = (text: string) => string;

/** The package is CommonJS and its typings say otherwise. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Puts an entry behind the head of its State's chain. */
export function chainEntry(state: string, head: ChainHead, entry: AuditEntry, digest: Digest): ChainedEntry {
  const unhashed = {
    state,
    position: head.position + 1,
    happenedAt: Math.trunc(entry.happenedAt),
    personId: entry.personId,
    actor: keepable(entry.actor),
    action: keepable(entry.action),
    subjectKind: keepable(entry.subjectKind),
    subjectId: keepable(entry.subjectId),
    before: keepableJson(entry.before),
    after: keepableJson(entry.after),
    reason: entry.reason === undefined ? null : keepable(entry.reason),
    previousHash: head.hash,
  };
  return { ...unhashed, hash: hashOf(unhashed, digest) };
}

/** The hash that the entry must bear: over its canonical JSON (RFC 8785), whose bytes depend on nobody's serialiser. */
export function hashOf(entry: Omit<ChainedEntry, 'hash'>, digest: Digest): string {
  const { state, position, happenedAt, personId, actor, action, subjectKind, subjectId } = entry;
  const { before, after, reason, previousHash } = entry;
  const text = canonicalize({
    state,
    position,
    happenedAt,
    personId,
    actor,
    action,
    subjectKind,
    subjectId,
    before,
    after,
    reason,
    previousHash,
  });
  if (text !== undefined) return digest(text);
  throw new UnexpectedError('audit.not_json', 'An audit entry has no JSON form and cannot be hashed.');
}

/**
 * Text as the database gives it back: it keeps neither U+0000 nor half a surrogate pair, and a hash over what is not kept
 * would accuse somebody later.
 */
function keepable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').replace(LONE_SURROGATE, '\uFFFD');
}

/** A value as JSON carries it: dates as text, nothing undefined. */
function keepableJson(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : deepKeepable(JSON.parse(text));
}

function deepKeepable(value: unknown): unknown {
  if (typeof value === 'string') return keepable(value);
  if (Array.isArray(value)) return value.map(deepKeepable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [keepable(key), deepKeepable(part)]));
}
