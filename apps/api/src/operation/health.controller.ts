import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

import { ReadWatch } from '#tracking';

/** What an operator's monitor asks. */
@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(private readonly watch: ReadWatch) {
    collectDefaultMetrics({ register: this.registry });
    this.measure();
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
}
