import { TOTP } from 'otpauth';

import type { WatchedState } from '../factories/watched-state.js';
import { assessmentChanges } from './assessment-changes.js';
import { classificationChanges } from './classification-changes.js';
import { alertChanges } from './alert-changes.js';
import { actionChanges } from './action-changes.js';
import { indicatorChanges } from './indicator-changes.js';
import { cycleChanges } from './cycle-changes.js';
import { memberChanges } from './member-changes.js';
import { intakeChanges } from './intake-changes.js';
import { SoftwareAuthenticator } from './software-authenticator.js';
import { institutionChanges } from './institution-changes.js';
import { uhriChanges } from './uhri-changes.js';
import { submissionChanges } from './submission-changes.js';
import { liveThrough } from './tracking-ground.js';
import { figureLinkChanges } from './figure-link-changes.js';
import { requestChanges } from './request-changes.js';
import { returnedMailChanges } from './returned-mail-changes.js';
import type { TrackingGround } from './tracking-ground.js';

export const CHANGES_ON = '2026-06-30';
const PASSWORD = 'tres botes azules en la bahía';
const NEXT_PASSWORD = 'cuatro faros y un muelle roto';

export interface Entry {
  readonly personId: number | null;
  readonly actor: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
}

/** One call of a route that changes something, and what it has to leave. */
export interface Change {
  readonly url: string;
  readonly cookie?: string;
  /** Made anew for each call: a proof counts once. */
  readonly form: () => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;
  /** Null: nobody by name. */
  readonly personId: number | null;
  /** A file that is sent instead of the form (multipart/form-data). */
  readonly upload?: {
    readonly name: string;
    readonly text: string;
    /** What stands in the form before the file. */
    readonly fields?: Readonly<Record<string, string>>;
  };
  /** What is sent as it is, instead of the form. */
  readonly raw?: { readonly text: string; readonly headers: Readonly<Record<string, string>> };
  readonly entry: Partial<Entry>;
  /** Tables in which the attempt itself uses something up, whether the change comes about or not. */
  readonly usesUp?: readonly string[];
}

export type Changes = Readonly<Record<string, () => Promise<Change>>>;

export interface Owner {
  readonly personId: number;
  readonly sessionId: number;
  readonly cookie: string;
}

