import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ApiUnderTest } from '../support/api-under-test.js';
import { WatchedState } from '../factories/watched-state.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SESSION = '__Host-vigia_session';
const REASON = 'Lost the laptop that Rosa Quispe lent';
type Cookies = Readonly<Record<string, string>>;

interface ListedMember {
  readonly membership: number;
  readonly email: string;
  readonly lastSignInOn: string | null;
  readonly hasSecondFactor: boolean;
  readonly mayEnd: boolean;
  readonly mayResetFactors: boolean;
}

interface Entry {
  readonly personId: number;
  readonly actor: string;
  readonly after: unknown;
  readonly reason: string;
}

describe("another person's access", () => {
  let ground: TrackingGround;
  let api: ApiUnderTest;
  let peru: WatchedState;
  let chile: WatchedState;
  let secretariatId: number;
  let operatorId: number;
  let secretariat: Cookies;
  let operator: Cookies;
  let made = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    chile = await WatchedState.create(ground, 'CHL');
    secretariatId = await peru.addPerson('secretariat@per.example', 'secretariat', null);
    operatorId = await peru.addPerson('operator@per.example', 'operator', null);
    api = await ApiUnderTest.open(ground);
    secretariat = await signedIn(secretariatId);
    operator = await signedIn(operatorId);
  });

  beforeEach(() => {
    ground.dispatcher.takeAccessMails();
    ground.mailer.sent.length = 0;
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
  });

  afterAll(async () => {
    await api?.close();
    await ground.close();
  });

  async function signedIn(personId: number): Promise<Cookies> {
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    return { [SESSION]: token };
  }

  async function somebody(): Promise<{ personId: number; email: string; cookies: Cookies }> {
    made += 1;
    const email = `member${made}@per.example`;
    const personId = await peru.addPerson(email, 'ombudsperson', null);
    return { personId, email, cookies: await signedIn(personId) };
  }

  const appoint = ({ state }: WatchedState, personId: number, role: string) =>
    ground.rows(
      state.id,
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, $3, '2020-01-01') RETURNING 1`,
      [state.id, personId, role],
    );

  async function tokenOf(personId: number): Promise<string> {
    const visitor = await ground.tracking.visitors.visitor(personId, { kind: 'none' });
    const wish = { name: 'nightly', permissions: ['docket:read'], days: 10 };
    return (await ground.tracking.apiTokens.create(visitor, wish)).secret;
  }

  const isIn = async (cookies: Cookies): Promise<boolean> =>
    (await api.ask('GET', '/api/v1/account', { cookies })).status === 200;

  async function listed(email: string, cookies = secretariat): Promise<ListedMember> {
    const { body } = await api.ask('GET', '/api/v1/states/PER/people', { cookies });
    const { members } = JSON.parse(body) as { members: ListedMember[] };
    return members.find((member) => member.email === email)!;
  }

  async function act(
    what: 'end-access' | 'reset-factors',
    email: string,
    cookies = secretariat,
    form: Cookies = { reason: REASON },
  ) {
    const { membership } = await listed(email);
    return api.ask('POST', `/states/PER/people/${membership}/${what}`, { cookies, form });
  }

  const entries = (state: WatchedState, action: string, personId: number): Promise<Entry[]> =>
    ground.rows<Entry>(
      state.state.id,
      `SELECT person_id AS "personId", actor, after, reason FROM audit_entry
       WHERE action = $1 AND subject_id = $2 ORDER BY position`,
      [action, String(personId)],
    );

  it('is ended at once by the secretariat of the State: every session and every token, with a reason in the record', async () => {
    const { personId, email, cookies } = await somebody();
    const elsewhere = await signedIn(personId);
    const token = await tokenOf(personId);
    const bystander = await somebody();
    expect((await act('end-access', email, secretariat, {})).problem).toBe('form.reason');
    expect(await isIn(cookies)).toBe(true);
    expect((await act('end-access', email)).location).toBe(
      '/en/states/PER/people?done=access_ended&mail=queued',
    );
    expect([await isIn(cookies), await isIn(elsewhere), await isIn(bystander.cookies)]).toEqual([
      false,
      false,
      true,
    ]);
    await expect(ground.tracking.apiTokens.recognise(token)).rejects.toMatchObject({
      code: 'api_token.invalid',
    });
    expect(await entries(peru, 'access.ended', personId)).toEqual([
      {
        personId: secretariatId,
        actor: 'secretariat',
        after: { sessionsEnded: 2, tokensRevoked: 1, calendarsRevoked: 0 },
        reason: REASON,
      },
    ]);
  });

  it('leaves the role and the way back in', async () => {
    const { personId, email } = await somebody();
    await act('end-access', email);
    expect((await listed(email)).mayEnd).toBe(true);
    expect(await isIn(await signedIn(personId))).toBe(true);
  });

  it('is told of to the person in a mail that names who did it and keeps the reason back', async () => {
    const { email } = await somebody();
    await act('end-access', email);
    await ground.sendAccessMails();
    expect(ground.mailer.sent).toHaveLength(1);
    const [mail] = ground.mailer.sent;
    expect(mail?.to.address).toBe(email);
    expect(mail?.text).toContain('secretariat@per.example');
    expect(`${mail?.text}${mail?.html}`).not.toContain('Quispe');
  });

  it('is ended also where no mail can be asked for, and whoever ended it is told', async () => {
    const { email, cookies } = await somebody();
    ground.dispatcher.unreachable = true;
    expect((await act('end-access', email)).location).toContain('mail=not_queued');
    ground.dispatcher.unreachable = false;
    expect(await isIn(cookies)).toBe(false);
  });

  it('is out of reach of a secretariat where the person has a role in another State, which an operator reaches', async () => {
    const { personId, email, cookies } = await somebody();
    await appoint(chile, personId, 'contributor');
    expect((await act('end-access', email)).problem).toBe('member_access.elsewhere');
    expect(await isIn(cookies)).toBe(true);
    expect(ground.mailer.sent).toEqual([]);
    expect((await act('end-access', email, operator)).problem).toBeNull();
    expect(await isIn(cookies)).toBe(false);
    for (const state of [peru, chile])
      expect(await entries(state, 'access.ended', personId)).toMatchObject([
        { personId: operatorId, actor: 'operator', reason: REASON },
      ]);
  });

  it('is out of reach of a secretariat where the person runs the installation, whichever role is named', async () => {
    const { personId, email } = await somebody();
    await appoint(peru, personId, 'operator');
    expect((await act('end-access', email)).problem).toBe('member_access.elsewhere');
    expect((await act('end-access', 'operator@per.example')).problem).toBe('member_access.elsewhere');
    expect(await isIn(operator)).toBe(true);
  });

  it('is nothing that one ends here for oneself', async () => {
    expect((await act('end-access', 'secretariat@per.example')).problem).toBe('member_access.own');
    expect((await act('end-access', 'operator@per.example', operator)).problem).toBe('member_access.own');
    expect((await act('reset-factors', 'operator@per.example', operator)).problem).toBe('member_access.own');
    expect([await isIn(secretariat), await isIn(operator)]).toEqual([true, true]);
  });

  it('is ended by nobody from another State or in another role', async () => {
    const { email, cookies } = await somebody();
    const other = await somebody();
    const abroad = await signedIn(await chile.addPerson('secretariat@chl.example', 'secretariat', null));
    const { membership } = await listed(email);
    for (const asker of [other.cookies, abroad])
      for (const what of ['end-access', 'reset-factors'])
        expect(
          (
            await api.ask('POST', `/states/PER/people/${membership}/${what}`, {
              cookies: asker,
              form: { reason: REASON },
            })
          ).status,
        ).toBe(403);
    const unknown = { cookies: abroad, form: { reason: REASON } };
    expect((await api.ask('POST', `/states/CHL/people/${membership}/end-access`, unknown)).problem).toBe(
      'membership.unknown',
    );
    expect(await isIn(cookies)).toBe(true);
  });

  it('is seen by the secretariat and the operator: the day of the last sign-in, and whether there is a second factor', async () => {
    const { personId, email } = await somebody();
    expect(await listed(email)).toMatchObject({ lastSignInOn: '2026-06-30', hasSecondFactor: false });
    made += 1;
    const never = `member${made}@per.example`;
    const neverId = await peru.addPerson(never, 'contributor', null);
    // Half of a sign-in is none.
    await ground.tracking.sessions.open({ personId: neverId, proven: ['password'], secondFactorDue: true });
    expect(await listed(never)).toMatchObject({ lastSignInOn: null });
    await addApp(personId);
    expect(await listed(email)).toMatchObject({ hasSecondFactor: true, mayResetFactors: false });
    expect(await listed(email, operator)).toMatchObject({ hasSecondFactor: true, mayResetFactors: true });
    expect(await listed(never, operator)).toMatchObject({ mayResetFactors: false });
  });

  it('gets its lost second factors taken away by the operator only, with a reason, and a mail about it', async () => {
    const { personId, email, cookies } = await somebody();
    expect((await act('reset-factors', email, operator)).problem).toBe('member_access.no_factor');
    await addApp(personId);
    expect((await act('reset-factors', email)).status).toBe(403);
    expect((await act('reset-factors', email, operator, {})).problem).toBe('form.reason');
    expect((await listed(email)).hasSecondFactor).toBe(true);
    expect((await act('reset-factors', email, operator)).location).toContain('done=factors_reset');
    expect((await listed(email)).hasSecondFactor).toBe(false);
    expect(await isIn(cookies)).toBe(false);
    expect(await entries(peru, 'second_factor.reset', personId)).toEqual([
      { personId: operatorId, actor: 'operator', after: null, reason: REASON },
    ]);
    await ground.sendAccessMails();
    expect(ground.mailer.sent.map(({ to }) => to.address)).toEqual([email]);
    expect(ground.mailer.sent[0]?.text).not.toContain('Quispe');
  });

  async function addApp(personId: number): Promise<void> {
    await ground.record.runShared((sql) =>
      sql.execute(
        `INSERT INTO one_time_password (person_id, encrypted_secret, last_step, confirmed_at) VALUES ($1, 'sealed', 0, now())`,
        [personId],
      ),
    );
  }
});
