import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';

import type { FactorOwner, Visitor } from '#identity';
import { SecondFactorRepository } from '#persistence';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const MINUTE = 60_000;

describe('second factors', () => {
  let ground: TrackingGround;
  let peru: WatchedState;
  let owner: FactorOwner;
  let people = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
  });

  afterAll(async () => {
    await ground.close();
  });

  beforeEach(async () => {
    people += 1;
    const personId = await peru.addPerson(`person${people}@per.example`, 'ombudsperson', null);
    owner = { personId, sessionId: (await open(personId)).sessionId };
  });

  const factors = () => ground.tracking.factors.secondFactors;

  async function open(
    personId: number,
    secondFactorDue = false,
  ): Promise<{ token: string; sessionId: number; visitor: Visitor }> {
    const { token } = await ground.tracking.sessions.open({
      personId,
      proven: ['password'],
      secondFactorDue,
    });
    const visitor = await ground.tracking.sessions.recognise(token);
    const sessionId = visitor.recognition.kind === 'session' ? visitor.recognition.sessionId : 0;
    return { token, sessionId, visitor };
  }

  async function keyOf(personId: number): Promise<string> {
    return (await factors().list(personId)).setUp?.key.replaceAll(' ', '') ?? '';
  }

  const codeOf = (secret: string, at = ground.clock.now()): string =>
    TOTP.generate({ secret: secretOf(secret), timestamp: at });

  /** The app's own reading of the key. */
  function secretOf(base32: string): TOTP['secret'] {
    return new TOTP({ secret: base32 }).secret;
  }

  /** Sets an app up; answers its key and the recovery codes. */
  async function setUp(): Promise<{ secret: string; codes: readonly string[] }> {
    await factors().beginOneTimePassword(owner, null);
    const secret = await keyOf(owner.personId);
    const token = await factors().confirmOneTimePassword(owner.personId, codeOf(secret));
    const codes = await factors().showRecoveryCodes(owner.personId, token ?? '');
    ground.clock.advance(MINUTE);
    return { secret, codes: codes ?? [] };
  }

  const prove = (kind: 'one_time_password' | 'recovery_code', code: string): Promise<string> =>
    factors().prove(owner.personId, { kind, code });

  async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
    try {
      return await work;
    } catch (error) {
      return (error as { code?: unknown }).code;
    }
  }

  it('count only after a right first code, and are asked for from then on', async () => {
    const repository = new SecondFactorRepository(ground.record);
    await factors().beginOneTimePassword(owner, null);
    const secret = await keyOf(owner.personId);
    expect(await repository.listSecondFactors(owner.personId)).toEqual([]);
    expect(await outcomeOf(factors().confirmOneTimePassword(owner.personId, '000000'))).toBe(
      'second_factor.not_confirmed',
    );
    expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('second_factor.refused');
    await factors().confirmOneTimePassword(owner.personId, codeOf(secret));
    expect(await repository.listSecondFactors(owner.personId)).toEqual(['one_time_password']);
    expect(await factors().list(owner.personId)).toMatchObject({ oneTimePassword: true, setUp: null });
  });

  it('forget a key that nobody confirmed within a quarter of an hour', async () => {
    await factors().beginOneTimePassword(owner, null);
    const secret = await keyOf(owner.personId);
    ground.clock.advance(16 * MINUTE);
    expect((await factors().list(owner.personId)).setUp).toBeNull();
    expect(await outcomeOf(factors().confirmOneTimePassword(owner.personId, codeOf(secret)))).toBe(
      'second_factor.not_confirmed',
    );
  });

  it('keep the key encrypted, and of recovery codes only hashes', async () => {
    const { secret, codes } = await setUp();
    const [row] = await ground.rows<{ kept: string }>(
      peru.state.id,
      `SELECT concat((SELECT json_agg(o) FROM one_time_password o), (SELECT json_agg(r) FROM recovery_code r),
                     (SELECT json_agg(c) FROM sign_in_challenge c)) AS kept`,
    );
    expect(row?.kept).toContain('v1.');
    expect(row?.kept).not.toContain(secret);
    for (const code of codes) {
      expect(row?.kept).not.toContain(code);
      expect(row?.kept).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('accept each time step once, also of two requests at the same moment, and none before it', async () => {
    const { secret } = await setUp();
    const earlier = codeOf(secret);
    ground.clock.advance(30_000);
    const code = codeOf(secret);
    const twice = await Promise.all([1, 2].map(() => outcomeOf(prove('one_time_password', code))));
    expect(twice.sort()).toEqual(['one_time_password', 'second_factor.refused']);
    expect(await outcomeOf(prove('one_time_password', earlier))).toBe('second_factor.refused');
    ground.clock.advance(30_000);
    expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('one_time_password');
  });

  it('give ten recovery codes with the first factor, shown once and each good for one use', async () => {
    await factors().beginOneTimePassword(owner, null);
    const secret = await keyOf(owner.personId);
    const token = (await factors().confirmOneTimePassword(owner.personId, codeOf(secret))) ?? '';
    expect(await factors().showRecoveryCodes(owner.personId + 1, token)).toBeNull();
    expect(await factors().showRecoveryCodes(owner.personId, token)).toBeNull();
    ground.clock.advance(MINUTE);
    const again = await factors().renewRecoveryCodes(owner.personId, {
      kind: 'one_time_password',
      code: codeOf(secret),
    });
    const codes = (await factors().showRecoveryCodes(owner.personId, again)) ?? [];
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await factors().showRecoveryCodes(owner.personId, again)).toBeNull();
    const sloppy = (codes[0] ?? '')
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect(await outcomeOf(prove('recovery_code', sloppy))).toBe('recovery_code');
    expect(await outcomeOf(prove('recovery_code', codes[0] ?? ''))).toBe('second_factor.refused');
    expect((await factors().list(owner.personId)).recoveryCodesLeft).toBe(9);
    await factors().renewRecoveryCodes(owner.personId, { kind: 'recovery_code', code: codes[1] ?? '' });
    expect(await outcomeOf(prove('recovery_code', codes[2] ?? ''))).toBe('second_factor.refused');
  });

  it('check at most ten wrong codes in ten minutes, of a hundred at once, and then let the owner in again', async () => {
    const { secret, codes } = await setUp();
    let checked = 0;
    const repository = SecondFactorRepository.prototype;
    const { useRecoveryCode } = repository;
    repository.useRecoveryCode = function (...parameters) {
      checked += 1;
      return useRecoveryCode.apply(this, parameters);
    };
    try {
      const guesses = Array.from({ length: 100 }, (_, guess) =>
        outcomeOf(prove('recovery_code', `GUESS-${guess}`)),
      );
      expect(new Set(await Promise.all(guesses))).toEqual(new Set(['second_factor.refused']));
    } finally {
      repository.useRecoveryCode = useRecoveryCode;
    }
    expect(checked).toBe(10);
    process.stdout.write(`second factor: ${checked} of 100 guesses checked\n`);
    expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('second_factor.refused');
    expect(await outcomeOf(prove('recovery_code', codes[0] ?? ''))).toBe('second_factor.refused');
    ground.clock.advance(10 * MINUTE);
    expect(await outcomeOf(prove('recovery_code', codes[0] ?? ''))).toBe('recovery_code');
    for (let turn = 0; turn < 12; turn += 1) {
      ground.clock.advance(30_000);
      expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('one_time_password');
    }
  });

  it('are added to and taken from with a fresh proof only', async () => {
    ground.clock.advance(16 * MINUTE);
    expect(await outcomeOf(factors().beginOneTimePassword(owner, null))).toBe('second_factor.not_fresh');
    owner = { ...owner, sessionId: (await open(owner.personId)).sessionId };
    const { secret, codes } = await setUp();
    const code = { kind: 'recovery_code', code: 'WRONG' } as const;
    expect(await outcomeOf(factors().removeOneTimePassword(owner.personId, code))).toBe(
      'second_factor.refused',
    );
    expect(await outcomeOf(factors().renewRecoveryCodes(owner.personId, code))).toBe('second_factor.refused');
    expect(await outcomeOf(factors().addPasskey(owner, { name: 'mine', answer: null }, null))).toBe(
      'second_factor.refused',
    );
    const right = { kind: 'one_time_password', code: codeOf(secret) } as const;
    await factors().removeOneTimePassword(owner.personId, right);
    expect(await factors().listKinds(owner.personId)).toEqual([]);
    expect(await outcomeOf(prove('recovery_code', codes[0] ?? ''))).toBe('second_factor.refused');
  });

  it('do not replace a confirmed app by another one', async () => {
    const { secret } = await setUp();
    const proof = { kind: 'one_time_password', code: codeOf(secret) } as const;
    expect(await outcomeOf(factors().beginOneTimePassword(owner, proof))).toBe('second_factor.exists');
  });

  it('say in words that a key of another session secret, or of another person, cannot be read', async () => {
    const { secret } = await setUp();
    await ground.rows(
      peru.state.id,
      `UPDATE one_time_password SET encrypted_secret = (SELECT encrypted_secret FROM one_time_password WHERE person_id <> $1 LIMIT 1)
       WHERE person_id = $1`,
      [owner.personId],
    );
    expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('secret.unreadable');
  });

  describe('a half-open session', () => {
    const signIn = () => ground.tracking.factors.secondFactorSignIn;
    const answer = (secret: string) => ({ kind: 'one_time_password', code: codeOf(secret) }) as const;

    it('is completed under a new token, and its own opens nothing afterwards', async () => {
      const { secret } = await setUp();
      const half = await open(owner.personId, true);
      const { session } = await signIn().complete(half.visitor, answer(secret));
      expect(session.token).not.toBe(half.token);
      expect((await ground.tracking.sessions.recognise(half.token)).personId).toBeNull();
      const full = await ground.tracking.sessions.recognise(session.token);
      expect(full).toMatchObject({ personId: owner.personId, recognition: { secondFactorDue: false } });
      const [row] = await ground.rows<{ proven: string[] }>(
        peru.state.id,
        'SELECT proven FROM session WHERE person_id = $1 ORDER BY id DESC LIMIT 1',
        [owner.personId],
      );
      expect(row?.proven).toEqual(['password', 'one_time_password']);
    });

    it('is completed once, whatever is shown a second time', async () => {
      const { codes } = await setUp();
      const half = await open(owner.personId, true);
      const [first, second] = codes.map((code) => ({ kind: 'recovery_code', code }) as const);
      if (!first || !second) throw new TypeError('no codes');
      const ends = await Promise.all(
        [first, second].map((code) =>
          outcomeOf(
            signIn()
              .complete(half.visitor, code)
              .then(() => 'open'),
          ),
        ),
      );
      expect(ends.sort()).toEqual(['open', 'second_factor.not_due']);
    });

    it('is over after a quarter of an hour', async () => {
      const { secret } = await setUp();
      const half = await open(owner.personId, true);
      ground.clock.advance(16 * MINUTE);
      expect(await outcomeOf(signIn().complete(half.visitor, answer(secret)))).toBe('second_factor.not_due');
    });

    it('is not what a full session, or nobody, has', async () => {
      const { secret } = await setUp();
      const full = await open(owner.personId);
      expect(await outcomeOf(signIn().complete(full.visitor, answer(secret)))).toBe('second_factor.not_due');
      const nobody = await ground.tracking.sessions.recognise(undefined);
      expect(await outcomeOf(signIn().complete(nobody, answer(secret)))).toBe('second_factor.not_due');
    });
  });

  it('are all gone after a reset, with every session of the person', async () => {
    const { secret, codes } = await setUp();
    const other = await open(owner.personId);
    await ground.tracking.resetSecondFactors.reset(`PERSON${people}@per.example`);
    expect(await factors().listKinds(owner.personId)).toEqual([]);
    expect(await outcomeOf(prove('recovery_code', codes[0] ?? ''))).toBe('second_factor.refused');
    expect(await outcomeOf(prove('one_time_password', codeOf(secret)))).toBe('second_factor.refused');
    expect((await ground.tracking.sessions.recognise(other.token)).personId).toBeNull();
    const [entry] = await ground.rows(
      peru.state.id,
      `SELECT actor, person_id AS "personId", subject_id AS "subjectId" FROM audit_entry WHERE action = 'second_factor.reset'`,
    );
    expect(entry).toEqual({ actor: 'command_line', personId: null, subjectId: String(owner.personId) });
    await expect(ground.tracking.resetSecondFactors.reset('nobody@per.example')).rejects.toMatchObject({
      code: 'person.unknown',
    });
  });
});
