import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { FocalPointList, Members } from '#contracts';
import { ReturnPaths } from '#mail';
import type { AccessMailWish } from '#queue';

import { sessionCookieName } from '../../../apps/api/src/access/session-cookie.js';
import { WatchedState } from '../../factories/watched-state.js';
import { deliveryReport } from '../../support/delivery-report.js';
import { BOUNCE_TOKEN } from '../../support/returned-mail-changes.js';
import { openReturnedMailApi } from '../../support/returned-mail-api.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const FIRST_DAY = '2026-11-24T13:00:30Z';
const DAY = 86_400_000;
const SECRET = 'only-for-tests-only-for-tests-only';

interface Invited {
  readonly personId: number;
  readonly address: string;
  readonly path: string;
}

describe('an invitation that comes back', () => {
  let ground: TrackingGround;
  let state: WatchedState;
  let api: NestFastifyApplication;
  let secretariat: { readonly personId: number; readonly name: string; readonly role: 'secretariat' };
  let counter = 0;

  beforeAll(async () => {
    ground = await openTrackingGround(FIRST_DAY, { takesReturnedMail: true, sessionSecret: SECRET });
    state = await WatchedState.create(ground);
    const personId = await state.addPerson('sara@mimp.example', 'secretariat', null);
    secretariat = { personId, name: 'Sara', role: 'secretariat' };
    api = await openReturnedMailApi(ground);
  });

  afterAll(async () => {
    await api?.close();
    await ground?.close();
  });

  /** Whom the relay took the invitation of. */
  async function invite(): Promise<Invited> {
    counter += 1;
    ground.clock.set(FIRST_DAY);
    const address = `colleague-${counter}@mimp.example`;
    const invitation = { name: `Colleague ${counter}`, email: address, language: 'es' } as const;
    const { personId } = await ground.tracking.invitePerson.invite(
      state.state,
      { ...invitation, role: 'ombudsperson', institution: null },
      secretariat,
    );
    expect(await ground.sendAccessMails()).toEqual([]);
    const sent = ground.mailer.sent.at(-1);
    expect(sent?.to.address).toBe(address);
    return { personId, address, path: sent?.returnPath ?? '' };
  }

  async function handIn(mail: string): Promise<string | undefined> {
    const answer = await fetch(`${await api.getUrl()}/mail/bounces`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${BOUNCE_TOKEN}` },
      body: mail,
    });
    const { returnedAs } = (await answer.json()) as { readonly returnedAs?: string };
    // What a request noted is kept once it was answered.
    await new Promise((resolve) => setImmediate(resolve));
    await ground.tracking.security.settled();
    return returnedAs;
  }

  async function asked<T>(path: string): Promise<T> {
    const { personId } = secretariat;
    const { token } = await ground.tracking.sessions.open({ personId, proven: ['password'] });
    const cookie = `${sessionCookieName({ publicUrl: 'http://vigia.example' })}=${token}`;
    const answer = await fetch(`${await api.getUrl()}${path}`, { headers: { cookie } });
    return (await answer.json()) as T;
  }

  async function listed({ address }: Invited): Promise<Members['members'][number]> {
    const { members } = await asked<Members>('/api/v1/states/PER/people?limit=200');
    const member = members.find(({ email }) => email === address);
    expect(member).toBeDefined();
    return member!;
  }

  const returns = ({ personId }: Invited) =>
    ground.record.runShared((sql) =>
      sql.rows<{ reason: string; outcome: string }>(
        `SELECT reason, outcome FROM security_event WHERE event = 'access_mail.returned' AND person_id = $1 ORDER BY id`,
        [personId],
      ),
    );

  it('left with a return path of its own that does not hold the address', async () => {
    const one = await invite();
    const other = await invite();
    expect(one.path).toMatch(/^[^+]+\+p-[0-9a-z-]+@/);
    expect(one.path).not.toContain('colleague');
    expect(other.path).not.toBe(one.path);
    expect(await listed(one)).toMatchObject({
      reachable: true,
      unreachableSince: null,
      arrived: false,
      invitation: { became: 'sent', why: null, on: '2026-11-24' },
    });
  });

  it('because no mail reaches the address (5.1.1) makes its person unreachable, is in the log and in the list of people', async () => {
    const invited = await invite();
    ground.clock.advance(2 * DAY);
    expect(await handIn(deliveryReport(invited.path, 'failed', '5.1.1'))).toBe('address_unusable');
    expect(await listed(invited)).toMatchObject({
      reachable: false,
      unreachableSince: '2026-11-26',
      invitation: { became: 'returned', why: 'address_unusable', on: '2026-11-26' },
    });
    expect(await returns(invited)).toEqual([{ reason: 'access_mail.address_unusable', outcome: 'error' }]);
  });

  it.each([
    ['failed', '4.2.2', 'given_up'],
    ['failed', '5.7.1', 'refused'],
  ])(
    'because it was %s with %s says so in the list and holds nothing against the address',
    async (action, status, as) => {
      const invited = await invite();
      expect(await handIn(deliveryReport(invited.path, action, status))).toBe(as);
      expect(await listed(invited)).toMatchObject({
        reachable: true,
        invitation: { became: 'returned', why: as },
      });
      expect(await returns(invited)).toEqual([{ reason: `access_mail.${as}`, outcome: 'error' }]);
    },
  );

  it('changes nothing where it is delayed, an answer in absence, forged, about another address, or old', async () => {
    const absent = (path: string): string =>
      `From: a@mimp.example\r\nTo: ${path}\r\nSubject: Fuera\r\nAuto-Submitted: auto-replied\r\n\r\nVuelvo el lunes.\r\n`;
    const failed = (path: string): string => deliveryReport(path, 'failed', '5.1.1');
    const cases: readonly (readonly [string, (invited: Invited) => string | Promise<string>])[] = [
      ['delayed', ({ path }) => deliveryReport(path, 'delayed', '4.2.2')],
      ['auto_reply', ({ path }) => absent(path)],
      ['forged', ({ path }) => failed(path.replace(/(.)@/, (_, last) => (last === '0' ? '1@' : '0@')))],
      [
        'forged',
        // The number of another person in a path that was sealed for this one.
        ({ path, personId }) =>
          failed(path.replace(`+p-${personId.toString(36)}-`, `+p-${secretariat.personId.toString(36)}-`)),
      ],
      [
        'outdated',
        async ({ path, personId }) => {
          await ground.record.runShared((sql) =>
            sql.execute(`UPDATE person SET email = 'moved-' || email WHERE id = $1`, [personId]),
          );
          return failed(path);
        },
      ],
      [
        'outdated',
        ({ path }) => {
          ground.clock.advance(22 * DAY);
          return failed(path);
        },
      ],
      ['not_understood', ({ path }) => `From: a@mimp.example\r\nTo: ${path}\r\n\r\nHello\r\n`],
    ];
    let right = 0;
    for (const [expected, mailOf] of cases) {
      const invited = await invite();
      const as = await handIn(await mailOf(invited));
      if (as === expected) right += 1;
      const [person] = await ground.record.runShared((sql) =>
        sql.rows<{ reachable: boolean }>(
          'SELECT unreachable_since IS NULL AS reachable FROM person WHERE id = ANY($1) ORDER BY 1',
          [[invited.personId, secretariat.personId]],
        ),
      );
      expect([as, person?.reachable, await returns(invited)]).toEqual([expected, true, []]);
    }
    process.stdout.write(`access mails that came back: right class ${right} of ${cases.length}\n`);
  });

  it('stands on the page of who answers for an institution, for whoever handed over to a colleague there', async () => {
    const institution = await state.addInstitution('MIMP', []);
    expect(institution).toBeGreaterThan(0);
    const email = 'successor@mimp.example';
    await ground.tracking.invitePerson.invite(
      state.state,
      { name: 'Successor', email, language: 'es', role: 'focal_point', institution: 'MIMP' },
      secretariat,
    );
    await ground.sendAccessMails();
    await handIn(deliveryReport(ground.mailer.sent.at(-1)?.returnPath ?? '', 'failed', '5.7.1'));
    const { items } = await asked<FocalPointList>('/api/v1/states/PER/institutions/MIMP/focal-points');
    expect(items).toMatchObject([
      { email, reachable: true, invitation: { became: 'returned', why: 'refused' } },
    ]);
  });

  it('says nothing of somebody who has left, and is forged for one of whom nothing is kept', async () => {
    const left = await invite();
    await ground.record.runShared((sql) =>
      sql.execute('UPDATE person SET ended_at = now() WHERE id = $1', [left.personId]),
    );
    expect(await handIn(deliveryReport(left.path, 'failed', '5.1.1'))).toBe('outdated');
    const gone = new ReturnPaths(SECRET, 'Vigía <vigia@vigia.example>').pathToPerson(
      { personId: 2_000_000_000, sentAt: ground.clock.now() },
      'gone@mimp.example',
    );
    expect(await handIn(deliveryReport(gone, 'failed', '5.1.1'))).toBe('forged');
  });

  it('is over once its person is invited again and sets a password by the link of that mail', async () => {
    const invited = await invite();
    await handIn(deliveryReport(invited.path, 'failed', '5.1.1'));
    const wish: AccessMailWish = {
      kind: 'recovery',
      personId: invited.personId,
      mail: '0190b5a0-0000-8000-a000-000000000001',
    };
    await ground.tracking.sendAccessMail.send(wish, { attempt: 1, of: 9 });
    expect(await listed(invited)).toMatchObject({ reachable: false, invitation: { became: 'sent' } });
    const token = /\/set-password\/([\w-]{43})/.exec(ground.mailer.sent.at(-1)?.text ?? '')?.[1] ?? '';
    await ground.tracking.passwordLinks.setPassword(token, 'quite another long sentence', 'a device');
    expect(await listed(invited)).toMatchObject({ reachable: true, arrived: true, invitation: null });
  });
});
