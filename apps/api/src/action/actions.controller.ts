import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { ActionChoices, ActionDetail, ActionList } from '#contracts';
import {
  ActionCancelSchema,
  ActionChangeSchema,
  ActionDoneSchema,
  ActionPlanSchema,
  ActionQuerySchema,
} from '#contracts';
import { ReadActions, ReadPublicRecord, RecordAction } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { actionView, choicesView } from '../presenter/action-presenter.js';
import { readInput } from '../problem/read-input.js';
import { pageOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { ActionChangeForm, ActionDoneForm, ActionPlanForm, KEPT_OF_PLAN } from './action-forms.js';
import { IdSchema, answeringOf, before } from './answering.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** What institutions do about recommendations: for everybody to read, for those who answer to plan and change. */
@Controller()
export class ActionsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly actions: ReadActions,
    private readonly changes: RecordAction,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/actions')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<ActionList> {
    const asked = readInput(ActionQuerySchema, query);
    const { lang: language, q, cursor, limit, late, recommendation, institution } = asked;
    const { today, actions, hits } = await this.actions.list(await this.state(iso3), q, {
      recommendation: recommendation === '' ? null : recommendation,
      institution: institution === '' ? null : institution,
      lateOnly: late === '1',
      language,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(actions, limit, ({ id }) => [id]);
    return { today, items: shown.map((action) => actionView(action, { today, hits, language })), nextCursor };
  }

  @Get('api/v1/states/:iso3/actions/:id')
  async read(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<ActionDetail> {
    const { lang: language } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const { today, action } = await this.actions.read(state, readInput(IdSchema, id));
    const choices = await this.actions.choices(state, action.recommendation.publicId);
    return {
      today,
      action: actionView(action, { today, hits: new Set(), language }),
      choices: choicesView(choices, language),
    };
  }

  @Get('api/v1/states/:iso3/recommendations/:id/action-choices')
  @Header('cache-control', 'no-store')
  async choices(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<ActionChoices> {
    const { lang } = readInput(PageQuerySchema, query);
    return choicesView(await this.actions.choices(await this.state(iso3), id), lang);
  }

  @Post('api/v1/states/:iso3/recommendations/:id/actions')
  async plan(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(ActionPlanSchema, body ?? {});
    return { id: await this.changes.plan(await this.state(iso3), id, wish, answeringOf(asking)) };
  }

  @Post('api/v1/states/:iso3/actions/:id/change')
  @HttpCode(204)
  async change(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const to = readInput(ActionChangeSchema, body ?? {});
    await this.changes.change(await this.state(iso3), readInput(IdSchema, id), to, answeringOf(asking));
  }

  @Post('api/v1/states/:iso3/actions/:id/done')
  @HttpCode(204)
  async finish(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const done = readInput(ActionDoneSchema, body ?? {});
    await this.changes.finish(await this.state(iso3), readInput(IdSchema, id), done, answeringOf(asking));
  }

  @Post('api/v1/states/:iso3/actions/:id/cancel')
  @HttpCode(204)
  async cancel(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const why = readInput(ActionCancelSchema, body ?? {});
    await this.changes.cancel(await this.state(iso3), readInput(IdSchema, id), why, answeringOf(asking));
  }

  @FormRoute('states/:iso3/recommendations/:id/actions')
  async planByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/recommendations/${encodeURIComponent(id)}/actions`;
    await this.forms.answer(post, {
      page,
      schema: ActionPlanForm,
      keeps: KEPT_OF_PLAN,
      act: async (form) => {
        const action = await this.changes.plan(state, id, form, answeringOf(post));
        return `/states/${state.iso3}/actions/${action}?done=planned`;
      },
    });
  }

  @FormRoute('states/:iso3/actions/:id/change')
  async changeByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, page, number } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: ActionChangeForm,
      keeps: [...KEPT_OF_PLAN, 'reason'],
      act: async (form) => {
        await this.changes.change(state, number, form, answeringOf(post));
        return `${page}?done=changed`;
      },
    });
  }

  @FormRoute('states/:iso3/actions/:id/done')
  async finishByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, page, number } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: ActionDoneForm,
      keeps: ['done_on', 'reason'],
      act: async (form) => {
        await this.changes.finish(state, number, form, answeringOf(post));
        return `${page}?done=${form.doneOn === null ? 'reopened' : 'done'}`;
      },
    });
  }

  @FormRoute('states/:iso3/actions/:id/cancel')
  async cancelByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, page, number } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: ActionCancelSchema,
      keeps: ['reason'],
      act: async (form) => {
        await this.changes.cancel(state, number, form, answeringOf(post));
        return `${page}?done=cancelled`;
      },
    });
  }

  private async placeOf(iso3: string, id: string) {
    const state = await this.state(iso3);
    const number = readInput(IdSchema, id);
    return { state, number, page: `/states/${state.iso3}/actions/${number}` };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
