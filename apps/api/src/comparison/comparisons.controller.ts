import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { AlertCauses, CycleComparison, CycleItemList, DueList, InstitutionComparison } from '#contracts';
import { CycleItemQuerySchema, DueQuerySchema, InstitutionComparisonQuerySchema } from '#contracts';
import { CompareCycles, CompareInstitutions, ReadPublicRecord, SearchPublicRecord } from '#tracking';
import type { State } from '#tracking';

import {
  INSTITUTION_COLUMNS,
  alertCausesView,
  cycleComparisonView,
  cycleItemsView,
  dueListView,
  institutionComparisonView,
  institutionRows,
} from '../presenter/comparison-presenter.js';
import { inertCsv } from '../presenter/csv.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, decodeKey } from '../public/cursor.js';
import { asDownload } from '../public/download.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** What stands beside each other for those who monitor: institutions, causes and cycles, each with the list behind its numbers. */
@Controller('api/v1/states/:iso3/comparison')
export class ComparisonsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly institutions: CompareInstitutions,
    private readonly cycles: CompareCycles,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('institutions')
  @Header('cache-control', 'no-store')
  async ofInstitutions(@Param('iso3') iso3: string, @Query() query: unknown): Promise<InstitutionComparison> {
    const { lang, year, sort } = readInput(InstitutionComparisonQuerySchema, query);
    const state = await this.state(iso3);
    const reading = await this.institutions.institutionsOf(state, {
      year: year ?? null,
      order: sort,
      language: lang,
    });
    return institutionComparisonView(state, reading, sort, lang);
  }

  @Get('institutions.csv')
  @Header('cache-control', 'no-store')
  async institutionsCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const view = await this.ofInstitutions(iso3, query);
    const rows = institutionRows(view);
    return asDownload(
      reply,
      `${view.state.iso3}-institutions.csv`,
      inertCsv(rows, { columns: INSTITUTION_COLUMNS }),
    );
  }

  @Get('causes')
  @Header('cache-control', 'no-store')
  async causes(@Param('iso3') iso3: string, @Query() query: unknown): Promise<AlertCauses> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return alertCausesView(state, await this.institutions.causesOf(state), lang);
  }

  @Get('causes.csv')
  @Header('cache-control', 'no-store')
  async causesCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { state, months } = await this.causes(iso3, query);
    return asDownload(
      reply,
      `${state.iso3}-reminders-by-month.csv`,
      inertCsv(months, { columns: ['month', 'opened', 'resolved'] }),
    );
  }

  @Get('due')
  @Header('cache-control', 'no-store')
  async due(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DueList> {
    const { lang, q, cursor, limit, ...asked } = readInput(DueQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const reading = await this.institutions.due(state, {
      institution: asked.institution ?? null,
      outcome: asked.outcome ?? null,
      year: asked.year ?? null,
      search,
      after: cursor === undefined ? undefined : (decodeKey(cursor, ['day', 'id']) as [string, number]),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.rows, limit, ({ dueOn, id }) => [dueOn, id]);
    const view = dueListView(state, { ...reading, rows: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @Get('cycles')
  @Header('cache-control', 'no-store')
  async ofCycles(@Param('iso3') iso3: string, @Query() query: unknown): Promise<CycleComparison> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return cycleComparisonView(state, await this.cycles.cyclesOf(state), lang);
  }

  @Get('cycle-items')
  @Header('cache-control', 'no-store')
  async cycleItems(@Param('iso3') iso3: string, @Query() query: unknown): Promise<CycleItemList> {
    const { lang, q, cursor, limit, ...asked } = readInput(CycleItemQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const reading = await this.cycles.itemsOf(state, {
      document: asked.document ?? null,
      status: asked.status ?? null,
      became: asked.became ?? null,
      search,
      after: cursor === undefined ? undefined : (decodeCursor(cursor, 2) as [number, number]),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.items, limit, ({ documentId, position }) => [
      documentId,
      position,
    ]);
    const view = cycleItemsView(state, { ...reading, items: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
