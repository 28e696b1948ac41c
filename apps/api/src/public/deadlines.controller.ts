import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { DeadlineQuerySchema } from '#contracts';
import type { DeadlineList, Timeliness } from '#contracts';
import { ReadDeadlines, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { inertCsv } from '../presenter/csv.js';
import { deadlinesView } from '../presenter/deadline-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeKey } from './cursor.js';
import { asDownload } from './download.js';
import { pageOf, searchOf } from './list-page.js';

/** What is due by when, and what came of it. */
@Controller('api/v1/states/:iso3')
export class DeadlinesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly deadlines: ReadDeadlines,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('deadlines')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DeadlineList> {
    const { lang, q, when, kind, institution, cursor, limit } = readInput(DeadlineQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const search = searchOf(q, lang);
    const after = cursor === undefined ? undefined : decodeKey(cursor, ['id', 'day', 'id', 'id']);
    const reading = await this.deadlines.read(
      state,
      { when, kind: kind ?? null, institution: institution ?? null },
      { search, after: after as [number, string, number, number] | undefined, limit: limit + 1 },
    );
    const { shown, nextCursor } = pageOf(reading.duties, limit, ({ rank, day, source, id }) => [
      rank,
      day,
      source,
      id,
    ]);
    const view = deadlinesView(reading, shown, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @Get('institutions/:code/timeliness')
  async timeliness(@Param('iso3') iso3: string, @Param('code') code: string): Promise<Timeliness> {
    const state = await this.record.getState(iso3.toUpperCase());
    return { years: await this.deadlines.readTimeliness(state, code) };
  }

  @Get('institutions/:code/timeliness.csv')
  async timelinessCsv(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { years } = await this.timeliness(iso3, code);
    const columns = ['institution', 'year', 'onTime', 'late', 'outstanding', 'open'];
    const rows = years.map((year) => ({ institution: code, ...year }));
    return asDownload(reply, `${iso3}-${code}-timeliness.csv`, inertCsv(rows, { columns }));
  }
}
