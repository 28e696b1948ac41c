import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { AuditRepository } from '#persistence';
import { composeTracking } from '#tracking';
import type { Tracking } from '#tracking';

import { WatchedState } from '../../factories/watched-state.js';
import { liveThrough, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const entry = (subjectId: string) => ({
  personId: null,
  actor: 'ingest' as const,
  action: 'document.ingested' as const,
  subjectKind: 'document' as const,
  subjectId,
  after: { recommendations: 1 },
  happenedAt: Date.parse('2026-06-30T15:00:00Z'),
});

describe('the audit of a State', () => {
  let ground: TrackingGround;
  let owner: pg.Client;
  let audit: AuditRepository;
  let peru: WatchedState;
  let chile: WatchedState;

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-30T15:00:00Z');
    audit = new AuditRepository(ground.record);
    peru = await WatchedState.create(ground, 'PER');
    chile = await WatchedState.create(ground, 'CHL');
    owner = new pg.Client({ connectionString: ground.database.ownerUrl });
    await owner.connect();
  });

  afterAll(async () => {
    await owner?.end();
    await ground.close();
  });

  const positions = async (watched: WatchedState): Promise<number[]> =>
    (
      await ground.rows<{ position: number }>(
        watched.state.id,
        'SELECT position FROM audit_entry ORDER BY position',
      )
    ).map(({ position }) => position);

  it('has no gaps and no forks when twenty append at once, some of them in vain', async () => {
    const append = (number: number) =>
      ground.record.runState(peru.state.id, async () => {
        await audit.append(peru.state.id, entry(String(number)));
        if (number % 5 === 0) throw new TypeError('given up');
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => append(number)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
    expect(await positions(peru)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect((await ground.tracking.verifyRecord.verify()).every(({ ok }) => ok)).toBe(true);
  });

  it("learns of a change of somebody's account in each State where the person has a role, or in none", async () => {
    const person = await peru.addPerson('both@example.org', 'ombudsperson', null);
    await ground.rows(
      chile.state.id,
      `INSERT INTO membership (state_id, person_id, role, starts_on) VALUES ($1, $2, 'ombudsperson', '2020-01-01')`,
      [chile.state.id, person],
    );
    const count = async () => [(await positions(peru)).length, (await positions(chile)).length];
    const before = await count();
    expect(await ground.record.runShared(() => audit.appendForPerson(person, entry('account')))).toBe(2);
    expect(
      await ground.record.runState(peru.state.id, async (sql) => {
        const appended = await audit.appendForPerson(person, entry('account'));
        expect(await sql.rows('SELECT 1 FROM audit_head')).toHaveLength(1);
        return appended;
      }),
    ).toBe(2);
    expect(await count()).toEqual(before.map((number) => number + 2));
    await expect(
      ground.record.runShared(async () => {
        await audit.appendForPerson(person, entry('account'));
        throw new TypeError('given up');
      }),
    ).rejects.toThrow('given up');
    expect(await count()).toEqual(before.map((number) => number + 2));
    expect((await ground.tracking.verifyRecord.verify()).every(({ ok }) => ok)).toBe(true);
  });

  it('refuses an entry of another State than the transaction is of', async () => {
    await expect(
      ground.record.runState(peru.state.id, () => audit.append(chile.state.id, entry('x'))),
    ).rejects.toThrow();
  });

  it('names what the owner did to the ledger, and where', async () => {
    const ministry = await peru.addInstitution('MIMP', ['focal@mimp.example']);
    await peru.lead(ministry);
    await peru.owe(ministry, '2026-06-01');
    await liveThrough(ground, peru.state, '2026-06-30');
    const wrong = async () =>
      (await ground.tracking.verifyRecord.verify())
        .find(({ state }) => state === 'PER')
        ?.ledger.filter(({ place }) => place !== null);
    expect(await wrong()).toEqual([]);
    await owner.query(`SELECT set_config('vigia.state', $1, false)`, [String(peru.state.id)]);
    await owner.query(`UPDATE delivery SET outcome = 'failed' WHERE outcome = 'accepted'`);
    await owner.query('UPDATE sweep SET counts = NULL');
    expect(await wrong()).toMatchObject([
      { check: 'accepted_mail_without_delivery', place: expect.stringMatching(/^message \d+$/) },
      { check: 'finished_sweep_without_counts', place: 'sweep 2026-06-30' },
    ]);
  });

  it('says so when a head of a State was published that is not there any more', async () => {
    const head = { state: 'BOL', position: 1, hash: 'f'.repeat(64) };
    await expect(ground.tracking.verifyRecord.verify([head])).rejects.toMatchObject({
      code: 'verify.state_gone',
    });
  });

  describe('in the mail to the operator', () => {
    let tracking: Tracking;

    beforeAll(() => {
      tracking = withOperator('one');
    });

    function withOperator(worker: string): Tracking {
      const { record, clock, dispatcher, mailer } = ground;
      return composeTracking({
        record,
        clock,
        dispatcher,
        mailer,
        settings: {
          publicUrl: 'https://vigia.example',
          mailFrom: 'Vigía <vigia@vigia.example>',
          operatorEmail: 'operator@vigia.example',
          disclosureKey: 'only-for-tests-too-only-for-tests-too',
          sessionSecret: 'only-for-tests-only-for-tests-only',
          worker,
          closeAtOnce: false,
        },
      });
    }

    it('goes out once a day, whichever worker sends it, with heads that verify takes', async () => {
      const before = ground.mailer.sent.length;
      const sent = await Promise.all(
        [tracking, withOperator('two')].map((one) => one.mailAuditHeads.sendDue()),
      );
      expect(sent.filter((kind) => kind === 'accepted')).toHaveLength(1);
      expect(await tracking.mailAuditHeads.sendDue()).toBeNull();
      const [mail] = ground.mailer.sent.slice(before);
      expect(mail?.to.address).toBe('operator@vigia.example');
      const lines = [...(mail?.text ?? '').matchAll(/^([A-Z]{3}):(\d+):([0-9a-f]{64})$/gm)];
      const heads = lines.map(([, state = '', position, hash = '']) => ({
        state,
        position: Number(position),
        hash,
      }));
      expect(heads.map(({ state }) => state)).toEqual(['CHL', 'PER']);
      const verdicts = await tracking.verifyRecord.verify(heads);
      expect(verdicts.map(({ chain }) => chain.fault)).toEqual([null, null]);
    });

    it('is asked for by the tick when it is due, and not where nobody is named', async () => {
      const asked = () => ground.dispatcher.dispatched.filter(({ name }) => name === 'audit.mail').length;
      await tracking.tick.tick();
      expect(asked()).toBe(0);
      ground.clock.set('2026-07-01T00:30:00Z');
      await ground.tracking.tick.tick();
      expect(asked()).toBe(0);
      await tracking.tick.tick();
      expect(asked()).toBe(1);
    });

    it('is tried again under the same Message-ID after a refusal that passes', async () => {
      const ids: string[] = [];
      const { answer } = ground.mailer;
      ground.mailer.answer = (mail) => {
        ids.push(mail.messageId);
        return { kind: 'temporary', code: 450, response: '450 later' };
      };
      expect(await tracking.mailAuditHeads.sendDue()).toBe('temporary');
      ground.mailer.answer = answer;
      expect(await tracking.mailAuditHeads.sendDue()).toBeNull();
      ground.clock.advance(61_000);
      expect(await tracking.mailAuditHeads.isDue()).toBe(true);
      expect(await tracking.mailAuditHeads.sendDue()).toBe('accepted');
      expect(ground.mailer.sent.at(-1)?.messageId).toBe(ids[0]);
    });
  });
});
