import { createServer, get } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import { BusyAnswers } from './busy-answers.js';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const KEPT = {
  'Cache-Control': 'public, max-age=60',
  vary: 'cookie, authorization, accept-encoding',
  etag: 'W/"t"',
};
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server whose answer tells how often the application was asked, on a clock that only the test moves. It answers so many together. */
async function serve(headers: Readonly<Record<string, string>> = {}, progressive = false, together = 1) {
  let now = 0;
  const asked = { times: 0 };
  let held: (() => void)[] = [];
  const answers = new BusyAnswers(() => now);
  const server = createServer(
    answers.listen((_request, response) => {
      asked.times += 1;
      const number = String(asked.times);
      held.push(() => {
        const all = { ...KEPT, ...headers };
        if (progressive) for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
        else response.writeHead(200, all);
        response.write('number ');
        response.end(number);
      });
      if (held.length < together) return;
      for (const answer of held) answer();
      held = [];
    }),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (sent: Readonly<Record<string, string>> = {}, path = '/data'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      get({ port, path, headers: sent, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (body += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      }).on('error', reject);
    });
  const askOften = async (times: number): Promise<Answer> => {
    let last = await ask();
    for (let time = 1; time < times; time += 1) last = await ask();
    return last;
  };
  return { ask, askOften, asked, pass: (milliseconds: number) => (now += milliseconds) };
}

describe('answers of busy addresses', () => {
  it('come from the application as long as few ask', async () => {
    const { askOften, asked } = await serve();
    expect((await askOften(20)).body).toBe('number 20');
    expect(asked.times).toBe(20);
  });

  it.each([true, false])(
    'are the same bytes and headers for those who ask in the same moment',
    async (way) => {
      const { askOften, ask, asked } = await serve({}, way);
      const computed = await askOften(20);
      const given = await ask();
      expect(given.body).toBe('number 20');
      for (const name of ['cache-control', 'vary', 'etag'])
        expect([name, given.headers[name]]).toEqual([name, computed.headers[name]]);
      expect(asked.times).toBe(20);
    },
  );

  it('are computed again after a second', async () => {
    const { askOften, ask, pass } = await serve();
    await askOften(21);
    pass(1_001);
    expect((await ask()).body).toBe('number 21');
    expect((await ask()).body).toBe('number 21');
    pass(1_001);
    expect((await ask()).body).toBe('number 22');
  });

  it('are one answer from the fourth on of those who wait for it at once', async () => {
    const { ask, asked } = await serve({}, false, 4);
    await Promise.all(Array.from({ length: 4 }, () => ask()));
    expect((await ask()).body).toBe('number 4');
    expect(asked.times).toBe(4);
  });

  it('are not given to somebody who says who they are, nor for another address or encoding', async () => {
    const { askOften, ask, asked } = await serve();
    await askOften(21);
    await ask({ cookie: 'vigia_session=a' });
    await ask({ authorization: 'Bearer a' });
    await ask({ 'accept-encoding': 'gzip' });
    await ask({}, '/data?lang=es');
    await ask({ range: 'bytes=0-1' });
    expect(asked.times).toBe(25);
  });

  it('tell whoever has them already', async () => {
    const { askOften, ask, asked } = await serve();
    await askOften(20);
    expect(await ask({ 'if-none-match': 'W/"t"' })).toMatchObject({ status: 304, body: '' });
    expect(asked.times).toBe(20);
  });

  it.each([
    ['that nobody may keep', { 'Cache-Control': 'no-store' }],
    ['that set a cookie', { 'set-cookie': 'a=b' }],
    ['that depend on another header', { vary: 'accept-language' }],
  ])('are never kept: those %s', async (_what, headers) => {
    const { askOften, asked } = await serve(headers);
    await askOften(25);
    expect(asked.times).toBe(25);
  });
});
