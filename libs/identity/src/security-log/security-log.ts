import { AsyncLocalStorage } from 'node:async_hooks';

import type { Clock } from '#domain';
import { civilDayOf } from '#domain';
import type { Allowance, SecurityEventRepository, StoredSecurityEvent } from '#persistence';

import { networkOf } from '../attempt/network-of.js';
import { keyedHash } from '../secret/keyed-hash.js';
import { SECURITY_EVENTS } from './security-event.js';
import type { SecurityEvent } from './security-event.js';

/**
 * A day's events of whoever is not known, and a day's refusals of people who are, each: some 30 MB in half a year at the most.
 * Counted apart, so that no stranger's flood hides what somebody inside tries.
 */
export const EVENTS_A_DAY = 2_000;
/** Events that wait for the database: what a flood brings beyond them is counted only. */
const MOST_WAITING = 1_000;
/** Letters of the network's hash: 96 bits, enough to tell networks apart. */
const NETWORK_LETTERS = 16;
const ALWAYS = 'always';
const A_CODE = /^[a-z0-9_.]{1,80}$/;

/** What one request has done, until it is answered. */
export class SecurityNotes {
  readonly events: SecurityEvent[] = [];

  constructor(readonly address: string) {}

  /** What is said twice of one request is one event. */
  add(event: SecurityEvent): void {
    const said = JSON.stringify(event);
    if (!this.events.some((other) => JSON.stringify(other) === said)) this.events.push(event);
  }
}

/** What a line of the log says of an event. */
export type SecurityLine = Omit<StoredSecurityEvent, 'happenedAt'>;

/**
 * The log of security. Whatever happens within a request is noted on it, and kept after it was answered: nobody waits for the
 * log, and no answer fails by it. One writer at a time per process, so that a flood takes one connection at the most.
 */
export class SecurityLog {
  private readonly requests = new AsyncLocalStorage<SecurityNotes>();
  private waiting: StoredSecurityEvent[] = [];
  private readonly leftOut = new Map<string, number>();
  private readonly said = new Map<string, number>();
  private writing: Promise<void> | null = null;
  private onTrouble: (error: unknown) => void = () => undefined;

  constructor(
    private readonly events: SecurityEventRepository,
    private readonly clock: Clock,
    private readonly secret: string,
    private readonly most = EVENTS_A_DAY,
  ) {}

  /** The notes of the request that is running; of the outer one where a request asks another. */
  current(): SecurityNotes | undefined {
    return this.requests.getStore();
  }

  within(notes: SecurityNotes, work: () => void): void {
    this.requests.run(notes, work);
  }

  /** Outside a request, as on the command line, the event is kept at once. */
  async note(event: SecurityEvent): Promise<void> {
    const notes = this.current();
    if (notes) return notes.add(event);
    this.keep(new SecurityNotes(''), [event]);
    await this.settled();
  }

  /**
   * Takes events for the table, and answers those that belong into the log of the process: of a flood no more than a day's
   * allowance.
   */
  keep({ address }: SecurityNotes, events: readonly SecurityEvent[]): SecurityLine[] {
    const happenedAt = this.clock.now();
    const lines: SecurityLine[] = [];
    for (const event of events) {
      const line = this.line(event, address);
      const stored = { happenedAt, ...line };
      const key = keyOf(stored);
      if (this.hasRoomToSay(key)) lines.push(line);
      if (this.waiting.length < MOST_WAITING || allowanceOf(stored) === null) this.waiting.push(stored);
      else this.leftOut.set(key, (this.leftOut.get(key) ?? 0) + 1);
    }
    this.begin();
    return lines;
  }

  /** Who hears of it when the database does not take events. */
  reportTo(onTrouble: (error: unknown) => void): void {
    this.onTrouble = onTrouble;
  }

  /** Until everything that was taken is kept, or has failed. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  private begin(): void {
    if (this.waiting.length === 0) return;
    this.writing ??= this.write().finally(() => {
      this.writing = null;
      this.begin();
    });
  }

  private line({ event, personId, ways, reason, resource, action }: SecurityEvent, address: string) {
    return {
      event,
      outcome: SECURITY_EVENTS[event],
      personId: personId ?? null,
      ways: ways?.join('.') ?? null,
      reason: reason === undefined ? null : A_CODE.test(reason) ? reason : 'other',
      resource: resource ?? null,
      action: action ?? null,
      network:
        address === ''
          ? null
          : keyedHash(this.secret, 'security-network', networkOf(address)).slice(0, NETWORK_LETTERS),
    };
  }

  private hasRoomToSay(key: string): boolean {
    if (key.endsWith(ALWAYS)) return true;
    if (!this.said.has(key))
      for (const old of this.said.keys()) if (!sameDay(old, key)) this.said.delete(old);
    const said = (this.said.get(key) ?? 0) + 1;
    this.said.set(key, said);
    return said <= this.most;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batches = new Map<string, StoredSecurityEvent[]>();
      for (const event of this.waiting.splice(0)) {
        const batch = batches.get(keyOf(event));
        if (batch) batch.push(event);
        else batches.set(keyOf(event), [event]);
      }
      for (const [key, events] of batches) await this.append(key, events);
    }
  }

  private async append(key: string, events: readonly StoredSecurityEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const leftOut = this.leftOut.get(key) ?? 0;
    this.leftOut.delete(key);
    const batch = { countedOn: dayOf(first), of: allowanceOf(first), events, leftOut };
    await this.events.append(batch, this.most).catch((error: unknown) => this.onTrouble(error));
  }
}

/** What succeeded is always kept: each is bounded by the work that it took. */
function allowanceOf({ outcome, personId }: StoredSecurityEvent): Allowance {
  if (personId === null) return 'anybody';
  return outcome === 'success' ? null : 'person';
}

/** Nobody's civil day: the log belongs to no State. */
function dayOf({ happenedAt }: StoredSecurityEvent): string {
  return civilDayOf(happenedAt, 'UTC');
}

function keyOf(event: StoredSecurityEvent): string {
  return `${dayOf(event)} ${allowanceOf(event) ?? ALWAYS}`;
}

function sameDay(one: string, other: string): boolean {
  return one.split(' ')[0] === other.split(' ')[0];
}
