import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { ClassificationList, DocumentSuggestionsView, RecommendationSuggestions } from '#contracts';
import { ClassificationVerdictSchema, ListedSuggestionsSchema, SuggestionQuerySchema } from '#contracts';
import { DecideClassification, ReadPublicRecord, ReadSuggestions, SearchPublicRecord } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import {
  classificationListView,
  documentSuggestionsView,
  itemSuggestionsView,
} from '../presenter/classification-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeIdCursor, encodeCursor } from '../public/cursor.js';
import { searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

/** What recommendations are about: suggested by rules, decided by the secretariat. */
@Controller()
export class ClassificationsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly suggestions: ReadSuggestions,
    private readonly decisions: DecideClassification,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/classifications')
  async values(@Query() query: unknown): Promise<ClassificationList> {
    const { lang } = readInput(PageQuerySchema, query);
    return classificationListView(await this.suggestions.listValues(), lang);
  }

  @Get('api/v1/states/:iso3/documents/:slug/suggestions')
  @Header('cache-control', 'no-store')
  async ofDocument(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('slug') slug: string,
    @Query() query: unknown,
  ): Promise<DocumentSuggestionsView> {
    const { lang, q, only, cursor, limit } = readInput(SuggestionQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const reading = await this.suggestions.readDocument(state, slug, {
      undecided: only === 'undecided',
      search,
      after: cursor === undefined ? null : decodeIdCursor(cursor),
      limit,
    });
    const values = await this.suggestions.listValues();
    const view = documentSuggestionsView(state, reading, values, lang);
    const shown = view.items.map(({ title, text, chapeau, headings }) => [title, text, chapeau, headings]);
    return {
      ...view,
      mayDecide: mayDecide(asking),
      nextCursor: reading.next === null ? null : encodeCursor([reading.next]),
      sought: await this.searches.soughtIn(state, search, shown),
      progress: reading.progress,
    };
  }

  @Get('api/v1/states/:iso3/recommendations/:id/suggestions')
  @Header('cache-control', 'no-store')
  async ofRecommendation(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<RecommendationSuggestions> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const reading = await this.suggestions.readItem(state, id);
    const values = await this.suggestions.listValues();
    return { ...itemSuggestionsView(state, reading, values, lang), mayDecide: mayDecide(asking) };
  }

  @FormRoute('states/:iso3/recommendations/:id/suggestions')
  async decide(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('id') id: string,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const { item } = await this.suggestions.readItem(state, id);
    const page = `/states/${state.iso3}/documents/${encodeURIComponent(item.documentSlug)}/suggestions`;
    const asked = askedBy(post.body);
    await this.forms.answer(post, {
      page: asked.size > 0 ? `${page}?${asked}` : page,
      schema: ClassificationVerdictSchema,
      act: async ({ values, verdict, instead }) => {
        const by = { personId: personOf(post), role: post.grant.membership?.role ?? 'public' } as const;
        await this.decisions.decide(state, { values, verdict, instead, recommendation: id, by });
        const query = new URLSearchParams({
          ...Object.fromEntries(asked),
          done: instead === null ? verdict : 'changed',
        });
        return `${page}?${query}#item-${encodeURIComponent(item.code)}`;
      },
    });
  }
}

/** What the page that the form stands on was asked for: a decision and a refusal lead back to the same part of the list. */
function askedBy(form: unknown): URLSearchParams {
  const asked = ListedSuggestionsSchema.safeParse(form);
  const given = Object.entries(asked.data ?? {}).filter(([, value]) => value !== '');
  return new URLSearchParams(Object.fromEntries(given));
}

function mayDecide({ grant }: Asking): boolean {
  return grant.membership?.role === 'secretariat';
}
