import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { LinkProbe } from './link-probe.js';

let server: Server;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, reply) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    if (path === '/never') return;
    if (path === '/gone') return void reply.writeHead(404).end();
    if (path === '/no-head' && request.method === 'HEAD') return void reply.writeHead(405).end();
    if (path === '/round') return void reply.writeHead(302, { location: '/round' }).end();
    if (path === '/inside')
      return void reply.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end();
    if (path === '/file') return void reply.writeHead(302, { location: 'file:///etc/passwd' }).end();
    reply.writeHead(200).end('x'.repeat(1_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Reaches the test's server by a public name, and nothing else. */
function probe(timeoutMs = 5_000): LinkProbe {
  return new LinkProbe({
    resolve: (host) =>
      host === 'public.example' ? Promise.resolve(['127.0.0.1']) : Promise.reject(new Error()),
    mayConnect: (address, to) => address === '127.0.0.1' && to === port,
    timeoutMs,
  });
}

const at = (path: string): string => `http://public.example:${port}${path}`;

describe('asking a link', () => {
  it('takes a page that answers for reachable, asked by HEAD alone', async () => {
    asked.length = 0;
    expect(await probe().ask(at('/page'))).toEqual({
      outcome: 'reachable',
      detail: 'answered',
      httpStatus: 200,
    });
    expect(asked).toEqual(['HEAD /page']);
  });

  it('asks by GET where HEAD is refused, and reads only the beginning', async () => {
    asked.length = 0;
    expect(await probe().ask(at('/no-head'))).toMatchObject({ outcome: 'reachable', httpStatus: 200 });
    expect(asked).toEqual(['HEAD /no-head', 'GET /no-head']);
  });

  it.each([
    ['a page that is gone', '/gone', 'status'],
    ['a circle of redirects', '/round', 'too_many_redirects'],
  ])('says that it is broken: %s', async (_what, path, detail) => {
    expect(await probe().ask(at(path))).toMatchObject({ outcome: 'broken', detail });
  });

  it('waits no longer than it is told to', async () => {
    expect(await probe(300).ask(at('/never'))).toMatchObject({ outcome: 'broken', detail: 'too_slow' });
  });

  it('says of a name without a server that there is none', async () => {
    expect(await probe().ask('http://nowhere.example/')).toMatchObject({ detail: 'no_such_host' });
  });

  it.each([
    ['a redirect into the network of the machine', '/inside'],
    ['a redirect to a file', '/file'],
  ])('follows no %s', async (_what, path) => {
    expect(await probe().ask(at(path))).toEqual({
      outcome: 'refused',
      detail: 'address_refused',
      httpStatus: null,
    });
  });

  it('never connects to loopback, a private address or an odd port by itself, whatever the name', async () => {
    asked.length = 0;
    const rebound = new LinkProbe({ resolve: () => Promise.resolve(['8.8.8.8', '127.0.0.1']) });
    for (const url of [
      `http://127.0.0.1:${port}/`,
      `http://[::1]:${port}/`,
      `http://2130706433:${port}/`,
      'http://10.0.0.1/',
    ])
      expect(await new LinkProbe().ask(url)).toMatchObject({ outcome: 'refused' });
    expect(await rebound.ask('http://rebound.example/')).toMatchObject({ outcome: 'refused' });
    expect(asked).toEqual([]);
  });
});
