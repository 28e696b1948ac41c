import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { AuditEntry, ChainHead, ChainedEntry } from './audit-entry.js';
import { CHAIN_START } from './audit-entry.js';
import { ChainVerification } from './chain-verification.js';
import type { ChainVerdict } from './chain-verification.js';
import { chainEntry, hashOf } from './chain.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const plain = (number: number): AuditEntry => ({
  personId: number,
  actor: 'web',
  action: 'thing.changed',
  subjectKind: 'thing',
  subjectId: String(number),
  before: { number: number - 1 },
  after: { number },
  reason: `change ${number}`,
  happenedAt: 1_764_000_000_000 + number,
});

function chain(entries: readonly AuditEntry[], start: ChainHead = CHAIN_START): ChainedEntry[] {
  let head = start;
  return entries.map((entry) => {
    const chained = chainEntry('PER', head, entry, sha256);
    head = chained;
    return chained;
  });
}

const eight = (): ChainedEntry[] => chain(Array.from({ length: 8 }, (_, index) => plain(index + 1)));
const headOf = (entries: readonly ChainedEntry[]): ChainHead => entries.at(-1) ?? CHAIN_START;

function verify(
  entries: readonly ChainedEntry[],
  head: ChainHead | null,
  kept: readonly ChainHead[] = [],
): ChainVerdict {
  const verification = new ChainVerification('PER', (entry) => hashOf(entry, sha256), kept);
  for (const entry of entries) if (!verification.read(entry)) break;
  return verification.end(head);
}

/** As a superuser would: every hash from that place on is computed anew. */
function rechain(entries: readonly ChainedEntry[]): ChainedEntry[] {
  let head = CHAIN_START;
  return entries.map((entry) => {
    const moved = { ...entry, position: head.position + 1, previousHash: head.hash };
    const chained = { ...moved, hash: hashOf(moved, sha256) };
    head = chained;
    return chained;
  });
}

const good = eight();
const end = headOf(good);
const changed = (at: number, change: Partial<ChainedEntry>): ChainedEntry[] =>
  good.map((entry) => (entry.position === at ? { ...entry, ...change } : entry));
const renumbered = (entries: readonly ChainedEntry[]): ChainedEntry[] =>
  entries.map((entry, index) => ({ ...entry, position: index + 1 }));

