import { describe, expect, it } from '@jest/globals';

import type { State } from '#persistence';

import { PassOnMail } from './pass-on-mail.js';

const peru = { id: 1, iso3: 'PER', timeZone: 'America/Lima' } as State;
const CLOSED_AT = Date.parse('2026-11-27T20:00:00Z');

interface Written {
  readonly messages: number;
  readonly claimed: readonly number[];
}

function ground({
  written,
  delivered = () => Promise.resolve(),
  closeAtOnce = true,
  now = CLOSED_AT,
}: {
  written: Written | Error;
  delivered?: (signal: AbortSignal) => Promise<void>;
  closeAtOnce?: boolean;
  now?: number;
}) {
  const jobs: string[] = [];
  let closings = 0;
  const passOn = new PassOnMail(
    {
      close: () => {
        closings += 1;
        return written instanceof Error ? Promise.reject(written) : Promise.resolve(written);
      },
    } as never,
    {
      deliverAsWritten: (_id: number, write: (offer: null) => Promise<Written>, signal: AbortSignal) => ({
        written: write(null),
        delivered: delivered(signal),
      }),
    } as never,
    { dispatch: (name: string) => Promise.resolve(void jobs.push(name)) } as never,
    { now: () => now },
    { closeAtOnce },
  );
  return { passOn, jobs, closings: () => closings };
}

describe('passing on what a job has written', () => {
  it('asks for nothing where no mail was written', async () => {
    const { passOn, jobs } = ground({ written: { messages: 0, claimed: [] } });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect(jobs).toEqual([]);
  });

  it('lets a few mails leave without a job, and does not keep their writer waiting', async () => {
    let leave = (): void => undefined;
    const { passOn, jobs } = ground({
      written: { messages: 2, claimed: [1, 2] },
      delivered: () => new Promise((resolve) => (leave = resolve)),
    });
    await passOn.closeDay(peru);
    let stopped = false;
    const stop = passOn.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    leave();
    await stop;
    expect(jobs).toEqual([]);
  });

  it('gives to a job that any worker may take what nobody has claimed', async () => {
    const { passOn, jobs } = ground({ written: { messages: 3, claimed: [] } });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect(jobs).toEqual(['mail.deliver']);
  });

  it('has a delivery that fails tried again by a job', async () => {
    const { passOn, jobs } = ground({
      written: { messages: 1, claimed: [1] },
      delivered: () => Promise.reject(new Error('no database')),
    });
    await passOn.closeDay(peru);
    await passOn.stop();
    expect(jobs).toEqual(['mail.deliver']);
  });

  it('tells its job of a closing that fails', async () => {
    const { passOn } = ground({ written: new Error('no database') });
    await expect(passOn.closeDay(peru)).rejects.toThrow('no database');
  });

  it('tells a delivery that is on its way to stop', async () => {
    const { passOn } = ground({
      written: { messages: 1, claimed: [1] },
      delivered: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    });
    await passOn.closeDay(peru);
    await passOn.stop();
  });

  it('leaves notices for the mail of the day until its hour', async () => {
    const early = { written: { messages: 0, claimed: [] }, closeAtOnce: false };
    const atFive = ground({ ...early, now: Date.parse('2026-11-27T10:00:00Z') });
    await atFive.passOn.afterNotices(peru);
    expect(atFive.closings()).toBe(0);
    const atThree = ground(early);
    await atThree.passOn.afterNotices(peru);
    expect(atThree.closings()).toBe(1);
  });
});
