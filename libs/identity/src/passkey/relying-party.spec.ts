import { describe, expect, it } from '@jest/globals';

import { relyingPartyOf } from './relying-party.js';

describe('the address that passkeys belong to', () => {
  it.each([
    ['https://vigia.example', { id: 'vigia.example', origin: 'https://vigia.example' }],
    ['https://vigia.example:8443/under', { id: 'vigia.example', origin: 'https://vigia.example:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
  ])('is of %s the host name and the origin', (url, party) => {
    expect(relyingPartyOf(url)).toEqual(party);
  });

  it.each(['http://127.0.0.1:3000', 'https://192.0.2.1', 'http://[::1]:3000', 'http://vigia.example'])(
    'is not there at %s, where browsers offer none',
    (url) => {
      expect(relyingPartyOf(url)).toBeNull();
    },
  );
});
