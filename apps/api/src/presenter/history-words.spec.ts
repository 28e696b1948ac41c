import { describe, expect, it } from '@jest/globals';

import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_SUBJECTS, FINDING_REASONS } from '#domain';
import { screensEn, screensEs } from '#messages';

const FINDINGS = Object.entries(FINDING_REASONS).flatMap(([rule, reasons]) =>
  [...reasons, 'cause_gone'].map((reason) => `${rule}.${reason}`),
);
/** What a sweep does to a reminder stands in the history of an item beside the audit. */
const BY_THE_WATCH = ['opened', 'reopened', 'changed', 'unsnoozed', 'resolved'].map(
  (kind) => `alert.${kind}`,
);
const CODES: Readonly<Record<string, readonly string[]>> = {
  state: ['open', 'acknowledged', 'snoozed', 'resolved'],
  tokenState: ['live', 'expired', 'revoked'],
  kind: ['one_time_password', 'passkey'],
  role: ['contributor', 'focal_point', 'monitoring_body', 'ombudsperson', 'secretariat', 'operator'],
  paragraphKind: ['concern', 'recommendation', 'positive', 'procedural'],
  chapeau: ['bare', 'substantive'],
  finding: FINDINGS,
};

describe.each([
  ['en', screensEn.history],
  ['es', screensEs.history],
])('the words of a history in %s', (_language, words) => {
  it('name every action, actor and kind of subject that can be written', () => {
    const without = (codes: readonly string[], known: Readonly<Record<string, string>>) =>
      codes.filter((code) => !known[code]);
    expect(without([...AUDIT_ACTIONS, ...BY_THE_WATCH], words.actions)).toEqual([]);
    expect(without([...AUDIT_ACTORS, 'sweep'], words.actors)).toEqual([]);
    expect(without(AUDIT_SUBJECTS, words.subjects)).toEqual([]);
  });

  it.each(Object.entries(CODES))('name every code of the field %s', (field, codes) => {
    expect(words.fields[field]).toBeTruthy();
    expect(codes.filter((code) => !words.values[field]?.[code])).toEqual([]);
  });
});
