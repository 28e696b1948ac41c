import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { openApiDocument } from './openapi-document.js';
import { permissionsDocument } from './permissions-document.js';
import { ROUTES } from './routes.js';

const PAGE = join(process.cwd(), 'docs', 'permissions.md');

interface Operation {
  readonly 'x-vigia-access': string;
  readonly security: readonly object[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('docs/permissions.md', () => {
  it('says what the tables of permissions and routes say (else: npm run docs:permissions)', async () => {
    const written = permissionsDocument();
    if (process.env['UPDATE_PERMISSIONS'] === '1') await writeFile(PAGE, written);
    expect(await readFile(PAGE, 'utf8')).toBe(written);
  });
});

describe('the description of the API', () => {
  const { paths, components } = openApiDocument() as {
    paths: Record<string, Record<string, Operation>>;
    components: { securitySchemes: Record<string, unknown> };
  };
  const operation = (method: string, path: string): Operation => paths[path]![method]!;

  it('says of each operation what it needs, and how one may be recognised', () => {
    expect(operation('get', '/api/v1/states/{iso3}/docket')).toMatchObject({
      'x-vigia-access': 'docket:read',
      security: [{ session: [] }, { token: [] }],
    });
    expect(operation('get', '/api/v1/states')).toMatchObject({
      'x-vigia-access': 'public_record:read',
      security: [{}, { session: [] }, { token: [] }],
    });
    expect(operation('post', '/sign-in/{token}').security).toEqual([{}, { session: [] }]);
    expect(operation('post', '/api/v1/account/tokens').security).toEqual([{ session: [] }]);
  });

  it('explains every way to be recognised that an operation names', () => {
    const named = ROUTES.flatMap(({ method, path }) => operation(method, path).security.flatMap(Object.keys));
    expect([...new Set(named)].sort()).toEqual(Object.keys(components.securitySchemes).sort());
  });

  it('says of every operation that a token that is no good is answered with 401', () => {
    for (const { method, path } of ROUTES)
      expect(Object.keys(operation(method, path).responses)).toContain('401');
  });
});
