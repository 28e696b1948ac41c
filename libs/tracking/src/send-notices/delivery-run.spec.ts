import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ClaimedMessage } from '#persistence';

import { DeliveryRun } from './delivery-run.js';
import type { DeliveryGround, DeliveryPace, Turn } from './delivery-run.js';

const PACE: DeliveryPace = { connections: 2, inFlight: 4, waitAtMostMs: 10_000, ledgerBackAfterMs: [1, 1] };

function mail(id: number): ClaimedMessage {
  return {
    id,
    personId: id,
    subscriberId: null,
    to: `p${id}@example.org`,
    toName: 'P',
    messageId: `<${id}@example.org>`,
    subject: 'S',
    body: { text: 't', html: 'h', headers: {}, attachments: [] },
    attempt: 1,
    unanswered: 0,
  };
}

/** A ledger of mails 1 to `size`, and what was done with it. */
class Ledger {
  readonly due: number[];
  readonly open = new Set<number>();
  readonly sent: number[] = [];
  readonly recorded: number[] = [];
  readonly turns: Turn[] = [];
  mostOpen = 0;
  stopped = false;
  now = 0;
  failures = 0;

  constructor(size: number) {
    this.due = Array.from({ length: size }, (_, at) => at + 1);
  }

  ground(send: (id: number) => Promise<void>, settleFor = 0): DeliveryGround {
    return {
      settle: async (turn) => {
        this.turns.push(turn);
        await pause(settleFor);
        if (this.failures > 0) {
          this.failures -= 1;
          throw new Error('the ledger is away');
        }
        for (const { message } of turn.ended) this.close(message.id, this.recorded);
        for (const { id } of turn.unsent) this.close(id, this.due);
        const claimed = this.due.splice(0, turn.claim);
        for (const id of claimed) this.open.add(id);
        this.mostOpen = Math.max(this.mostOpen, this.open.size);
        return { claimed: claimed.map(mail), drained: claimed.length < turn.claim };
      },
      send: async (message) => {
        this.sent.push(message.id);
        await send(message.id);
        return { message, outcome: { kind: 'accepted', response: '250' }, at: 0 };
      },
      now: () => this.now,
      stopped: () => this.stopped,
    };
  }

  private close(id: number, into: number[]): void {
    expect(this.open.delete(id)).toBe(true);
    into.push(id);
  }
}

describe('a delivery', () => {
  it('sends every mail once, records each, and never holds more than a dead process may repeat', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 2 }),
        async (takes, settleFor) => {
          const ledger = new Ledger(takes.length);
          let busy = 0;
          let mostBusy = 0;
          const ground = ledger.ground(async (id) => {
            busy += 1;
            mostBusy = Math.max(mostBusy, busy);
            await pause(takes[id - 1]);
            busy -= 1;
          }, settleFor);
          await new DeliveryRun(ground, PACE).run();
          const all = takes.map((_, at) => at + 1);
          expect([...ledger.sent].sort((a, b) => a - b)).toEqual(all);
          expect([...ledger.recorded].sort((a, b) => a - b)).toEqual(all);
          expect(ledger.open.size).toBe(0);
          expect(ledger.mostOpen).toBeLessThanOrEqual(PACE.inFlight);
          expect(mostBusy).toBeLessThanOrEqual(PACE.connections);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('claims the next mails in the turn that records what ended, and has one ready for each line', async () => {
    const ledger = new Ledger(8);
    await new DeliveryRun(
      ledger.ground(() => Promise.resolve()),
      PACE,
    ).run();
    expect(ledger.turns[0]).toMatchObject({ ended: [], claim: 4 });
    expect(ledger.turns.slice(1, -1).every(({ ended, claim }) => ended.length > 0 && claim > 0)).toBe(true);
  });

  it('sends what is handed to it before it asks the ledger for anything, and claims no more', async () => {
    const ledger = new Ledger(8);
    const handed = ledger.due.splice(0, 3);
    for (const id of handed) ledger.open.add(id);
    await new DeliveryRun(
      ledger.ground(() => Promise.resolve()),
      PACE,
    ).run(handed.map(mail));
    expect(ledger.sent).toEqual(handed);
    expect(ledger.recorded).toEqual(handed);
    expect(ledger.turns.every(({ ended, claim }) => ended.length > 0 && claim === 0)).toBe(true);
    expect([ledger.due.length, ledger.open.size]).toEqual([5, 0]);
  });

  it('gives back what never went over a line when a stop is asked for', async () => {
    const ledger = new Ledger(10);
    const ground = ledger.ground(async (id) => {
      if (id === 2) ledger.stopped = true;
      await pause(2);
    });
    await new DeliveryRun(ground, PACE).run();
    expect(ledger.recorded.sort()).toEqual([1, 2]);
    expect(ledger.sent).toHaveLength(2);
    expect(ledger.due).toHaveLength(8);
    expect(ledger.open.size).toBe(0);
  });

  it('gives back what waited too long for a slow line, and claims none ahead from then on', async () => {
    const ledger = new Ledger(12);
    const ground = ledger.ground(async () => {
      await pause(1);
      ledger.now += PACE.waitAtMostMs;
    });
    await new DeliveryRun(ground, PACE).run();
    expect(ledger.recorded).toHaveLength(12);
    expect(ledger.turns.flatMap(({ unsent }) => unsent).length).toBeGreaterThan(0);
    const first = ledger.turns.findIndex(({ unsent }) => unsent.length > 0);
    expect(ledger.turns.slice(first).every(({ claim }) => claim <= PACE.connections)).toBe(true);
  });

  it('does not keep mails from others while a line hangs', async () => {
    const ledger = new Ledger(4);
    let release: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => {
      release = resolve;
    });
    const pace = { ...PACE, waitAtMostMs: 5 };
    const run = new DeliveryRun(
      ledger.ground(() => hangs),
      pace,
    ).run();
    await pause(2);
    expect(ledger.open.size).toBe(4);
    ledger.now += pace.waitAtMostMs;
    await pause(20);
    expect(ledger.open.size).toBe(2);
    release();
    await run;
    expect(ledger.recorded).toHaveLength(4);
  });

  it('offers what has ended to the ledger again when it was away, and says that it was', async () => {
    const ledger = new Ledger(8);
    const ground = ledger.ground(async () => {
      if (ledger.sent.length === 2) ledger.failures = 2;
      await pause(1);
    });
    await expect(new DeliveryRun(ground, PACE).run()).rejects.toThrow('the ledger is away');
    expect(ledger.recorded).toHaveLength(ledger.sent.length);
    expect(ledger.open.size).toBe(0);
    expect(ledger.sent.length).toBeLessThan(8);
  });
});