/** How to change something through each route. A route that is added must be added here. */
export function auditedChanges(
  ground: TrackingGround,
  peru: WatchedState,
  people: {
    readonly ministry: number;
    readonly focalPoint: number;
    readonly secretariat: number;
    readonly operator: number;
  },
): Changes {
  const { tracking } = ground;
  let made = 0;

  async function sessionOf(personId: number): Promise<Owner> {
    const { token } = await tracking.sessions.open({ personId, proven: ['password'] });
    const { recognition } = await tracking.sessions.recognise(token);
    const sessionId = recognition.kind === 'session' ? recognition.sessionId : 0;
    return { personId, sessionId, cookie: `__Host-vigia_session=${token}` };
  }

  const somebody = async (): Promise<Owner> =>
    sessionOf(await peru.addPerson(`owner${(made += 1)}@per.example`, 'ombudsperson', null));

  const secretariat = () => sessionOf(people.secretariat);

  function change(
    { personId, cookie }: Owner,
    url: string,
    entry: Partial<Entry>,
    form: Change['form'] = () => ({}),
    usesUp: readonly string[] = [],
  ): Change {
    return { url, cookie, personId, form, entry, usesUp };
  }

  async function withToken(): Promise<{ owner: Owner; id: number }> {
    const owner = await somebody();
    const visitor = await tracking.visitors.visitor(owner.personId, { kind: 'none' });
    const wish = { name: 'nightly', permissions: ['docket:read'], days: 10 };
    return { owner, id: (await tracking.apiTokens.create(visitor, wish)).token.id };
  }

  const tokenCreated = (url: string) => async (): Promise<Change> =>
    change(
      await somebody(),
      url,
      {
        action: 'api_token.created',
        before: null,
        after: { name: 'nightly', permissions: ['docket:read'], expiresOn: '2026-07-10', tokenState: 'live' },
      },
      () => ({ name: 'nightly', permissions: ['docket:read'], days: 10 }),
    );

  const tokenRevoked = (urlOf: (id: number) => string) => async (): Promise<Change> => {
    const { owner, id } = await withToken();
    const token = { name: 'nightly', permissions: ['docket:read'] };
    return change(owner, urlOf(id), {
      action: 'api_token.revoked',
      before: { ...token, tokenState: 'live' },
      after: { ...token, tokenState: 'revoked' },
    });
  };

  /** An app whose key waits for its first code, and that code. */
  async function appWaiting(owner: Owner): Promise<string> {
    const { secondFactors } = tracking.factors;
    await secondFactors.beginOneTimePassword(owner, null);
    const key = (await secondFactors.list(owner.personId)).setUp?.key.replaceAll(' ', '') ?? '';
    return TOTP.generate({ secret: new TOTP({ secret: key }).secret, timestamp: ground.clock.now() });
  }

  /** Somebody with an authenticator app, and a fresh recovery code for each proof. */
  async function withApp(): Promise<{ owner: Owner; proof: () => { code: string } }> {
    const owner = await somebody();
    const { secondFactors } = tracking.factors;
    const token = await secondFactors.confirmOneTimePassword(owner.personId, await appWaiting(owner));
    const codes = [...((await secondFactors.showRecoveryCodes(owner.personId, token ?? '')) ?? [])];
    return { owner, proof: () => ({ code: codes.pop() ?? '' }) };
  }

  async function registration(owner: Owner): Promise<string> {
    const options = (await tracking.factors.secondFactors.beginPasskey(owner.personId)) as {
      readonly challenge: string;
    };
    return new SoftwareAuthenticator('vigia.example', 'https://vigia.example').create(options.challenge);
  }

  async function openReminder(): Promise<number> {
    made += 1;
    const { obligationId } = await peru.owe(people.ministry, '2026-06-01', `Figure ${made}`);
    await liveThrough(ground, peru.state, CHANGES_ON);
    const [alert] = await ground.rows<{ id: number }>(
      peru.state.id,
      `SELECT id FROM alert WHERE state_id = $1 AND subject_kind = 'obligation' AND subject_id = $2`,
      [peru.state.id, obligationId],
    );
    return alert?.id ?? 0;
  }

  return {
    'POST /answer/{token}': async () => {
      const token = tracking.signedLinks.sign({
        purpose: 'answer_alert',
        state: 'PER',
        personId: people.focalPoint,
        alertId: await openReminder(),
        expiresAt: ground.clock.now() + 86_400_000,
      });
      return {
        url: `/answer/${token}`,
        form: () => ({ answer: 'acknowledge', reason: 'It is on its way' }),
        personId: people.focalPoint,
        entry: {
          action: 'alert.acknowledged',
          before: { state: 'open' },
          after: { state: 'acknowledged' },
          reason: 'It is on its way',
        },
      };
    },
    ...returnedMailChanges(ground, peru, people.focalPoint),
    ...alertChanges(ground, { secretariat, focalPoint: () => sessionOf(people.focalPoint) }, openReminder),
    ...figureLinkChanges(ground, people.focalPoint, openReminder),
    'POST /states/{iso3}/people': async () => {
      made += 1;
      const email = `invited${made}@per.example`;
      return change(
        await secretariat(),
        '/states/PER/people',
        {
          actor: 'secretariat',
          action: 'person.invited',
          before: null,
          after: { role: 'contributor', institution: null, startsOn: CHANGES_ON },
        },
        () => ({ name: 'Somebody new', email, language: 'es', role: 'contributor' }),
      );
    },
    ...memberChanges(ground, peru.state, {
      secretariat,
      operator: () => sessionOf(people.operator),
      member: somebody,
      focalPoint: async () =>
        sessionOf(await peru.addPerson(`head${(made += 1)}@per.example`, 'focal_point', people.ministry)),
      withToken: async () => (await withToken()).owner,
      withApp: async () => (await withApp()).owner,
    }),
    ...cycleChanges(ground, peru.state, secretariat),
    ...indicatorChanges(ground, peru, secretariat),
    ...classificationChanges(ground, peru.state, secretariat),
    ...intakeChanges(ground, peru.state, secretariat),
    ...uhriChanges(ground, peru.state, secretariat),
    ...actionChanges(ground, peru, secretariat),
    ...institutionChanges(ground, peru, secretariat, people.ministry),
    ...requestChanges(ground, somebody, () => sessionOf(people.focalPoint)),
    ...assessmentChanges(ground, peru, secretariat, somebody),
    ...submissionChanges(ground, peru, { secretariat, sessionOf, ministry: people.ministry }),
    'POST /api/v1/account/tokens': tokenCreated('/api/v1/account/tokens'),
    'POST /account/tokens': tokenCreated('/account/tokens'),
    'DELETE /api/v1/account/tokens/{id}': tokenRevoked((id) => `/api/v1/account/tokens/${id}`),
    'POST /account/tokens/{id}/revoke': tokenRevoked((id) => `/account/tokens/${id}/revoke`),
    'POST /set-password/{token}': async () => {
      const owner = await somebody();
      const link = await tracking.signInLinks.createLink(owner.personId, 'invitation');
      return change(
        owner,
        `/set-password/${link}`,
        { action: 'password.set', before: null, after: null },
        () => ({ password: PASSWORD }),
      );
    },
    'POST /account/password': async () => {
      const owner = await somebody();
      const link = await tracking.signInLinks.createLink(owner.personId, 'invitation');
      await tracking.passwordLinks.setPassword(link, PASSWORD, '');
      return change(
        await sessionOf(owner.personId),
        '/account/password',
        { action: 'password.changed', before: null, after: null },
        () => ({ current: PASSWORD, password: NEXT_PASSWORD }),
      );
    },
    'POST /account/sessions/end-others': async () => {
      const owner = await somebody();
      await sessionOf(owner.personId);
      const entry = { action: 'sessions.ended', before: null, after: null };
      return change(owner, '/account/sessions/end-others', entry);
    },
    'POST /account/sessions/{id}/end': async () => {
      const owner = await somebody();
      const { sessionId } = await sessionOf(owner.personId);
      const entry = { action: 'session.ended', before: { session: sessionId }, after: null };
      return change(owner, `/account/sessions/${sessionId}/end`, entry);
    },
    'POST /account/one-time-password/confirm': async () => {
      const owner = await somebody();
      const code = await appWaiting(owner);
      return change(
        owner,
        '/account/one-time-password/confirm',
        { action: 'second_factor.added', before: null, after: { kind: 'one_time_password' } },
        () => ({ code }),
      );
    },
    'POST /account/one-time-password/remove': async () => {
      const { owner, proof } = await withApp();
      const entry = { action: 'second_factor.removed', before: { kind: 'one_time_password' }, after: null };
      return change(owner, '/account/one-time-password/remove', entry, proof, ['recovery_code']);
    },
    'POST /account/passkeys': async () => {
      const owner = await somebody();
      const form = async () => ({ name: 'Phone', answer: await registration(owner) });
      const entry = { action: 'second_factor.added', before: null, after: { kind: 'passkey' } };
      return change(owner, '/account/passkeys', entry, form, ['sign_in_challenge']);
    },
    'POST /account/passkeys/{id}/remove': async () => {
      const { owner, proof } = await withApp();
      await tracking.factors.secondFactors.addPasskey(
        owner,
        { name: 'Phone', answer: JSON.parse(await registration(owner)) as unknown },
        { kind: 'recovery_code', ...proof() },
      );
      const [passkey] = (await tracking.factors.secondFactors.list(owner.personId)).passkeys;
      const entry = { action: 'second_factor.removed', before: { kind: 'passkey' }, after: null };
      return change(owner, `/account/passkeys/${passkey?.id}/remove`, entry, proof, ['recovery_code']);
    },
    'POST /account/recovery-codes': async () => {
      const { owner, proof } = await withApp();
      const entry = { action: 'recovery_codes.renewed', before: null, after: null };
      return change(owner, '/account/recovery-codes', entry, proof, ['recovery_code']);
    },
  };
}
