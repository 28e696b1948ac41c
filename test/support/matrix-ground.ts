import { TOKEN_PERMISSIONS, permissionName, permissionsToGive } from '#identity';
import type { Tracking } from '#tracking';

import { WatchedState } from '../factories/watched-state.js';
import { liveThrough, openTrackingGround } from './tracking-ground.js';
import type { TrackingGround } from './tracking-ground.js';

const TODAY = '2026-06-30';
const ROLES = [
  'contributor',
  'focal_point',
  'monitoring_body',
  'ombudsperson',
  'secretariat',
  'operator',
] as const;
const STATES = ['PER', 'CHL'] as const;
const EVERY_PERMISSION = TOKEN_PERMISSIONS.map(permissionName);

type Headers = Record<string, string>;

interface Member {
  readonly role: (typeof ROLES)[number];
  readonly state: (typeof STATES)[number];
  readonly personId: number;
  /** Somebody else with the same role, whose sessions may be ended. */
  readonly twinId: number;
}

/** Somebody who asks. */
export interface Caller {
  readonly name: string;
  /** `not yet`: the public, or a session whose second factor is due. `never`: a token that is no good. */
  readonly recognised: 'yes' | 'not yet' | 'never';
  readonly secondFactorDue: boolean;
  readonly role: string | null;
  readonly state: string | null;
  /** What a token holds; null for people. */
  readonly permissions: readonly string[] | null;
  /** The role that the API must name afterwards; null where it names none. */
  readonly stillWho: string | null;
  headers(): Promise<Headers>;
  /** Recognised anew, with the same rights, in a way that may be used up. */
  spare(): Promise<Headers>;
}

/** What a link has to be signed for, by what its route is called. */
const PURPOSES = [
  ['/mail-rhythm', 'choose_rhythm'],
  ['/unfollow', 'end_subscription'],
  ['/follow', 'confirm_subscription'],
  ['/figure', 'submit_figure'],
] as const;

/** Two States with a person for each role, and everybody who could ask: people, halves of people, and programs. */
export class MatrixGround {
  readonly callers: Caller[] = [];
  private tokens = 0;

  private constructor(
    private readonly ground: TrackingGround,
    private readonly watched: Readonly<Record<(typeof STATES)[number], WatchedState>>,
    private readonly alertId: number,
    private readonly answerer: number,
  ) {}

  get tracking(): Tracking {
    return this.ground.tracking;
  }

  static async open(): Promise<MatrixGround> {
    const ground = await openTrackingGround(`${TODAY}T15:00:00Z`);
    const watched = {
      PER: await WatchedState.create(ground, 'PER'),
      CHL: await WatchedState.create(ground, 'CHL'),
    };
    const people: Member[] = [];
    for (const state of STATES) {
      const institution = await watched[state].addInstitution('MIN', []);
      for (const role of ROLES)
        people.push({
          role,
          state,
          personId: await watched[state].addPerson(`${role}@${state}.example`, role, institution),
          twinId: await watched[state].addPerson(`twin-${role}@${state}.example`, role, institution),
        });
      await watched[state].lead(institution);
      await watched[state].owe(institution, '2026-06-01');
      await liveThrough(ground, watched[state].state, TODAY);
    }
    const peru = watched.PER.state.id;
    const [alert] = await ground.rows<{ id: number }>(
      peru,
      `SELECT id FROM alert WHERE subject_kind = 'obligation'`,
    );
    const answerer = people.find(({ role, state }) => role === 'focal_point' && state === 'PER')!;
    const matrix = new MatrixGround(ground, watched, alert!.id, answerer.personId);
    await matrix.addCallers(people);
    return matrix;
  }

  close(): Promise<void> {
    return this.ground.close();
  }

  /**
   * A request that a granted caller gets through with, or is told what is wrong with. Links of one use are made anew, and ids
   * name nothing that exists, so that nothing granted does harm.
   */
  async inputFor(cell: {
    readonly path: string;
    readonly method: string;
    readonly access: string | null;
    readonly state: string | null;
  }): Promise<{ url: string; body: Record<string, unknown> | null }> {
    const values: Record<string, string> = {
      iso3: cell.state ?? 'PER',
      id: '2147483000',
      code: 'none',
      lang: 'en',
    };
    if (cell.path.includes('{token}')) values['token'] = await this.linkFor(cell);
    const url = cell.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
    return { url, body: ['GET', 'HEAD'].includes(cell.method) ? null : {} };
  }

  private linkFor({
    path,
    access,
  }: {
    readonly path: string;
    readonly access: string | null;
  }): Promise<string> {
    const purpose = path.includes('/set-password/') ? 'recovery' : 'sign_in';
    if (access?.startsWith('sign_in')) return this.tracking.signInLinks.createLink(this.answerer, purpose);
    const [, purposeOfLink] = PURPOSES.find(([part]) => path.includes(part)) ?? ['', 'answer_alert'];
    const ofItem = purposeOfLink === 'answer_alert' || purposeOfLink === 'submit_figure';
    const claims = {
      purpose: purposeOfLink,
      state: 'PER',
      alertId: ofItem ? this.alertId : null,
    } as const;
    const expiresAt = this.ground.clock.now() + 86_400_000;
    return Promise.resolve(this.tracking.signedLinks.sign({ ...claims, personId: this.answerer, expiresAt }));
  }

