import { describe, expect, it } from '@jest/globals';

import { messageIdFor } from './message-id.js';

describe('the Message-ID of a mail', () => {
  it('is the same for every repeat and another for every other mail', () => {
    const first = messageIdFor('PER.7.2026-11-24.0', 'https://vigia.example/app');
    expect(first).toMatch(/^<[0-9a-f]{40}@vigia\.example>$/);
    expect(messageIdFor('PER.7.2026-11-24.0', 'https://vigia.example/app')).toBe(first);
    expect(messageIdFor('PER.7.2026-11-24.1', 'https://vigia.example/app')).not.toBe(first);
  });

  it('is well formed for an installation that is known by a bare address', () => {
    expect(messageIdFor('key', 'http://127.0.0.1:3000')).toMatch(/@127\.0\.0\.1>$/);
    expect(messageIdFor('key', 'http://[::1]:3000')).toMatch(/^<[0-9a-f]+@[a-z0-9.-]+>$/);
  });
});
