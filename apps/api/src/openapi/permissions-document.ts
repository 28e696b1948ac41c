import type { Role } from '#domain';
import { PERMISSIONS, TOKEN_PERMISSIONS, permissionName, rightsTo } from '#identity';
import type { Access, Action, Resource, Scope } from '#identity';

import { ROUTES } from './routes.js';

const ROLES: readonly Role[] = [
  'public',
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
];

const SCOPES: Readonly<Record<Scope, string>> = {
  own: 'own',
  own_institution: 'institution',
  own_state: 'State',
  all: 'all',
};

const FRAME = `# Permissions

Written by \`npm run docs:permissions\` from \`libs/identity/src/permission/permission.ts\` and \`apps/api/src/openapi/routes.ts\`; a test
fails while this page says something else. Every route needs one permission, and one guard
(\`apps/api/src/access/access-guard.ts\`) asks for it. A route that is not in the table stops the start.

## Who may do what

\`all\`: everywhere. \`State\`: in the State of the membership. \`institution\`: what is of the membership's institution.
\`own\`: one's own account. Empty: not at all. What is given to the public is given to everybody. A session whose second factor is
due has the rights of the public. A token needs the permission as well, and holds only those with a mark.
`;

/** The page of documentation that says who may do what, and what each route needs. */
export function permissionsDocument(): string {
  const inTokens = TOKEN_PERMISSIONS.map(permissionName);
  const rights = everyAccess().map((access) => {
    const scopes = rightsTo(access);
    const cells = ROLES.map((role) => {
      const scope = scopes[role] ?? scopes.public;
      return scope === undefined ? '' : SCOPES[scope];
    });
    return [
      `\`${permissionName(access)}\``,
      ...cells,
      inTokens.includes(permissionName(access)) ? 'yes' : '',
    ];
  });
  const routes = ROUTES.map(({ method, path, access, summary }) => [
    `\`${method.toUpperCase()} ${path}\``,
    `\`${permissionName(access)}\``,
    summary,
  ]);
  return [
    FRAME,
    table(['permission', ...ROLES.map((role) => role.replaceAll('_', ' ')), 'in tokens'], rights),
    '\n## What each route needs\n',
    table(['route', 'permission', 'what it is'], routes),
    '\nPages (`/en/…`, `/es/…`) need nothing themselves: they are rendered from the routes above with the rights of whoever looks.\n',
  ].join('\n');
}

function everyAccess(): Access[] {
  return Object.entries(PERMISSIONS).flatMap(([resource, actions]) =>
    Object.keys(actions).map((action) => ({ resource: resource as Resource, action: action as Action })),
  );
}

/** Columns as wide as their widest cell, as the formatter of this repository writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