  private async addCallers(people: readonly Member[]): Promise<void> {
    const nobody = () => Promise.resolve({});
    this.add('public', { recognised: 'not yet', headers: nobody, spare: nobody, stillWho: 'public' });
    for (const { role, state, personId, twinId } of people) {
      const who = { role, state, stillWho: role };
      await this.addPerson(`${role} ${state}`, personId, who, twinId);
      // Nobody yet, as far as pages are told.
      const due = { ...who, recognised: 'not yet', secondFactorDue: true, stillWho: 'public' } as const;
      await this.addPerson(`${role} ${state}, second factor due`, personId, due, twinId);
      if (permissionsToGive([{ stateId: 1, state, role, institution: null }]).length > 0)
        await this.addToken(`token of ${role} ${state}`, personId, { ...who, permissions: EVERY_PERMISSION });
      // What a token does not hold is refused before any State is looked at: those of one State stand for the others.
      if (state === 'PER')
        await this.addToken(`empty token of ${role} ${state}`, personId, { ...who, permissions: [] });
    }
    await this.addPeopleWhoLeft();
    const { personId } = people.find(({ role }) => role === 'secretariat')!;
    await this.addBadTokens(personId);
  }

  /** A person whose only membership is over still has a session, a person who left has none. */
  private async addPeopleWhoLeft(): Promise<void> {
    const { PER } = this.watched;
    const institution = await PER.addInstitution('OLD', []);
    const former = await PER.addPerson('former@per.example', 'ombudsperson', institution);
    const gone = await PER.addPerson('gone@per.example', 'ombudsperson', institution);
    await this.addPerson('membership over', former, { stillWho: 'public' });
    await this.addPerson('person gone', gone, { recognised: 'not yet', stillWho: 'public' });
    await this.addToken('token, membership over', former, { recognised: 'never', stillWho: null });
    await this.addToken('token, person gone', gone, { recognised: 'never', stillWho: null });
    await this.ground.rows(
      PER.state.id,
      `UPDATE membership SET ends_on = '2026-06-29' WHERE state_id = $1 AND person_id = $2`,
      [PER.state.id, former],
    );
    await this.ground.rows(
      PER.state.id,
      `UPDATE person SET ended_at = '2026-06-29T00:00:00Z' WHERE id = $1`,
      [gone],
    );
  }

  private async addBadTokens(personId: number): Promise<void> {
    const bad = { recognised: 'never', stillWho: null } as const;
    await this.addToken('revoked token', personId, bad, 'revoked_at = now()');
    await this.addToken('expired token', personId, bad, `expires_at = '${TODAY}T15:00:00Z'`);
    const cookie = await this.session(personId, false);
    for (const [name, authorization] of [
      ['made-up token', `Bearer vigia_${'a'.repeat(43)}`],
      ['another scheme', 'Basic c2VjcmV0YXJpYXQ6'],
    ] as const) {
      // The cookie of a person with rights travels along and must not count.
      const headers = () => Promise.resolve({ authorization, ...cookie });
      this.add(name, { ...bad, permissions: EVERY_PERMISSION, headers, spare: headers });
    }
  }

  private async addPerson(
    name: string,
    personId: number,
    who: Partial<Caller>,
    twinId = personId,
  ): Promise<void> {
    const headers = await this.session(personId, who.secondFactorDue ?? false);
    this.add(name, {
      ...who,
      headers: () => Promise.resolve(headers),
      spare: () => this.session(twinId, who.secondFactorDue ?? false),
    });
  }

  private async addToken(
    name: string,
    personId: number,
    who: Partial<Caller>,
    change = 'revoked_at = NULL',
  ): Promise<void> {
    this.tokens += 1;
    const number = this.tokens;
    const visitor = await this.tracking.sessions.recognise((await this.openSession(personId, false)).token);
    const given = permissionsToGive(visitor.memberships);
    const permissions = who.permissions ?? EVERY_PERMISSION;
    const { secret, token } = await this.tracking.apiTokens.create(
      // A role without anything to give still gets a token, to be emptied below.
      given.length > 0
        ? visitor
        : { ...visitor, memberships: [{ ...visitor.memberships[0]!, role: 'secretariat' }] },
      { name: `${number}`, permissions: given.length > 0 ? given.slice(0, 1) : ['docket:read'], days: 1 },
    );
    const text = `UPDATE api_token SET permissions = $2, ${change} WHERE id = $1`;
    await this.ground.record.runShared((sql) => sql.execute(text, [token.id, permissions]));
    const headers = () => Promise.resolve({ authorization: `Bearer ${secret}` });
    this.add(name, { ...who, permissions, headers, spare: headers });
  }

  private add(name: string, who: Partial<Caller> & Pick<Caller, 'headers' | 'spare'>): void {
    this.callers.push({
      name,
      recognised: 'yes',
      secondFactorDue: false,
      role: null,
      state: null,
      permissions: null,
      stillWho: null,
      ...who,
    });
  }

  private async session(personId: number, secondFactorDue: boolean): Promise<Headers> {
    return { cookie: `vigia_session=${(await this.openSession(personId, secondFactorDue)).token}` };
  }

  private openSession(personId: number, secondFactorDue: boolean) {
    return this.tracking.sessions.open({ personId, proven: ['password'], secondFactorDue });
  }
}
