import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';

import type { SavedViewList } from '#contracts';
import { readViewAddress } from '#contracts';
import { ReadPublicRecord, SavedViews, badAddress } from '#tracking';
import type { State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema } from '../action/answering.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { PageRenderer } from '../page/page-renderer.js';
import { readInput } from '../problem/read-input.js';

const MOST_LETTERS = 2_000;
const WishSchema = z.object({
  name: z.string().max(MOST_LETTERS).default(''),
  address: z.string().max(MOST_LETTERS).default(''),
});
const NameSchema = WishSchema.pick({ name: true });

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** A person's own saved views of a State. */
@Controller()
export class SavedViewsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly views: SavedViews,
    private readonly renderer: PageRenderer,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/saved-views')
  @Header('cache-control', 'no-store')
  async list(@AskedBy() asking: Asking, @Param('iso3') iso3: string): Promise<SavedViewList> {
    const views = await this.views.list(await this.state(iso3), personOf(asking));
    return { items: views.map(({ id, name, address }) => ({ id, name, address })) };
  }

  @FormRoute('states/:iso3/saved-views')
  async save(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state);
    await this.forms.answer(post, {
      page,
      schema: WishSchema,
      keeps: ['name', 'address'],
      act: async ({ name, address }) => {
        const read = readViewAddress(address, state.iso3);
        if (read === null || !(await this.renderer.isPage(read.path))) throw badAddress();
        const id = await this.views.save(state, personOf(post), { name, address: read.address });
        return `${page}?done=saved#view-${id}`;
      },
    });
  }

  @FormRoute('states/:iso3/saved-views/:id')
  async rename(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: pageOf(state),
      schema: NameSchema,
      keeps: ['name'],
      act: async ({ name }) => {
        await this.views.rename(state, personOf(post), readInput(IdSchema, id), name);
        return `${pageOf(state)}?done=renamed`;
      },
    });
  }

  @FormRoute('states/:iso3/saved-views/:id/remove')
  async remove(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: pageOf(state),
      schema: NO_FIELDS,
      act: async () => {
        await this.views.remove(state, personOf(post), readInput(IdSchema, id));
        return `${pageOf(state)}?done=removed`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

const pageOf = ({ iso3 }: State): string => `/states/${iso3}/views`;
