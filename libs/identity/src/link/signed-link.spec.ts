import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { SignedLinks } from './signed-link.js';

const links = new SignedLinks('a secret of the installation');
const claims = { purpose: 'answer_alert', state: 'PER', personId: 7, alertId: 31, expiresAt: 1_000 } as const;

describe('a signed link', () => {
  it('gives back what was signed until it expires', () => {
    const token = links.sign(claims);
    expect(links.read(token, 999)).toEqual(claims);
    expect(() => links.read(token, 1_000)).toThrow(expect.objectContaining({ code: 'link.expired' }));
  });

  it('is refused when any character of it was changed', () => {
    const token = links.sign(claims);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('A', 'z', '0', '.', '-'), (at, letter) => {
        const altered = token.slice(0, at) + letter + token.slice(at + 1);
        // The last base64 digit has unused bits: another letter may spell the same bytes, but never the same text.
        if (altered === token) return;
        expect(() => links.read(altered, 1)).toThrow(expect.objectContaining({ code: 'link.invalid' }));
      }),
    );
  });

  it('is refused under another secret', () => {
    const token = new SignedLinks('another secret').sign(claims);
    expect(() => links.read(token, 1)).toThrow(expect.objectContaining({ code: 'link.invalid' }));
  });

  it('about a person alone serves its own purpose and no other', () => {
    const about = { ...claims, purpose: 'choose_rhythm', alertId: null } as const;
    const token = links.sign(about);
    expect(links.read(token, 1, 'choose_rhythm')).toEqual(about);
    for (const purpose of ['answer_alert', 'submit_figure'] as const)
      expect(() => links.read(token, 1, purpose)).toThrow(expect.objectContaining({ code: 'link.invalid' }));
    expect(() => links.read(links.sign(claims), 1, 'choose_rhythm')).toThrow(
      expect.objectContaining({ code: 'link.invalid' }),
    );
  });
});
