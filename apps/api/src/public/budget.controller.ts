import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { BudgetView } from '#contracts';
import { ReadBudget, ReadPublicRecord, summariseBudget } from '#tracking';

import { budgetMonthsAsCsv, budgetView } from '../presenter/budget-presenter.js';
import { cellsAsCsv } from '../presenter/csv.js';
import { indicatorDataView } from '../presenter/indicator-presenter.js';
import { readInput } from '../problem/read-input.js';
import { asDownload } from './download.js';
import { PageQuerySchema } from './states.controller.js';

/** Money that recommendations ask for: everybody may read it. */
@Controller('api/v1/states/:iso3')
export class BudgetController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly budgets: ReadBudget,
  ) {}

  @Get('budget')
  @Header('vary', 'accept-encoding')
  async budget(@Param('iso3') iso3: string, @Query() query: unknown): Promise<BudgetView> {
    const { lang } = readInput(PageQuerySchema, query);
    const reading = await this.budgets.read(await this.record.getState(iso3.toUpperCase()));
    return budgetView(summariseBudget(reading), reading, lang);
  }

  @Get('budget.csv')
  async budgetCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const reading = await this.record.readTrack(await this.record.getState(iso3.toUpperCase()), 'budget');
    const data = reading.indicators.map((indicator) => indicatorDataView(indicator, reading, lang));
    return asDownload(reply, `${iso3}-budget.csv`, cellsAsCsv(data));
  }

  @Get('budget-months.csv')
  async budgetMonthsCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    readInput(PageQuerySchema, query);
    const reading = await this.budgets.read(await this.record.getState(iso3.toUpperCase()));
    return asDownload(reply, `${iso3}-budget-months.csv`, budgetMonthsAsCsv(reading));
  }
}
