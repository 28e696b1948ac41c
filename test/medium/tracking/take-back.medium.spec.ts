import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { TAKE_BACK_FOR_MS, addDays } from '#domain';
import type { AlertAnswerer } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { fingerprint, liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-30';
const COLUMNS = `alert_state AS state, snoozed_until AS until, unanswered_since AS since, escalation_step AS step`;

describe('an answer that is taken back', () => {
  let ground: TrackingGround;
  let watched: WatchedState;
  let owner: AlertAnswerer;
  let colleague: AlertAnswerer;
  let id: number;

  const alert = async (): Promise<Record<string, unknown>> => {
    const sql = `SELECT id, ${COLUMNS} FROM alert WHERE state_id = $1 AND rule = 'deadline'`;
    return (await ground.rows<Record<string, unknown>>(watched.state.id, sql, [watched.state.id]))[0] ?? {};
  };
  const trail = async (): Promise<unknown[]> =>
    ground.rows(
      watched.state.id,
      `SELECT action, actor, before, after, person_id AS who FROM audit_entry WHERE state_id = $1 AND subject_kind = 'alert' ORDER BY position`,
      [watched.state.id],
    );

  beforeAll(async () => {
    ground = await openTrackingGround('2026-03-01T15:00:00Z');
    watched = await WatchedState.create(ground);
    const ministry = await watched.addInstitution('MIMP', []);
    const add = async (name: string): Promise<AlertAnswerer> => ({
      personId: await watched.addPerson(`${name}@mimp.example`, 'focal_point', ministry),
      actor: 'focal_point',
      institution: 'MIMP',
    });
    owner = await add('owner');
    colleague = await add('colleague');
    await watched.lead(ministry);
    await watched.owe(ministry, DUE);
    for (const days of [-30, -20]) await liveThrough(ground, watched.state, addDays(DUE, days));
    id = Number((await alert())['id']);
  });

  afterAll(() => ground.close());

  it.each(['acknowledge', 'snooze'] as const)(
    'leaves the reminder as it stood before: %s, and both acts in the trail',
    async (answer) => {
      const before = await alert();
      const { answerAlert } = ground.tracking;
      const entries = (await trail()).length;
      if (answer === 'acknowledge') await answerAlert.acknowledge(watched.state, id, '', owner);
      else await answerAlert.snooze(watched.state, id, { until: '2026-06-20', reason: 'In June' }, owner);
      expect(await alert()).not.toEqual(before);
      await answerAlert.takeBack(watched.state, id, owner);
      expect(await alert()).toEqual(before);
      const answered = answer === 'acknowledge' ? 'acknowledged' : 'snoozed';
      expect((await trail()).slice(entries)).toEqual([
        expect.objectContaining({ action: `alert.${answered}`, who: owner.personId }),
        {
          action: 'alert.taken_back',
          actor: 'focal_point',
          before: { state: answered },
          after: { state: 'open' },
          who: owner.personId,
        },
      ]);
    },
  );

  it('cannot be taken back twice, by a colleague, for another institution, or once its time is over', async () => {
    const { answerAlert } = ground.tracking;
    const refused = async (by: AlertAnswerer, code: string): Promise<void> => {
      const before = await fingerprint(ground, watched.state);
      await expect(answerAlert.takeBack(watched.state, id, by)).rejects.toMatchObject({ code });
      expect(await fingerprint(ground, watched.state)).toEqual(before);
    };
    await refused(owner, 'take_back.nothing');
    await answerAlert.acknowledge(watched.state, id, '', owner);
    await refused(colleague, 'take_back.not_yours');
    await refused({ ...owner, institution: 'PNP' }, 'alert.unknown');
    ground.clock.advance(TAKE_BACK_FOR_MS + 1);
    await refused(owner, 'take_back.too_late');
    expect((await alert())['state']).toBe('acknowledged');
  });
});
