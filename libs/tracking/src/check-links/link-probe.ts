import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';

import { OperationalError } from '#domain';

import { isPublicAddress } from './public-address.js';

/** What became of asking a link. */
export interface LinkAnswer {
  readonly outcome: 'reachable' | 'broken' | 'refused';
  readonly detail: LinkDetail;
  readonly httpStatus: number | null;
}

/** Named reasons; the words are in libs/messages. */
export type LinkDetail =
  | 'answered'
  | 'status'
  | 'no_such_host'
  | 'no_answer'
  | 'too_slow'
  | 'too_many_redirects'
  | 'address_refused';

export interface LinkProbeSettings {
  /** Addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Whether this program may connect there. */
  readonly mayConnect: (address: string, port: number) => boolean;
  readonly timeoutMs: number;
}

const MOST_REDIRECTS = 5;
/** What is read of an answer, at most; that it began is enough. */
const MOST_BYTES = 64 * 1024;
/** Ports at which documents are published. Others are those of machines, not of readers. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** Refusals of the method, not of the page: the page is asked for itself. */
const ASK_AGAIN: ReadonlySet<number> = new Set([400, 403, 404, 405, 406, 429, 500, 501, 502, 503]);

const OF_THE_INTERNET: LinkProbeSettings = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayConnect: (address, port) => WEB_PORTS.has(port) && isPublicAddress(address),
  timeoutMs: 10_000,
};

/** A refusal on the way, with its reason. */
class Refused extends Error {
  constructor(readonly answer: LinkAnswer) {
    super(answer.detail);
  }
}

/**
 * Asks a link whether it still answers: by HEAD, and by GET where that is refused. People type these addresses, so the answer of
 * name resolution is held against what is public, the connection goes to the very address that was looked at, and each redirect
 * is looked at anew: nothing inside of the operator's own network is ever asked.
 */
export class LinkProbe {
  private readonly settings: LinkProbeSettings;

  constructor(settings: Partial<LinkProbeSettings> = {}) {
    this.settings = { ...OF_THE_INTERNET, ...settings };
  }

  async ask(url: string): Promise<LinkAnswer> {
    const signal = AbortSignal.timeout(this.settings.timeoutMs);
    try {
      const head = await this.follow('HEAD', url, signal);
      const status = ASK_AGAIN.has(head) ? await this.follow('GET', url, signal) : head;
      const found = status >= 200 && status < 300;
      return {
        outcome: found ? 'reachable' : 'broken',
        detail: found ? 'answered' : 'status',
        httpStatus: status,
      };
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      return { outcome: 'broken', detail: signal.aborted ? 'too_slow' : 'no_answer', httpStatus: null };
    }
  }

  /** The status at the end of the redirects. */
  private async follow(method: 'HEAD' | 'GET', from: string, signal: AbortSignal): Promise<number> {
    let url = new URL(from);
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      const address = await this.addressOf(url, signal);
      const { status, location } = await send(method, url, address, signal);
      if (status < 300 || status >= 400 || location === null) return status;
      if (!URL.canParse(location, url.href)) return status;
      url = new URL(location, url.href);
    }
    throw new Refused({ outcome: 'broken', detail: 'too_many_redirects', httpStatus: null });
  }

  /** Every address of the name has to be allowed: which one is taken is not ours to guess. */
  private async addressOf(url: URL, signal: AbortSignal): Promise<string> {
    const refused = new Refused({ outcome: 'refused', detail: 'address_refused', httpStatus: null });
    if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
      throw refused;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port);
    const addresses = isIP(host) ? [host] : await this.resolved(host, signal);
    const [first] = addresses;
    if (first === undefined)
      throw new Refused({ outcome: 'broken', detail: 'no_such_host', httpStatus: null });
    if (!addresses.every((address) => this.settings.mayConnect(address, port))) throw refused;
    return first;
  }

  /** Name resolution cannot be stopped; it is only not waited for. */
  private async resolved(host: string, signal: AbortSignal): Promise<readonly string[]> {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener(
        'abort',
        () => reject(new OperationalError('link.too_slow', 'The name was not resolved in time.')),
        { once: true },
      );
    });
    const found = this.settings.resolve(host).catch(() => []);
    return Promise.race([found, late]);
  }
}

interface Answer {
  readonly status: number;
  readonly location: string | null;
}

function send(method: 'HEAD' | 'GET', url: URL, address: string, signal: AbortSignal): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        signal,
        agent: false,
        // The name is not resolved a second time: it could lead elsewhere by then.
        lookup: (_host, options, found) => {
          const family = isIP(address);
          if (options.all) found(null, [{ address, family }]);
          else found(null, address, family);
        },
        headers: { 'user-agent': 'Vigia link check', accept: '*/*' },
      },
      (answer) => {
        const { statusCode, headers } = answer;
        drained(answer).then(
          () => resolve({ status: statusCode ?? 0, location: headers.location ?? null }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** Reads no further than `MOST_BYTES`: what comes after says nothing more. */
async function drained(answer: IncomingMessage): Promise<void> {
  let read = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    read += chunk.length;
    if (read > MOST_BYTES) break;
  }
  answer.destroy();
}
