/**
 * What is delivered with Vigía: writes the bill of materials (CycloneDX) of everything but development tools, holds every licence
 * against the list below, and asks the registry for known weaknesses.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** Licences that the EUPL-1.2 may be delivered with, by their SPDX identifiers. */
const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
    'CC0-1.0',
  ],
  ...['OFL-1.1', 'PSF-2.0', 'Python-2.0', 'PostgreSQL', 'EUPL-1.2'],
  // Data beside code, attributed in the package that brings it.
  'CC-BY-3.0',
]);
const FOLDER = 'test/artefacts';
const FILE = `${FOLDER}/sbom.cdx.json`;

const bill = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
);
mkdirSync(FOLDER, { recursive: true });
writeFileSync(FILE, `${JSON.stringify(bill, null, 2)}\n`);

const refused = bill.components.filter((component) => !allows(licenceOf(component)));
for (const component of refused)
  process.stderr.write(
    `${component.name}@${component.version}: licence ${licenceOf(component) || 'not named'} is not on the list\n`,
  );
const unnamed = bill.components.filter(({ purl, version }) => !purl || !version).length;
process.stdout.write(
  `bill of materials: ${bill.components.length} components in ${FILE}, ${refused.length} with a licence that is not on the list\n`,
);

const audit = knownWeaknesses();
process.stdout.write(`${audit.line}\n`);
process.exitCode = refused.length + unnamed > 0 || bill.components.length === 0 || audit.failed ? 1 : 0;

function licenceOf({ licenses = [] }) {
  return licenses
    .map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '')
    .join(' AND ');
}

/** "(MIT OR GPL-3.0)" leaves the choice to us; "MIT AND ISC" does not. */
function allows(expression) {
  const bare = expression.replace(/[()]/g, '').trim();
  if (bare === '') return false;
  return bare.split(/ AND /).every((part) => part.split(/ OR /).some((one) => ALLOWED.has(one.trim())));
}

/** A registry without the answer (a mirror) is said in one line; any other silence is a failure. */
function knownWeaknesses() {
  const { stdout, stderr, status } = spawnSync(
    'npm',
    ['audit', '--omit=dev', '--audit-level=high', '--json'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, npm_config_audit: 'true' },
    },
  );
  const answer = read(stdout);
  if (answer?.metadata?.vulnerabilities) {
    const { high, critical, total } = answer.metadata.vulnerabilities;
    const named = Object.entries(answer.vulnerabilities ?? {})
      .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
      .map(([name]) => name);
    return {
      failed: status !== 0,
      line: `audit: ${total} known weaknesses, ${high + critical} high or critical ${named.join(', ')}`.trim(),
    };
  }
  const refusal =
    /audit (?:\d{3} )?(?:endpoint|Method|Not|Forbidden)|\b(?:404|405|501)\b|ENOTFOUND|ECONNREFUSED|ENETUNREACH/.exec(
      `${stdout}${stderr}`,
    )?.[0];
  return refusal
    ? {
        failed: false,
        line: `audit: skipped, this registry answers none (${refusal}); run "npm audit --omit=dev" where one does`,
      }
    : { failed: true, line: 'audit: failed without a reason that is known' };
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
