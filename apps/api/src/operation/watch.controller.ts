import { Controller, Get, Header, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Watch } from '#contracts';
import { scopeOf } from '#identity';
import { ReadWatch } from '#tracking';

import { Visitors } from '../people/visitor.js';

/** The operator sees whether the watch itself is awake, and no figures. */
@Controller('api/v1/watch')
export class WatchController {
  constructor(
    private readonly watch: ReadWatch,
    private readonly visitors: Visitors,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async read(@Req() request: FastifyRequest): Promise<Watch> {
    scopeOf(await this.visitors.recognise(request), 'watch', null);
    const reading = await this.watch.read();
    return {
      ...reading,
      sweeps: reading.sweeps.map((sweep) => ({
        state: sweep.state,
        sweptOn: sweep.sweptOn,
        finishedAt: sweep.finishedAt === null ? null : new Date(sweep.finishedAt).toISOString(),
        counts: sweep.counts === null ? null : { ...sweep.counts },
      })),
    };
  }
}
