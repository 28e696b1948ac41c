import { createServer } from 'node:http';
import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';

import { isNoneOf } from './entity-tag.js';
import { KEEP_A_MINUTE } from './response-headers.js';

/** An address is busy when so many ask for it within a second, or so many wait for it at once: what a person asks never is. */
const BUSY_FROM = 20;
const BUSY_AT_ONCE = 4;
const SECOND_MS = 1_000;
/** Then it is computed again this often, by one request, whatever else is asked meanwhile. */
const COMPUTED_EVERY_MS = 1_000;
/** Nothing older is sent meanwhile. Caches on the way may keep it for a minute: the answer itself says so. */
const OLDEST_MS = 2_000;
/** Nobody who comes later waits for an answer that takes longer. */
const PATIENCE_MS = 5_000;
const MOST_BYTES = 256 * 1024;
const MOST_ANSWERS = 200;
const MOST_COUNTED = 5_000;
const LONGEST_ADDRESS = 2_000;
/** What the key tells apart, or rules out. */
const VARIES_BY = new Set(['accept-encoding', 'cookie', 'authorization']);
/** Of one connection, or of one moment. */
const NOT_KEPT = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);
/** What a 304 has nothing to say of. */
const OF_A_BODY = new Set(['content-type', 'content-encoding']);

interface BusyAnswer {
  /** When it was asked for, and when it left: what was read for it may have changed since the former. */
  readonly askedAt: number;
  readonly leftAt: number;
  readonly headers: OutgoingHttpHeaders;
  readonly tag: string | undefined;
  readonly body: Buffer;
}

interface Counted {
  readonly key: string;
  since: number;
  times: number;
  /** Now with the application. */
  asking: number;
  /** What the application says to this cannot be kept. */
  isUnfit: boolean;
  answer: BusyAnswer | null;
  computing: { readonly since: number; readonly waiting: Exchange[] } | null;
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse];
/** Milliseconds that only grow. */
type Stopwatch = () => number;

/**
 * Public answers that many ask for at once: the bytes of one answer serve those that ask for the same within a moment, byte for byte
 * and header for header. Only what the application gave to somebody unknown, behind its guard, and called fit for any cache. There
 * is nothing to drop when figures are published: in every process, nothing is older than two seconds, or than it took to compute.
 */
export class BusyAnswers {
  private readonly counted = new Map<string, Counted>();
  private kept = 0;

  constructor(private readonly stopwatch: Stopwatch = () => performance.now()) {}

  /** Answers, or lets the application answer and looks at what it says. */
  listen(application: RequestListener): RequestListener {
    return (request, response) => {
      const key = keyOf(request);
      if (key === null) application(request, response);
      else this.take(this.count(key), [request, response], application);
    };
  }

  private count(key: string): Counted {
    const now = this.stopwatch();
    let counted = this.counted.get(key);
    if (counted === undefined) {
      if (this.counted.size >= MOST_COUNTED) this.forget();
      counted = { key, since: now, times: 0, asking: 0, isUnfit: false, answer: null, computing: null };
      this.counted.set(key, counted);
    }
    if (now - counted.since >= SECOND_MS) {
      if (counted.times < BUSY_FROM && counted.computing === null) this.drop(counted);
      counted.since = now;
      counted.times = 0;
      counted.isUnfit = false;
    }
    counted.times += 1;
    return counted;
  }

  private take(counted: Counted, exchange: Exchange, application: RequestListener): void {
    const { answer, computing } = counted;
    const now = this.stopwatch();
    if (answer !== null && now - answer.leftAt < COMPUTED_EVERY_MS) return send(answer, exchange);
    if (computing !== null && now - computing.since < PATIENCE_MS) {
      if (answer !== null && now - answer.askedAt < OLDEST_MS) return send(answer, exchange);
      computing.waiting.push(exchange);
      return;
    }
    const isBusy = counted.times >= BUSY_FROM || counted.asking + 1 >= BUSY_AT_ONCE || answer !== null;
    if (isBusy && !counted.isUnfit && computing === null)
      this.compute(counted, exchange[1], application, now);
    counted.asking += 1;
    exchange[1].once('close', () => (counted.asking -= 1));
    application(...exchange);
  }

  /** Keeps the bytes that leave, and gives them to those who waited. */
  private compute(
    counted: Counted,
    response: ServerResponse,
    application: RequestListener,
    askedAt: number,
  ): void {
    const waiting: Exchange[] = [];
    counted.computing = { since: askedAt, waiting };
    const taken = bytesOf(response);
    const end = (hasFinished: boolean): void => {
      if (counted.computing?.waiting !== waiting) return;
      counted.computing = null;
      const kept = hasFinished ? taken() : null;
      if (kept === null) {
        this.drop(counted);
        counted.isUnfit = hasFinished;
        for (const exchange of waiting) application(...exchange);
        return;
      }
      const answer = { ...kept, askedAt, leftAt: this.stopwatch() };
      this.keep(counted, answer);
      for (const exchange of waiting) send(answer, exchange);
    };
    response.once('finish', () => end(true));
    response.once('close', () => end(false));
  }

