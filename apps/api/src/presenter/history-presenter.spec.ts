import { describe, expect, it } from '@jest/globals';

import { changesOf } from './history-presenter.js';

describe('the changes of an entry', () => {
  it('are those fields only whose value is another one afterwards, by their path', () => {
    expect(
      changesOf(
        { state: 'open', owner: { name: 'A', role: 'lead' }, seen: 1 },
        { state: 'closed', owner: { name: 'A', role: 'support' }, seen: 1 },
      ),
    ).toEqual([
      { field: 'state', before: 'open', after: 'closed' },
      { field: 'owner.role', before: 'lead', after: 'support' },
    ]);
  });

  it('show what appeared, what went and lists as a whole', () => {
    expect(changesOf(null, { roles: ['a', 'b'], on: true })).toEqual([
      { field: 'roles', before: null, after: '["a","b"]' },
      { field: 'on', before: null, after: 'true' },
    ]);
    expect(changesOf({ note: 'x' }, { note: null })).toEqual([{ field: 'note', before: 'x', after: null }]);
    expect(changesOf(undefined, undefined)).toEqual([]);
  });
});
