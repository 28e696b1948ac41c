import { describe, expect, it } from '@jest/globals';

import { everyInstitution, loadWhole } from './whole-list.js';

/** An API with so many institutions, page by page. */
function api(count: number, asked: string[] = []) {
  return (url: string) => {
    asked.push(url);
    const from = Number(new URL(url, 'http://api').searchParams.get('cursor') ?? 0);
    const upTo = Math.min(count, from + 200);
    const items = Array.from({ length: upTo - from }, (_, index) => ({ code: `I${from + index}` }));
    const body = JSON.stringify({ items, nextCursor: upTo < count ? String(upTo) : null, state: 'PER' });
    return Promise.resolve({ status: 200, body });
  };
}

const codesOf = (body: string) =>
  (JSON.parse(body) as { items: { code: string }[] }).items.map(({ code }) => code);

describe('a list that is needed whole', () => {
  it.each([0, 1, 200, 201, 450, 1000])('has every one of %i, once and in order', async (count) => {
    const { status, body } = await loadWhole(everyInstitution('en', 'PER'), api(count));
    expect(status).toBe(200);
    expect(codesOf(body)).toEqual(Array.from({ length: count }, (_, index) => `I${index}`));
    expect(JSON.parse(body)).toMatchObject({ state: 'PER', nextCursor: null });
  });

  it('is refused where one of its pages is', async () => {
    const whole = everyInstitution('en', 'PER');
    const fails = (url: string) =>
      url.includes('cursor') ? Promise.resolve({ status: 503, body: '{}' }) : api(450)(url);
    expect(await loadWhole(whole, fails)).toEqual({ status: 503, body: '{}' });
  });

  it('is not read without end', async () => {
    const asked: string[] = [];
    await loadWhole(everyInstitution('en', 'PER'), api(1_000_000, asked));
    expect(asked).toHaveLength(25);
  });
});
