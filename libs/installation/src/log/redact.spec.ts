import { describe, expect, it } from '@jest/globals';

import { redacted } from './redact.js';

const TOKEN = 'Zk3v_1Qm-9sXb7Yt0LwE4rHc2PnUa6Kd8fGj5iOo-Ts';

describe('a line of the log', () => {
  it.each([
    ['550 <owner@mimp.example> unknown', '550 <<address>> unknown'],
    ['to "a b"@mimp.example', 'to <address>'],
    [`GET /en/sign-in/${TOKEN}?x=1`, 'GET /en/sign-in/<token>?x=1'],
    [`POST /answer/eyJ.abc`, 'POST /answer/<token>'],
    [`cookie vigia_session=${TOKEN}`, 'cookie vigia_session=<token>'],
    ['postgres://vigia:secret@db:5432/vigia refused', 'postgres://<credentials>@db:5432/vigia refused'],
    ['smtps://login:p%40ss@relay.example', 'smtps://<credentials>@relay.example'],
  ])('holds no address and no token: %s', (said, kept) => {
    expect(redacted(said)).toBe(kept);
  });

  it.each([
    'sweep.PER.2026-06-30: database.unreachable',
    'at RunSweep.run (/app/dist/libs/tracking/src/run-sweep/run-sweep.js:41:13)',
    'api ready at https://vigia.example',
    'recommendation crc-c-opsc-per-co-1.20-d',
    'at file:///app/node_modules/@nestjs/core/router/router-proxy.js:9:17',
  ])('keeps what helps: %s', (said) => {
    expect(redacted(said)).toBe(said);
  });
});
