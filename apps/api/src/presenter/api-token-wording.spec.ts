import { describe, expect, it } from '@jest/globals';

import { TOKEN_PERMISSIONS, permissionName } from '#identity';
import { screensEn, screensEs } from '#messages';

describe('the page of tokens', () => {
  it.each([
    ['en', screensEn.apiToken.explained],
    ['es', screensEs.apiToken.explained],
  ])('explains in %s every permission that a token can hold, and no other', (_language, explained) => {
    expect(Object.keys(explained).sort()).toEqual(TOKEN_PERMISSIONS.map(permissionName).sort());
  });
});