describe('a chain', () => {
  it('bears the SHA-256 of the canonical JSON of its fields (RFC 8785)', () => {
    const [first] = chain([{ ...plain(1), before: undefined, after: { b: 1.0, a: 'ñ' } }]);
    expect(first?.hash).toBe(
      sha256(
        `{"action":"thing.changed","actor":"web","after":{"a":"ñ","b":1},"before":null,"happenedAt":1764000000001,"personId":1,"position":1,"previousHash":"${'0'.repeat(64)}","reason":"change 1","state":"PER","subjectId":"1","subjectKind":"thing"}`,
      ),
    );
  });

  it('holds against itself and its head, also when it is empty', () => {
    expect(verify(good, end)).toEqual({ entries: 8, head: { position: 8, hash: end.hash }, fault: null });
    expect(verify([], null).fault).toBeNull();
    expect(verify([], CHAIN_START).fault).toBeNull();
  });

  it('holds for whatever is written into it, once that went through the database and back', () => {
    const text = fc.string({ unit: 'binary' });
    const entry = fc.record({
      personId: fc.option(fc.nat()),
      actor: text,
      action: text,
      subjectKind: text,
      subjectId: text,
      before: fc.jsonValue({ stringUnit: 'binary' }),
      after: fc.jsonValue({ stringUnit: 'binary' }),
      reason: text,
      happenedAt: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const stored = JSON.parse(Buffer.from(JSON.stringify(chain(entries)), 'utf8').toString('utf8'));
        expect(JSON.stringify(stored)).not.toMatch(/\\u0000|\\ud[89a-f]/);
        return verify(stored as ChainedEntry[], headOf(chain(entries))).fault === null;
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['an entry changed in place', changed(4, { reason: 'another' }), { kind: 'altered', position: 4 }],
    ['an entry given to another person', changed(1, { personId: 9 }), { kind: 'altered', position: 1 }],
    ['a fraction of a millisecond', changed(2, { happenedAt: 0.25 }), { kind: 'altered', position: 2 }],
    ['another hash written', changed(8, { hash: 'f'.repeat(64) }), { kind: 'altered', position: 8 }],
    ['an entry of another State', changed(3, { state: 'CHL' }), { kind: 'altered', position: 3 }],
    [
      'an entry changed and its own hash mended',
      good.map((entry) => {
        const other = { ...entry, reason: 'another' };
        return entry.position === 4 ? { ...other, hash: hashOf(other, sha256) } : entry;
      }),
      { kind: 'altered', position: 4 },
    ],
    ['an entry gone', good.filter(({ position }) => position !== 5), { kind: 'missing', position: 5 }],
    ['the first entry gone', good.slice(1), { kind: 'missing', position: 1 }],
    ['the last entry gone', good.slice(0, -1), { kind: 'missing', position: 8 }],
    ['all entries gone', [], { kind: 'missing', position: 1 }],
    [
      'an entry gone and the rest moved up',
      renumbered(good.filter(({ position }) => position !== 5)),
      { kind: 'missing', position: 5 },
    ],
    [
      'neighbours exchanged',
      renumbered([...good.slice(0, 3), good[4]!, good[3]!, ...good.slice(5)]),
      { kind: 'reordered', position: 4 },
    ],
    [
      'distant entries exchanged',
      renumbered([good[0]!, good[6]!, ...good.slice(2, 6), good[1]!, good[7]!]),
      { kind: 'reordered', position: 2 },
    ],
    [
      'rows in another order',
      [...good.slice(0, 3), good[4]!, good[3]!, ...good.slice(5)],
      { kind: 'reordered', position: 4 },
    ],
    [
      'an entry put in, the rest moved down',
      renumbered([...good.slice(0, 4), chainEntry('PER', good[3]!, plain(99), sha256), ...good.slice(4)]),
      { kind: 'inserted', position: 5 },
    ],
    ['an entry twice', [...good.slice(0, 4), ...good.slice(3)], { kind: 'inserted', position: 4 }],
    [
      'an entry put behind the head',
      [...good, chainEntry('PER', end, plain(9), sha256)],
      { kind: 'inserted', position: 9 },
    ],
  ])('names %s', (_what, entries, fault) => {
    expect(verify(entries, end).fault).toEqual(fault);
  });

  it('written anew by whoever may write everything, its head too, differs from a head that was kept', () => {
    const forged = rechain(changed(3, { reason: 'another' }));
    expect(verify(forged, headOf(forged)).fault).toBeNull();
    expect(verify(forged, headOf(forged), [good[1]!]).fault).toBeNull();
    expect(verify(forged, headOf(forged), [good[5]!]).fault).toEqual({ kind: 'head_differs', position: 6 });
    const shorter = rechain(good.slice(0, 5));
    expect(verify(shorter, headOf(shorter), [good[6]!]).fault).toEqual({ kind: 'missing', position: 6 });
  });

  it('takes a head in capital letters, and more than one of the same place', () => {
    const shouted = { position: 4, hash: good[3]!.hash.toUpperCase() };
    expect(verify(good, end, [shouted, good[3]!]).fault).toBeNull();
    expect(verify(good, end, [shouted, { position: 4, hash: 'f'.repeat(64) }]).fault).toEqual({
      kind: 'head_differs',
      position: 4,
    });
  });

  it('never holds after any change of any field of any entry', () => {
    const names = Object.keys(good[0]!) as (keyof ChainedEntry)[];
    const change = fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        // Where the column takes a number, only a number can be written.
        value: name === 'position' || name === 'happenedAt' ? fc.integer() : fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), change, (at, { name, value }) => {
        fc.pre(JSON.stringify(good[at - 1]![name]) !== JSON.stringify(value));
        return verify(changed(at, { [name]: value }), end).fault !== null;
      }),
      { numRuns: 500 },
    );
  });
});