  private keep(counted: Counted, answer: BusyAnswer): void {
    if (this.counted.get(counted.key) !== counted) return;
    if (counted.answer === null) {
      if (this.kept >= MOST_ANSWERS) this.dropOld(answer.leftAt - OLDEST_MS);
      if (this.kept >= MOST_ANSWERS) return;
      this.kept += 1;
    }
    counted.answer = answer;
  }

  private dropOld(before: number): void {
    for (const counted of this.counted.values())
      if (counted.answer !== null && counted.answer.leftAt < before) this.drop(counted);
  }

  private drop(counted: Counted): void {
    if (counted.answer !== null) this.kept -= 1;
    counted.answer = null;
  }

  private forget(): void {
    for (const counted of this.counted.values()) this.drop(counted);
    this.counted.clear();
  }
}

/** Takes down what is sent; tells it afterwards, and null where it may not be sent to others. */
function bytesOf(response: ServerResponse): () => Pick<BusyAnswer, 'headers' | 'tag' | 'body'> | null {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const take = (piece: unknown, encoding: unknown): void => {
    if (typeof piece !== 'string' && !(piece instanceof Uint8Array)) return;
    const own =
      typeof piece === 'string'
        ? Buffer.from(piece, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(piece);
    bytes += own.length;
    if (bytes <= MOST_BYTES) pieces.push(own);
  };
  const { write, end, writeHead } = response;
  // What is given to `writeHead` alone, `getHeaders` does not know.
  let written: OutgoingHttpHeaders = {};
  response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const last = given.at(-1);
    if (typeof last === 'object' && last !== null && !Array.isArray(last))
      written = last as OutgoingHttpHeaders;
    return writeHead.apply(this, given as Parameters<typeof writeHead>);
  };
  response.write = function (this: ServerResponse, ...given: unknown[]) {
    take(given[0], given[1]);
    return write.apply(this, given as Parameters<typeof write>);
  };
  response.end = function (this: ServerResponse, ...given: unknown[]) {
    take(given[0], given[1]);
    return end.apply(this, given as Parameters<typeof end>);
  };
  return () => {
    const headers = bytes <= MOST_BYTES ? headersToKeep(response, written) : null;
    return headers && { headers, tag: tagOf(headers), body: Buffer.concat(pieces) };
  };
}

/** Null where the answer is for one person, or depends on more than the address. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || url === undefined || url.length > LONGEST_ADDRESS) return null;
  if (headers.cookie !== undefined || headers.authorization !== undefined) return null;
  if (headers.range !== undefined || headers.expect !== undefined || headers.upgrade !== undefined)
    return null;
  return `${headers.host ?? ''} ${url} ${headers['accept-encoding'] ?? ''}`;
}

function headersToKeep(response: ServerResponse, written: OutgoingHttpHeaders): OutgoingHttpHeaders | null {
  const named = Object.entries({ ...response.getHeaders(), ...written });
  const headers: OutgoingHttpHeaders = Object.fromEntries(
    named.map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (response.statusCode !== 200 || headers['cache-control'] !== KEEP_A_MINUTE) return null;
  if (headers['set-cookie'] !== undefined) return null;
  const varies = String(headers.vary ?? '').split(',');
  if (!varies.every((name) => name.trim() === '' || VARIES_BY.has(name.trim().toLowerCase()))) return null;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_KEPT.has(name)));
}

function tagOf({ etag }: OutgoingHttpHeaders): string | undefined {
  return typeof etag === 'string' ? etag : undefined;
}

function send({ headers, tag, body }: BusyAnswer, [request, response]: Exchange): void {
  if (tag !== undefined && !isNoneOf(request.headers['if-none-match'], tag)) {
    for (const [name, value] of Object.entries(headers))
      if (!OF_A_BODY.has(name) && value !== undefined) response.setHeader(name, value);
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
}

interface ServerTimes {
  readonly keepAliveTimeout?: number;
  readonly requestTimeout?: number;
  readonly connectionTimeout?: number;
}

/** As the framework would make it, with busy answers before the application. */
export function busyServer(application: RequestListener, times: ServerTimes): Server {
  const server = createServer(new BusyAnswers().listen(application));
  server.keepAliveTimeout = times.keepAliveTimeout ?? server.keepAliveTimeout;
  server.requestTimeout = times.requestTimeout ?? server.requestTimeout;
  server.setTimeout(times.connectionTimeout ?? 0);
  return server;
}
