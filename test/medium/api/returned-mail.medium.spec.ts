import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { WatchedState } from '../../factories/watched-state.js';
import { deliveryReport } from '../../support/delivery-report.js';
import { BOUNCE_TOKEN } from '../../support/returned-mail-changes.js';
import { openReturnedMailApi } from '../../support/returned-mail-api.js';
import { openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

const FIRST_DAY = '2026-11-24T13:00:00Z';
const DAY = 86_400_000;

let ground: TrackingGround;
let state: WatchedState;
let api: NestFastifyApplication;
let counter = 0;

beforeAll(async () => {
  ground = await openTrackingGround(FIRST_DAY, { takesReturnedMail: true });
  state = await WatchedState.create(ground);
  api = await openReturnedMailApi(ground);
});

afterAll(async () => {
  await api?.close();
  await ground?.close();
});

interface Left {
  readonly path: string;
  readonly address: string;
}

/** A reminder that the relay has taken, of a person whom it is the only one for. */
async function leave(): Promise<Left> {
  counter += 1;
  ground.clock.set(FIRST_DAY);
  const address = `person-${counter}@mimp.example`;
  const institution = await state.addInstitution(`I${counter}`, [address]);
  await state.owe(institution, '2026-11-23');
  await ground.tracking.runSweep.run(state.state, { worker: 'test', again: true });
  await ground.tracking.closeDigest.close(state.state);
  await ground.tracking.deliverMessages.deliver(state.state.id);
  const sent = ground.mailer.sent.filter(({ to }) => to.address === address);
  expect(sent).toHaveLength(1);
  return { path: sent[0]!.returnPath!, address };
}

function autoReply(path: string): string {
  return `From: somebody@mimp.example\r\nTo: ${path}\r\nSubject: Fuera de la oficina\r\nAuto-Submitted: auto-replied\r\n\r\nVuelvo el lunes.\r\n`;
}

const WITH_TOKEN = { authorization: `Bearer ${BOUNCE_TOKEN}` };

async function handIn(mail: string, headers: Record<string, string> = WITH_TOKEN) {
  const answer = await fetch(`${await api.getUrl()}/mail/bounces`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', ...headers },
    body: mail,
  });
  return {
    status: answer.status,
    body: (await answer.json()) as { readonly returnedAs?: string; readonly code?: string },
  };
}

/** Whether the person can be written to, and how the newest mail stands in the ledger. */
async function standing({ address }: Left) {
  const [row] = await ground.rows<{ reachable: boolean; mail: string; returns: string[]; next: number }>(
    state.state.id,
    `SELECT p.unreachable_since IS NULL AS reachable, m.delivery_state AS mail, m.next_attempt_at AS next,
            (SELECT array_agg(d.returned_as ORDER BY d.id) FROM delivery d WHERE d.state_id = m.state_id AND d.message_id = m.id AND d.outcome = 'returned') AS returns
     FROM message m JOIN person p ON p.id = m.person_id WHERE m.state_id = $1 AND p.email = $2 ORDER BY m.id DESC LIMIT 1`,
    [state.state.id, address],
  );
  return row!;
}

