import { describe, expect, it } from '@jest/globals';

import type { Role } from '#domain';

import { permissionName } from '../permission/permission.js';
import { TOKEN_PERMISSIONS, permissionsToGive } from './token-permission.js';

const held = (...roles: Role[]) =>
  roles.map((role) => ({ stateId: 1, state: 'PER', role, institution: null }));

describe('what a token can hold', () => {
  it('is neither what is open to everybody nor what only a person does', () => {
    const names = TOKEN_PERMISSIONS.map(permissionName);
    expect(names).toContain('docket:read');
    expect(names).toContain('person:create');
    for (const resource of [
      'public_record',
      'installation',
      'mailbox',
      'mail_link',
      'returned_mail',
      'own_calendar',
    ])
      expect(names.filter((name) => name.startsWith(`${resource}:`))).toEqual([]);
    for (const resource of ['sign_in', 'account', 'api_token', 'calendar_feed', 'saved_view', 'undo'])
      expect(names.filter((name) => name.startsWith(`${resource}:`))).toEqual([]);
  });

  it('is for each role what the role itself holds, and for several what any of them holds', () => {
    const comments = ['comment:read', 'comment:create', 'comment:update'];
    const writes = ['submission:read', 'submission:create', 'submission:update', 'submission_comment:create'];
    expect(permissionsToGive(held('focal_point'))).toEqual([
      'docket:read',
      'alert:read',
      'alert:update',
      'comment:read',
      'comment:create',
      'comment:update',
      'case_series:read',
      'focal_point:read',
      'focal_point:update',
      'information_request:read',
      'information_request_answer:create',
      ...writes,
      'action:create',
      'action:update',
      'evidence:read',
      'evidence:create',
      'evidence:update',
    ]);
    // Reads what there is; asks, and writes assessments of its own and comments.
    expect(permissionsToGive(held('ombudsperson'))).toEqual([
      'docket:read',
      'alert:read',
      'comparison:read',
      'comment:read',
      'comment:create',
      'comment:update',
      'case_series:read',
      'succession:read',
      'classification:read',
      'help_line:read',
      'plain_text:read',
      'institution:read',
      'focal_point:read',
      'transmission:read',
      'assessment:read',
      'assessment:create',
      'assessment:update',
      'information_request:read',
      'information_request:create',
      'information_request:update',
      'statement:read',
      'statement:create',
      'statement:update',
      'implementation_decision:read',
      'comparability:read',
      'watch_rule:read',
      'submission:read',
      'review:read',
      'evidence:read',
      'audit:read',
    ]);
    // Compares, and sends what it has to say; answers nothing of the State's.
    expect(permissionsToGive(held('monitoring_body'))).toEqual([
      'alert:read',
      'comparison:read',
      ...comments,
      ...writes,
    ]);
    expect(permissionsToGive(held('operator'))).not.toContain('docket:read');
    expect(permissionsToGive(held('operator'))).toContain('watch:read');
    expect(permissionsToGive(held('operator', 'focal_point'))).toEqual(
      expect.arrayContaining(['watch:read', 'docket:read']),
    );
    expect(permissionsToGive(held('contributor', 'monitoring_body'))).toEqual([
      'alert:read',
      'comparison:read',
      ...comments,
      ...writes,
    ]);
    expect(permissionsToGive([])).toEqual([]);
  });
});
