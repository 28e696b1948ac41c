import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

const SECRET = /PASSWORD|SECRET|TOKEN|_KEY|DATABASE_URL/;
const read = (path: string): string => readFileSync(path, 'utf8');

/** Blocks of the compose file by service: what is indented below its name. */
function services(compose: string): Map<string, string> {
  const [, listed = ''] = compose.split(/^services:\n/m);
  const [blocks = ''] = listed.split(/^\w/m);
  return new Map(
    blocks
      .split(/\n(?= {2}\w)/)
      .map((block): [string, string] => [/^ *(\w+):/.exec(block)?.[1] ?? '', block]),
  );
}

describe('the image and how it is run', () => {
  const image =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  const compose = read('docker-compose.yml');

  it('runs as nobody of importance, and the user is set before anything starts', () => {
    expect(image).toMatch(/^USER node$/m);
    expect(image.indexOf('USER node')).toBeLessThan(image.indexOf('\nCMD'));
    expect(image).not.toMatch(/^USER (?!node$)/m);
  });

  it('carries no secret and nothing but what runs', () => {
    const settings = image.split('\n').filter((line) => /^(ENV|ARG) /.test(line));
    expect(settings.filter((line) => SECRET.test(line))).toEqual([]);
    const copied = [...image.matchAll(/^COPY (?:--from=build )?(.*) \S+$/gm)].map(([, what = '']) => what);
    expect(copied).toEqual([
      '/app/package.json /app/LICENSE',
      '/app/node_modules',
      '/app/dist',
      'apps/cli/bin',
      'samples',
      'docker/make-secrets.mjs',
    ]);
    for (const kept of ['.env', '.vigia', '.git', 'test'])
      expect(read('.dockerignore').split('\n')).toContain(kept);
  });

  it('has a root that cannot be written and gains no rights, in every service; ours have none to begin with', () => {
    expect(compose).toMatch(
      /x-hardened: &hardened\n {2}read_only: true\n.*\n {2}security_opt: \['no-new-privileges:true'\]/,
    );
    expect(compose).toMatch(/x-vigia: &vigia\n {2}<<: \*hardened\n(?: {2}.*\n)*? {2}cap_drop: \[ALL\]/);
    const found = services(compose);
    expect([...found.keys()].sort()).toEqual([
      'api',
      'mailpit',
      'migrate',
      'postgres',
      'redis',
      'secrets',
      'worker',
    ]);
    for (const [name, block] of found)
      expect([name, /<<: \*(hardened|vigia)/.test(block)]).toEqual([name, true]);
    expect(
      compose
        .match(/^ +\w*(?:PASSWORD|SECRET|TOKEN|_KEY|DATABASE_URL|OWNER_URL)\w*: .*$/gm)
        ?.filter((line) => !/_FILE: \/secrets\//.test(line)) ?? [],
    ).toEqual([]);
    expect(compose.match(/ports: \['(?!127\.0\.0\.1:)/g)).toBeNull();
  });
});
