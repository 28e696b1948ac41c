import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import pg from 'pg';

import { PasswordHasher, SECURITY_EVENTS } from '#identity';
import { SecurityEventRepository } from '#persistence';
import type { ListedSecurityEvent } from '#persistence';

import { WatchedState } from '../factories/watched-state.js';
import { ApiUnderTest } from '../support/api-under-test.js';
import type { ApiReply } from '../support/api-under-test.js';
import { FakeIssuer, addressLeftFor } from '../support/fake-issuer.js';
import { SoftwareAuthenticator } from '../support/software-authenticator.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const CLIENT = { id: 'vigia', secret: 'only-for-tests-only-for-tests' };
const FIRST = 'tres botes azules en la bahía';
const SECOND = 'cuatro faros y un muelle roto';
const WRONG = 'quokka quokka quokka quokka';
const SESSION = '__Host-vigia_session';
const DOCKET = '/api/v1/states/PER/docket';
const PAGE = '/account/second-factor';

type Cookies = Readonly<Record<string, string>>;

describe('the log of security, of everything that the edge lets in or refuses', () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let issuer: FakeIssuer;
  let peru: WatchedState;
  let events: SecurityEventRepository;
  let hash: string;
  let people = 0;
  let seen = 0;
  let requests = 0;
  const said: Record<string, unknown>[] = [];
  const lines: unknown[] = [];
  const found = new Map<string, number>();
  /** What no event and no line may hold. */
  const secrets = new Set<string>([FIRST, SECOND, WRONG]);

  beforeAll(async () => {
    issuer = await FakeIssuer.start(CLIENT);
    ground = await openTrackingGround('2026-06-30T15:00:00Z', {
      oidc: { issuer: issuer.address, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    });
    peru = await WatchedState.create(ground, 'PER');
    await peru.addInstitution('MIMP', []);
    events = new SecurityEventRepository(ground.record);
    hash = await new PasswordHasher().hash(FIRST);
    const keep = (...words: unknown[]): void => void lines.push(...words);
    api = await ApiUnderTest.open(ground, false, {
      log: (line: unknown, ...rest: unknown[]) => {
        keep(line, ...rest);
        if (rest.includes('security')) said.push(line as Record<string, unknown>);
      },
      warn: keep,
      error: (line: unknown, ...rest: unknown[]) => {
        keep(line, ...rest);
        if (rest.includes('security')) said.push(line as Record<string, unknown>);
      },
    });
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
    await issuer.stop();
  });

  /** What one step left: events and the ways of each, in their order. Every request but those of the step leaves none. */
  async function left(count: number): Promise<ListedSecurityEvent[]> {
    const fresh = async () => (await events.list({ limit: 200 })).filter(({ id }) => id > seen).reverse();
    for (let tries = 0; tries < 200; tries += 1) {
      await ground.tracking.security.settled();
      if ((await fresh()).length >= count) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const rows = await fresh();
    seen = rows.at(-1)?.id ?? seen;
    return rows;
  }

  async function expectEvents(...expected: readonly string[]): Promise<ListedSecurityEvent[]> {
    const rows = await left(expected.length);
    expect(rows.map(({ event, ways }) => (ways === null ? event : `${event} ${ways}`))).toEqual(expected);
    for (const { event } of rows) found.set(event, (found.get(event) ?? 0) + 1);
    for (const { event, outcome, network } of rows) {
      expect(outcome).toBe(SECURITY_EVENTS[event as keyof typeof SECURITY_EVENTS]);
      // What the worker does belongs to no request.
      if (event.startsWith('access_mail.')) expect(network).toBeNull();
      else expect(network).toMatch(/^[\w-]{16}$/);
    }
    return rows;
  }

  const ask: ApiUnderTest['ask'] = async (method, path, asked) => {
    requests += 1;
    const answer = await api.ask(method, path, asked);
    for (const value of Object.values(answer.cookies)) if (value.length > 20) secrets.add(value);
    return answer;
  };
  const post = (path: string, form: Cookies = {}, cookies: Cookies = {}): Promise<ApiReply> =>
    ask('POST', path, { form, cookies });
  const sessionOf = ({ cookies }: ApiReply): Cookies => ({ [SESSION]: cookies[SESSION] ?? '' });

  async function person(role = 'ombudsperson'): Promise<{ personId: number; email: string; full: Cookies }> {
    people += 1;
    const email = `person${people}@per.example`;
    secrets.add(email);
    const personId = await peru.addPerson(email, role, null);
    await ground.record.runShared((sql) =>
      sql.execute('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, hash]),
    );
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    secrets.add(token);
    return { personId, email, full: { [SESSION]: token } };
  }

  async function challenge(path: string, cookies: Cookies = {}): Promise<string> {
    return (JSON.parse((await post(path, {}, cookies)).body) as { challenge: string }).challenge;
  }

  it('has one event of a sign-in by password, right, wrong and one too many, and of signing out', async () => {
    const { email, personId } = await person();
    const before = said.length;
    const entered = await post('/sign-in', { email, password: FIRST });
    const [right] = await expectEvents('sign_in.succeeded password');
    expect(right).toMatchObject({ personId, outcome: 'success', reason: null });
    expect(said.slice(before)).toEqual([expect.objectContaining({ event: 'sign_in.succeeded', personId })]);
    await post('/sign-out', {}, sessionOf(entered));
    expect(await expectEvents('sign_out')).toMatchObject([{ personId }]);
    await post('/sign-out', {}, sessionOf(entered));
    await expectEvents();
    for (let guess = 0; guess < 5; guess += 1) {
      await post('/sign-in', { email, password: WRONG });
      const [wrong] = await expectEvents('sign_in.failed password');
      expect(wrong).toMatchObject({ personId: null, reason: 'sign_in.wrong', resource: 'sign_in' });
    }
    await post('/sign-in', { email, password: WRONG });
    await expectEvents('rate_limit.refused password');
  });

  it('has one event of a mailed link, used once and used again', async () => {
    const { personId } = await person();
    const token = await ground.tracking.signInLinks.createLink(personId);
    secrets.add(token);
    await ask('GET', `/api/v1/sign-in/${token}`);
    await expectEvents();
    await post(`/sign-in/${token}`);
    await expectEvents('sign_in.succeeded link');
    await post(`/sign-in/${token}`);
    await expectEvents('sign_in.failed link');
    await ask('GET', `/api/v1/sign-in/${token}`);
    await expectEvents('link.refused');
    await ask('GET', `/api/v1/answers/${token}`);
    await expectEvents('link.refused');
  });

  it('has the use of an invitation and of a recovery beside the sign-in that follows', async () => {
    const { email, personId, full } = await person('secretariat');
    await post(
      '/states/PER/people',
      { name: 'Ana Quispe', email: 'ana@per.example', language: 'es', role: 'ombudsperson' },
      full,
    );
    secrets.add('ana@per.example').add('Ana Quispe');
    await expectEvents();
    const { answer } = ground.mailer;
    ground.mailer.answer = () => ({ kind: 'temporary', code: 450, response: '450 <ana@per.example> later' });
    const [wish] = ground.dispatcher.dispatched.filter(({ name }) => name === 'access.mail');
    await ground.sendAccessMails({ attempt: 8, of: 9 });
    await expectEvents();
    ground.dispatcher.dispatched.push(wish!);
    await ground.sendAccessMails({ attempt: 9, of: 9 });
    expect(await expectEvents('access_mail.failed')).toMatchObject([{ reason: 'access_mail.temporary' }]);
    ground.mailer.answer = answer;
    ground.dispatcher.dispatched.push(wish!);
    await ground.sendAccessMails();
    await expectEvents('access_mail.sent');
    const tokenTo = (address: string): string => {
      const mail = ground.mailer.sent.findLast(({ to }) => to.address === address);
      const token = /\/set-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
      secrets.add(token);
      return token;
    };
    await post(`/set-password/${tokenTo('ana@per.example')}`, { password: SECOND });
    await expectEvents('password.set', 'sign_in.succeeded link.password');
    await post(`/set-password/${tokenTo('ana@per.example')}`, { password: SECOND });
    await expectEvents('link.refused');
    await post('/recover', { email });
    await expectEvents('recovery.requested');
    await ground.sendAccessMails();
    expect(await expectEvents('access_mail.sent')).toMatchObject([{ personId }]);
    await post(`/set-password/${tokenTo(email)}`, { password: SECOND });
    expect(await expectEvents('password.recovered', 'sign_in.succeeded link.password')).toMatchObject([
      { personId },
      { personId },
    ]);
    for (let again = 0; again < 4; again += 1) {
      await post('/recover', { email });
      await expectEvents('recovery.requested');
    }
    await post('/recover', { email });
    await expectEvents('rate_limit.refused link');
  });

  it('has one event of a one-time password added, shown at a sign-in, refused and removed', async () => {
    const { email, full } = await person();
    await post('/account/one-time-password', {}, full);
    await expectEvents();
    const view = JSON.parse((await ask('GET', '/api/v1/account/second-factor', { cookies: full })).body) as {
      setUp: { key: string };
    };
    const { secret } = new TOTP({ secret: view.setUp.key.replaceAll(' ', '') });
    secrets.add(view.setUp.key.replaceAll(' ', ''));
    const code = (): string => TOTP.generate({ secret, timestamp: ground.clock.now() });
    await post('/account/one-time-password/confirm', { code: '000000' }, full);
    await expectEvents('second_factor.refused');
    const { location } = await post('/account/one-time-password/confirm', { code: code() }, full);
    await expectEvents('second_factor.added one_time_password');
    const shown = new URL(location, 'https://vigia.example').searchParams.get('codes') ?? '';
    secrets.add(shown);
    const half = sessionOf(await post('/sign-in', { email, password: FIRST }));
    await expectEvents('sign_in.first_factor password');
    await ask('GET', DOCKET, { cookies: half });
    await expectEvents('access.refused');
    await post('/sign-in/second-factor', { code: '000000' }, half);
    await expectEvents('sign_in.failed second_factor');
    ground.clock.advance(60_000);
    await post('/sign-in/second-factor', { code: code() }, half);
    await expectEvents('sign_in.succeeded password.one_time_password');
    const codes = JSON.parse(
      (await ask('GET', `/api/v1/account/second-factor?codes=${shown}`, { cookies: full })).body,
    ) as { recoveryCodes: string[] };
    for (const one of codes.recoveryCodes) secrets.add(one);
    const again = sessionOf(await post('/sign-in', { email, password: FIRST }));
    await expectEvents('sign_in.first_factor password');
    await post('/sign-in/second-factor', { code: codes.recoveryCodes[0] ?? '' }, again);
    await expectEvents('sign_in.succeeded password.recovery_code');
    ground.clock.advance(60_000);
    await post('/account/recovery-codes', { code: code() }, full);
    await expectEvents('recovery_codes.renewed');
    for (let guess = 0; guess < 9; guess += 1)
      await post('/account/one-time-password/remove', { code: '000000' }, full);
    await expectEvents(...Array.from({ length: 9 }, () => 'second_factor.refused'));
    await post('/account/one-time-password/remove', { code: '000000' }, full);
    await expectEvents('rate_limit.refused second_factor');
    ground.clock.advance(11 * 60_000);
    await post('/account/one-time-password/remove', { code: code() }, full);
    await expectEvents('second_factor.removed one_time_password');
  });

  it('has one event of a passkey added, used alone and forged', async () => {
    const { full, personId } = await person();
    const key = new SoftwareAuthenticator('vigia.example', 'https://vigia.example');
    const made = key.create(await challenge('/api/v1/account/passkey-options', full));
    const { location } = await post('/account/passkeys', { name: 'Quokka', answer: made }, full);
    expect(location).toContain(PAGE);
    await expectEvents('second_factor.added passkey');
    const proof = key.get(await challenge('/api/v1/sign-in/passkey-options'));
    await post('/sign-in/passkey', { proof });
    expect(await expectEvents('sign_in.succeeded passkey')).toMatchObject([{ personId }]);
    await post('/sign-in/passkey', { proof });
    expect(await expectEvents('sign_in.failed passkey')).toMatchObject([{ personId: null }]);
  });

  it("has one event of an organisation's own sign-in, accepted, refused and out of reach", async () => {
    const { email, personId } = await person();
    const come = async (state?: string): Promise<ApiReply> => {
      const departed = await post('/sign-in/oidc', { lang: 'en' });
      const back = issuer.authorize(addressLeftFor(departed.body));
      if (state !== undefined) back.searchParams.set('state', state);
      return ask('GET', `${back.pathname}${back.search}`, { cookies: departed.cookies });
    };
    issuer.person = { sub: 'subject-1', email, email_verified: true };
    await come();
    expect(await expectEvents('sign_in.succeeded oidc')).toMatchObject([{ personId }]);
    await come('forged');
    await expectEvents('sign_in.failed oidc');
    issuer.person = { sub: 'subject-2', email: 'stranger@per.example', email_verified: true };
    secrets.add('stranger@per.example');
    await come();
    expect(await expectEvents('sign_in.failed oidc')).toMatchObject([{ reason: 'sign_in.oidc_unknown' }]);
  });

  it('has one event of each refusal of the guard, with resource and action, and of a foreign page', async () => {
    const { personId, full } = await person('operator');
    for (const [cookies, code, whose] of [
      [{}, 'permission.sign_in', null],
      [full, 'permission.role', personId],
    ] as const) {
      await ask('GET', DOCKET, { cookies });
      const [refused] = await expectEvents('access.refused');
      expect(refused).toMatchObject({ reason: code, personId: whose, resource: 'docket', action: 'read' });
    }
    await ask('POST', '/account/password', { accept: 'text/html', form: { current: FIRST } });
    await expectEvents('access.refused');
    await ask('POST', '/sign-out', { cookies: full, headers: { 'sec-fetch-site': 'cross-site' } });
    await expectEvents('request.cross_site');
    await ask('GET', '/api/v1/account', { headers: { authorization: `Bearer vigia_${'x'.repeat(43)}` } });
    await expectEvents('api_token.refused');
    await ask('GET', '/api/v1/states?lang=quokka');
    await expectEvents('input.refused');
    await ask('POST', '/sign-out', { body: '{"quokka', headers: { 'content-type': 'application/json' } });
    await expectEvents('input.refused');
    await ask('GET', '/api/v1/quokka');
    await expectEvents();
  });

  it('has one event of each change of an account', async () => {
    const { full, email } = await person();
    const authorization = { 'content-type': 'application/json' };
    const wish = { name: 'Quokka', days: 30, permissions: ['docket:read'] };
    const made = await ask('POST', '/api/v1/account/tokens', {
      cookies: full,
      headers: authorization,
      body: JSON.stringify(wish),
    });
    const { id, secret } = findToken(made.body);
    secrets.add(secret);
    await expectEvents('api_token.created');
    await ask('GET', '/api/v1/account', { headers: { authorization: `Bearer ${secret}` } });
    await expectEvents('access.refused');
    await ask('DELETE', `/api/v1/account/tokens/${id}`, { cookies: full });
    await expectEvents('api_token.revoked');
    await ask('GET', DOCKET, { headers: { authorization: `Bearer ${secret}` } });
    await expectEvents('api_token.refused');
    await post('/sign-in', { email, password: FIRST });
    await expectEvents('sign_in.succeeded password');
    const account = JSON.parse((await ask('GET', '/api/v1/account', { cookies: full })).body) as {
      sessions: { id: number; current: boolean }[];
    };
    const other = account.sessions.find(({ current }) => !current)?.id;
    await post(`/account/sessions/${other}/end`, {}, full);
    await expectEvents('session.ended');
    await post('/account/sessions/end-others', {}, full);
    await expectEvents('sessions.ended');
    await post('/account/password', { current: WRONG, password: SECOND }, full);
    await expectEvents('password.refused');
    await post('/account/password', { current: FIRST, password: SECOND }, full);
    await expectEvents('password.changed');
  });

  it('says by its code what failed inside', async () => {
    await issuer.stop();
    ground.clock.advance(86_400_000);
    expect((await post('/sign-in/oidc', { lang: 'en' })).problem).toBe('sign_in.oidc_unreachable');
    expect(await expectEvents('control.failed')).toMatchObject([{ reason: 'sign_in.oidc_unreachable' }]);
  });

  it('lets people in as before while the table takes nothing: the line of the log says it, and the trouble', async () => {
    const { email } = await person();
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query('REVOKE INSERT ON security_event FROM vigia_app');
    const before = said.length;
    expect((await post('/sign-in', { email, password: FIRST })).status).toBe(303);
    while (said.length < before + 2) await new Promise((resolve) => setTimeout(resolve, 10));
    await owner.query('GRANT INSERT ON security_event TO vigia_app');
    await owner.end();
    const [line, trouble] = said.splice(before);
    expect(line).toMatchObject({ event: 'sign_in.succeeded' });
    expect((trouble as unknown as Error).message).toContain('permission denied');
    await expectEvents();
  });

  it('holds no address, no token and no free text, in the table or in the log', async () => {
    const rows = await events.list({ limit: 1_000 });
    const lineTexts = JSON.stringify(lines);
    const table = JSON.stringify(rows);
    const total = [...found.values()].reduce((sum, one) => sum + one, 0);
    const leaked = [...secrets].filter((secret) => table.includes(secret) || lineTexts.includes(secret));
    process.stdout.write(
      `security log: ${requests} requests, ${total} events of ${found.size} of ${Object.keys(SECURITY_EVENTS).length} kinds, each found once; ${leaked.length} of ${secrets.size} secrets in ${rows.length} rows and ${said.length} lines\n`,
    );
    expect(leaked).toEqual([]);
    expect(/quokka|@|127\.0\.0\.1/i.exec(table + JSON.stringify(said))).toBeNull();
    // The worker has a log of its own: two mails that were sent, and one that was given up.
    expect([rows.length, said.length]).toEqual([total, total - 3]);
  });
});

function findToken(body: string): { readonly id: number; readonly secret: string } {
  const { id, token } = JSON.parse(body) as { readonly id: number; readonly token: string };
  return { id, secret: token };
}
