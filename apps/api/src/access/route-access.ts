import { UnexpectedError } from '#domain';
import type { Access } from '#identity';

import { ROUTES } from '../openapi/routes.js';

const PUBLIC_PAGE: Access = { resource: 'public_record', action: 'read' };
const MAILBOX: Access = { resource: 'mailbox', action: 'read' };

/** What answers with pages instead of JSON. A page is rendered from the API's answers, with the visitor's own rights. */
const PAGES: Readonly<Record<string, Access>> = {
  'GET /': PUBLIC_PAGE,
  'GET /en': PUBLIC_PAGE,
  'GET /en/*': PUBLIC_PAGE,
  'GET /es': PUBLIC_PAGE,
  'GET /es/*': PUBLIC_PAGE,
  'GET /offline-worker.js': PUBLIC_PAGE,
  'GET /mailbox': MAILBOX,
  'GET /mailbox/api/messages': MAILBOX,
  'GET /mailbox/messages/{id}': MAILBOX,
  'GET /mailbox/messages/{id}/body': MAILBOX,
  'GET /mailbox/style.css': MAILBOX,
};

const ACCESS: ReadonlyMap<string, Access> = new Map([
  ...Object.entries(PAGES),
  ...ROUTES.map((route): [string, Access] => [`${route.method.toUpperCase()} ${route.path}`, route.access]),
]);

/**
 * What a route needs, by its method and its pattern as the server knows it (`/api/v1/states/:iso3`).
 * @throws UnexpectedError `route.undescribed`: a route that nobody decided about is open to nobody.
 */
export function accessOf(method: string, pattern: string): Access {
  const name = `${method === 'HEAD' ? 'GET' : method} ${pattern.replace(/:(\w+)/g, '{$1}')}`;
  const access = ACCESS.get(name);
  if (access) return access;
  throw new UnexpectedError(
    'route.undescribed',
    `${name} is not in the table of routes, which says what it answers and who may ask.`,
  );
}
