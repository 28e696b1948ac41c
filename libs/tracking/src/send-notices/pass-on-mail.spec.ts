import { describe, expect, it } from '@jest/globals';

import type { State } from '#persistence';

import { PassOnMail } from './pass-on-mail.js';

const CONNECTIONS = 2;
const peru = { id: 1, iso3: 'PER', timeZone: 'America/Lima' } as State;

interface Ground {
  readonly passOn: PassOnMail;
  readonly jobs: string[];
  readonly delivered: number[];
}

function ground({
  messages,
  deliver = () => Promise.resolve(),
}: {
  messages: number;
  deliver?: (signal: AbortSignal) => Promise<void>;
}): Ground {
  const jobs: string[] = [];
  const delivered: number[] = [];
  const passOn = new PassOnMail(
    { close: () => Promise.resolve({ messages }) } as never,
    {
      deliver: async (stateId: number, signal: AbortSignal) => {
        await deliver(signal);
        delivered.push(stateId);
      },
    } as never,
    { dispatch: (name: string) => Promise.resolve(void jobs.push(name)) } as never,
    { now: () => Date.parse('2026-11-27T20:00:00Z') },
    { closeAtOnce: true, connections: CONNECTIONS },
  );
  return { passOn, jobs, delivered };
}

describe('passing on what a job has written', () => {
  it('asks for nothing where no mail was written', async () => {
    const { passOn, jobs, delivered } = ground({ messages: 0 });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect([jobs, delivered]).toEqual([[], []]);
  });

  it('lets a few mails leave without a job, and does not keep their writer waiting', async () => {
    let leave = (): void => undefined;
    const { passOn, jobs, delivered } = ground({
      messages: CONNECTIONS,
      deliver: () => new Promise((resolve) => (leave = resolve)),
    });
    await passOn.closeDay(peru);
    expect(delivered).toEqual([]);
    leave();
    await passOn.stop();
    expect([jobs, delivered]).toEqual([[], [peru.id]]);
  });

  it('gives many mails to a job that any worker may take', async () => {
    const { passOn, jobs, delivered } = ground({ messages: CONNECTIONS + 1 });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect([jobs, delivered]).toEqual([['mail.deliver'], []]);
  });

  it('has a delivery that fails tried again by a job', async () => {
    const { passOn, jobs } = ground({ messages: 1, deliver: () => Promise.reject(new Error('no database')) });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect(jobs).toEqual(['mail.deliver']);
  });

  it('tells a delivery that is on its way to stop, waits for it, and begins no other', async () => {
    const { passOn, jobs, delivered } = ground({
      messages: 1,
      deliver: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect(delivered).toEqual([peru.id]);
    await passOn.closeDay(peru);
    expect([jobs, delivered]).toEqual([['mail.deliver'], [peru.id]]);
  });
});
