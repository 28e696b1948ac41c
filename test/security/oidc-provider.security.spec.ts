import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../factories/watched-state.js';
import { ApiUnderTest } from '../support/api-under-test.js';
import type { ApiReply } from '../support/api-under-test.js';
import { LoopbackProvider } from '../support/oidc-provider.js';
import { addressLeftFor } from '../support/fake-issuer.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const CLIENT = {
  id: 'vigia',
  secret: 'only-for-tests-only-for-tests',
  redirectUri: 'https://vigia.example/sign-in/oidc/callback',
};
const SESSION = '__Host-vigia_session';
const DEPARTED = '__Host-vigia_oidc';
const UNKNOWN = 'sign_in.oidc_unknown';
const REFUSED = 'sign_in.oidc_refused';

interface Departed {
  readonly cookie: string;
  readonly back: URL;
}

describe('signing in by a certified OpenID Connect provider', () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let provider: LoopbackProvider;
  let peru: WatchedState;
  let people = 0;
  let personId: number;

  beforeAll(async () => {
    provider = await LoopbackProvider.start(CLIENT);
    ground = await openTrackingGround('2026-06-30T15:00:00Z', {
      oidc: { issuer: provider.address, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    });
    peru = await WatchedState.create(ground, 'PER');
    api = await ApiUnderTest.open(ground);
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
    await provider.stop();
  });

  beforeEach(async () => {
    people += 1;
    personId = await peru.addPerson(`person${people}@per.example`, 'ombudsperson', null);
    provider.declines = false;
    provider.subject = `subject-${people}`;
    provider.accounts.set(provider.subject, {
      email: `person${people}@per.example`,
      email_verified: true,
    });
  });

  /** From our sign-in through the provider, up to the address that it sends the browser back to. */
  async function depart(): Promise<Departed> {
    const { status, body, cookies } = await api.ask('POST', '/sign-in/oidc', { form: { lang: 'es' } });
    const location = addressLeftFor(body);
    expect([status, new URL(location).origin]).toEqual([200, provider.address]);
    const back = await provider.walk(location);
    expect(`${back.origin}${back.pathname}`).toBe(CLIENT.redirectUri);
    return { cookie: cookies[DEPARTED] ?? '', back };
  }

  const arrive = ({ cookie, back }: Departed): Promise<ApiReply> =>
    api.ask('GET', `${back.pathname}${back.search}`, { cookies: { [DEPARTED]: cookie } });

  const identities = (): Promise<{ personId: number; issuer: string; subject: string }[]> =>
    ground.rows(peru.state.id, 'SELECT person_id AS "personId", issuer, subject FROM external_identity');

  async function counts(): Promise<readonly number[]> {
    const rows = await ground.rows<{ count: number }>(
      peru.state.id,
      `SELECT count(*)::int AS count FROM session UNION ALL SELECT count(*)::int FROM external_identity
       UNION ALL SELECT count(*)::int FROM person`,
    );
    return rows.map(({ count }) => count);
  }

  async function expectIn({ location, cookies }: ApiReply): Promise<void> {
    expect(location).toBe('/es/states/PER/docket');
    const session = { [SESSION]: cookies[SESSION] ?? '' };
    expect((await api.ask('GET', '/api/v1/states/PER/docket', { cookies: session })).status).toBe(200);
  }

  let right = 0;
  let refused = 0;
  let accepted = 0;

  it('lets in whoever was invited under the address that the provider has checked, later by issuer and subject', async () => {
    await expectIn(await arrive(await depart()));
    const linked = { personId, issuer: provider.address, subject: provider.subject };
    expect(await identities()).toContainEqual(linked);
    const known = (await identities()).length;
    provider.accounts.set(provider.subject, { email: 'renamed@elsewhere.example', email_verified: false });
    await expectIn(await arrive(await depart()));
    expect((await identities()).length).toBe(known);
    right += 2;
  });

  /** What is done wrong, what comes of it, and how the return is prepared. */
  const CASES: readonly (readonly [string, string, () => Promise<Departed>])[] = [
    [
      'somebody who was not invited',
      UNKNOWN,
      () => {
        provider.accounts.set(provider.subject, { email: 'stranger@per.example', email_verified: true });
        return depart();
      },
    ],
    [
      'an address that the provider has not checked',
      UNKNOWN,
      () => {
        provider.accounts.set(provider.subject, {
          email: `person${people}@per.example`,
          email_verified: false,
        });
        return depart();
      },
    ],
    [
      'somebody who declines at the provider',
      REFUSED,
      () => {
        provider.declines = true;
        return depart();
      },
    ],
    [
      'the same return a second time',
      REFUSED,
      async () => {
        const departed = await depart();
        await expectIn(await arrive(departed));
        return departed;
      },
    ],
    [
      'a code that was used before, in a return that is fresh otherwise',
      REFUSED,
      async () => {
        const used = await depart();
        await expectIn(await arrive(used));
        return withParameter(await depart(), 'code', used.back.searchParams.get('code') ?? '');
      },
    ],
    [
      "the code of another browser's departure, which PKCE binds to that browser",
      REFUSED,
      async () => {
        const theirs = await depart();
        return withParameter(await depart(), 'code', theirs.back.searchParams.get('code') ?? '');
      },
    ],
    ['another state', REFUSED, async () => withParameter(await depart(), 'state', 'another')],
    [
      'the answer of another issuer',
      REFUSED,
      async () => withParameter(await depart(), 'iss', 'https://elsewhere.example'),
    ],
    [
      'a return in another browser',
      REFUSED,
      async () => ({ ...(await depart()), cookie: (await depart()).cookie }),
    ],
  ];

  it.each(CASES)('lets in nobody by %s', async (_name, code, prepare) => {
    const departed = await prepare();
    const before = await counts();
    const { status, location, cookies } = await arrive(departed);
    const after = await counts();
    if ((cookies[SESSION] ?? '') !== '' || after.join() !== before.join()) accepted += 1;
    else refused += 1;
    expect([status, location]).toEqual([303, `/es/sign-in?problem=${code}`]);
    expect([cookies[SESSION], after]).toEqual([undefined, before]);
  });

  it('has let in what was right and nothing else', () => {
    process.stdout.write(
      `oidc-provider: ${right} right sign-ins, ${refused} of ${CASES.length} wrong ones refused, ${accepted} accepted\n`,
    );
    expect([right, refused, accepted]).toEqual([2, 9, 0]);
  });
});

function withParameter({ cookie, back }: Departed, name: string, value: string): Departed {
  const changed = new URL(back);
  changed.searchParams.set(name, value);
  return { cookie, back: changed };
}
