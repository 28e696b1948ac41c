import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { ReadPublicRecord } from '#tracking';

import { templateAsCsv } from '../presenter/figure-template.js';
import { readInput } from '../problem/read-input.js';
import { asDownload } from '../public/download.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** Empty tables for the figures of indicators. */
@Controller('api/v1/states/:iso3/indicators/:code')
export class FigureTemplateController {
  constructor(private readonly record: ReadPublicRecord) {}

  @Get('template.csv')
  async template(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const reading = await this.record.getIndicator(await this.record.getState(iso3.toUpperCase()), code);
    return asDownload(
      reply,
      `${iso3.toUpperCase()}-${code}-template.csv`,
      templateAsCsv(reading.indicators[0]!, reading, lang),
    );
  }
}