describe('R13: what a relay hands in', () => {
  it('is taken for what it is, six of six', async () => {
    const classes: (string | undefined)[] = [];
    const say = async (mail: string) => classes.push((await handIn(mail)).body.returnedAs);
    const [unknown, unroutable, full, away, forged, old] = [
      await leave(),
      await leave(),
      await leave(),
      await leave(),
      await leave(),
      await leave(),
    ];
    await say(deliveryReport(unknown.path, 'failed', '5.1.1'));
    await say(deliveryReport(unroutable.path, 'failed', '5.4.4'));
    await say(deliveryReport(full.path, 'failed', '4.2.2'));
    await say(autoReply(away.path));
    await say(deliveryReport(forged.path.replace(/.@/, '@'), 'failed', '5.1.1'));
    ground.clock.advance(22 * DAY);
    await say(deliveryReport(old.path, 'failed', '5.1.1'));

    const expected = ['address_unusable', 'address_unusable', 'given_up', 'auto_reply', 'forged', 'outdated'];
    const right = classes.filter((one, index) => one === expected[index]).length;
    process.stdout.write(`R13: right class ${right} of ${expected.length}\n`);
    expect(classes).toEqual(expected);

    for (const person of [unknown, unroutable])
      expect(await standing(person)).toMatchObject({ reachable: false, mail: 'returned' });
    for (const person of [away, forged, old])
      expect(await standing(person)).toMatchObject({ reachable: true, mail: 'accepted' });
    expect(await standing(full)).toMatchObject({ reachable: true, mail: 'pending' });
    expect((await standing(forged)).returns).toBeNull();
  });

  it('for a mail that a relay gave up on brings it on its way again, three times and then no more', async () => {
    const left = await leave();
    const gaveUp = deliveryReport(left.path, 'failed', '4.4.7');
    for (const mail of ['pending', 'pending', 'returned']) {
      await handIn(gaveUp);
      const now = await standing(left);
      expect(now).toMatchObject({ mail, reachable: true });
      if (mail === 'returned') break;
      expect(now.next).toBe(ground.clock.now() + 4 * 3_600_000);
      ground.clock.advance(4 * 3_600_000);
      await ground.tracking.deliverMessages.deliver(state.state.id);
      expect(await standing(left)).toMatchObject({ mail: 'accepted' });
    }
    const copies = ground.mailer.sent.filter(({ to }) => to.address === left.address);
    expect(copies).toHaveLength(3);
    expect(new Set(copies.map(({ messageId }) => messageId)).size).toBe(1);
    const [verdict] = await ground.tracking.verifyRecord.verify();
    expect(verdict?.ledger.filter(({ place }) => place !== null)).toEqual([]);
  });

  it('says nothing about an address that the person no longer has', async () => {
    const left = await leave();
    await ground.rows(state.state.id, `UPDATE person SET email = 'new@mimp.example' WHERE email = $1`, [
      left.address,
    ]);
    expect((await handIn(deliveryReport(left.path, 'failed', '5.1.1'))).body.returnedAs).toBe('outdated');
    expect(await standing({ ...left, address: 'new@mimp.example' })).toMatchObject({ reachable: true });
  });

  it('is written into the history of the State', async () => {
    const left = await leave();
    await handIn(deliveryReport(left.path, 'failed', '5.7.1'));
    const [entry] = await ground.rows(
      state.state.id,
      'SELECT actor, action, after FROM audit_entry WHERE state_id = $1 ORDER BY position DESC LIMIT 1',
      [state.state.id],
    );
    expect(entry).toEqual({
      actor: 'mail_relay',
      action: 'message.returned',
      after: { returnedAs: 'refused', deliveryStatus: '5.7.1' },
    });
  });
});

describe('the place where a relay hands in', () => {
  it('takes nothing without the token of the installation, or with another', async () => {
    const left = await leave();
    const mail = deliveryReport(left.path, 'failed', '5.1.1');
    expect(await handIn(mail, {})).toMatchObject({
      status: 401,
      body: { code: 'returned_mail.token' },
    });
    expect((await handIn(mail, { authorization: 'Bearer wrong' })).status).toBe(401);
    expect(await standing(left)).toMatchObject({ reachable: true, mail: 'accepted', returns: null });
  });

  it('says what it takes where it is sent something else', async () => {
    expect(await handIn('{}', { ...WITH_TOKEN, 'content-type': 'application/json' })).toMatchObject({
      status: 422,
      body: { code: 'returned_mail.body' },
    });
    expect((await handIn('x'.repeat(3_000_000))).status).toBe(413);
  });

  it('answers a mail about nothing of ours without keeping anything', async () => {
    expect((await handIn('From: a@b.example\r\nTo: vigia@per.example\r\n\r\nHello\r\n')).body).toEqual({
      returnedAs: 'forged',
    });
    expect((await handIn('\0')).body).toEqual({ returnedAs: 'forged' });
  });
});
