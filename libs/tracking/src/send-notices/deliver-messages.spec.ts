import { describe, expect, it } from '@jest/globals';

import { DeliverMessages } from './deliver-messages.js';
import type { SendingOffer } from './close-digest.js';

const NOW = Date.parse('2026-11-27T20:00:00Z');
const PERU = 1;
const CHILE = 2;

function delivery(): DeliverMessages {
  const unused = undefined as never;
  return new DeliverMessages(
    unused,
    unused,
    unused,
    unused,
    { now: () => NOW },
    {
      from: 'vigia@vigia.example',
      returnPaths: null,
      worker: 'w1',
      connections: 3,
      leaseForMs: 60_000,
    },
  );
}

const running = new AbortController().signal;

/** Asks to write for a State; answers what is offered for it, and how the writing ends. */
async function ask(messages: DeliverMessages, stateId: number, signal = running) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  let offer: SendingOffer | null = null;
  const { delivered } = messages.deliverAsWritten(
    stateId,
    async (offered) => {
      offer = offered;
      await ended;
      return { claimed: [] };
    },
    signal,
  );
  const finish = async (): Promise<void> => {
    end();
    await delivered;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { offer, finish };
}

describe('an offer to send what is about to be written', () => {
  it('is a lease on as many mails as there are connections', async () => {
    const { offer, finish } = await ask(delivery(), PERU);
    expect(offer).toEqual({ by: 'w1', leaseUntil: NOW + 60_000, atMost: 3 });
    await finish();
  });

  it('is not made while other mails of the State are on their way or being written, so that their number stays bounded', async () => {
    const messages = delivery();
    const first = await ask(messages, PERU);
    const [second, elsewhere] = [await ask(messages, PERU), await ask(messages, CHILE)];
    expect([second.offer, elsewhere.offer]).toEqual([null, expect.objectContaining({ by: 'w1' })]);
    await first.finish();
    const third = await ask(messages, PERU);
    expect(third.offer).not.toBeNull();
    for (const each of [second, elsewhere, third]) await each.finish();
  });

  it('is not made by a process that is asked to end', async () => {
    const { offer } = await ask(delivery(), PERU, AbortSignal.abort());
    expect(offer).toBeNull();
  });

  it('is free again after a writing that failed', async () => {
    const messages = delivery();
    const { written, delivered } = messages.deliverAsWritten(
      PERU,
      () => Promise.reject<{ claimed: [] }>(new Error('no database')),
      running,
    );
    await expect(written).rejects.toThrow('no database');
    await delivered;
    await new Promise((resolve) => setImmediate(resolve));
    const next = await ask(messages, PERU);
    expect(next.offer).not.toBeNull();
    await next.finish();
  });
});
