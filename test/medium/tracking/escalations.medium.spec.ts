import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { addDays, parseSearch } from '#domain';
import type { EscalationFilter } from '#persistence';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const DUE = '2026-06-01';
const ALL: EscalationFilter = { institution: null, stands: null, told: null, before: null, limit: 20 };

let ground: TrackingGround;
let peru: WatchedState;
let secretariat: number;

beforeAll(async () => {
  ground = await openTrackingGround('2026-05-20T15:00:00Z');
  peru = await WatchedState.create(ground);
  const ministry = await peru.addInstitution('MIMP', ['focal@mimp.example']);
  await peru.addPerson('watch@defensoria.example', 'ombudsperson', null);
  secretariat = await peru.addPerson('coordination@minjus.example', 'secretariat', null);
  await peru.lead(ministry);
  await peru.owe(ministry, DUE);
  for (const days of [-7, 1, 10, 21, 45]) await liveThrough(ground, peru.state, addDays(DUE, days));
});

afterAll(() => ground?.close());

const read = (filter: Partial<EscalationFilter> = {}, own: string | null = null) =>
  ground.tracking.readEscalations.list(peru.state, { ...ALL, ...filter }, own);
const idsOf = async (filter: Partial<EscalationFilter>, own: string | null = null) =>
  (await read(filter, own)).escalations.map(({ id }) => id);

describe('what came up to the ombudsperson', () => {
  it('is told with its day, who owes, what was done before, and what became of the mail', async () => {
    const { open, escalations, today } = await read();
    expect([today, open, escalations.length]).toEqual(['2026-07-16', 1, 1]);
    expect(escalations[0]).toMatchObject({
      cameOn: '2026-07-16',
      why: 'unanswered_late',
      workingDays: 30,
      stands: 'open',
      institution: { code: 'MIMP' },
      alert: { rule: 'deadline', reason: 'overdue', dueOn: DUE, publicId: 'opsc-1-8' },
      told: 'sent',
      mails: [{ outcome: 'accepted', on: '2026-07-16', attempts: 1 }],
    });
    expect(escalations[0]!.reminders).toBeGreaterThan(1);
    expect(escalations[0]!.before.map(({ kind, addressee }) => addressee ?? kind)).toEqual([
      'opened',
      'head',
      'coordinating_body',
    ]);
  });

  it('is narrowed by how it stands, by the mail, by who owes and by a word, and an institution reads its own', async () => {
    const [id] = await idsOf({});
    const search = (word: string) => ({ query: parseSearch(word)!, language: 'en' });
    expect(
      await idsOf({ stands: 'open', told: 'sent', institution: 'MIMP', search: search('MIMP') }),
    ).toEqual([id]);
    for (const none of [
      { stands: 'settled' },
      { told: 'refused' },
      { institution: 'MINEDU' },
      { search: search('nothing') },
      { before: id! },
    ] as const)
      expect(await idsOf(none)).toEqual([]);
    expect(await idsOf({}, 'MIMP')).toEqual([id]);
    expect(await read({}, 'MINEDU')).toMatchObject({ open: 0, escalations: [], institutions: [] });
  });

  it('says so when the mail waits, came back, or nobody was there to be told', async () => {
    const tell = (set: string) =>
      ground.record.runState(peru.state.id, (sql) =>
        sql.execute(
          `UPDATE message SET ${set} WHERE state_id = $1 AND id = (SELECT max(n.message_id) FROM notice n WHERE n.state_id = $1 AND n.rung = 30 AND n.occasion LIKE '%>%')`,
          [peru.state.id],
        ),
      );
    const told = async () => (await read()).escalations.map((one) => one.told);
    for (const [state, outcome] of [
      ['in_doubt', 'in_doubt'],
      ['returned', 'refused'],
      ['permanent', 'refused'],
      ['pending', 'waiting'],
      ['accepted', 'sent'],
    ] as const) {
      await tell(`delivery_state = '${state}'`);
      expect([state, await told()]).toEqual([state, [outcome]]);
    }
  });

  it('stays on the list when it is answered and when it is settled, and is counted as open no more', async () => {
    const [one] = (await read()).escalations;
    await ground.tracking.answerAlert.acknowledge(peru.state, one!.alert.id, 'On its way', {
      personId: secretariat,
      actor: 'secretariat',
      institution: null,
    });
    expect(await read()).toMatchObject({ open: 0, escalations: [{ id: one!.id, stands: 'answered' }] });
    await ground.record.runState(peru.state.id, (sql) =>
      sql.execute(`UPDATE alert SET alert_state = 'resolved' WHERE state_id = $1 AND id = $2`, [
        peru.state.id,
        one!.alert.id,
      ]),
    );
    expect(await read({ stands: 'settled' })).toMatchObject({ open: 0, escalations: [{ id: one!.id }] });
  });
});
