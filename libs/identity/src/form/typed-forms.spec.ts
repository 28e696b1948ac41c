import { describe, expect, it } from '@jest/globals';

import { TYPED_FOR_MS, TypedForms } from './typed-forms.js';

const PAGE = '/es/states/PER/people';
const typed = {
  action: '/states/PER/people',
  fields: [
    ['name', 'Inés Ñaupari'],
    ['email', 'ines@per.example'],
    ['email', 'again@per.example'],
  ],
} as const;

describe('what was typed', () => {
  let now = 1_000;
  const forms = new TypedForms('only-for-tests-only-for-tests-only', { now: () => now });

  it('comes back to the page it was typed on, and shows itself to nobody on the way', () => {
    const sealed = forms.seal(PAGE, typed) ?? '';
    expect(Buffer.from(sealed, 'base64').toString('latin1') + sealed).not.toMatch(/ines|example/);
    expect(forms.open(PAGE, sealed)).toEqual(typed);
  });

  it('is nothing on another page, altered, under another secret, or too late', () => {
    const sealed = forms.seal(PAGE, typed) ?? '';
    const elsewhere = new TypedForms('another-secret-another-secret-anot', { now: () => now });
    expect(forms.open('/en/states/PER/people', sealed)).toBeNull();
    expect(forms.open(PAGE, `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(forms.open(PAGE, 'v1.nonsense')).toBeNull();
    expect(elsewhere.open(PAGE, sealed)).toBeNull();
    now += TYPED_FOR_MS;
    expect(forms.open(PAGE, sealed)).toBeNull();
  });

  it('fits a cookie: what is too long is left out, and what is short stays', () => {
    const reason = ['reason', 'ñ'.repeat(500)] as const;
    const fits = forms.seal(PAGE, { ...typed, fields: [...typed.fields, reason] }) ?? '';
    expect(forms.open(PAGE, fits)?.fields.at(-1)).toEqual(reason);
    const long =
      forms.seal(PAGE, { ...typed, fields: [...typed.fields, ['reason', 'x'.repeat(5_000)]] }) ?? '';
    expect(long.length).toBeLessThan(4_000);
    expect(forms.open(PAGE, long)).toEqual(typed);
    expect(forms.seal(PAGE, { action: '/', fields: [['reason', 'x'.repeat(5_000)]] })).toBeNull();
    expect(forms.seal(PAGE, { action: '/', fields: [] })).toBeNull();
  });
});
