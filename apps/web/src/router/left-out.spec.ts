import { describe, expect, it } from '@jest/globals';

import { leftOutOf, without } from './left-out.js';

const refusal = (status: number, detail: unknown) => ({ status, body: JSON.stringify({ detail }) });
const address = (query: string) => ({
  language: 'en' as const,
  path: '/states/PER/deadlines',
  parameters: {},
  query: new URLSearchParams(query),
});
const GOOD = { status: 200, body: '{}' };

describe('what of an address cannot be read', () => {
  it.each([
    ['nothing where all was answered', [GOOD], 'when=soon', []],
    ['the value that was refused', [GOOD, refusal(422, 'when: expected one')], 'when=soon&q=a', ['when']],
    [
      'each of several',
      [refusal(422, 'when: a "b"|"c"; year: expected a number')],
      'when=x&year=y',
      ['when', 'year'],
    ],
    [
      'one of a list by its place',
      [refusal(422, 'status.1: expected one')],
      'status=a&status=b',
      ['status', 'status'],
    ],
    ['nothing that the address does not hold', [refusal(422, 'limit: expected a number')], 'q=a', []],
    [
      'nothing where something else was refused too',
      [refusal(422, 'when: no'), refusal(403, 'when: no')],
      'when=x',
      [],
    ],
    ['nothing where no field is named', [refusal(422, 'No such day.')], 'when=x', []],
    ['nothing in what is no problem document', [{ status: 422, body: 'when: <html>' }], 'when=x', []],
    ['nothing in a detail that is none', [refusal(422, 7)], 'when=x', []],
  ])('is %s', (_, answers, query, names) => {
    expect(leftOutOf(answers, address(query)).map(({ name }) => name)).toEqual(names);
  });

  it('is taken out of the address, and everything else stays', () => {
    const asked = address('when=soon&q=water&institution=MIMP');
    const leftOut = leftOutOf([refusal(422, 'when: expected one')], asked);
    expect(leftOut).toEqual([{ name: 'when', value: 'soon' }]);
    expect(without(asked, leftOut).query.toString()).toBe('q=water&institution=MIMP');
  });
});
