import { describe, expect, it } from '@jest/globals';

import { readViewAddress, viewAddress } from './saved-view.js';

describe('the address of a saved view', () => {
  it('is the same whichever way the filters are put, and without what is of the moment', () => {
    expect(viewAddress('/states/PER/alerts', new URLSearchParams('rule=deadline&age=older&q='))).toBe(
      '/states/PER/alerts?age=older&rule=deadline',
    );
    expect(viewAddress('/states/PER/alerts', new URLSearchParams('cursor=x&done=saved&problem=a.b'))).toBe(
      '/states/PER/alerts',
    );
  });

  it.each([
    ['/en/states/PER/alerts?rule=deadline', '/states/PER/alerts?rule=deadline'],
    ['/es/states/PER/', '/states/PER'],
    ['/states/PER/search?q=a%3Fb', '/states/PER/search?q=a%3Fb'],
    ['/en/states/PER/monitoring?sort=-due#institutions', '/states/PER/monitoring?sort=-due'],
  ])('%s is %s', (typed, address) => {
    expect(readViewAddress(typed, 'PER')?.address).toBe(address);
  });

  it.each([
    'https://elsewhere.example/states/PER',
    '//elsewhere.example/states/PER',
    '/\\elsewhere.example/states/PER',
    'javascript:alert(1)',
    '/states/CHL/alerts',
    '/states/PERU/alerts',
    '/en/account',
    '/states/PER/../CHL/alerts',
    '/states/PER/alerts\n',
    '',
  ])('%j is none', (typed) => {
    expect(readViewAddress(typed, 'PER')).toBeNull();
  });
});
