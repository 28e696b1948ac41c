import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { SuccessionList } from '#contracts';
import { NewSuccessionSchema, SuccessionQuerySchema, SuccessionVerdictSchema } from '#contracts';
import { DecideSuccession, ReadPublicRecord, ReadSuccessions, SearchPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { successionsView } from '../presenter/succession-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { byOf } from './decided-by.js';

const IdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** What became of the items of one reporting cycle in the next, as it is suggested and as the secretariat decides. */
@Controller()
export class SuccessionsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly links: ReadSuccessions,
    private readonly decisions: DecideSuccession,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

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
        const id = readForm(IdSchema, succession);
        await this.decisions.decide(state, id, { ...verdict, by: byOf(post) });
        return `${page}?done=${verdict.state}&of=${id}`;
      },
    });
  }
}
