import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DAY_MS = 86_400_000;

describe('answering a reminder by the link in its mail', () => {
  let ground: TrackingGround;
  let watched: WatchedState;
  let token: string;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-23T15:00:00Z');
    watched = await WatchedState.create(ground);
    const ministry = await watched.addInstitution('MIMP', ['owner@mimp.example']);
    await watched.lead(ministry);
    await watched.owe(ministry, '2026-06-30');
    await liveThrough(ground, watched.state, '2026-06-23');
    token = /\/answer\/([\w.-]+)/.exec(ground.mailer.sent[0]?.text ?? '')?.[1] ?? '';
  });

  afterAll(() => ground.close());

  /** What the edge does with a POST. */
  async function acknowledge(reason: string): Promise<void> {
    const { readAnswer, answerAlert } = ground.tracking;
    const { state, alert, answerer } = await readAnswer.read(token);
    await answerAlert.acknowledge(state, alert.id, reason, answerer);
  }

  it('shows the one reminder it was made for, and changes nothing by being looked at', async () => {
    const before = await fingerprint(ground, watched.state);
    const reading = await ground.tracking.readAnswer.read(token);
    expect(reading).toMatchObject({
      code: '8',
      personName: 'owner@mimp.example',
      institution: { code: 'MIMP' },
      evidence: { dueOn: '2026-06-30', daysLeft: 7 },
    });
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('refuses a reason that points at a person, names the field, keeps nothing of it, and can be answered again', async () => {
    const before = await fingerprint(ground, watched.state);
    const refusal = acknowledge('La menor Ana Quispe, DNI 45678912, ya fue atendida');
    await expect(refusal).rejects.toMatchObject({
      code: 'answer.personal_data',
      details: { field: 'reason', kinds: ['child_name', 'identity_document'] },
    });
    await expect(refusal).rejects.toThrow(/^reason: leave out .*child name, identity document/);
    await expect(refusal).rejects.not.toThrow(/Ana|4567/);
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('acknowledges with a transition and an audit entry that say who and why', async () => {
    await acknowledge('We are on it');
    const [alert] = await ground.rows<{ state: string }>(
      watched.state.id,
      `SELECT alert_state AS state FROM alert WHERE state_id = $1 AND rule = 'deadline'`,
      [watched.state.id],
    );
    expect(alert?.state).toBe('acknowledged');
    const trail = await ground.rows<Record<string, unknown>>(
      watched.state.id,
      `SELECT t.kind, t.reason, p.email AS who, e.action, e.actor, e.before, e.after, e.reason AS why
       FROM alert_transition t JOIN person p ON p.id = t.person_id
       JOIN audit_entry e ON e.state_id = t.state_id AND e.subject_kind = 'alert' AND e.subject_id = t.alert_id::text AND e.person_id = p.id
       WHERE t.state_id = $1`,
      [watched.state.id],
    );
    expect(trail).toEqual([
      {
        kind: 'acknowledged',
        reason: 'We are on it',
        who: 'owner@mimp.example',
        action: 'alert.acknowledged',
        actor: 'mail_link',
        before: { state: 'open' },
        after: { state: 'acknowledged' },
        why: 'We are on it',
      },
    ]);
  });

  it('changes nothing the second time', async () => {
    const before = await fingerprint(ground, watched.state);
    await acknowledge('again');
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });

  it('keeps the due day itself loud although it was acknowledged', async () => {
    const mails = ground.mailer.sent.length;
    await liveThrough(ground, watched.state, '2026-06-24');
    expect(ground.mailer.sent).toHaveLength(mails);
    await liveThrough(ground, watched.state, '2026-06-29');
    expect(ground.mailer.sent).toHaveLength(mails + 1);
  });

  it('is refused when the link has expired, and changes nothing', async () => {
    const before = await fingerprint(ground, watched.state);
    ground.clock.advance(36 * DAY_MS);
    await expect(acknowledge('too late')).rejects.toMatchObject({ kind: 'forbidden', code: 'link.expired' });
    expect(await fingerprint(ground, watched.state)).toEqual(before);
  });
});

describe('a reminder to the secretariat', () => {
  it('is answered by its link also where its people sit in an institution of their own', async () => {
    const ground = await openTrackingGround('2026-06-23T15:00:00Z');
    try {
      const watched = await WatchedState.create(ground);
      await watched.addPerson('us@minjus.example', 'secretariat', await watched.addInstitution('MINJUS', []));
      const alone = await watched.addInstitution('ALONE', []);
      await watched.lead(alone);
      await watched.owe(alone, '2026-06-30');
      await liveThrough(ground, watched.state, '2026-06-23');
      const mail = ground.mailer.sent.find(({ to }) => to.address === 'us@minjus.example');
      const link = /\/answer\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
      const { state, alert, answerer } = await ground.tracking.readAnswer.read(link);
      expect(alert.rule).toBe('nobody_responsible');
      await ground.tracking.answerAlert.acknowledge(state, alert.id, 'We look for somebody', answerer);
      expect((await ground.tracking.readAnswer.read(link)).alert.state).toBe('acknowledged');
    } finally {
      await ground.close();
    }
  });
});
