import { Controller, Param } from '@nestjs/common';

import {
  RequestAnswerSchema,
  RequestClosingSchema,
  RequestPublishingSchema,
  WithdrawalSchema,
} from '#contracts';
import { AskForInformation, ReadPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { IdSchema, answeringOf } from '../action/answering.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';
import { KEPT_OF_QUESTION, NewRequestForm, RequestQuestionForm, StandsOn } from './request-forms.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** The forms of the pages about information requests. */
@Controller('states/:iso3')
export class RequestFormsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly asking: AskForInformation,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('recommendations/:id/information-requests')
  async ask(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const state = await this.state(iso3);
    const { on_docket: alert } = readInput(StandsOn, post.body);
    await this.forms.answer(post, {
      page:
        typeof alert === 'number'
          ? `/states/${state.iso3}/docket?ask=${alert}`
          : `/states/${state.iso3}/recommendations/${encodeURIComponent(id)}/ask`,
      schema: NewRequestForm,
      keeps: [...KEPT_OF_QUESTION, 'institution', 'indicator'],
      act: async (form) => {
        const request = await this.asking.ask(state, id, form, answeringOf(post));
        return `/states/${state.iso3}/information-requests/${request}?done=sent`;
      },
    });
  }

  @FormRoute('information-requests/:id/again')
  async askAgain(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, number, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: RequestQuestionForm,
      keeps: KEPT_OF_QUESTION,
      act: async (form) => {
        const request = await this.asking.askAgain(state, number, form, answeringOf(post));
        return `/states/${state.iso3}/information-requests/${request}?done=asked_again`;
      },
    });
  }

  @FormRoute('information-requests/:id/answer')
  async answer(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, number, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: RequestAnswerSchema,
      keeps: ['answer', 'language', 'url'],
      act: async ({ answer: text, ...about }) => {
        await this.asking.answer(state, number, { ...about, text }, answeringOf(post));
        return `${page}?done=answered`;
      },
    });
  }

  @FormRoute('information-requests/:id/close')
  async close(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, number, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: RequestClosingSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.asking.close(state, number, reason, answeringOf(post));
        return `${page}?done=closed`;
      },
    });
  }

  @FormRoute('information-requests/:id/withdraw')
  async withdraw(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, number, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: WithdrawalSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.asking.withdraw(state, number, reason, answeringOf(post));
        return `${page}?done=withdrawn`;
      },
    });
  }

  @FormRoute('information-requests/:id/publish')
  async publish(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, number, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: RequestPublishingSchema,
      act: async ({ part }) => {
        await this.asking.publish(state, number, part, answeringOf(post));
        return `${page}?done=${part}_published`;
      },
    });
  }

  private async placeOf(iso3: string, id: string) {
    const state = await this.state(iso3);
    const number = readInput(IdSchema, id);
    return { state, number, page: `/states/${state.iso3}/information-requests/${number}` };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
