import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { DocumentDetail, DocumentList, FollowUpRuleList, SuccessionList } from '#contracts';
import {
  CommunicatedDateSchema,
  DocumentQuerySchema,
  NewSuccessionSchema,
  SuccessionQuerySchema,
  SuccessionVerdictSchema,
} from '#contracts';
import {
  CommunicateDate,
  DecideSuccession,
  ReadDocuments,
  ReadPublicRecord,
  ReadSuccessions,
} from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { documentDetailView, documentListView, rulesView } from '../presenter/document-presenter.js';
import { successionsView } from '../presenter/succession-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { decodeCursor, decodeDayCursor, encodeCursor, encodeDayCursor } from '../public/cursor.js';
import { PageQuerySchema } from '../public/states.controller.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** Reporting cycles: documents and dates for everybody; what the secretariat decides about them. */
@Controller()
export class CyclesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly documents: ReadDocuments,
    private readonly dates: CommunicateDate,
    private readonly links: ReadSuccessions,
    private readonly decisions: DecideSuccession,
  ) {}

  @Get('api/v1/follow-up-rules')
  async rules(@Query() query: unknown): Promise<FollowUpRuleList> {
    const { lang } = readInput(PageQuerySchema, query);
    return rulesView(await this.documents.listRules(), lang);
  }

  @Get('api/v1/states/:iso3/documents')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DocumentList> {
    const { lang, cursor, limit } = readInput(DocumentQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const before = cursor === undefined ? undefined : decodeDayCursor(cursor);
    const { today, documents } = await this.documents.list(state, { before, limit: limit + 1 });
    const shown = documents.slice(0, limit);
    const last = shown.at(-1)?.document;
    const more = documents.length > limit && last !== undefined;
    return documentListView(state, today, shown, more ? encodeDayCursor(last) : null, lang);
  }

  @Get('api/v1/states/:iso3/documents/:slug')
  async document(
    @Param('iso3') iso3: string,
    @Param('slug') slug: string,
    @Query() query: unknown,
  ): Promise<DocumentDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    return documentDetailView(state, await this.documents.read(state, slug), lang);
  }

  @Post('states/:iso3/deadlines/:deadline/communicate')
  @HttpCode(303)
  async communicate(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('deadline') deadline: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang, document } = readInput(
      LanguageFormSchema.extend({ document: z.string().max(200).default('') }),
      body ?? {},
    );
    const state = await this.record.getState(iso3.toUpperCase());
    const pages = `/${lang}/states/${state.iso3}/documents`;
    const page = document === '' ? pages : `${pages}/${encodeURIComponent(document)}`;
    await answerForm(reply, page, async () => {
      const form = readForm(CommunicatedDateSchema, body);
      const slug = await this.dates.communicate(state, readForm(IdSchema, deadline), {
        ...form,
        by: byOf(asking),
      });
      return `${pages}/${slug}?done=communicated`;
    });
  }

  @Get('api/v1/states/:iso3/successions')
  @Header('cache-control', 'no-store')
  async successions(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<SuccessionList> {
    const { lang, cursor, limit, ...filter } = readInput(SuccessionQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 1)[0];
    const { today, successions } = await this.links.read(state, { ...filter, after, limit: limit + 1 });
    const shown = successions.slice(0, limit);
    const last = shown.at(-1);
    const more = successions.length > limit && last !== undefined;
    const nextCursor = more ? encodeCursor([last.id]) : null;
    const reader = { role: asking.grant.membership?.role ?? 'public', today } as const;
    return successionsView(state, reader, shown, nextCursor, lang);
  }

  @Post('states/:iso3/successions')
  @HttpCode(303)
  async add(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/successions`;
    await answerForm(reply, page, async () => {
      await this.decisions.add(state, { ...readForm(NewSuccessionSchema, body), by: byOf(asking) });
      return `${page}?done=added`;
    });
  }

  @Post('states/:iso3/successions/:succession')
  @HttpCode(303)
  async decide(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('succession') succession: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/successions`;
    await answerForm(reply, page, async () => {
      const verdict = readForm(SuccessionVerdictSchema, body);
      await this.decisions.decide(state, readForm(IdSchema, succession), { ...verdict, by: byOf(asking) });
      return `${page}?done=${verdict.state}`;
    });
  }
}

/** Who decides, and in which role: the guard lets in nobody who has none. */
function byOf(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
