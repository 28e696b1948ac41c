import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { AuditRepository } from '#persistence';

import type { State } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const lift = (table: string, constraint: string): string =>
  `ALTER TABLE ${table} DROP CONSTRAINT ${constraint}`;
const FIRST_ACCEPTED = `(SELECT min(id) FROM message WHERE delivery_state = 'accepted')`;
const SUPERSEDED = `(SELECT min(id) FROM message WHERE delivery_state = 'superseded')`;

/** One damage for each check: how the owner does it, and a query for the place that has to be named. */
const DAMAGES: Readonly<Record<string, { readonly by: readonly string[]; readonly place: string }>> = {
  accepted_mail_without_delivery: {
    by: [`DELETE FROM delivery WHERE outcome = 'accepted' AND message_id = ${FIRST_ACCEPTED}`],
    place: `SELECT 'message ' || ${FIRST_ACCEPTED}`,
  },
  delivered_mail_still_waiting: {
    by: [`UPDATE message SET delivery_state = 'pending' WHERE id = ${FIRST_ACCEPTED}`],
    place: `SELECT 'message ' || min(id) FROM message WHERE delivery_state = 'pending'`,
  },
  attempt_not_recorded: {
    by: [`DELETE FROM delivery WHERE outcome = 'started' AND message_id = ${FIRST_ACCEPTED}`],
    place: `SELECT 'message ' || ${FIRST_ACCEPTED}`,
  },
  message_id_twice: {
    by: [
      lift('message', 'uq_message_header'),
      `UPDATE message SET message_id_header = (SELECT message_id_header FROM message WHERE id = ${FIRST_ACCEPTED})
       WHERE id = (SELECT max(id) FROM message)`,
    ],
    place: `SELECT 'message ' || max(id) FROM message`,
  },
  superseded_by_nothing: {
    by: [`UPDATE message SET superseded_by = NULL WHERE id = ${SUPERSEDED}`],
    place: `SELECT 'message ' || ${SUPERSEDED}`,
  },
  notice_in_a_mail_that_gave_way: {
    by: [
      `UPDATE notice SET message_id = ${SUPERSEDED} WHERE id = (SELECT min(id) FROM notice
       WHERE outcome = 'send' AND person_id = (SELECT person_id FROM message WHERE id = ${SUPERSEDED}))`,
    ],
    place: `SELECT 'notice ' || min(id) FROM notice WHERE message_id = ${SUPERSEDED}`,
  },
  notice_in_a_mail_that_is_gone: {
    by: [
      lift('notice', 'fk_notice_message'),
      'UPDATE notice SET message_id = 999999 WHERE id = (SELECT min(id) FROM notice WHERE message_id IS NOT NULL)',
    ],
    place: `SELECT 'notice ' || id FROM notice WHERE message_id = 999999`,
  },
  notice_in_somebody_elses_mail: {
    by: [
      `UPDATE notice n SET message_id = (SELECT min(m.id) FROM message m WHERE m.delivery_state = 'accepted' AND m.person_id <> n.person_id)
       WHERE n.id = (SELECT max(id) FROM notice WHERE message_id IS NOT NULL)`,
    ],
    place: `SELECT 'notice ' || max(id) FROM notice WHERE message_id IS NOT NULL`,
  },
  skipped_notice_with_a_mail: {
    by: [
      `UPDATE notice SET outcome = 'skip' WHERE id = (SELECT min(id) FROM notice WHERE message_id IS NOT NULL)`,
    ],
    place: `SELECT 'notice ' || min(id) FROM notice WHERE message_id IS NOT NULL`,
  },
  finished_sweep_without_counts: {
    by: [`UPDATE sweep SET counts = NULL WHERE swept_on = '2026-06-30'`],
    place: `SELECT 'sweep 2026-06-30'`,
  },
  alert_without_beginning: {
    by: [`DELETE FROM alert_transition WHERE kind = 'opened' AND alert_id = (SELECT min(id) FROM alert)`],
    place: `SELECT 'alert ' || min(id) FROM alert`,
  },
  answer_without_audit: {
    by: [
      `INSERT INTO alert_transition (state_id, alert_id, kind, person_id, reason, happened_on, happened_at)
       SELECT state_id, alert_id, kind, person_id, reason, happened_on, happened_at + interval '1 hour'
       FROM alert_transition WHERE person_id IS NOT NULL`,
    ],
    place: `SELECT 'alert ' || alert_id FROM alert_transition WHERE person_id IS NOT NULL LIMIT 1`,
  },
  deadline_without_history: {
    by: ['DELETE FROM deadline_history'],
    place: `SELECT 'deadline ' || min(id) FROM deadline WHERE version > 1`,
  },
  audited_day_without_head: {
    by: [`DELETE FROM audit_day_head WHERE civil_on = '2026-07-01'`],
    place: `SELECT 'day 2026-07-01'`,
  },
  audit_number_beyond_hash: {
    by: [`UPDATE audit_entry SET after = '{"recommendations": 1.00000000000000000001}' WHERE position = 2`],
    place: `SELECT 'entry 2'`,
  },
  evidence_file_altered: {
    by: [`UPDATE evidence_file_chunk SET bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1)`],
    place: `SELECT 'evidence file ' || min(id) FROM evidence_file`,
  },
  submission_not_where_its_history_leads: {
    by: [`DELETE FROM submission_history WHERE step = 'submit'`],
    place: `SELECT 'submission ' || min(id) FROM submission`,
  },
};

