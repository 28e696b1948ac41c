import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import type { AuditHeadView, History, RecommendationHistory } from '#contracts';
import { HistoryQuerySchema } from '#contracts';
import { ReadAuditHeads, ReadHistory } from '#tracking';

import { auditFeed } from '../presenter/audit-feed.js';
import { historyView, recommendationHistoryView } from '../presenter/history-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, encodeCursor } from '../public/cursor.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** Where each audit ends, for everybody; and what is in it, for the secretariat and the ombudsperson. */
@Controller()
export class AuditController {
  constructor(
    private readonly heads: ReadAuditHeads,
    private readonly histories: ReadHistory,
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
    const { lang, cursor, limit, subject, person } = readInput(HistoryQuerySchema, query);
    const [subjectKind, ...id] = subject?.split(':') ?? [];
    const reading = await this.histories.ofState(iso3.toUpperCase(), {
      before: cursor === undefined ? undefined : decodeCursor(cursor, 1)[0],
      subjectKind,
      subjectId: id.length === 0 ? undefined : id.join(':'),
      personId: person,
      limit: limit + 1,
    });
    const entries = reading.entries.slice(0, limit);
    const last = entries.at(-1)?.position ?? null;
    const more = reading.entries.length > limit && last !== null;
    return historyView({ ...reading, entries }, more ? encodeCursor([last]) : null, lang);
  }

  @Get('api/v1/states/:iso3/recommendations/:id/history')
  @Header('cache-control', 'no-store')
  async ofRecommendation(
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<RecommendationHistory> {
    const { lang } = readInput(PageQuerySchema, query);
    return recommendationHistoryView(await this.histories.ofRecommendation(iso3.toUpperCase(), id), lang);
  }
}
