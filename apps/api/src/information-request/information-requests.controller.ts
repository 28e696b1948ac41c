import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type {
  InformationRequestDetail,
  InformationRequestList,
  PublishedRequests,
  RequestChoices,
} from '#contracts';
import {
  InformationRequestQuerySchema,
  NewRequestSchema,
  RequestAnswerSchema,
  RequestClosingSchema,
  RequestPublishingSchema,
  RequestQuestionSchema,
  WithdrawalSchema,
} from '#contracts';
import { AskForInformation, ReadPublicRecord, ReadRequests, SearchPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema, answeringOf, before, ownInstitutionOf } from '../action/answering.js';
import {
  publishedRequestsView,
  requestChoicesView,
  requestDetailView,
  requestListView,
} from '../presenter/information-request-presenter.js';
import { readInput } from '../problem/read-input.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** Formal information requests: for the ombudsperson who asks, the institution that answers, and everybody where they are published. */
@Controller('api/v1/states/:iso3')
export class InformationRequestsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly requests: ReadRequests,
    private readonly asking: AskForInformation,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('information-requests')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() asked: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<InformationRequestList> {
    const input = readInput(InformationRequestQuerySchema, query);
    const { lang, q, cursor, limit } = input;
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const own = ownInstitutionOf(asked);
    const reading = await this.requests.list(state, {
      institution: own ?? (input.institution === '' ? null : input.institution),
      recommendation: input.recommendation === '' ? null : input.recommendation,
      state: input.state === '' ? null : input.state,
      search,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.requests, limit, ({ id }) => [id]);
    const institutions = reading.institutions.filter(({ code }) => own === null || code === own);
    const view = requestListView(state, { ...reading, requests: shown, institutions }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @Get('information-requests/:id')
  @Header('cache-control', 'no-store')
  async read(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Query() query: unknown,
  ): Promise<InformationRequestDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const reading = await this.requests.read(state, readInput(IdSchema, id), ownInstitutionOf(asked));
    return requestDetailView(state, reading, lang);
  }

  @Get('recommendations/:id/request-choices')
  @Header('cache-control', 'no-store')
  async choices(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<RequestChoices> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return requestChoicesView(state, await this.requests.choices(state, id), lang);
  }

  @Get('recommendations/:id/information-requests')
  async published(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<PublishedRequests> {
    const { lang } = readInput(PageQuerySchema, query);
    return publishedRequestsView(await this.requests.listPublished(await this.state(iso3), id), lang);
  }

  @Post('recommendations/:id/information-requests')
  @HttpCode(200)
  async ask(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(NewRequestSchema, body ?? {});
    return { id: await this.asking.ask(await this.state(iso3), id, wish, answeringOf(asked)) };
  }

  @Post('information-requests/:id/again')
  @HttpCode(200)
  async askAgain(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(RequestQuestionSchema, body ?? {});
    const number = readInput(IdSchema, id);
    return { id: await this.asking.askAgain(await this.state(iso3), number, wish, answeringOf(asked)) };
  }

  @Post('information-requests/:id/answer')
  @HttpCode(204)
  async answer(@AskedBy() asked: Asking, @Param() { iso3, id }: Named, @Body() body: unknown): Promise<void> {
    const { answer: text, ...about } = readInput(RequestAnswerSchema, body ?? {});
    const answer = { ...about, text };
    await this.asking.answer(await this.state(iso3), readInput(IdSchema, id), answer, answeringOf(asked));
  }

  @Post('information-requests/:id/close')
  @HttpCode(204)
  async close(@AskedBy() asked: Asking, @Param() { iso3, id }: Named, @Body() body: unknown): Promise<void> {
    const { reason } = readInput(RequestClosingSchema, body ?? {});
    await this.asking.close(await this.state(iso3), readInput(IdSchema, id), reason, answeringOf(asked));
  }

  @Post('information-requests/:id/withdraw')
  @HttpCode(204)
  async withdraw(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const { reason } = readInput(WithdrawalSchema, body ?? {});
    await this.asking.withdraw(await this.state(iso3), readInput(IdSchema, id), reason, answeringOf(asked));
  }

  @Post('information-requests/:id/publish')
  @HttpCode(204)
  async publish(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const { part } = readInput(RequestPublishingSchema, body ?? {});
    await this.asking.publish(await this.state(iso3), readInput(IdSchema, id), part, answeringOf(asked));
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
