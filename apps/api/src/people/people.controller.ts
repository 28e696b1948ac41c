import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { Docket, Viewer } from '#contracts';
import { ReadDocket, ReadPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { docketView, viewerView } from '../presenter/docket-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** An institution that does not exist: a focal point without one sees nothing. */
const NOBODYS = -1;

/** Who is looking, and what only those who are signed in may read. */
@Controller()
export class PeopleController {
  constructor(
    private readonly dockets: ReadDocket,
    private readonly record: ReadPublicRecord,
  ) {}

  @Get('api/v1/viewer')
  @Header('cache-control', 'no-store')
  viewer(@AskedBy() { visitor }: Asking, @Query() query: unknown): Viewer {
    const { lang } = readInput(PageQuerySchema, query);
    return viewerView(visitor, lang);
  }

  @Get('api/v1/states/:iso3/docket')
  @Header('cache-control', 'no-store')
  async docket(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<Docket> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const institutionId =
      grant.scope === 'own_institution' ? (grant.membership?.institution?.id ?? NOBODYS) : null;
    return docketView(state, visitor, await this.dockets.read(state, institutionId), lang);
  }
}
