import { Controller, Param } from '@nestjs/common';

import { StatementPublishingSchema, WithdrawalSchema } from '#contracts';
import { MakeStatement, ReadPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { IdSchema } from '../action/answering.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';
import { authorOf } from './statement-author.js';
import { KEPT_OF_STATEMENT, NewStatementForm, StandsOn, StatementChangeForm } from './statement-forms.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** The forms of the pages about statements. */
@Controller('states/:iso3')
export class StatementFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly making: MakeStatement,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('statement-drafts')
  async begin(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const { corrects: corrected } = readInput(StandsOn, post.body);
    const form = `/states/${state.iso3}/statement-drafts/new`;
    await this.forms.answer(post, {
      page: typeof corrected === 'number' ? `${form}?corrects=${corrected}` : form,
      schema: NewStatementForm,
      keeps: KEPT_OF_STATEMENT,
      act: async ({ corrects, ...wish }) => {
        const draft = await this.making.begin(state, wish, corrects, authorOf(post));
        return `/states/${state.iso3}/statement-drafts/${draft}?done=drafted`;
      },
    });
  }

  @FormRoute('statement-drafts/:id')
  async save(@Posted() post: FormPost, @Param() named: Named): Promise<void> {
    const { state, number, page } = await this.draftOf(named);
    await this.forms.answer(post, {
      page,
      schema: StatementChangeForm,
      keeps: KEPT_OF_STATEMENT,
      act: async ({ writing, ...wish }) => {
        await this.making.save(state, number, writing, wish, authorOf(post));
        return `${page}?done=redrafted`;
      },
    });
  }

  @FormRoute('statement-drafts/:id/publish')
  async publish(@Posted() post: FormPost, @Param() named: Named): Promise<void> {
    const { state, number, page } = await this.draftOf(named);
    await this.forms.answer(post, {
      page,
      schema: StatementPublishingSchema,
      act: async ({ writing }) => {
        const statement = await this.making.publish(state, number, writing, authorOf(post));
        return `/states/${state.iso3}/statements/${statement}?done=published`;
      },
    });
  }

  @FormRoute('statement-drafts/:id/discard')
  async discard(@Posted() post: FormPost, @Param() named: Named): Promise<void> {
    const { state, number, page } = await this.draftOf(named);
    await this.forms.answer(post, {
      page,
      schema: NO_FIELDS,
      act: async () => {
        await this.making.discard(state, number, authorOf(post));
        return `/states/${state.iso3}/statements?done=discarded`;
      },
    });
  }

  @FormRoute('statements/:id/withdraw')
  async withdraw(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    const number = readInput(IdSchema, id);
    const page = `/states/${state.iso3}/statements/${number}`;
    await this.forms.answer(post, {
      page,
      schema: WithdrawalSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.making.withdraw(state, number, reason, authorOf(post));
        return `${page}?done=withdrawn`;
      },
    });
  }

  private async draftOf({ iso3, id }: Named) {
    const state = await this.state(iso3);
    const number = readInput(IdSchema, id);
    return { state, number, page: `/states/${state.iso3}/statement-drafts/${number}` };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
