import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const MINUTE_MS = 60_000;
const COMMAND_LINE = { personId: null, name: null, role: null };

describe('somebody who was entered while the mail about it was lost', () => {
  let ground: TrackingGround;
  let peru: WatchedState;
  let secretariat: { readonly personId: number; readonly name: string; readonly role: 'secretariat' };
  let made = 0;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    const personId = await peru.addPerson('sara@per.example', 'secretariat', null);
    secretariat = { personId, name: 'Sara', role: 'secretariat' };
  });

  beforeEach(() => {
    ground.clock.advance(24 * 60 * MINUTE_MS);
    ground.dispatcher.unreachable = false;
    ground.dispatcher.takeAccessMails();
    ground.mailer.sent.length = 0;
  });

  afterAll(() => ground.close());

  /** The process dies once the person is on record, before the job is in the queue. */
  async function enterAndDie(): Promise<string> {
    const email = `new.${(made += 1)}@per.example`;
    const invitation = {
      name: 'Ana',
      email,
      language: 'es',
      role: 'ombudsperson',
      institution: null,
    } as const;
    await ground.record.runState(peru.state.id, () =>
      ground.tracking.invitePerson.enter(peru.state, invitation, secretariat),
    );
    return email;
  }
  const tickLater = async (minutes: number, worker = ground.tracking): Promise<void> => {
    ground.clock.advance(minutes * MINUTE_MS);
    await worker.tick.tick();
  };

  it('is told by a tick once the time has passed within which a queue that works has told', async () => {
    const email = await enterAndDie();
    await tickLater(9);
    expect(ground.dispatcher.takeAccessMails()).toEqual([]);
    await tickLater(6);
    expect(await ground.sendAccessMails()).toEqual([]);
    expect(ground.mailer.sent.map(({ to }) => to.address)).toEqual([email]);
    await tickLater(60);
    expect(ground.dispatcher.takeAccessMails()).toEqual([]);
  });

  it('is one mail however many processes ask for it, also where the first job was not lost after all', async () => {
    const email = `new.${(made += 1)}@per.example`;
    await ground.tracking.invitePerson.invite(
      peru.state,
      { name: 'Ana', email, language: 'es', role: 'ombudsperson', institution: null },
      secretariat,
    );
    await tickLater(15);
    await tickLater(0, ground.asWorker('another'));
    const names = ground.dispatcher.takeAccessMails().map(({ mail }) => mail);
    expect(names).toHaveLength(3);
    expect(new Set(names).size).toBe(1);
  });

  it('is told after the queue was out of reach', async () => {
    ground.dispatcher.unreachable = true;
    const email = `new.${(made += 1)}@per.example`;
    const invitation = {
      name: 'Ana',
      email,
      language: 'es',
      role: 'ombudsperson',
      institution: null,
    } as const;
    const { mail } = await ground.tracking.invitePerson.invite(peru.state, invitation, secretariat);
    expect(mail).toBe('not_queued');
    await expect(tickLater(15)).rejects.toMatchObject({ code: 'queue.unreachable' });
    ground.dispatcher.unreachable = false;
    await tickLater(1);
    await ground.sendAccessMails();
    expect(ground.mailer.sent.map(({ to }) => to.address)).toContain(email);
  });

  it('is nobody whose mail was refused for good, who got a link from the command line, or who has left', async () => {
    const refused = await enterAndDie();
    await tickLater(15);
    ground.mailer.answer = () => ({ kind: 'permanent', code: 550, response: '550 no' });
    expect(await ground.sendAccessMails()).toEqual(['access_mail.permanent']);
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    ground.dispatcher.unreachable = true;
    const linked = { name: 'Ana', email: `new.${(made += 1)}@per.example`, language: 'es' } as const;
    const outcome = await ground.tracking.invitePerson.invite(
      peru.state,
      { ...linked, role: 'ombudsperson', institution: null },
      COMMAND_LINE,
    );
    expect(outcome.link).not.toBeNull();
    ground.dispatcher.unreachable = false;
    const left = await enterAndDie();
    await ground.record.runShared((sql) =>
      sql.execute(`UPDATE person SET ended_at = now() WHERE email = $1`, [left]),
    );
    await tickLater(30);
    expect(ground.dispatcher.takeAccessMails()).toEqual([]);
    expect(refused).not.toBe(left);
  });
});