describe('the checks of a ledger', () => {
  let ground: TrackingGround;
  let owner: pg.Client;
  let peru: WatchedState;

  /** Two days of a State in which each kind of row that a check looks at is there, and right. */
  beforeEach(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    peru = await WatchedState.create(ground, 'PER');
    const ministry = await peru.addInstitution('MIMP', ['one@mimp.example', 'two@mimp.example']);
    await peru.lead(ministry);
    await peru.owe(ministry, '2026-06-30', 'The first');
    const moved = await peru.owe(ministry, '2026-06-30', 'The second');
    ground.mailer.answer = ({ to }) =>
      to.address.startsWith('one')
        ? { kind: 'temporary', code: 450, response: '450 later' }
        : { kind: 'accepted', response: '250 kept' };
    await liveThrough(ground, peru.state, '2026-06-30');
    ground.mailer.answer = () => ({ kind: 'accepted', response: '250 kept' });
    await liveThrough(ground, peru.state, '2026-07-01');
    await liveThrough(ground, peru.state, '2026-07-07');
    await peru.move(moved, '2026-09-01');
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
    await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(peru.state.id)]);
    const { rows } = await owner.query<{ id: number; person: number }>(
      `SELECT max(alert_id)::int AS id, min(person_id) AS person FROM notice`,
    );
    for (const day of ['2026-07-01', '2026-07-02']) {
      ground.clock.set(`${day}T16:00:00Z`);
      await ground.record.runState(peru.state.id, () => appendIngest(ground, peru.state.id, day));
    }
    await ground.tracking.answerAlert.acknowledge(peru.state, rows[0]?.id ?? 0, 'On its way', {
      personId: rows[0]?.person ?? 0,
      actor: 'mail_link',
      institution: null,
    });
    await giveAndHandIn(ground, peru.state, {
      ministry,
      obligation: moved.obligationId,
      personId: rows[0]?.person ?? 0,
    });
  });

  afterEach(async () => {
    await owner?.end();
    await ground.close();
  });

  const verdict = async () => (await ground.tracking.verifyRecord.verify())[0];
  const wrong = async () => (await verdict())?.ledger.filter(({ place }) => place !== null);

  it('find nothing in a healthy record, and each has a damage that it is there to find', async () => {
    const healthy = await verdict();
    expect(healthy).toMatchObject({ ok: true, chain: { entries: 6, fault: null } });
    expect(healthy?.ledger.map(({ check }) => check).sort()).toEqual(Object.keys(DAMAGES).sort());
  });

  it('find no damage in a mail that did not leave because everything in it was settled', async () => {
    ground.clock.set('2026-08-31T15:00:00Z');
    await ground.tracking.runSweep.run(peru.state, { worker: 'test' });
    await ground.tracking.closeDigest.close(peru.state);
    await owner.query(`UPDATE obligation SET institution_id = NULL`);
    await ground.tracking.deliverMessages.deliver(peru.state.id);
    const { rows } = await owner.query<{ outcome: string; superseded_by: number | null }>(
      `SELECT d.outcome, m.superseded_by FROM delivery d JOIN message m ON m.state_id = d.state_id AND m.id = d.message_id
       WHERE m.civil_on = '2026-08-31' AND d.outcome <> 'started' ORDER BY d.id`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ outcome, superseded_by }) => `${outcome} ${superseded_by}`))).toEqual(
      new Set(['withdrawn null']),
    );
    expect(await wrong()).toEqual([]);
  });

  it.each(Object.entries(DAMAGES))('name %s, and nothing else', async (check, { by, place }) => {
    expect(await wrong()).toEqual([]);
    for (const statement of by) {
      const { command, rowCount } = await owner.query(statement);
      if (command !== 'ALTER') expect([statement, rowCount]).not.toEqual([statement, 0]);
    }
    const { rows } = await owner.query({ text: place, rowMode: 'array' });
    expect(await wrong()).toEqual([{ check, place: rows[0]?.[0] }]);
  });
});

async function appendIngest(ground: TrackingGround, stateId: number, day: string): Promise<void> {
  await new AuditRepository(ground.record).append(stateId, {
    personId: null,
    actor: 'ingest',
    action: 'document.ingested',
    subjectKind: 'document',
    subjectId: day,
    after: { recommendations: 1 },
    happenedAt: ground.clock.now(),
  });
}

/** A file of evidence and a submission that was handed in, as a focal point does it. */
async function giveAndHandIn(
  { tracking, record }: TrackingGround,
  state: State,
  { ministry, obligation, personId }: Readonly<Record<'ministry' | 'obligation' | 'personId', number>>,
): Promise<void> {
  const [item] = await record.runState(state.id, (sql) =>
    sql.rows<{ id: string }>('SELECT public_id AS id FROM recommendation WHERE state_id = $1', [state.id]),
  );
  await tracking.giveEvidence.giveFile(
    state,
    item!.id,
    {
      institution: 'MIMP',
      action: null,
      language: 'en',
      title: 'Register',
      effectiveOn: '2026-06-30',
      expiresOn: null,
      published: false,
      file: { name: 'register.txt', bytes: new TextEncoder().encode('The register is there.') },
    },
    { personId, role: 'focal_point', ownInstitution: 'MIMP' },
  );
  await tracking.writeSubmissions.begin(
    state,
    {
      obligation,
      recommendation: null,
      texts: { en: 'It is done.' },
      organisation: null,
      period: null,
      handIn: true,
    },
    { personId, role: 'focal_point', reader: { kind: 'institution', institutionId: ministry } },
  );
}
