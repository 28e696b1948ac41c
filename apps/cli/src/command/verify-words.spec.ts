import { describe, expect, it } from '@jest/globals';

import { LEDGER_CHECKS } from '#persistence';
import type { StateVerdict } from '#tracking';

import { findingsOf, verdictAsJson, verdictLines } from './verify-words.js';

const HASH = 'ab'.repeat(32);
const verdict = (changed: Partial<StateVerdict> = {}): StateVerdict => ({
  state: 'PER',
  ok: true,
  chain: { entries: 41, head: { position: 41, hash: HASH }, fault: null },
  ledger: LEDGER_CHECKS.map((check) => ({ check, place: null })),
  ...changed,
});

describe('what vigia verify says', () => {
  it('is one line for the audit, with a head to keep, and one for the ledger, where all holds', () => {
    expect(verdictLines(verdict())).toEqual([
      `ok    PER audit: 41 entries, PER:41:${HASH}`,
      `ok    PER ledger: ${LEDGER_CHECKS.length} checks`,
    ]);
    expect(verdictAsJson(verdict())).toMatchObject({
      ok: true,
      audit: { goodUpTo: `PER:41:${HASH}` },
      findings: [],
    });
  });

  it.each(['altered', 'missing', 'reordered', 'inserted', 'head_differs'] as const)(
    'names the first entry of the audit that is %s, and how far it is good',
    (kind) => {
      const chain = { entries: 8, head: { position: 4, hash: HASH }, fault: { kind, position: 5 } };
      const lines = verdictLines(verdict({ ok: false, chain }));
      expect(lines[0]).toMatch(/^ok {4}PER ledger/);
      expect(lines[1]).toMatch(/^WRONG PER audit: Entry 5 [a-z].*\. Good up to 4\.$/);
    },
  );

  it.each(LEDGER_CHECKS)('is a sentence of its own for %s, that names the place', (check) => {
    const ledger = LEDGER_CHECKS.map((each) => ({ check: each, place: each === check ? 'row 12' : null }));
    const [finding, ...others] = findingsOf(verdict({ ok: false, ledger }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ part: 'ledger', code: check, place: 'row 12' });
    expect(finding?.says).toMatch(/^Row 12 [a-z][^_]{20,}\. It is the first\.$/);
  });

  it('says another thing for each check', () => {
    const ledger = LEDGER_CHECKS.map((check) => ({ check, place: 'row 12' }));
    const said = findingsOf(verdict({ ok: false, ledger })).map(({ says }) => says);
    expect(new Set(said).size).toBe(LEDGER_CHECKS.length);
  });
});
