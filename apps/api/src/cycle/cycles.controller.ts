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
  SearchPublicRecord,
} from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { documentDetailView, documentListView, rulesView } from '../presenter/document-presenter.js';
import { successionsView } from '../presenter/succession-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { decodeIdCursor, decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
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
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/follow-up-rules')
  async rules(@Query() query: unknown): Promise<FollowUpRuleList> {
    const { lang } = readInput(PageQuerySchema, query);
    return rulesView(await this.documents.listRules(), lang);
  }

  @Get('api/v1/states/:iso3/documents')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DocumentList> {
    const { lang, q, cursor, limit } = readInput(DocumentQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const search = searchOf(q, lang);
    const { today, documents } = await this.documents.list(state, {
      search,
      before: beforeOf(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(documents, limit, ({ document }) => [
      document.adoptedOn ?? '',
      document.id,
    ]);
    const list = documentListView(state, today, shown, nextCursor, lang);
    return { ...list, sought: await this.searches.soughtIn(state, search, list.items) };
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
    const { lang, q, cursor, limit, ...filter } = readInput(SuccessionQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const { today, successions } = await this.links.read(state, {
      ...filter,
      search,
      after,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(successions, limit, ({ id }) => [id]);
    const reader = { role: asking.grant.membership?.role ?? 'public', today } as const;
    const list = successionsView(state, reader, shown, nextCursor, lang);
    return { ...list, sought: await this.searches.soughtIn(state, search, list.items) };
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

/** Documents go by the day of adoption, empty where there is none. */
function beforeOf(cursor: string | undefined): { adoptedOn: string; id: number } | undefined {
  if (cursor === undefined) return undefined;
  const [adoptedOn = '', id = 0] = decodeKey(cursor, ['text', 'id']);
  return { adoptedOn: String(adoptedOn), id: Number(id) };
}
