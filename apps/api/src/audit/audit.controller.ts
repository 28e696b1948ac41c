import { Readable } from 'node:stream';

import { Controller, Get, Header, Inject, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { AuditHeadView, History, HistoryDownloadQuery, RecommendationHistory } from '#contracts';
import { HistoryDownloadQuerySchema, HistoryQuerySchema, ItemHistoryQuerySchema } from '#contracts';
import { ReadAuditHeads, ReadHistory, SearchPublicRecord } from '#tracking';
import type { HistoryFilter, ItemHistoryKey } from '#tracking';

import { auditFeed } from '../presenter/audit-feed.js';
import { historyAsCsv } from '../presenter/history-csv.js';
import { historyView, recommendationHistoryView } from '../presenter/history-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** Where each audit ends, for everybody; and what is in it, for the secretariat and the ombudsperson. */
@Controller()
export class AuditController {
  constructor(
    private readonly heads: ReadAuditHeads,
    private readonly histories: ReadHistory,
    private readonly searches: SearchPublicRecord,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/states/:iso3/audit/head')
  async head(@Param('iso3') iso3: string): Promise<AuditHeadView> {
    const { state, head } = await this.heads.head(iso3.toUpperCase());
    const { position, hash, happenedAt } = head;
    return {
      state: state.iso3,
      position,
      hash,
      at: happenedAt === null ? null : new Date(happenedAt).toISOString(),
    };
  }

  @Get('feeds/:iso3/audit.atom')
  async feed(@Param('iso3') iso3: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { state, days } = await this.heads.days(iso3.toUpperCase());
    void reply.type('application/atom+xml; charset=utf-8');
    return auditFeed(state, days, this.settings.publicUrl);
  }

  @Get('api/v1/states/:iso3/audit')
  @Header('cache-control', 'no-store')
  async history(@Param('iso3') iso3: string, @Query() query: unknown): Promise<History> {
    const { lang, cursor, limit, ...filter } = readInput(HistoryQuerySchema, query);
    const reading = await this.histories.ofState(iso3.toUpperCase(), {
      ...filterOf(filter, lang),
      before: cursor === undefined ? undefined : decodeCursor(cursor, 1)[0],
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.entries, limit, ({ position }) => [position ?? 0]);
    const list = historyView({ ...reading, entries: shown }, nextCursor, lang);
    return {
      ...list,
      sought: await this.searches.soughtIn(reading.state, searchOf(filter.q, lang), list.items),
    };
  }

  @Get('api/v1/states/:iso3/audit.csv')
  @Header('cache-control', 'no-store')
  async download(@Param('iso3') iso3: string, @Query() query: unknown): Promise<StreamableFile> {
    const { lang, ...filter } = readInput(HistoryDownloadQuerySchema, query);
    const { state, pages } = await this.histories.allOfState(iso3.toUpperCase(), filterOf(filter, lang));
    return new StreamableFile(Readable.from(historyAsCsv(pages, state, lang), { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${state.iso3}-audit.csv"`,
    });
  }

  @Get('api/v1/states/:iso3/recommendations/:id/history')
  @Header('cache-control', 'no-store')
  async ofRecommendation(
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<RecommendationHistory> {
    const { lang, cursor, limit } = readInput(ItemHistoryQuerySchema, query);
    const before = cursor === undefined ? undefined : decodeKey(cursor, ['number', 'number', 'number']);
    const reading = await this.histories.ofRecommendation(iso3.toUpperCase(), id, {
      before: before as unknown as ItemHistoryKey | undefined,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.entries, limit, ({ at }) => at);
    return recommendationHistoryView({ ...reading, entries: shown }, nextCursor, lang);
  }
}

function filterOf(
  { subject, who, from, to, q }: Omit<HistoryDownloadQuery, 'lang'>,
  language: HistoryDownloadQuery['lang'],
): Omit<HistoryFilter, 'before' | 'limit'> {
  const [subjectKind, ...id] = subject?.split(':') ?? [];
  const person = who !== undefined && /^\d/.test(who);
  return {
    subjectKind,
    subjectId: id.length === 0 ? undefined : id.join(':'),
    personId: person ? Number(who) : undefined,
    actor: person ? undefined : who,
    from,
    to,
    search: searchOf(q, language),
  };
}
