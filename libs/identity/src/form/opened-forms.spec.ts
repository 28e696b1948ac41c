import { describe, expect, it } from '@jest/globals';

import { OpenedForms } from './opened-forms.js';

const HOUR = 3_600_000;
let now = Date.parse('2026-06-30T15:00:00Z');
const clock = { now: () => now };
const forms = new OpenedForms('only-for-tests-only-for-tests-only', clock);

describe('a form that was opened', () => {
  it('says for how long, and only for the form it was opened as', () => {
    const token = forms.open('PER/8');
    now += 4_000;
    expect(forms.openFor('PER/8', token)).toBe(4_000);
    expect(forms.openFor('PER/9', token)).toBeNull();
  });

  it('counts for a day, never before it was opened, and not where a letter of it was changed', () => {
    const token = forms.open('PER/8');
    const [at, hash] = token.split('.');
    expect(forms.openFor('PER/8', `${Number(at) - HOUR}.${hash}`)).toBeNull();
    expect(forms.openFor('PER/8', '')).toBeNull();
    expect(forms.openFor('PER/8', 'x.y.z')).toBeNull();
    expect(new OpenedForms('another secret of the same length..', clock).openFor('PER/8', token)).toBeNull();
    now -= 1;
    expect(forms.openFor('PER/8', token)).toBeNull();
    now += 24 * HOUR + 1;
    expect(forms.openFor('PER/8', token)).toBe(24 * HOUR);
    now += 1;
    expect(forms.openFor('PER/8', token)).toBeNull();
  });
});
