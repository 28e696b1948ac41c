import { describe, expect, it } from '@jest/globals';

import { composeIncident } from './compose-incident.js';

const SINCE = Date.parse('2026-06-23T14:10:00Z');
const mail = (given: Partial<Parameters<typeof composeIncident>[0]> = {}) =>
  composeIncident({
    part: 'sweep',
    state: 'PER',
    since: SINCE,
    recoveredAt: null,
    publicUrl: 'https://vigia.example',
    ...given,
  });

describe('the mail about a part of the watch that stands still', () => {
  it('says what, of which State, since when and what to do, in both languages and both parts', () => {
    const { subject, text, html, headers } = mail();
    expect(subject).toBe('Vigía: Stands still: the sweep of PER / Está detenida: la revisión de PER');
    for (const part of [text, html]) {
      expect(part.split('2026-06-23 14:10 UTC')).toHaveLength(3);
      expect(part).toContain('https://vigia.example/en/watch');
    }
    expect(headers['Auto-Submitted']).toBe('auto-generated');
  });

  it('says how long it stood still once it moves again', () => {
    const { subject, text } = mail({ recoveredAt: SINCE + 3_600_000 });
    expect(subject).toBe('Vigía: Moves again: the sweep of PER / Vuelve a funcionar: la revisión de PER');
    expect(text).toContain('2026-06-23 14:10 UTC');
    expect(text).toContain('2026-06-23 15:10 UTC');
  });

  it.each(['scheduler', 'relay'] as const)('has words for the %s', (part) => {
    const { text } = mail({ part, state: part === 'scheduler' ? null : 'PER' });
    expect(text).not.toContain('undefined');
    expect(text.includes('PER')).toBe(part === 'relay');
  });
});
