import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { loadConfig } from '#config';
import type { State } from '#tracking';

import { ApiUnderTest } from '../support/api-under-test.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const FIRST = 'tres botes azules en la bahía';
const SECOND = 'cuatro faros y un muelle roto';
const SESSION = '__Host-vigia_session';
type Cookies = Readonly<Record<string, string>>;

describe('signing in', () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let peru: WatchedState;
  let chile: WatchedState;
  let secretariat: Cookies;
  let secretariatId: number;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    chile = await WatchedState.create(ground, 'CHL');
    await peru.addInstitution('MIMP', []);
    secretariatId = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    api = await ApiUnderTest.open(ground);
    secretariat = await byLink(secretariatId);
  });

  beforeEach(() => {
    ground.mailer.sent.length = 0;
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.clock.advance(60_000);
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  async function byLink(personId: number): Promise<Cookies> {
    const token = await ground.tracking.signInLinks.createLink(personId);
    return sessionOf((await api.ask('POST', `/sign-in/${token}`)).cookies);
  }

  const sessionOf = (cookies: Cookies): Cookies => ({ [SESSION]: cookies[SESSION] ?? '' });
  const isIn = async (cookies: Cookies): Promise<boolean> =>
    (await api.ask('GET', '/api/v1/account', { cookies })).status === 200;

  /** Token of the link in the newest mail to that address. */
  function mailedToken(address: string): string {
    const mail = ground.mailer.sent.findLast(({ to }) => to.address === address);
    return /\/set-password\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
  }

  /** The worker's part: what was asked for leaves. */
  const mails = () => ground.sendAccessMails();

  function invite(name: string, form: Cookies = {}, cookies = secretariat, state = 'PER') {
    return api.ask('POST', `/states/${state}/people`, {
      cookies,
      form: { name, email: `${name}@per.example`, language: 'es', role: 'ombudsperson', ...form },
    });
  }

  const setPassword = (token: string, password: string, cookies: Cookies = {}) =>
    api.ask('POST', `/set-password/${token}`, { form: { password }, cookies });
  const signIn = (name: string, password: string, cookies: Cookies = {}) =>
    api.ask('POST', '/sign-in', { form: { email: `${name}@per.example`, password }, cookies });

  async function invited(name: string): Promise<Cookies> {
    await invite(name);
    await mails();
    const answer = await setPassword(mailedToken(`${name}@per.example`), FIRST);
    expect(answer.problem).toBeNull();
    return sessionOf(answer.cookies);
  }

  const entries = (state: State, action: string) =>
    ground.rows<{ personId: number; actor: string; before: object; after: object; reason: string }>(
      state.id,
      `SELECT person_id AS "personId", actor, before, after, reason FROM audit_entry WHERE action = $1 ORDER BY position`,
      [action],
    );

  it('by an invitation sets the first password once, and leaves who invited whom', async () => {
    expect((await invite('ines')).location).toBe('/en/states/PER/people?invited=queued');
    await mails();
    const token = mailedToken('ines@per.example');
    const look = () => api.ask('GET', `/api/v1/set-password/${token}`);
    expect([(await look()).status, (await look()).status]).toEqual([200, 200]);
    expect((await setPassword(token, 'short')).problem).toBe('password.short');
    const used = await setPassword(token, FIRST);
    expect(used.location).toBe('/en/states/PER/docket');
    expect(await isIn(sessionOf(used.cookies))).toBe(true);
    expect((await setPassword(token, SECOND)).problem).toBe('sign_in.link_used');
    expect((await look()).status).toBe(403);
    expect((await signIn('ines', FIRST)).problem).toBeNull();
    expect((await entries(peru.state, 'person.invited')).at(-1)).toMatchObject({
      personId: secretariatId,
      actor: 'secretariat',
      after: { role: 'ombudsperson', institution: null, startsOn: '2026-06-30' },
    });
    expect(await entries(peru.state, 'password.set')).toHaveLength(1);
  });

  it('by an invitation ends after seven days, by a recovery after an hour', async () => {
    await invite('late');
    await mails();
    const invitation = mailedToken('late@per.example');
    await api.ask('POST', '/recover', { form: { email: 'late@per.example' } });
    await mails();
    const recovery = mailedToken('late@per.example');
    expect(recovery).not.toBe(invitation);
    ground.clock.advance(3_600_000);
    expect((await setPassword(recovery, FIRST)).problem).toBe('sign_in.link_used');
    ground.clock.advance(6.9 * 86_400_000);
    expect((await api.ask('GET', `/api/v1/set-password/${invitation}`)).status).toBe(200);
    ground.clock.advance(0.1 * 86_400_000);
    expect((await setPassword(invitation, FIRST)).problem).toBe('sign_in.link_used');
    secretariat = await byLink(secretariatId);
  });

  it('never uses the link of a mail for what it was not made for', async () => {
    await invite('other');
    await mails();
    expect((await api.ask('POST', `/sign-in/${mailedToken('other@per.example')}`)).status).toBe(403);
    const signInLink = await ground.tracking.signInLinks.createLink(secretariatId);
    expect((await setPassword(signInLink, FIRST)).problem).toBe('sign_in.link_used');
  });

  it('gives a new session at each proof, and ends the one that was brought along', async () => {
    const first = await invited('fixed');
    const planted = { [SESSION]: 'planted-planted-planted-planted-planted-pla' };
    const second = sessionOf((await signIn('fixed', FIRST, planted)).cookies);
    expect(second[SESSION]).toMatch(/^[\w-]{43}$/);
    expect([await isIn(planted), await isIn(second)]).toEqual([false, true]);
    const third = sessionOf((await signIn('fixed', FIRST, second)).cookies);
    expect(new Set([first[SESSION], second[SESSION], third[SESSION]]).size).toBe(3);
    expect([await isIn(first), await isIn(second), await isIn(third)]).toEqual([true, false, true]);
  });

  it('shows its sessions to their owner only, who ends one or all others', async () => {
    const [one, two] = [await invited('lists'), sessionOf((await signIn('lists', FIRST)).cookies)];
    const three = sessionOf((await signIn('lists', FIRST)).cookies);
    const account = JSON.parse((await api.ask('GET', '/api/v1/account', { cookies: two })).body) as {
      sessions: { id: number; current: boolean; device: string }[];
    };
    expect(account.sessions).toHaveLength(3);
    expect(account.sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = account.sessions.find(({ current }) => !current)?.id ?? 0;
    await api.ask('POST', `/account/sessions/${other}/end`, { cookies: secretariat });
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([true, true, true]);
    await api.ask('POST', `/account/sessions/${other}/end`, { cookies: two });
    expect([await isIn(one), await isIn(three)].filter(Boolean)).toHaveLength(1);
    await api.ask('POST', '/account/sessions/end-others', { cookies: two });
    expect([await isIn(one), await isIn(two), await isIn(three)]).toEqual([false, true, false]);
    expect(await entries(peru.state, 'session.ended')).toHaveLength(1);
    expect(await entries(peru.state, 'sessions.ended')).toHaveLength(1);
  });

  it('with a changed password asks for the current one and ends every other session', async () => {
    const [here, there] = [await invited('changes'), sessionOf((await signIn('changes', FIRST)).cookies)];
    const change = (current: string, password: string) =>
      api.ask('POST', '/account/password', { cookies: here, form: { current, password } });
    expect((await change('not the current one', SECOND)).problem).toBe('password.wrong');
    expect((await change(FIRST, 'changes@per.example')).problem).toBe('password.guessable');
    expect(await isIn(there)).toBe(true);
    const changed = await change(FIRST, SECOND);
    expect(changed.location).toBe('/en/account?done=password');
    expect([await isIn(here), await isIn(there), await isIn(sessionOf(changed.cookies))]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await signIn('changes', FIRST)).problem).toBe('sign_in.wrong');
    expect((await signIn('changes', SECOND)).problem).toBeNull();
  });

  it('after a recovery ends all sessions, leaves second factors due, and answers strangers alike', async () => {
    const before = await invited('forgets');
    const [person] = await ground.record.runShared((sql) =>
      sql.rows<{ id: number }>(`SELECT id FROM person WHERE email = 'forgets@per.example'`),
    );
    await ground.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO one_time_password (person_id, encrypted_secret, confirmed_at) VALUES ($1, 'x', now())`,
        [person?.id],
      ),
    );
    ground.mailer.sent.length = 0;
    const known = await api.ask('POST', '/recover', { form: { email: 'Forgets@per.example ' } });
    const unknown = await api.ask('POST', '/recover', { form: { email: 'nobody@per.example' } });
    expect([known.status, known.location, known.body]).toEqual([
      unknown.status,
      unknown.location,
      unknown.body,
    ]);
    await mails();
    expect(ground.mailer.sent.map(({ to }) => to.address)).toEqual(['forgets@per.example']);
    const answer = await setPassword(mailedToken('forgets@per.example'), SECOND);
    expect(answer.location).toBe('/en/sign-in/second-factor');
    expect([await isIn(before), await isIn(sessionOf(answer.cookies))]).toEqual([false, false]);
    const again = await signIn('forgets', SECOND);
    expect(again.location).toBe('/en/sign-in/second-factor');
    expect(await isIn(sessionOf(again.cookies))).toBe(false);
  });

  describe('people of a State', () => {
    it('are invited and shown the door by their own State only', async () => {
      const intoChile = await invite('spy', {}, secretariat, 'CHL');
      expect(intoChile.status).toBe(403);
      expect((await api.ask('GET', '/api/v1/states/CHL/people', { cookies: secretariat })).status).toBe(403);
      await chile.addPerson('member@chl.example', 'ombudsperson', null);
      const [member] = await ground.rows<{ id: number }>(chile.state.id, 'SELECT id FROM membership');
      for (const state of ['CHL', 'PER'])
        await api.ask('POST', `/states/${state}/people/${member?.id}/end`, {
          cookies: secretariat,
          form: { reason: 'none' },
        });
      const still = await ground.rows(chile.state.id, 'SELECT 1 FROM membership WHERE ended_at IS NULL');
      expect(still).toHaveLength(1);
      expect(ground.mailer.sent).toEqual([]);
    });

    it('are not made operators by a secretariat, nor focal points of nothing or of what is unknown', async () => {
      expect((await invite('root', { role: 'operator' })).problem).toBe('invite.role');
      expect((await invite('focal', { role: 'focal_point' })).problem).toBe('invite.institution_missing');
      const unknown = await invite('focal', { role: 'focal_point', institution: 'SENAME' });
      expect(unknown.problem).toBe('invite.institution_unknown');
      expect((await invite('focal', { role: 'focal_point', institution: 'MIMP' })).location).toContain(
        'invited=queued',
      );
      expect((await invite('focal', { role: 'focal_point', institution: 'MIMP' })).problem).toBe(
        'invite.already',
      );
    });

    it('lose a role at once, with a reason, and their sessions with the last one', async () => {
      const cookies = await invited('leaves');
      const list = JSON.parse(
        (await api.ask('GET', '/api/v1/states/PER/people', { cookies: secretariat })).body,
      ) as { members: { membership: number; email: string; mayEnd: boolean }[] };
      const leaves = list.members.find(({ email }) => email === 'leaves@per.example');
      const own = list.members.find(({ email }) => email === 'secretariat@per.example');
      expect([leaves?.mayEnd, own?.mayEnd]).toEqual([true, false]);
      const end = (membership: number | undefined, form: Cookies) =>
        api.ask('POST', `/states/PER/people/${membership}/end`, { cookies: secretariat, form });
      expect((await end(leaves?.membership, {})).problem).toBe('form.reason');
      expect((await end(own?.membership, { reason: 'tired' })).problem).toBe('membership.own');
      expect(await isIn(cookies)).toBe(true);
      expect((await end(leaves?.membership, { reason: 'Moved to another ministry' })).problem).toBeNull();
      expect(await isIn(cookies)).toBe(false);
      expect((await signIn('leaves', FIRST)).problem).toBe('sign_in.no_role');
      expect(await entries(peru.state, 'membership.ended')).toMatchObject([
        { personId: secretariatId, before: { role: 'ombudsperson' }, reason: 'Moved to another ministry' },
      ]);
    });

    it('whose mail does not leave are not left in silence', async () => {
      ground.mailer.answer = () => ({ kind: 'temporary', code: 421, response: 'later' });
      await mails();
      await invite('waits');
      expect(await mails()).toEqual(['access_mail.temporary']);
      ground.mailer.answer = () => ({ kind: 'permanent', code: 550, response: 'no such mailbox' });
      await invite('bounces');
      expect(await mails()).toEqual(['access_mail.permanent']);
      ground.dispatcher.unreachable = true;
      expect((await invite('silent')).location).toContain('invited=not_queued');
      ground.dispatcher.unreachable = false;
      const list = JSON.parse(
        (await api.ask('GET', '/api/v1/states/PER/people', { cookies: secretariat })).body,
      ) as { members: { email: string; reachable: boolean }[] };
      const reachable = Object.fromEntries(list.members.map((member) => [member.email, member.reachable]));
      expect([reachable['waits@per.example'], reachable['bounces@per.example']]).toEqual([true, false]);
    });

    it('who are known elsewhere keep their name, and get no link that sets a password', async () => {
      await invited('known');
      const [before] = await ground.record.runShared((sql) =>
        sql.rows(`SELECT name, password_hash FROM person WHERE email = 'known@per.example'`),
      );
      ground.mailer.sent.length = 0;
      const outcome = await ground.tracking.invitePerson.invite(
        chile.state,
        {
          name: 'Renamed',
          email: 'KNOWN@per.example',
          language: 'en',
          role: 'secretariat',
          institution: null,
        },
        { personId: null, name: null, role: null },
      );
      expect(outcome.link).toBeNull();
      await mails();
      expect(mailedToken('known@per.example')).toBe('');
      expect(ground.mailer.sent).toHaveLength(1);
      const [after] = await ground.record.runShared((sql) =>
        sql.rows(`SELECT name, password_hash FROM person WHERE email = 'known@per.example'`),
      );
      expect(after).toEqual(before);
    });
  });

  it('takes a form of somebody who was signed out to the sign-in page, and tells a program why not', async () => {
    const form = { reason: 'x', lang: 'es' };
    const browser = await api.ask('POST', '/account/password', { form, accept: 'text/html' });
    expect([browser.status, browser.location]).toEqual([303, '/es/sign-in?problem=permission.sign_in']);
    expect((await api.ask('POST', '/account/password', { form })).status).toBe(403);
  });

  it('with one click is for the open demonstration alone: loopback, VIGIA_DEMO and not production', async () => {
    const form = { state: 'PER', role: 'secretariat' };
    expect((await api.ask('POST', '/sign-in/demonstration', { form })).status).toBe(404);
    expect(JSON.parse((await api.ask('GET', '/api/v1/sign-in')).body)).toEqual({ demonstration: [] });

    const open = await ApiUnderTest.open(ground, true);
    const real = await open.ask('POST', '/sign-in/demonstration', { form });
    expect(real.problem).toBe('demonstration.unknown_role');
    // The application itself may not call a State a demonstration: only its owner may.
    const owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(`UPDATE state SET demonstration = true WHERE iso3 = 'PER'`);
    await owner.end();
    await ground.record.runShared((sql) =>
      sql.execute(`UPDATE person SET demonstration = true WHERE id = $1`, [secretariatId]),
    );
    const clicked = await open.ask('POST', '/sign-in/demonstration', { form });
    expect(clicked.location).toBe('/en/states/PER/docket');
    expect(await isIn(sessionOf(clicked.cookies))).toBe(true);
    await open.close();

    const isOpen = (environment: Record<string, string>): boolean =>
      loadConfig({ SMTP_URL: 'smtp://relay:25', ...environment }).openDemonstration;
    expect(isOpen({ VIGIA_DEMO: '1' })).toBe(true);
    expect(isOpen({ VIGIA_DEMO: '0' })).toBe(false);
    expect(isOpen({ VIGIA_DEMO: '1', HOST: '0.0.0.0' })).toBe(false);
    expect(isOpen({ VIGIA_DEMO: '1', NODE_ENV: 'production' })).toBe(false);
  });
});
