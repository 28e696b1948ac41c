import { describe, expect, it } from '@jest/globals';

import { waitOf } from './mail-rhythm-presenter.js';

describe('why a reminder has not left', () => {
  const put = { deliveryState: null, waitsUntil: '2026-11-30', waitsFor: 'weekly' } as const;

  it('is said with the day and its weekday while it stands in no mail', () => {
    expect(waitOf(put)).toEqual({ on: '2026-11-30', weekday: 1, for: 'weekly' });
  });

  it('is not said any more once it stands in one, nor where nothing keeps it', () => {
    expect(waitOf({ ...put, deliveryState: 'pending' })).toBeNull();
    expect(waitOf({ deliveryState: null, waitsUntil: null, waitsFor: null })).toBeNull();
  });
});
