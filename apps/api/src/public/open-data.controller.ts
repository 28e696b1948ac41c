import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { IndicatorData, IndicatorMetadata } from '#contracts';
import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import { jsonStatOf, sdmxRowsOf } from '#reporting';
import type { JsonStatDataset } from '#reporting';
import { ReadPublicRecord } from '#tracking';
import type { IndicatorReading } from '#tracking';

import { cellsAsCsv, inertCsv } from '../presenter/csv.js';
import { indicatorDataView, indicatorMetadataView } from '../presenter/indicator-presenter.js';
import { readInput } from '../problem/read-input.js';
import { asDownload } from './download.js';
import { PageQuerySchema } from './states.controller.js';

/** Registered with IANA for SDMX 3.0. */
export const SDMX_CSV = 'application/vnd.sdmx.data+csv;version=2.0.0';
const AGENCY = 'VIGIA';
const WORDS = { en: screensEn, es: screensEs } as const;

/** The published cells of one indicator as others read them. Nothing here reads an accepted figure. */
@Controller('api/v1/states/:iso3/indicators/:code')
export class OpenDataController {
  constructor(private readonly record: ReadPublicRecord) {}

  @Get('data')
  async data(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<IndicatorData> {
    const { lang } = readInput(PageQuerySchema, query);
    return this.table(iso3, code, lang);
  }

  @Get('data.csv')
  async csv(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    return asDownload(reply, `${iso3}-${code}.csv`, cellsAsCsv([await this.table(iso3, code, lang)]));
  }

  @Get('data.jsonstat')
  async jsonStat(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<JsonStatDataset> {
    const { lang } = readInput(PageQuerySchema, query);
    const { chart, indicator } = WORDS[lang];
    return jsonStatOf(await this.table(iso3, code, lang), {
      total: indicator.total,
      source: chart.sourceHead,
      period: indicator.period,
    });
  }

  @Get('data.sdmx.csv')
  async sdmxCsv(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const { columns, rows } = sdmxRowsOf(await this.table(iso3, code, lang), AGENCY);
    return asDownload(reply, `${iso3}-${code}.sdmx.csv`, inertCsv(rows, { columns }), SDMX_CSV);
  }

  @Get('metadata')
  async metadata(
    @Param('iso3') iso3: string,
    @Param('code') code: string,
    @Query() query: unknown,
  ): Promise<IndicatorMetadata> {
    const { lang } = readInput(PageQuerySchema, query);
    const [indicator, reading] = await this.read(iso3, code);
    return indicatorMetadataView(indicator, reading, lang, distributionsOf(iso3.toUpperCase(), code, lang));
  }

  private async table(iso3: string, code: string, language: Language): Promise<IndicatorData> {
    return indicatorDataView(...(await this.read(iso3, code)), language);
  }

  private async read(
    iso3: string,
    code: string,
  ): Promise<[indicator: IndicatorReading['indicators'][number], reading: IndicatorReading]> {
    const reading = await this.record.getIndicator(await this.record.getState(iso3.toUpperCase()), code);
    return [reading.indicators[0]!, reading];
  }
}

/** Where the cells are, by format; a path from the root of this installation. */
function distributionsOf(iso3: string, code: string, language: Language): IndicatorMetadata['distributions'] {
  const path = `/api/v1/states/${iso3}/indicators/${encodeURIComponent(code)}/data`;
  const at = (suffix: string): string => `${path}${suffix}?lang=${language}`;
  return [
    { format: 'JSON', mediaType: 'application/json', url: at('') },
    { format: 'CSV', mediaType: 'text/csv', url: at('.csv') },
    { format: 'JSON-stat 2.0', mediaType: 'application/json', url: at('.jsonstat') },
    { format: 'SDMX-CSV 2.0', mediaType: SDMX_CSV, url: at('.sdmx.csv') },
  ];
}
