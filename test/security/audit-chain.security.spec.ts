import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { CHAIN_START, ChainVerification, chainEntry, hashOf } from '#domain';
import type { AuditedChange, ChainHead, ChainVerdict, ChainedEntry } from '#domain';
import { AuditRepository, sha256 } from '#persistence';

import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const ENTRIES = 10_000;
/** Of the 1,000 trials these run on a real database, as its owner, through the use case behind `vigia verify`. */
const IN_DATABASE = 40;
const IN_MEMORY = 1_000 - IN_DATABASE;
const LONG = 300_000;

/** A small generator with a seed (mulberry32), so that a trial that fails can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const entryOf = (number: number): AuditedChange => ({
  personId: 1 + (number % 40),
  actor: 'mail_link',
  action: 'alert.acknowledged',
  subjectKind: 'alert',
  subjectId: String(number),
  before: { recommendations: number, state: 'open' },
  after: { recommendations: number, state: 'acknowledged' },
  reason: 'Checked against the register',
  happenedAt: 1_764_000_000_000 + number * 1_000,
});

function chain(count: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let number = 1; number <= count; number += 1)
    entries.push(chainEntry('PER', entries.at(-1) ?? CHAIN_START, entryOf(number), sha256));
  return entries;
}

interface Tampered {
  readonly what: string;
  readonly entries: readonly ChainedEntry[];
  readonly head: ChainHead;
}

/** What can be done to a chain. Each answers the entries as they would be read afterwards. */
const TAMPERINGS: readonly ((
  chain: readonly ChainedEntry[],
  random: (below: number) => number,
  /** Whether hashes are mended afterwards: flipping one would then change nothing. */
  mended: boolean,
) => ChainedEntry[])[] = [
  function flip(entries, random, mended) {
    const at = random(entries.length);
    const entry = entries[at]!;
    const flips: readonly Partial<ChainedEntry>[] = [
      { reason: flipOneBit(entry.reason ?? '', random) },
      { subjectId: flipOneBit(entry.subjectId, random) },
      { actor: flipOneBit(entry.actor, random) },
      { personId: (entry.personId ?? 0) ^ (1 << random(8)) },
      { happenedAt: entry.happenedAt ^ (1 << random(8)) },
      { after: { ...(entry.after as object), recommendations: random(1_000_000) + ENTRIES + 1 } },
      { hash: flipHexDigit(entry.hash, random) },
      { previousHash: flipHexDigit(entry.previousHash, random) },
    ];
    return entries.toSpliced(at, 1, { ...entry, ...flips[random(mended ? 5 : flips.length)]! });
  },
  function remove(entries, random) {
    const at = random(entries.length);
    const left = entries.toSpliced(at, 1 + random(3));
    return random(2) === 0 ? left : renumber(left);
  },
  function reorder(entries, random) {
    const at = random(entries.length - 1);
    const other = at + 1 + random(entries.length - 1 - at);
    const moved = entries.toSpliced(at, 1, entries[other]!).toSpliced(other, 1, entries[at]!);
    return renumber(moved);
  },
  function insert(entries, random) {
    const at = random(entries.length);
    const before = entries[at - 1] ?? CHAIN_START;
    return renumber(entries.toSpliced(at, 0, chainEntry('PER', before, entryOf(random(ENTRIES)), sha256)));
  },
];

function renumber(entries: readonly ChainedEntry[]): ChainedEntry[] {
  return entries.map((entry, index) =>
    entry.position === index + 1 ? entry : { ...entry, position: index + 1 },
  );
}

function flipOneBit(text: string, random: (below: number) => number): string {
  const bytes = Buffer.from(text, 'latin1');
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(4));
  return bytes.toString('latin1');
}

function flipHexDigit(hash: string, random: (below: number) => number): string {
  const at = random(hash.length);
  const digit = (parseInt(hash[at] ?? '0', 16) ^ (1 << random(4))).toString(16);
  return hash.slice(0, at) + digit + hash.slice(at + 1);
}

/** What a superuser does after it: every hash from the first change on is computed anew, and the head with them. */
function rechain(good: readonly ChainedEntry[], tampered: readonly ChainedEntry[]): ChainedEntry[] {
  let head: ChainHead = CHAIN_START;
  return tampered.map((entry, index) => {
    const moved = { ...entry, position: index + 1, previousHash: head.hash };
    const untouched = entry === good[index] && entry.previousHash === head.hash;
    const chained = untouched ? entry : { ...moved, hash: hashOf(moved, sha256) };
    head = chained;
    return chained;
  });
}

/** An entry that nobody touched is the same object, and is hashed once: 1,000 trials would otherwise hash ten million. */
const hashes = new WeakMap<ChainedEntry, string>();
function hashOnce(entry: ChainedEntry): string {
  const known = hashes.get(entry) ?? hashOf(entry, sha256);
  hashes.set(entry, known);
  return known;
}

