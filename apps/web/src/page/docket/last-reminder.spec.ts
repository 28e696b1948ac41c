import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import { render } from 'preact-render-to-string';

import { wordingFor } from '../../wording/wording.js';
import { LastReminder } from './last-reminder.js';

const toneOf = (decision: string | null): string | undefined =>
  /delivery delivery-(\w+)/.exec(
    render(h(LastReminder, { lastReminder: null, decision, wording: wordingFor('en') })),
  )?.[1];

describe('a reminder that was not sent', () => {
  it.each(['parent_overdue', 'snoozed_until', 'not_mine', 'no_rung_yet'])(
    'is no alarm where that is how it is meant (%s)',
    (decision) => {
      expect(toneOf(decision)).toBe('calm');
    },
  );

  it.each(['no_owner', 'unreachable', null])('is one where nobody hears of the matter (%s)', (decision) => {
    expect(toneOf(decision)).toBe('overdue');
  });
});
