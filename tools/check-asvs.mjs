/**
 * Holds docs/security/asvs.md to what it promises: every requirement once, one of three verdicts, links that lead somewhere,
 * counts that add up, and every failure in the list of work.
 */
import { existsSync, readFileSync } from 'node:fs';

const PAGE = new URL('../docs/security/asvs.md', import.meta.url);
const VERDICTS = ['pass', 'fail', 'not applicable'];
/** Levels 1 and 2 of ASVS 5.0.0: section, then its numbers; what is left out is level 3. */
const REQUIREMENTS = `
  1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2
  2.1:1-3 2.2:1-3 2.3:1-4 2.4:1
  3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2
  4.1:1-3 4.2:1 4.3:1-2 4.4:1-4
  5.1:1 5.2:1-3 5.3:1-2 5.4:1-3
  6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4
  7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2
  8.1:1-2 8.2:1-3 8.3:1 8.4:1
  9.1:1-3 9.2:1-4
  10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3
  11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1
  12.1:1-3 12.2:1-2 12.3:1-4
  13.1:1 13.2:1-5 13.3:1-2 13.4:1-5
  14.1:1-2 14.2:1-4 14.3:1-3
  15.1:1-3 15.2:1-3 15.3:1-7
  16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3
  17.1:1 17.2:1-4 17.3:1-2
`;

const expected = REQUIREMENTS.trim()
  .split(/\s+/)
  .flatMap((entry) => {
    const [section, numbers = ''] = entry.split(':');
    return numbers.split(',').flatMap((range) => {
      const [first, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => `${section}.${first + index}`);
    });
  });

const text = readFileSync(PAGE, 'utf8');
const [before = '', work = ''] = text.split(/^## Work to do$/m);
const cellsOf = (line) => line.split('|').map((cell) => cell.trim());
const tableLines = before.split('\n').filter((line) => line.startsWith('|'));
const rows = tableLines
  .map(cellsOf)
  .filter(([, id]) => /^\d+\.\d+\.\d+$/.test(id))
  .map(([, id, , , verdict, why]) => ({ id, verdict, why }));
const problems = [];

const ids = rows.map(({ id }) => id);
for (const id of expected) if (!ids.includes(id)) problems.push(`${id} has no row`);
for (const [at, id] of ids.entries()) {
  if (!expected.includes(id)) problems.push(`${id} is no requirement of level 1 or 2`);
  if (ids.indexOf(id) !== at) problems.push(`${id} has two rows`);
}
for (const { id, verdict, why } of rows) {
  if (!VERDICTS.includes(verdict)) problems.push(`${id}: "${verdict}" is none of ${VERDICTS.join(', ')}`);
  if (!why) problems.push(`${id} says neither where nor why`);
}

const targets = new Set([...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target));
for (const target of targets)
  if (!/^(https?:|#)/.test(target) && !existsSync(new URL(target.split('#')[0], PAGE)))
    problems.push(`the link ${target} leads nowhere`);

const count = (chapter) =>
  VERDICTS.map(
    (verdict) =>
      rows.filter((row) => row.verdict === verdict && (chapter === 'all' || row.id.startsWith(`${chapter}.`)))
        .length,
  );
const said = new Map(
  tableLines
    .map(cellsOf)
    .map(([, name, ...counts]) => [/^(\d+|all)\b/.exec(name)?.[1], counts.slice(0, 4).map(Number)])
    .filter(([chapter, counts]) => chapter !== undefined && counts.every(Number.isInteger)),
);
for (const chapter of ['all', ...new Set(expected.map((id) => id.split('.')[0]))]) {
  const counts = count(chapter);
  const wanted = [...counts, counts.reduce((sum, each) => sum + each, 0)].join(' ');
  if (said.get(chapter)?.join(' ') !== wanted)
    problems.push(`the summary of ${chapter} says ${said.get(chapter)?.join(' ')}, the rows say ${wanted}`);
}

const listed = [...work.matchAll(/\b\d+\.\d+\.\d+\b/g)].map(([id]) => id);
const failed = rows.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
for (const id of failed)
  if (listed.filter((other) => other === id).length !== 1)
    problems.push(`${id} fails and is not once in the list of work`);
for (const id of listed)
  if (!failed.includes(id)) problems.push(`${id} is in the list of work and does not fail`);

const [pass, fail, notApplicable] = count('all');
for (const problem of problems) process.stderr.write(`asvs: ${problem}\n`);
process.stdout.write(
  `asvs: ${rows.length} of ${expected.length} rows, ${pass} pass, ${fail} fail, ${notApplicable} not applicable, ${problems.length} problems\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
