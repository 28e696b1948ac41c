import { Controller, Get, Header, Param, Query } from '@nestjs/common';
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
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { documentDetailView, documentListView, rulesView } from '../presenter/document-presenter.js';
import { successionsView } from '../presenter/succession-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { decodeIdCursor, decodeDayCursor, encodeCursor, encodeDayCursor } from '../public/cursor.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** The page that the form stands on. */
const DocumentOfFormSchema = z.object({ document: z.string().max(200).default('') });
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
    private readonly forms: FormPosts,
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

  @FormRoute('states/:iso3/deadlines/:deadline/communicate')
  async communicate(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('deadline') deadline: string,
  ): Promise<void> {
    const { document } = readInput(DocumentOfFormSchema, post.body);
    const state = await this.record.getState(iso3.toUpperCase());
    const pages = `/states/${state.iso3}/documents`;
    await this.forms.answer(post, {
      page: document === '' ? pages : `${pages}/${encodeURIComponent(document)}`,
      schema: CommunicatedDateSchema,
      keeps: ['dueOn', 'reason'],
      act: async (form) => {
        const communicated = { ...form, by: byOf(post) };
        const slug = await this.dates.communicate(state, readForm(IdSchema, deadline), communicated);
        return `${pages}/${slug}?done=communicated`;
      },
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
    const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const { today, successions } = await this.links.read(state, { ...filter, after, limit: limit + 1 });
    const shown = successions.slice(0, limit);
    const last = shown.at(-1);
    const more = successions.length > limit && last !== undefined;
    const nextCursor = more ? encodeCursor([last.id]) : null;
    const reader = { role: asking.grant.membership?.role ?? 'public', today } as const;
    return successionsView(state, reader, shown, nextCursor, lang);
  }

  @FormRoute('states/:iso3/successions')
  async add(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/successions`;
    await this.forms.answer(post, {
      page,
      schema: NewSuccessionSchema,
      keeps: ['earlier', 'later', 'laterDocument', 'kind', 'reason'],
      act: async (link) => {
        await this.decisions.add(state, { ...link, by: byOf(post) });
        return `${page}?done=added`;
      },
    });
  }

  @FormRoute('states/:iso3/successions/:succession')
  async decide(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('succession') succession: string,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/successions`;
    await this.forms.answer(post, {
      page,
      schema: SuccessionVerdictSchema,
      keeps: ['kind', 'state', 'reason'],
      act: async (verdict) => {
        await this.decisions.decide(state, readForm(IdSchema, succession), { ...verdict, by: byOf(post) });
        return `${page}?done=${verdict.state}`;
      },
    });
  }
}

/** Who decides, and in which role: the guard lets in nobody who has none. */
function byOf(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
