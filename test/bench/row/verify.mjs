import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

import canonicalizeModule from 'canonicalize';

import { CHAIN_START, chainEntry } from '#domain';

import { inPairs } from '../pairs.mjs';

const FEW = 20_000;
const MANY = 100_000;
const AT_ONCE = 5_000;
const PAIRS = 3;

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * Verifying a chain of 100,000 entries, ledger checks included, against a bare SHA-256 pass over the same canonical JSON that lies
 * ready in memory; and the most memory that a process of its own takes to verify few and many.
 */
export async function verifyRow(installation) {
  const { tracking, record } = installation;
  const state = await tracking.states.saveState({
    iso3: 'XBV',
    name: { en: 'Verify', es: 'Verificar' },
    timeZone: 'America/Lima',
    demonstration: true,
  });
  let head = CHAIN_START;
  const texts = [];
  const append = async (until) => {
    while (head.position < until) {
      const entries = [];
      while (entries.length < AT_ONCE && head.position < until) {
        const entry = chainEntry('XBV', head, entryOf(head.position + 1), sha256);
        const { hash, ...unhashed } = entry;
        texts.push(canonicalizeModule(unhashed));
        if (sha256(texts.at(-1)) !== hash) throw new Error('the floor hashes another text than the product');
        entries.push(entry);
        head = entry;
      }
      await write(record, state.id, entries);
    }
  };
  const verify = async () => {
    const verdict = (await tracking.verifyRecord.verify()).find((one) => one.state === 'XBV');
    if (!verdict.ok || verdict.chain.entries !== MANY) throw new Error(JSON.stringify(verdict));
  };
  const bare = () => {
    for (const text of texts) sha256(text);
    return Promise.resolve();
  };
  const peaks = {};
  for (const count of [FEW, MANY]) {
    await append(count);
    peaks[count] = await peakOf(installation, count);
  }
  const { product, floor } = await inPairs(verify, bare, { pairs: PAIRS });
  await tracking.states.removeDemonstration(state.id);
  return [
    {
      what: `verify ${MANY} audit entries`,
      figure: `${((MANY / product) * 1000).toFixed(0)} /s`,
      against: 'bare SHA-256 of the same canonical JSON',
      limit: `${((MANY / floor) * 1000).toFixed(0)} /s`,
      ratio: floor / product,
    },
    {
      what: `peak memory to verify ${MANY} entries`,
      figure: `${(peaks[MANY] / 1024).toFixed(0)} MiB`,
      against: `the same of ${FEW} entries`,
      limit: `${(peaks[FEW] / 1024).toFixed(0)} MiB`,
      ratio: peaks[FEW] / peaks[MANY],
    },
  ];
}

/** About as long as an answer to a reminder. */
function entryOf(number) {
  return {
    personId: null,
    actor: 'ingest',
    action: 'document.ingested',
    subjectKind: 'document',
    subjectId: `document-${number}`,
    after: { key: `CRC/C/OPSC/XBV/CO/${number}`, recommendations: number % 60, warnings: number % 5 },
    reason: 'The report of the statistics office came in with two annexes.',
    happenedAt: Date.parse('2026-01-01T12:00:00Z') + number * 60_000,
  };
}

/** As the product writes it, many at once. */
async function write(record, stateId, entries) {
  await record.runState(stateId, async (sql) => {
    await sql.execute(
      `INSERT INTO audit_entry (state_id, position, happened_at, person_id, actor, action, subject_kind, subject_id, before, after, reason,
                                previous_hash, hash)
       SELECT $1, position, to_timestamp("happenedAt" / 1000), NULL, actor, action, "subjectKind", "subjectId", NULL, after, reason,
              "previousHash", hash
       FROM jsonb_to_recordset($2::jsonb) AS g(position bigint, "happenedAt" float8, actor text, action text, "subjectKind" text,
         "subjectId" text, after jsonb, reason text, "previousHash" text, hash text)`,
      [stateId, JSON.stringify(entries)],
    );
    const { position, hash, happenedAt } = entries.at(-1);
    await sql.execute(
      `INSERT INTO audit_head (state_id, position, hash, happened_at) VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000))
       ON CONFLICT (state_id) DO UPDATE SET position = excluded.position, hash = excluded.hash, happened_at = excluded.happened_at`,
      [stateId, position, hash, happenedAt],
    );
    await sql.execute(
      `INSERT INTO audit_day_head (state_id, civil_on, position, hash, happened_at)
       SELECT DISTINCT ON (civil_on) e.state_id, (e.happened_at AT TIME ZONE s.time_zone)::date AS civil_on, e.position, e.hash, e.happened_at
       FROM audit_entry e JOIN state s ON s.id = e.state_id WHERE e.state_id = $1 ORDER BY civil_on, e.position DESC
       ON CONFLICT (state_id, civil_on) DO UPDATE
       SET position = excluded.position, hash = excluded.hash, happened_at = excluded.happened_at`,
      [stateId],
    );
  });
}

/** The high-water mark of this process alone: what `getrusage` tells survives an exec and may be its parent's. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs';
process.on('exit', () => process.stderr.write(/VmHWM:.*/.exec(readFileSync('/proc/self/status', 'utf8'))[0]));
`)}`;

/** Most resident memory, in KiB, of the command in a process of its own, against the database of this run. */
async function peakOf({ config, queue }, count) {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', TELL_PEAK, 'dist/apps/cli/src/main.js', 'verify', '--json'],
    {
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: queue.databaseUrl,
        VIGIA_DATA_DIR: `${config.dataDir}-verify`,
        VIGIA_DEMO: '0',
        // Never spoken to.
        SMTP_URL: 'smtp://127.0.0.1:9',
        SESSION_SECRET: 'x'.repeat(32),
        DISCLOSURE_KEY: 'y'.repeat(32),
      },
    },
  );
  const verdict = JSON.parse(stdout).find((one) => one.state === 'XBV');
  if (!verdict.ok || verdict.audit.entries !== count) throw new Error(stdout);
  return Number(/VmHWM:\s*(\d+) kB/.exec(stderr)[1]);
}
