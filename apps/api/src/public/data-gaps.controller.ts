import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { CompletenessSeries, DataGapsView } from '#contracts';
import type { Language } from '#messages';
import { ReadDataGaps, ReadPublicRecord } from '#tracking';

import { inertCsv } from '../presenter/csv.js';
import { completenessView, dataGapsView } from '../presenter/data-gap-presenter.js';
import { readInput } from '../problem/read-input.js';
import { asDownload } from './download.js';
import { PageQuerySchema } from './states.controller.js';

export const YearQuerySchema = PageQuerySchema.extend({
  year: z.coerce.number().int().min(1900).max(2200).optional(),
});

/** What the Committee asked to see broken down, and what of it came. */
@Controller('api/v1/states/:iso3')
export class DataGapsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly gaps: ReadDataGaps,
  ) {}

  @Get('data-gaps')
  async dataGaps(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DataGapsView> {
    const { lang, year } = readInput(YearQuerySchema, query);
    return this.read(iso3, year ?? null, lang);
  }

  @Get('data-gaps.csv')
  async dataGapsCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang, year } = readInput(YearQuerySchema, query);
    const view = await this.read(iso3, year ?? null, lang);
    const rows = view.indicators.flatMap(({ recommendation, code, name, reporters }) =>
      reporters.map((reporter) => ({
        ...{ year: view.year, recommendation, code, name, responsible: reporter.name },
        ...reporter.breakdowns,
        received: reporter.received,
        asked: reporter.asked,
      })),
    );
    const columns = [
      'year',
      'recommendation',
      'code',
      'name',
      'responsible',
      ...view.dimensions.map(({ code }) => code),
      'received',
      'asked',
    ];
    return asDownload(reply, `${iso3}-data-gaps.csv`, inertCsv(rows, { columns }));
  }

  @Get('data-gaps/series')
  async series(@Param('iso3') iso3: string, @Query() query: unknown): Promise<CompletenessSeries> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    return completenessView(await this.gaps.read(state, null), lang);
  }

  @Get('data-gaps/series.csv')
  async seriesCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { items } = await this.series(iso3, query);
    const columns = [
      'year',
      'indicator',
      'name',
      'responsible',
      'received',
      'asked',
      'percent',
      'percentOfAll',
    ];
    return asDownload(reply, `${iso3}-completeness.csv`, inertCsv(items, { columns }));
  }

  private async read(iso3: string, year: number | null, language: Language): Promise<DataGapsView> {
    const state = await this.record.getState(iso3.toUpperCase());
    return dataGapsView(await this.gaps.read(state, year), language);
  }
}
