import { Controller, Get, Header } from '@nestjs/common';

import type { Watch } from '#contracts';
import { ReadOperation } from '#tracking';

import { watchView } from '../presenter/operation-presenter.js';

/** The operator sees whether the watch itself is awake, and no figures. */
@Controller('api/v1/watch')
export class WatchController {
  constructor(private readonly operation: ReadOperation) {}

  @Get()
  @Header('cache-control', 'no-store')
  async read(): Promise<Watch> {
    return watchView(await this.operation.read());
  }
}
