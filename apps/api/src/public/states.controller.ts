import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type {
  IndicatorList,
  Overview,
  ProsecutionsView,
  RecommendationChoices,
  RecommendationDetail,
  RecommendationList,
} from '#contracts';
import { CursorSchema, LanguageSchema, RecommendationQuerySchema, SearchTextSchema } from '#contracts';
import { COHORT_RULES } from '#domain';
import { ReadPublicRecord, SearchPublicRecord, summariseProsecutions } from '#tracking';
import type { State } from '#tracking';

import { cellsAsCsv } from '../presenter/csv.js';
import { indicatorDataView, summariesView } from '../presenter/indicator-presenter.js';
import { overviewView, stateView } from '../presenter/overview-presenter.js';
import { recommendationChoicesView } from '../presenter/recommendation-choices-presenter.js';
import { recommendationDetailView, recommendationView } from '../presenter/recommendation-presenter.js';
import { prosecutionsView } from '../presenter/track-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, decodeKey } from './cursor.js';
import { asDownload } from './download.js';
import { pageOf, searchOf } from './list-page.js';

export const PageQuerySchema = z.object({
  lang: LanguageSchema.default('en'),
  document: z.string().max(200).optional(),
});
/** Every list: what is sought, where the page begins, how long it is. */
export const IndicatorQuerySchema = PageQuerySchema.extend({
  q: SearchTextSchema,
  cursor: CursorSchema,
  limit: z.coerce.number().int().min(1).max(200).default(200),
});
export const CohortQuerySchema = PageQuerySchema.extend({
  cohort: z.coerce.number().int().min(1900).max(2200).optional(),
  rule: z.enum(COHORT_RULES).optional().describe('By which year cases are counted'),
});

/** Everything here is public and reads published figures only. */
@Controller('api/v1/states')
export class StatesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get()
  async listStates(@Query() query: unknown): Promise<{ items: Overview['state'][] }> {
    const { lang } = readInput(PageQuerySchema, query);
    return { items: (await this.record.listStates()).map((state) => stateView(state, lang)) };
  }

  @Get(':iso3/overview')
  async overview(@Param('iso3') iso3: string, @Query() query: unknown): Promise<Overview> {
    const { lang, document } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const reading = await this.record.readDocument(state, document);
    const highlighted = await this.record.readHighlights(state);
    const highlights = highlighted.indicators.map((indicator) =>
      indicatorDataView(indicator, highlighted, lang),
    );
    return overviewView(state, reading, highlights, lang);
  }

  @Get(':iso3/recommendations')
  async recommendations(@Param('iso3') iso3: string, @Query() query: unknown): Promise<RecommendationList> {
    const { lang, cursor, limit, q, ...filter } = readInput(RecommendationQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const [documentId = 0, position = 0] = cursor === undefined ? [] : decodeCursor(cursor, 2);
    const found = await this.record.listRecommendations(state, {
      ...filter,
      search,
      after: cursor === undefined ? undefined : [documentId, position],
      limit: limit + 1,
    });
    const page = pageOf(found, limit, (last) => [last.documentId, last.position]);
    const items = page.shown.map((item) => recommendationView(item, lang));
    const sought = await this.searches.soughtIn(state, search, items);
    return { items, nextCursor: page.nextCursor, sought };
  }

  @Get(':iso3/recommendation-choices')
  async recommendationChoices(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<RecommendationChoices> {
    const { lang } = readInput(z.object({ lang: LanguageSchema.default('en') }), query);
    const state = await this.state(iso3);
    return recommendationChoicesView(await this.record.listRecommendationChoices(state), lang);
  }

  @Get(':iso3/recommendations/:id')
  async recommendation(
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<RecommendationDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return recommendationDetailView(state, await this.record.readRecommendation(state, id, lang), lang);
  }

  @Get(':iso3/indicators')
  async indicators(@Param('iso3') iso3: string, @Query() query: unknown): Promise<IndicatorList> {
    const { lang, q, cursor, limit } = readInput(IndicatorQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const after = cursor === undefined ? undefined : decodeKey(cursor, ['number', 'number', 'text']);
    const reading = await this.record.listIndicators(state, {
      search,
      after: after as [number, number, string] | undefined,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.indicators, limit, (last) => [
      last.position,
      last.place,
      last.code,
    ]);
    const items = summariesView({ ...reading, indicators: shown }, lang);
    return { items, nextCursor, sought: await this.searches.soughtIn(state, search, items) };
  }

  @Get(':iso3/prosecutions')
  async prosecutions(@Param('iso3') iso3: string, @Query() query: unknown): Promise<ProsecutionsView> {
    const { lang, cohort, rule } = readInput(CohortQuerySchema, query);
    const state = await this.state(iso3);
    const [reading, highlights] = await Promise.all([
      this.record.readTrack(state, 'prosecutions'),
      this.record.readHighlights(state),
    ]);
    return prosecutionsView(
      summariseProsecutions(reading.figures, cohort ?? null, rule ?? null),
      reading,
      highlights,
      this.record.today(state),
      lang,
    );
  }

  @Get(':iso3/prosecutions.csv')
  async prosecutionsCsv(
    @Param('iso3') iso3: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const reading = await this.record.readTrack(await this.state(iso3), 'prosecutions');
    const data = reading.indicators.map((indicator) => indicatorDataView(indicator, reading, lang));
    return asDownload(reply, `${iso3}-prosecutions.csv`, cellsAsCsv(data));
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
