import { request } from 'node:http';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createApi } from '../../apps/api/src/create-api.js';
import { openTrackingGround } from '../support/tracking-ground.js';
import type { TrackingGround } from '../support/tracking-ground.js';

const SILENT = { log: () => undefined, error: () => undefined, warn: () => undefined };
/** More wrong guesses than one address may make within an hour. */
const GUESSES = 40;
const PROXY = '127.0.0.9';

let ground: TrackingGround;

beforeAll(async () => {
  ground = await openTrackingGround('2026-06-30T15:00:00Z');
});
afterAll(async () => {
  await ground?.close();
});

/** What each of many guesses is told, each at another account and under another forged or true address. */
async function guess(
  trustedProxies: readonly string[],
  from: string,
  addressOf: (index: number) => string,
): Promise<Record<string, number>> {
  const app: NestFastifyApplication = await createApi(
    {
      tracking: ground.tracking,
      mailbox: null,
      settings: {
        publicUrl: 'https://vigia.example',
        webRoot: '/nowhere',
        demonstration: false,
        trustedProxies,
      },
    },
    SILENT,
  );
  await app.listen(0, '127.0.0.1');
  const { port } = new URL(await app.getUrl());
  const told: Record<string, number> = {};
  for (let index = 0; index < GUESSES; index += 1) {
    const location = await new Promise<string>((resolve, reject) => {
      const sent = request(
        {
          method: 'POST',
          path: '/sign-in',
          host: '127.0.0.1',
          port,
          agent: false,
          localAddress: from,
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'x-forwarded-for': addressOf(index),
          },
        },
        (answer) => {
          answer.resume();
          resolve(answer.headers.location ?? '');
        },
      );
      sent.once('error', reject);
      sent.end(`email=nobody${index}-${from}@per.example&password=wrong`);
    });
    const problem = new URL(location, 'https://vigia.example').searchParams.get('problem') ?? location;
    told[problem] = (told[problem] ?? 0) + 1;
  }
  await app.close();
  return told;
}

describe('an address in X-Forwarded-For', () => {
  it('is ignored without TRUSTED_PROXIES: a guesser who makes a new one up each time is still one', async () => {
    expect(await guess([], '127.0.0.2', (index) => `203.0.113.${index}`)).toEqual({
      'sign_in.wrong': 30,
      'sign_in.wait': GUESSES - 30,
    });
  }, 60_000);

  it('is ignored from a peer that is not trusted', async () => {
    expect(await guess([PROXY], '127.0.0.3', (index) => `198.51.100.${index}`)).toEqual({
      'sign_in.wrong': 30,
      'sign_in.wait': GUESSES - 30,
    });
  }, 60_000);

  it('is honoured from a trusted one: people behind the proxy are counted one by one', async () => {
    expect(await guess([PROXY], PROXY, (index) => `192.0.2.${index}`)).toEqual({ 'sign_in.wrong': GUESSES });
  }, 60_000);

  it('counts only as far as the proxy vouches for it: what stands left of its own entry was written by the guesser', async () => {
    expect(await guess(['127.0.0.8/30'], PROXY, (index) => `10.0.0.${index}, 192.0.2.200`)).toEqual({
      'sign_in.wrong': 30,
      'sign_in.wait': GUESSES - 30,
    });
  }, 60_000);
});
