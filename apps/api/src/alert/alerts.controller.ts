import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { AlertDetail, AlertList } from '#contracts';
import { AlertAnswerSchema, AlertQuerySchema, DisclaimerDecisionSchema } from '#contracts';
import { AnswerAlert, DecideDisclaimer, ReadAlerts, ReadPublicRecord, SearchPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema, before, ownInstitutionOf } from '../action/answering.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { alertListView, alertView } from '../presenter/alert-presenter.js';
import { readInput } from '../problem/read-input.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import {
  AlertAnswerForm,
  KEPT_OF_ANSWER,
  answerWith,
  answererOf,
  tellsOfPeople,
} from './answering-alerts.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** What became of reminders, for those who answer and those who watch; and the answers. */
@Controller()
export class AlertsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly alerts: ReadAlerts,
    private readonly answers: AnswerAlert,
    private readonly disclaimers: DecideDisclaimer,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/alerts')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<AlertList> {
    const { lang, q, show, cursor, limit, ...narrowed } = readInput(AlertQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const { today, alerts, only } = await this.alerts.list(state, {
      institution: ownInstitutionOf(asking),
      filter: show,
      narrowed,
      search,
      after: before(cursor) ?? undefined,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(alerts, limit, ({ id }) => [id]);
    const view = alertListView(state, { today, alerts: shown, only }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @Get('api/v1/states/:iso3/alerts/:id')
  @Header('cache-control', 'no-store')
  async read(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Query() query: unknown,
  ): Promise<AlertDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    const reading = await this.alerts.read(state, readInput(IdSchema, id), ownInstitutionOf(asking));
    return alertView(state, reading, lang, tellsOfPeople(asking));
  }

  @Post('api/v1/states/:iso3/alerts/:id/answers')
  @HttpCode(204)
  async answer(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const answer = readInput(AlertAnswerSchema, body ?? {});
    const at = { state: await this.state(iso3), alert: readInput(IdSchema, id) };
    await answerWith(this.answers, at, answer, answererOf(asking));
  }

  @Post('api/v1/states/:iso3/alerts/:id/disclaimer')
  @HttpCode(204)
  async decide(
    @AskedBy() { visitor }: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const wish = readInput(DisclaimerDecisionSchema, body ?? {});
    const by = { personId: visitor.personId ?? 0 };
    await this.disclaimers.decide(await this.state(iso3), readInput(IdSchema, id), wish, by);
  }

  @FormRoute('states/:iso3/alerts/:id')
  async answerByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, alert, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: AlertAnswerForm,
      keeps: KEPT_OF_ANSWER,
      act: async (form) => {
        await answerWith(this.answers, { state, alert }, form, answererOf(post));
        return `${page}?done=${form.answer}`;
      },
    });
  }

  @FormRoute('states/:iso3/alerts/:id/disclaimer')
  async decideByForm(@Posted() post: FormPost, @Param() { iso3, id }: Named): Promise<void> {
    const { state, alert, page } = await this.placeOf(iso3, id);
    await this.forms.answer(post, {
      page,
      schema: DisclaimerDecisionSchema,
      keeps: ['decision', 'institution', 'reason'],
      act: async (wish) => {
        await this.disclaimers.decide(state, alert, wish, { personId: post.visitor.personId ?? 0 });
        return `${page}?done=${wish.decision}`;
      },
    });
  }

  private async placeOf(iso3: string, id: string) {
    const state = await this.state(iso3);
    const alert = readInput(IdSchema, id);
    return { state, alert, page: `/states/${state.iso3}/alerts/${alert}` };
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
