// Prints a table: what, its figure, the limit measured in the same run, and the ratio. Needs a build (npm run build).
import { rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openGround } from './ground.mjs';
import { cubeRow } from './row/cube.mjs';
import { guardRow } from './row/guard.mjs';
import { hostileRow } from './row/hostile.mjs';
import { importRow } from './row/import.mjs';
import { latencyRow } from './row/latency.mjs';
import { mailRow } from './row/mail.mjs';
import { overviewRow } from './row/overview.mjs';
import { pagesRow } from './row/pages.mjs';
import { parseRow } from './row/parse.mjs';
import { publishedRow } from './row/published.mjs';
import { readRow } from './row/read.mjs';
import { searchRow } from './row/search.mjs';
import { serveRow } from './row/serve.mjs';
import { sweepRow } from './row/sweep.mjs';
import { verifyRow } from './row/verify.mjs';

/** One line a row. `npm run bench -- guard` measures only the rows so named; `--large` at the sizes of the targets. */
const ALL = [
  parseRow,
  hostileRow,
  importRow,
  readRow,
  sweepRow,
  mailRow,
  latencyRow,
  overviewRow,
  guardRow,
  verifyRow,
  searchRow,
  serveRow,
  cubeRow,
  publishedRow,
  pagesRow,
];
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const large = process.argv.includes('--large');
const ROWS = ALL.filter((row) => named.length === 0 || named.includes(row.name.replace(/Row$/, '')));

const folder = mkdtempSync(join(tmpdir(), 'vigia-bench-'));
const ground = await openGround(folder);
const table = [];
try {
  for (const row of ROWS) {
    process.stderr.write(`measuring: ${row.name}\n`);
    table.push(...(await row(ground, { large })));
  }
} finally {
  await ground.close();
  rmSync(folder, { recursive: true, force: true });
}

const widths = [46, 16, 46, 16, 8];
const line = (cells) =>
  cells
    .map((cell, index) => String(cell).padEnd(widths[index]))
    .join(' ')
    .trimEnd();
console.log(line(['what', 'figure', 'against', 'limit', 'ratio']));
console.log(line(widths.map((width) => '-'.repeat(width))));
for (const { what, figure, against, limit, ratio } of table)
  console.log(line([what, figure, against, limit, ratio.toFixed(2)]));
