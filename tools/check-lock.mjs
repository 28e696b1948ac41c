/**
 * A lock file written behind a mirror names the mirror's addresses, and `npm ci` fails for everyone who cannot reach it.
 * Without addresses npm asks the registry it is configured for; the integrity digests still pin every byte.
 */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const locked = Object.entries(packages).filter(([name]) => name !== '');
const withAddress = locked.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name);
const withoutDigest = locked
  .filter(([, entry]) => entry.integrity === undefined && !entry.link && !entry.inBundle)
  .map(([name]) => name);

for (const name of withAddress) process.stderr.write(`${name}: holds a download address ("resolved")\n`);
for (const name of withoutDigest) process.stderr.write(`${name}: holds no "integrity" digest\n`);
if (withAddress.length > 0) {
  process.stderr.write('Write the lock file with `npm install --omit-lockfile-registry-resolved`.\n');
}
process.stdout.write(
  `lock: ${locked.length} packages, ${withAddress.length} with an address, ${withoutDigest.length} without a digest\n`,
);
process.exitCode = withAddress.length + withoutDigest.length === 0 ? 0 : 1;