function verify({ entries, head }: Tampered, published: readonly ChainHead[]): ChainVerdict {
  const verification = new ChainVerification('PER', hashOnce, published);
  for (const entry of entries) if (!verification.read(entry)) break;
  return verification.end(head);
}

const LAST = '(SELECT max(position) FROM audit_entry)';
const TO_LAST = `SET position = e.position, hash = e.hash FROM audit_entry e WHERE e.position = ${LAST}`;

/** What can be done to the record without flipping, moving or adding an entry in the middle. */
const BESIDE_THE_ENTRIES: Readonly<Record<string, readonly string[]>> = {
  'tail cut off': [`DELETE FROM audit_entry WHERE position > ${LAST} - 3`],
  'tail cut off, and every head moved back': [
    `DELETE FROM audit_entry WHERE position > ${LAST} - 3`,
    `UPDATE audit_head h ${TO_LAST}`,
    `UPDATE audit_day_head h ${TO_LAST}`,
  ],
  'everything gone, heads too': [
    'DELETE FROM audit_entry',
    'DELETE FROM audit_day_head',
    'DELETE FROM audit_head',
  ],
  'the head gone': ['DELETE FROM audit_head'],
  'all heads of days gone': ['DELETE FROM audit_day_head'],
  'the hash of a day rewritten': [`UPDATE audit_day_head SET hash = repeat('f', 64)`],
  'a day moved back': [
    'UPDATE audit_day_head SET position = e.position, hash = e.hash FROM audit_entry e WHERE e.position = 7',
  ],
  'entries given to another person': [
    'UPDATE audit_entry SET person_id = (SELECT min(id) FROM person) WHERE position = 9',
  ],
  'the door that somebody came through': [`UPDATE audit_entry SET actor = 'account' WHERE position = 9`],
  'the action': [`UPDATE audit_entry SET action = 'state.added' WHERE position = 9`],
  'the kind of subject': [`UPDATE audit_entry SET subject_kind = 'person' WHERE position = 9`],
  'what was before': ['UPDATE audit_entry SET before = NULL WHERE position = 9'],
  'a reason emptied': [`UPDATE audit_entry SET reason = '' WHERE position = 9`],
  'a reason taken away': ['UPDATE audit_entry SET reason = NULL WHERE position = 9'],
  'an instant below a millisecond': [
    `UPDATE audit_entry SET happened_at = happened_at + interval '1 microsecond' WHERE position = 9`,
  ],
  'a number below what a double holds': [
    `UPDATE audit_entry SET after = after || '{"recommendations": 9.00000000000000000001}' WHERE position = 9`,
  ],
  'the State called another': [`UPDATE state SET iso3 = 'BOL'`],
};

