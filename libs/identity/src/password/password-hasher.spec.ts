import { describe, expect, it } from '@jest/globals';

import { PasswordHasher } from './password-hasher.js';

const QUICK = { memoryKiB: 1_024, passes: 2, lanes: 1 };

describe('hashes of passwords', () => {
  it('are argon2id with at least 19 MiB and two passes, and no two are alike', async () => {
    const hasher = new PasswordHasher();
    const [one, two] = [await hasher.hash('tres botes azules'), await hasher.hash('tres botes azules')];
    const [, memory = '0', passes = '0', lanes] = /^\$argon2id\$v=19\$m=(\d+),p=(\d+),t=\d+\$/.exec(one)
      ? [null, /m=(\d+)/.exec(one)?.[1], /t=(\d+)/.exec(one)?.[1], /p=(\d+)/.exec(one)?.[1]]
      : [];
    expect([Number(memory) >= 19_456, Number(passes) >= 2, lanes]).toEqual([true, true, '1']);
    expect(one).not.toBe(two);
    expect(await hasher.verify(one, 'tres botes azules')).toBe(true);
    expect(await hasher.verify(one, 'Tres botes azules')).toBe(false);
    expect(await hasher.verify(one, 'tres botes azules ')).toBe(false);
  });

  it('take all of a long password into account', async () => {
    const hasher = new PasswordHasher(QUICK);
    const long = 'x'.repeat(127);
    expect(await hasher.verify(await hasher.hash(`${long}a`), `${long}b`)).toBe(false);
  });

  it('are weaker when they were made with less memory or fewer passes', async () => {
    const weak = await new PasswordHasher(QUICK).hash('tres botes azules');
    expect(new PasswordHasher(QUICK).isWeaker(weak)).toBe(false);
    expect(new PasswordHasher({ ...QUICK, memoryKiB: 2_048 }).isWeaker(weak)).toBe(true);
    expect(new PasswordHasher({ ...QUICK, passes: 3 }).isWeaker(weak)).toBe(true);
    expect(new PasswordHasher(QUICK).isWeaker('$2b$10$aaaaaaaaaaaaaaaaaaaaaa')).toBe(true);
  });

  it('are asked for in vain where there is none', async () => {
    const hasher = new PasswordHasher(QUICK);
    expect(await hasher.verify(null, 'tres botes azules')).toBe(false);
  });

  it('wait for their turn, all of them come to it, and a queue that is too long is refused', async () => {
    const hasher = new PasswordHasher(QUICK);
    const outcomes = await Promise.allSettled(Array.from({ length: 210 }, () => hasher.hash('x')));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBe(8);
    expect(refused[0]).toMatchObject({ reason: { code: 'sign_in.busy' } });
    expect(await hasher.verify(await hasher.hash('y'), 'y')).toBe(true);
  });
});
