import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { Docket, Viewer } from '#contracts';
import { PeopleQuerySchema } from '#contracts';
import { ReadDocket, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { docketView, viewerView } from '../presenter/docket-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** An institution that does not exist: a focal point without one sees nothing. */
const NOBODYS = -1;

/** Who is looking, and what only those who are signed in may read. */
@Controller()
export class PeopleController {
  constructor(
    private readonly dockets: ReadDocket,
    private readonly record: ReadPublicRecord,
    private readonly searches: SearchPublicRecord,
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
    const { lang, q, cursor, limit } = readInput(PeopleQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const institutionId =
      grant.scope === 'own_institution' ? (grant.membership?.institution?.id ?? NOBODYS) : null;
    const search = searchOf(q, lang);
    const after = cursor === undefined ? undefined : decodeKey(cursor, ['day', 'number', 'number']);
    const reading = await this.dockets.read(state, {
      institutionId,
      search,
      after: after as [string, number, number] | undefined,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.entries, limit, (last) => [
      last.dueOn,
      last.position,
      last.alertId,
    ]);
    const view = docketView(state, visitor, { ...reading, entries: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }
}
