import { generateKeyPairSync } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { PasswordHasher } from '#identity';

import { WatchedState } from '../factories/watched-state.js';
import { ApiUnderTest } from '../support/api-under-test.js';
import type { ApiReply } from '../support/api-under-test.js';
import { SoftwareAuthenticator } from '../support/software-authenticator.js';
import type { Forgery } from '../support/software-authenticator.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const HOST = 'vigia.example';
const ORIGIN = `https://${HOST}`;
const SESSION = '__Host-vigia_session';
const DOCKET = '/api/v1/states/PER/docket';
const PASSWORD = 'tres botes azules en la bahía';
const REFUSED = 'second_factor.refused';

type Cookies = Readonly<Record<string, string>>;

interface Owner {
  readonly personId: number;
  readonly email: string;
  readonly authenticator: SoftwareAuthenticator;
}

describe('what a passkey answers', () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let peru: WatchedState;
  let passwordHash: string;
  let people = 0;
  let owner: Owner;
  let stranger: Owner;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    api = await ApiUnderTest.open(ground);
    passwordHash = await new PasswordHasher().hash(PASSWORD);
    stranger = await addOwner();
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  beforeEach(async () => {
    owner = await addOwner();
  });

  async function sessionOf(personId: number, secondFactorDue = false): Promise<Cookies> {
    const session = await ground.tracking.sessions.open({ personId, proven: ['password'], secondFactorDue });
    return { [SESSION]: session.token };
  }

  async function challengeFrom(path: string, cookies: Cookies = {}): Promise<string> {
    const { status, body } = await api.ask('POST', path, { cookies });
    expect(status).toBe(200);
    return (JSON.parse(body) as { challenge: string }).challenge;
  }

  const signInChallenge = (cookies: Cookies = {}): Promise<string> =>
    challengeFrom('/api/v1/sign-in/passkey-options', cookies);

  const signIn = (proof: string, cookies: Cookies = {}): Promise<ApiReply> =>
    api.ask('POST', '/sign-in/passkey', { cookies, form: { proof } });

  const register = (answer: string, cookies: Cookies): Promise<ApiReply> =>
    api.ask('POST', '/account/passkeys', { cookies, form: { name: 'Key', answer } });

  async function addPerson(): Promise<Omit<Owner, 'authenticator'>> {
    people += 1;
    const email = `person${people}@per.example`;
    const personId = await peru.addPerson(email, 'ombudsperson', null);
    await ground.record.runShared((sql) =>
      sql.execute('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, passwordHash]),
    );
    return { personId, email };
  }

  /** A person who has registered a passkey in a session just opened. */
  async function addOwner(): Promise<Owner> {
    const person = await addPerson();
    const authenticator = new SoftwareAuthenticator(HOST, ORIGIN);
    const cookies = await sessionOf(person.personId);
    const challenge = await challengeFrom('/api/v1/account/passkey-options', cookies);
    const { location } = await register(authenticator.create(challenge), cookies);
    expect(location).toMatch(/^\/en\/account\/second-factor\?codes=/);
    return { ...person, authenticator };
  }

  async function countOf(table: 'session' | 'passkey'): Promise<number> {
    const [row] = await ground.record.runShared((sql) =>
      sql.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`),
    );
    return row?.count ?? 0;
  }

  async function expectIn({ status, location, cookies }: ApiReply): Promise<void> {
    expect([status, location]).toEqual([303, '/en/states/PER/docket']);
    expect((await api.ask('GET', DOCKET, { cookies })).status).toBe(200);
  }

  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const alone =
    (forgery: Forgery): (() => Promise<ApiReply>) =>
    async () =>
      signIn(owner.authenticator.get(await signInChallenge(), forgery));
  const CLAIMED_COUNTER = 1000;

  /** Each differs in this one thing from what is accepted right after it, of the same authenticator. */
  const SIGN_INS: readonly (readonly [string, () => Promise<ApiReply>])[] = [
    ['alone, without a finger or a PIN', alone({ verified: false })],
    ['without anybody present', alone({ present: false })],
    ['for another origin', alone({ origin: 'https://vigia.example.evil.example' })],
    ['for our host over an open line', alone({ origin: 'http://vigia.example' })],
    ['for another relying party', alone({ rpId: 'evil.example' })],
    ['signed by another key', alone({ key: otherKey })],
    ['made for a registration', alone({ type: 'webauthn.create' })],
    [
      'with a counter raised after it was signed',
      alone({
        sentData: (signed) => {
          const raised = Buffer.from(signed);
          raised.writeUInt32BE(CLAIMED_COUNTER, 33);
          return raised;
        },
      }),
    ],
    [
      'with a counter that went back, as of a copied authenticator',
      async () => {
        await signIn(owner.authenticator.get(await signInChallenge(), { counter: 7 }));
        const refused = await signIn(owner.authenticator.get(await signInChallenge(), { counter: 6 }));
        owner.authenticator.counter = 7;
        return refused;
      },
    ],
    [
      'with a counter that stood still',
      async () => {
        await signIn(owner.authenticator.get(await signInChallenge(), { counter: 7 }));
        return signIn(owner.authenticator.get(await signInChallenge(), { counter: 7 }));
      },
    ],
    [
      'sent a second time',
      async () => {
        const proof = owner.authenticator.get(await signInChallenge());
        await expectIn(await signIn(proof));
        return signIn(proof);
      },
    ],
    [
      'signed anew for a challenge that was used before',
      async () => {
        const challenge = await signInChallenge();
        await expectIn(await signIn(owner.authenticator.get(challenge)));
        return signIn(owner.authenticator.get(challenge));
      },
    ],
    [
      'for a challenge that a refused answer has used up',
      async () => {
        const challenge = await signInChallenge();
        expect((await signIn(owner.authenticator.get(challenge, { verified: false }))).problem).toBe(REFUSED);
        return signIn(owner.authenticator.get(challenge));
      },
    ],
    [
      'for a challenge that nobody gave',
      () => signIn(owner.authenticator.get(Buffer.alloc(32, 7).toString('base64url'))),
    ],
    [
      'after five minutes',
      async () => {
        const challenge = await signInChallenge();
        ground.clock.advance(5 * 60_000);
        return signIn(owner.authenticator.get(challenge));
      },
    ],
    [
      'alone, for a challenge given after a password, where no finger is needed',
      async () => {
        const challenge = await signInChallenge(await sessionOf(owner.personId, true));
        return signIn(owner.authenticator.get(challenge, { verified: false }));
      },
    ],
    [
      'after a password, for a challenge given to nobody in particular',
      async () => {
        const challenge = await signInChallenge();
        return signIn(owner.authenticator.get(challenge), await sessionOf(owner.personId, true));
      },
    ],
    [
      "after a password, by another person's passkey",
      async () => {
        const half = await sessionOf(owner.personId, true);
        return signIn(stranger.authenticator.get(await signInChallenge(half)), half);
      },
    ],
    [
      'by a passkey that nobody registered',
      async () => signIn(new SoftwareAuthenticator(HOST, ORIGIN).get(await signInChallenge())),
    ],
  ];
  let accepted = 0;

  it.each(SIGN_INS.map((one) => [one[0], one] as const))(
    'opens nothing %s; what is right in it does',
    async (_name, [, forge]) => {
      const answer = await forge();
      if (answer.problem === null || answer.cookies[SESSION] !== undefined) accepted += 1;
      expect([answer.status, answer.problem, answer.cookies]).toEqual([303, REFUSED, {}]);
      await expectIn(await signIn(owner.authenticator.get(await signInChallenge())));
    },
  );

  /** Answers that would register a passkey. */
  const REGISTRATIONS: readonly (readonly [string, (cookies: Cookies) => Promise<ApiReply>])[] = [
    ...(
      [
        ['for another origin', { origin: 'https://evil.example' }],
        ['for another relying party', { rpId: 'evil.example' }],
        ['without anybody present', { present: false }],
        ['made for a sign-in', { type: 'webauthn.get' }],
      ] as const
    ).map(
      ([name, forgery]) =>
        [
          name,
          async (cookies: Cookies) =>
            register(
              new SoftwareAuthenticator(HOST, ORIGIN).create(
                await challengeFrom('/api/v1/account/passkey-options', cookies),
                forgery,
              ),
              cookies,
            ),
        ] as const,
    ),
    [
      'for the challenge of another person',
      async (cookies) => {
        const theirs = await sessionOf(stranger.personId);
        const challenge = await challengeFrom('/api/v1/account/passkey-options', theirs);
        return register(new SoftwareAuthenticator(HOST, ORIGIN).create(challenge), cookies);
      },
    ],
    [
      "under the name of another person's passkey",
      async (cookies) => {
        const copy = new SoftwareAuthenticator(HOST, ORIGIN, stranger.authenticator.credentialId);
        const challenge = await challengeFrom('/api/v1/account/passkey-options', cookies);
        return register(copy.create(challenge), cookies);
      },
    ],
  ];

  it.each(REGISTRATIONS.map((one) => [one[0], one] as const))(
    'registers nothing %s; what is right in it does',
    async (_name, [, forge]) => {
      const cookies = await sessionOf((await addPerson()).personId);
      const before = await countOf('passkey');
      const { problem } = await forge(cookies);
      const after = await countOf('passkey');
      if (problem === null || after !== before) accepted += 1;
      expect([problem, after]).toEqual([REFUSED, before]);
      const challenge = await challengeFrom('/api/v1/account/passkey-options', cookies);
      const right = await register(new SoftwareAuthenticator(HOST, ORIGIN).create(challenge), cookies);
      expect([right.problem, await countOf('passkey')]).toEqual([null, before + 1]);
    },
  );

  it('was refused in every case above', () => {
    const forged = SIGN_INS.length + REGISTRATIONS.length;
    process.stdout.write(`passkeys: ${accepted} of ${forged} forged answers accepted\n`);
    expect([forged, accepted]).toEqual([25, 0]);
  });

  it('signs its owner in alone, with a finger or a PIN, under a new session each time', async () => {
    const sessions = new Set<string>();
    const before = await countOf('session');
    for (let time = 0; time < 2; time += 1) {
      const answer = await signIn(owner.authenticator.get(await signInChallenge()));
      await expectIn(answer);
      sessions.add(answer.cookies[SESSION] ?? '');
    }
    expect([sessions.size, await countOf('session')]).toEqual([2, before + 2]);
  });

  it('signs in again and again with an authenticator that does not count', async () => {
    const synced = await addOwner();
    await ground.record.runShared((sql) =>
      sql.execute('UPDATE passkey SET sign_count = 0 WHERE person_id = $1', [synced.personId]),
    );
    for (let time = 0; time < 2; time += 1)
      await expectIn(await signIn(synced.authenticator.get(await signInChallenge(), { counter: 0 })));
  });

  it('finishes, after a right password, the sign-in that waits for it; a touch is enough there', async () => {
    const { email, authenticator } = owner;
    const first = await api.ask('POST', '/sign-in', { form: { email, password: PASSWORD } });
    expect(first.location).toBe('/en/sign-in/second-factor');
    const half = { [SESSION]: first.cookies[SESSION] ?? '' };
    expect((await api.ask('GET', DOCKET, { cookies: half })).status).toBe(403);
    const proof = authenticator.get(await signInChallenge(half), { verified: false });
    const second = await signIn(proof, half);
    await expectIn(second);
    expect(second.cookies[SESSION]).not.toBe(half[SESSION]);
    expect(JSON.parse((await api.ask('GET', DOCKET, { cookies: half })).body)).toMatchObject({
      code: 'permission.sign_in',
    });
  });

  it('opens nothing any more once its owner has taken it away', async () => {
    const { authenticator, personId } = owner;
    const cookies = await sessionOf(personId);
    const { passkeys } = JSON.parse(
      (await api.ask('GET', '/api/v1/account/second-factor', { cookies })).body,
    ) as { passkeys: { id: number }[] };
    const proof = authenticator.get(await challengeFrom('/api/v1/account/proof-options', cookies));
    const path = `/account/passkeys/${passkeys[0]?.id ?? 0}/remove`;
    const removed = await api.ask('POST', path, { cookies, form: { proof } });
    expect(removed.location).toBe('/en/account/second-factor?done=removed');
    expect((await signIn(authenticator.get(await signInChallenge()))).problem).toBe(REFUSED);
  });
});
