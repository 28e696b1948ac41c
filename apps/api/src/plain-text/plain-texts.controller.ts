import { Controller, Get, Header, Param } from '@nestjs/common';
import type { z } from 'zod';

import { PlainTextConfirmationSchema, PlainTextSchema, PlainTextWithdrawalSchema } from '#contracts';
import type { PlainTextList } from '#contracts';
import { civilDayOf } from '#domain';
import { ReadPublicRecord, SayPlainly } from '#tracking';
import type { State } from '#tracking';

import { personOf } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';

interface OfItem {
  readonly iso3: string;
  readonly id: string;
}

/** What recommendations ask in plain words: written, confirmed and withdrawn by the secretariat. */
@Controller()
export class PlainTextsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly plainly: SayPlainly,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/recommendations/:id/plain-texts')
  @Header('cache-control', 'no-store')
  async list(@Param() { iso3, id }: OfItem): Promise<PlainTextList> {
    const state = await this.record.getState(iso3.toUpperCase());
    const found = await this.plainly.list(state, id);
    return {
      items: found.map(({ id: _, writtenAt, ...one }) => ({
        ...one,
        writtenOn: civilDayOf(writtenAt, state.timeZone),
      })),
    };
  }

  @FormRoute('states/:iso3/recommendations/:id/plain-texts')
  write(@Posted() post: FormPost, @Param() item: OfItem): Promise<void> {
    return this.answer(post, item, PlainTextSchema, 'plain_written', (state, form) =>
      this.plainly.write(state, item.id, form, { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/recommendations/:id/plain-texts/confirm')
  confirm(@Posted() post: FormPost, @Param() item: OfItem): Promise<void> {
    return this.answer(post, item, PlainTextConfirmationSchema, 'plain_confirmed', (state, form) =>
      this.plainly.confirm(state, item.id, form, { personId: personOf(post) }),
    );
  }

  @FormRoute('states/:iso3/recommendations/:id/plain-texts/withdraw')
  withdraw(@Posted() post: FormPost, @Param() item: OfItem): Promise<void> {
    return this.answer(post, item, PlainTextWithdrawalSchema, 'plain_withdrawn', (state, { language }) =>
      this.plainly.withdraw(state, item.id, language, { personId: personOf(post) }),
    );
  }

  private async answer<S extends z.ZodType>(
    post: FormPost,
    { iso3, id }: OfItem,
    schema: S,
    done: string,
    act: (state: State, form: z.infer<S>) => Promise<void>,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/recommendations/${encodeURIComponent(id)}`;
    await this.forms.answer(post, {
      page,
      schema,
      act: async (form) => {
        await act(state, form);
        return `${page}?done=${done}#plain`;
      },
    });
  }
}
