import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { redactAddresses } from './redact-addresses.js';

describe('a reply that quotes an address', () => {
  it.each([
    ['550 5.1.1 <rosa@mimp.example>: user unknown', '550 5.1.1 <<address>>: user unknown'],
    ['550 "rosa quispe"@mimp.example unknown', '550 <address> unknown'],
    ["550 o'brien@mimp.example unknown", '550 <address> unknown'],
    ['550 RFC822;rosa+x@mimp.example; mailto:rosa@[10.0.0.1]', '550 RFC822;<address>; mailto:<address>'],
    ['450 4.2.0 greylisted', '450 4.2.0 greylisted'],
  ])('is kept without it: %s', (reply, kept) => {
    expect(redactAddresses(reply)).toBe(kept);
  });

  it('is kept without it, whatever the address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(redactAddresses(`550 5.1.1 <${address}>: unknown`)).toBe('550 5.1.1 <<address>>: unknown');
      }),
    );
  });
});
