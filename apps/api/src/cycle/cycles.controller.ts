import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { DocumentDetail, DocumentList, FollowUpRuleList } from '#contracts';
import { CommunicatedDateSchema, DocumentQuerySchema } from '#contracts';
import { CommunicateDate, ReadDocuments, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { documentDetailView, documentListView, rulesView } from '../presenter/document-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { byOf } from './decided-by.js';

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
}

/** Documents go by the day of adoption, empty where there is none. */
function beforeOf(cursor: string | undefined): { adoptedOn: string; id: number } | undefined {
  if (cursor === undefined) return undefined;
  const [adoptedOn = '', id = 0] = decodeKey(cursor, ['text', 'id']);
  return { adoptedOn: String(adoptedOn), id: Number(id) };
}
