import { Controller, Get, Header } from '@nestjs/common';

import type { Watch } from '#contracts';
import { ReadWatch } from '#tracking';

/** The operator sees whether the watch itself is awake, and no figures. */
@Controller('api/v1/watch')
export class WatchController {
  constructor(private readonly watch: ReadWatch) {}

  @Get()
  @Header('cache-control', 'no-store')
  async read(): Promise<Watch> {
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
