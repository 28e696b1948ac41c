import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { StatementDetail, StatementDraftDetail, StatementDraftList, StatementList } from '#contracts';
import {
  NewStatementSchema,
  StatementChangeSchema,
  StatementPublishingSchema,
  StatementQuerySchema,
  WithdrawalSchema,
} from '#contracts';
import { MakeStatement, ReadPublicRecord, ReadStatements, SearchPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { IdSchema } from '../action/answering.js';
import {
  statementDetailView,
  statementDraftListView,
  statementDraftView,
  statementListView,
} from '../presenter/statement-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { authorOf } from './statement-author.js';

interface Named {
  readonly iso3: string;
  readonly id: string;
}

/** Statements of the ombudsperson: for everybody once they are published, and before that for the office that writes them. */
@Controller('api/v1/states/:iso3')
export class StatementsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly statements: ReadStatements,
    private readonly making: MakeStatement,
    private readonly searches: SearchPublicRecord,
  ) {}

  @Get('statements')
  async list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<StatementList> {
    const { lang, q, recommendation, cursor, limit } = readInput(StatementQuerySchema, query);
    const state = await this.state(iso3);
    const search = searchOf(q, lang);
    const reading = await this.statements.list(state, {
      search,
      recommendation: recommendation === '' ? null : recommendation,
      before: cursor === undefined ? null : (decodeKey(cursor, ['day', 'id']) as [string, number]),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.statements, limit, ({ datedOn, id }) => [datedOn, id]);
    const view = statementListView(state, { ...reading, statements: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.items) };
  }

  @Get('statements/:id')
  async read(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<StatementDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return statementDetailView(state, await this.statements.read(state, readInput(IdSchema, id)), lang);
  }

  @Get('statement-drafts')
  @Header('cache-control', 'no-store')
  async listDrafts(@Param('iso3') iso3: string, @Query() query: unknown): Promise<StatementDraftList> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return statementDraftListView(state, await this.statements.listDrafts(state), lang);
  }

  @Get('statement-drafts/:id')
  @Header('cache-control', 'no-store')
  async readDraft(@Param() { iso3, id }: Named, @Query() query: unknown): Promise<StatementDraftDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return statementDraftView(state, await this.statements.readDraft(state, readInput(IdSchema, id)), lang);
  }

  @Post('statement-drafts')
  @HttpCode(200)
  async begin(
    @AskedBy() asked: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const { corrects, ...wish } = readInput(NewStatementSchema, body ?? {});
    return { id: await this.making.begin(await this.state(iso3), wish, corrects, authorOf(asked)) };
  }

  @Post('statement-drafts/:id')
  @HttpCode(204)
  async save(@AskedBy() asked: Asking, @Param() { iso3, id }: Named, @Body() body: unknown): Promise<void> {
    const { writing, ...wish } = readInput(StatementChangeSchema, body ?? {});
    await this.making.save(await this.state(iso3), readInput(IdSchema, id), writing, wish, authorOf(asked));
  }

  @Post('statement-drafts/:id/publish')
  @HttpCode(200)
  async publish(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const { writing } = readInput(StatementPublishingSchema, body ?? {});
    const state = await this.state(iso3);
    return { id: await this.making.publish(state, readInput(IdSchema, id), writing, authorOf(asked)) };
  }

  @Post('statement-drafts/:id/discard')
  @HttpCode(204)
  async discard(@AskedBy() asked: Asking, @Param() { iso3, id }: Named): Promise<void> {
    await this.making.discard(await this.state(iso3), readInput(IdSchema, id), authorOf(asked));
  }

  @Post('statements/:id/withdraw')
  @HttpCode(204)
  async withdraw(
    @AskedBy() asked: Asking,
    @Param() { iso3, id }: Named,
    @Body() body: unknown,
  ): Promise<void> {
    const { reason } = readInput(WithdrawalSchema, body ?? {});
    await this.making.withdraw(await this.state(iso3), readInput(IdSchema, id), reason, authorOf(asked));
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}
