import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

import type { Health } from '#contracts';
import { ReadOperation, ReadWatch, WatchTheWatch } from '#tracking';

/** What an operator's monitor asks. */
@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(
    private readonly watch: ReadWatch,
    private readonly itself: WatchTheWatch,
    private readonly operation: ReadOperation,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.measure();
    this.measureItself();
  }

  /** For a monitor that looks at the status alone: 503 while a part stands still. */
  @Get('health')
  @Header('cache-control', 'no-store')
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const { database, queue } = await this.watch.readiness();
    const away = (part: 'database' | 'queue') => ({ part, state: null, since: null });
    const parts: Health['parts'] = [
      ...(database === 'unreachable' ? [away('database')] : []),
      ...(queue === 'unreachable' ? [away('queue')] : []),
    ];
    if (database === 'reachable')
      for (const { part, state, since } of await this.itself.incidents())
        parts.push({ part, state, since: new Date(since).toISOString() });
    if (parts.length > 0) void reply.code(503);
    return { status: parts.length > 0 ? 'degraded' : 'ok', parts };
  }

  @Get('health/live')
  @Header('cache-control', 'no-store')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const readiness = await this.watch.readiness();
    if (!readiness.ready) void reply.code(503);
    return readiness;
  }

  @Get('metrics')
  @Header('cache-control', 'no-store')
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.registry.contentType);
    return this.registry.metrics();
  }

  /** Gauges are read when they are asked for, so that nothing has to be kept up to date. */
  private measure(): void {
    const { watch, registry } = this;
    new Gauge({
      name: 'vigia_seconds_since_last_sweep',
      help: 'Seconds since the last finished sweep of a State; absent before the first',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { state, seconds } of await watch.secondsSinceSweep()) this.set({ state }, seconds);
      },
    });
    new Gauge({
      name: 'vigia_sweep_missed',
      help: 'Recommendations of which the last full sweep of a State found another answer although nothing was known to have changed: a defect',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { state, missed } of await watch.missedBySweeps()) this.set({ state }, missed);
      },
    });
    new Gauge({
      name: 'vigia_periods_held',
      help: 'Periods of counts of persons whose published form is not that of their accepted figures: waiting for the yearly batch, or failed',
      labelNames: ['state', 'reason'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { state, waiting, failed } of await watch.heldPeriods()) {
          this.set({ state, reason: 'waiting' }, waiting);
          this.set({ state, reason: 'failed' }, failed);
        }
      },
    });
    new Gauge({
      name: 'vigia_messages',
      help: 'Mails in the ledger by delivery state',
      labelNames: ['state', 'delivery'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { state, delivery, count } of await watch.messageCounts())
          this.set({ state, delivery }, count);
      },
    });
  }

  /** The second signal: what an alarm is set on. */
  private measureItself(): void {
    const { itself, operation, registry } = this;
    new Gauge({
      name: 'vigia_watch_stands_still',
      help: '1 for each part of the watch that stands still long enough for somebody to look; absent otherwise',
      labelNames: ['part', 'state'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { part, state } of await itself.incidents()) this.set({ part, state: state ?? '' }, 1);
      },
    });
    new Gauge({
      name: 'vigia_seconds_since_last_tick',
      help: 'Seconds since a scheduler last asked what is due; absent before the first',
      registers: [registry],
      async collect() {
        this.reset();
        const seconds = await itself.secondsSinceTick();
        if (seconds !== null) this.set(seconds);
      },
    });
    new Gauge({
      name: 'vigia_dead_letters',
      help: 'Mails that wait for a person to send them again or to set them aside',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        this.reset();
        for (const { state, count } of await operation.deadLetters()) this.set({ state }, count);
      },
    });
  }
}
