// Reads hostile and garbled files one after the other in one process and prints, as JSON, what became of them.
//   node test/support/fuzz-reading.mjs COUNT [SEED]        needs a build; SIGINT ends it early
// The files are made by a process of their own (`--make FOLDER`), so that only reading is measured.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = 'samples/CRC_C_OPSC_PER_CO_1.en.txt';
const INGEST = '../../dist/libs/ingest/src/index.js';

/** Mulberry32: the same files for the same seed. */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function make(folder) {
  const { layOutPdf, layOutDocx } = await import('./laid-out-document.mjs');
  const { hostileFiles } = await import('./hostile-files.mjs');
  const { parseDocument, readDocumentText } = await import(INGEST);
  const bytes = readFileSync(SAMPLE);
  const parsed = parseDocument(await readDocumentText({ name: SAMPLE, bytes }));
  const whole = {
    'sample.txt': bytes,
    'sample.pdf': await layOutPdf(parsed),
    'plain.pdf': await layOutPdf(parsed, { compress: false }),
    'columns.pdf': await layOutPdf(parsed, { columns: true, compress: false }),
    'automatic.docx': await layOutDocx(parsed, 'automatic'),
    'typed.docx': await layOutDocx(parsed, 'typed'),
  };
  for (const [name, content] of Object.entries(whole)) writeFileSync(join(folder, `whole-${name}`), content);
  for (const [name, content] of hostileFiles()) writeFileSync(join(folder, `hostile-${name}`), content);
}

const FRAGMENTS = [
  '2147483648',
  '-1',
  '<<',
  '>>',
  '[',
  'stream\n',
  'endobj',
  '1 0 R',
  'R',
  '/Kids',
  '%1',
  '</w:p>',
  '<w:tbl>',
  '&#0;',
  '\u0000',
  '1. ',
  '(a) ',
  '\f',
].map((one) => Buffer.from(one));

/** One to eight injuries: cut, flipped, doubled, removed, filled with another file or with a word of the format. */
function garble(bytes, others, random) {
  let file = Buffer.from(bytes);
  const at = () => Math.floor(random() * file.length);
  const injuries = 1 + Math.floor(random() * 8);
  for (let count = 0; count < injuries && file.length > 0; count += 1) {
    const from = at();
    const length = Math.floor(random() ** 3 * 4_000);
    const rest = file.subarray(Math.min(file.length, from + length));
    const kind = Math.floor(random() * 7);
    if (kind === 0 && random() < 0.4) file = file.subarray(0, from);
    else if (kind === 1) for (let flips = 0; flips < 20; flips += 1) file[at()] = Math.floor(random() * 256);
    else if (kind === 2) file = Buffer.concat([file.subarray(0, from + length), file.subarray(from)]);
    else if (kind === 3) file = Buffer.concat([file.subarray(0, from), rest]);
    else if (kind === 4) {
      const other = others[Math.floor(random() * others.length)];
      const start = Math.floor(random() * other.length);
      file = Buffer.concat([
        file.subarray(0, from),
        other.subarray(start, start + length),
        file.subarray(from),
      ]);
    } else if (kind === 5) {
      const fragment = FRAGMENTS[Math.floor(random() * FRAGMENTS.length)];
      file = Buffer.concat([file.subarray(0, from), fragment, file.subarray(from + fragment.length)]);
    } else if (kind === 6) {
      const digit = file.subarray(from).findIndex((byte) => byte >= 0x30 && byte <= 0x39);
      if (digit >= 0) file[from + digit] = 0x30 + Math.floor(random() * 10);
    }
  }
  return file;
}

/** Parts of a Word file, garbled before they are packed: garbled after it, most are refused by their checksum. */
async function garbleWord(bytes, random) {
  const { fromBufferPromise } = await import('yauzl');
  const { writeZip } = await import('./zip-writer.mjs');
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const parts = [];
  for await (const entry of zip.eachEntry()) {
    const chunks = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    parts.push([entry.fileName, random() < 0.3 ? garbleXml(content, random) : content]);
  }
  return writeZip(parts);
}

/** Elements moved, doubled and dropped as wholes, so that the part stays well-formed now and then. */
function garbleXml(content, random) {
  const pieces = content.toString('utf8').split(/(?=<)/);
  for (let count = 0; count < 1 + random() * 6; count += 1) {
    const at = Math.floor(random() * pieces.length);
    const piece = pieces[Math.floor(random() * pieces.length)];
    if (random() < 0.5) pieces.splice(at, random() < 0.5 ? 1 : 0, piece);
    else pieces[at] = (pieces[at] ?? '').replace(/"[^"]*"/, () => `"${Math.floor(random() * 1e10) - 5e9}"`);
  }
  return Buffer.from(pieces.join(''));
}

const peak = () =>
  process.platform === 'linux'
    ? Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024
    : process.resourceUsage().maxRSS * 1024;

async function run(count, seed) {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-fuzz-'));
  try {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--make', folder], { stdio: 'inherit' });
    const { parseDocument, readDocumentText } = await import(INGEST);
    const random = randomOf(seed);
    const files = readdirSync(folder);
    const whole = files
      .filter((name) => name.startsWith('whole-'))
      .map((name) => [name, readFileSync(join(folder, name))]);
    const others = whole.map(([, bytes]) => bytes);
    const outcomes = {};
    const faults = [];
    const hostile = {};
    let slowest = 0;
    let slowestName = '';
    let busiest = 0;
    let busiestName = '';
    const read = async (name, bytes) => {
      const began = performance.now();
      const before = process.cpuUsage();
      let outcome = 'read';
      try {
        parseDocument(await readDocumentText({ name, bytes }));
      } catch (error) {
        outcome = error.kind === 'invalid_input' || error.retryable === true ? error.code : 'fault';
        if (outcome === 'fault') faults.push(`${name}: ${error.stack}`);
      }
      const took = performance.now() - began;
      if (took > slowest) [slowest, slowestName] = [took, name];
      // Of all threads, the collector's too: what the file cost, whoever else was using the machine.
      const { user, system } = process.cpuUsage(before);
      if (user + system > busiest) [busiest, busiestName] = [user + system, name];
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      return outcome;
    };
    let done = 0;
    let isStopped = false;
    process.once('SIGINT', () => (isStopped = true));
    for (const name of files.filter((one) => one.startsWith('hostile-'))) {
      const short = name.replace('hostile-', '');
      const began = performance.now();
      const before = peak();
      const outcome = await read(short, readFileSync(join(folder, name)));
      hostile[short] =
        `${outcome} ${Math.round(performance.now() - began)} ms, peak ${Math.round(peak() / 1e6)} MB (+${Math.round((peak() - before) / 1e6)})`;
      done += 1;
    }
    for (; done < count && !isStopped; done += 1) {
      const [name, bytes] = whole[Math.floor(random() * whole.length)];
      const asWord = name.endsWith('.docx') && random() < 0.7;
      const file = asWord ? await garbleWord(bytes, random) : garble(bytes, others, random);
      await read(name, file);
    }
    return {
      files: done,
      seed,
      outcomes,
      faults,
      slowestMs: Math.round(slowest),
      slowestName,
      mostCpuMs: Math.round(busiest / 1_000),
      mostCpuName: busiestName,
      peakMb: Math.round(peak() / 1e6),
      hostile,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === '--make') await make(process.argv[3]);
else
  process.stdout.write(
    `${JSON.stringify(await run(Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 1)), null, 2)}\n`,
  );
