import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { EscalationList } from '#contracts';
import { EscalationQuerySchema } from '#contracts';
import { ReadEscalations, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { ownInstitutionOf } from '../action/answering.js';
import { escalationListView } from '../presenter/escalation-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';

/** What came up to the ombudsperson; an institution reads what came up of its own. */
@Controller('api/v1/states/:iso3')
export class EscalationsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly escalations: ReadEscalations,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('escalations')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() asked: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<EscalationList> {
    const { lang, q, stands, told, institution, cursor, limit } = readInput(EscalationQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const search = searchOf(q, lang);
    const filter = {
      stands: stands === '' ? null : stands,
      told: told === '' ? null : told,
      institution: institution === '' ? null : institution,
      search,
      before: cursor === undefined ? null : (decodeCursor(cursor, 1)[0] ?? null),
      limit: limit + 1,
    };
    const reading = await this.escalations.list(state, filter, ownInstitutionOf(asked));
    const { shown, nextCursor } = pageOf(reading.escalations, limit, ({ id }) => [id]);
    const view = escalationListView(state, { ...reading, escalations: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }
}