describe('S12: whoever changes the audit', () => {
  let ground: TrackingGround;
  let owner: pg.Client;
  let peru: WatchedState;
  let found = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    await peru.addPerson('somebody@per.example', 'ombudsperson', null);
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(peru.state.id)]);
  });

  afterAll(async () => {
    await owner?.end();
    await ground.close();
  });

  it(
    `is found in ${IN_MEMORY} trials on ${ENTRIES} entries, one in sixteen by a superuser who mends every hash`,
    () => {
      const good = chain(ENTRIES);
      const head = good.at(-1)!;
      expect(verify({ what: 'nothing', entries: good, head }, [head]).fault).toBeNull();
      const missed: string[] = [];
      for (let trial = 0; trial < IN_MEMORY; trial += 1) {
        const random = randomFrom(trial);
        const tampering = TAMPERINGS[trial % TAMPERINGS.length]!;
        const superuser = Math.floor(trial / TAMPERINGS.length) % 16 === 15;
        const changed = tampering(good, random, superuser);
        const entries = superuser ? rechain(good, changed) : changed;
        const tampered = {
          what: `${tampering.name} ${trial}`,
          entries,
          head: superuser ? (entries.at(-1) ?? CHAIN_START) : head,
        };
        // Without the published head a superuser's work would pass: that is what publishing is for.
        if (superuser && trial % 192 === 60) expect(verify(tampered, []).fault).toBeNull();
        if (verify(tampered, superuser ? [head] : []).fault === null) missed.push(tampered.what);
        else found += 1;
      }
      expect(missed).toEqual([]);
    },
    LONG,
  );

  it(
    `is found in ${IN_DATABASE} trials by the owner of a real database, half of them mending every hash and the heads`,
    async () => {
      const count = 200;
      const audit = new AuditRepository(ground.record);
      await ground.record.runState(peru.state.id, async () => {
        for (let number = 1; number <= count; number += 1)
          await audit.append(peru.state.id, { ...entryOf(number), personId: null });
      });
      const good = await readChain(ground, peru.state.id);
      expect(good).toHaveLength(count);
      const published = good.at(-1)!;
      expect((await ground.tracking.verifyRecord.verify([published]))[0]).toMatchObject({ ok: true });
      const missed: string[] = [];
      for (let trial = 0; trial < IN_DATABASE; trial += 1) {
        const random = randomFrom(10_000 + trial);
        const tampering = TAMPERINGS[trial % TAMPERINGS.length]!;
        const superuser = trial % 8 >= 4;
        const changed = tampering(good, random, superuser).map((entry) => ({ ...entry, personId: null }));
        // A changed person would break the foreign key; a changed instant says the same.
        const seen = changed.map((entry, index) =>
          JSON.stringify(entry) === JSON.stringify(good[index]) ? good[index]! : entry,
        );
        if (seen.every((entry, index) => entry === good[index]) && seen.length === good.length)
          seen[0] = { ...good[0]!, happenedAt: good[0]!.happenedAt + 1 };
        await write(owner, peru.state.id, superuser ? rechain(good, seen) : seen, superuser);
        const [verdict] = await ground.tracking.verifyRecord.verify(superuser ? [published] : []);
        if (verdict?.chain.fault) found += 1;
        else missed.push(`${tampering.name} ${trial}`);
        await write(owner, peru.state.id, good, true);
      }
      expect(missed).toEqual([]);
      expect((await ground.tracking.verifyRecord.verify([published]))[0]).toMatchObject({ ok: true });
      const unnamed: string[] = [];
      for (const [what, by] of Object.entries(BESIDE_THE_ENTRIES)) {
        await owner.query('BEGIN');
        for (const statement of by) await owner.query(statement);
        await owner.query('COMMIT');
        const verdict = await verifyOrRefuse(ground, published);
        if (verdict) unnamed.push(what);
        await owner.query(`UPDATE state SET iso3 = 'PER' WHERE id = $1`, [peru.state.id]);
        await owner.query(
          'INSERT INTO audit_head (state_id, position, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING',
          [peru.state.id, CHAIN_START.hash],
        );
        await write(owner, peru.state.id, good, true);
      }
      expect(unnamed).toEqual([]);
      process.stdout.write(
        `S12: ${Object.keys(BESIDE_THE_ENTRIES).length} of ${Object.keys(BESIDE_THE_ENTRIES).length} damages to heads, to the tail and to persons found\n`,
      );
      expect((await ground.tracking.verifyRecord.verify([published]))[0]).toMatchObject({ ok: true });
      process.stdout.write(`S12: ${found} of ${IN_MEMORY + IN_DATABASE} found\n`);
      expect(found).toBe(IN_MEMORY + IN_DATABASE);
    },
    LONG,
  );
});

async function readChain(ground: TrackingGround, stateId: number): Promise<ChainedEntry[]> {
  return ground.rows<ChainedEntry>(
    stateId,
    `SELECT 'PER' AS state, position, happened_at AS "happenedAt", person_id AS "personId", actor, action, subject_kind AS "subjectKind",
            subject_id AS "subjectId", before, after, reason, previous_hash AS "previousHash", hash
     FROM audit_entry WHERE state_id = $1 ORDER BY position`,
    [stateId],
  );
}

/** Writes the table as the owner, over every guard that holds the application. */
async function write(
  owner: pg.Client,
  stateId: number,
  entries: readonly ChainedEntry[],
  headsToo: boolean,
): Promise<void> {
  await owner.query('BEGIN');
  await owner.query('DELETE FROM audit_entry');
  await owner.query(
    `INSERT INTO audit_entry (state_id, position, happened_at, person_id, actor, action, subject_kind, subject_id, before, after, reason,
                              previous_hash, hash)
     SELECT $1, position, to_timestamp("happenedAt" / 1000), NULL, actor, action, "subjectKind", "subjectId", before, after, reason,
            "previousHash", hash
     FROM jsonb_to_recordset($2::jsonb) AS g(position bigint, "happenedAt" float8, actor text, action text, "subjectKind" text,
       "subjectId" text, before jsonb, after jsonb, reason text, "previousHash" text, hash text)`,
    [stateId, JSON.stringify(entries)],
  );
  const last = entries.at(-1);
  if (headsToo && last) {
    await owner.query('UPDATE audit_head SET position = $1, hash = $2', [last.position, last.hash]);
    await owner.query('DELETE FROM audit_day_head');
    await owner.query(
      `INSERT INTO audit_day_head (state_id, civil_on, position, hash, happened_at)
       SELECT DISTINCT ON (civil_on) e.state_id, (e.happened_at AT TIME ZONE s.time_zone)::date AS civil_on, e.position, e.hash, e.happened_at
       FROM audit_entry e JOIN state s ON s.id = e.state_id ORDER BY civil_on, e.position DESC`,
    );
  }
  await owner.query('COMMIT');
}

/** Whether the record is said to hold. A head of a State that is not there any more is refused by name. */
async function verifyOrRefuse(ground: TrackingGround, published: ChainedEntry): Promise<boolean> {
  try {
    return (await ground.tracking.verifyRecord.verify([published])).every(({ ok }) => ok);
  } catch (error) {
    expect(error).toMatchObject({ code: 'verify.state_gone' });
    return false;
  }
}
