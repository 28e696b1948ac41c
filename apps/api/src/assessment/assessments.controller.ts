import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { AssessmentList, AssessmentScaleList, ItemAssessments, OverrideList } from '#contracts';
import { AssessmentQuerySchema, OverrideQuerySchema } from '#contracts';
import { parseSearch } from '#domain';
import { ReadAssessments, ReadPublicRecord } from '#tracking';
import type { Assessment, Found, State } from '#tracking';

import {
  assessmentView,
  decisionView,
  itemAssessmentsView,
  scalesView,
} from '../presenter/assessment-presenter.js';
import { namedState } from '../presenter/document-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { pageOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';

const before = (cursor: string | undefined): number | null =>
  cursor === undefined ? null : decodeIdCursor(cursor);

/** Assessments and overrides for everybody; the confidential ones for the ombudsperson. */
@Controller('api/v1')
export class AssessmentsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly assessments: ReadAssessments,
  ) {}

  @Get('assessment-scales')
  async scales(@Query() query: unknown): Promise<AssessmentScaleList> {
    const { lang } = readInput(PageQuerySchema, query);
    return { items: scalesView(await this.assessments.listScales(), lang) };
  }

  @Get('states/:iso3/assessments')
  list(@Param('iso3') iso3: string, @Query() query: unknown): Promise<AssessmentList> {
    return this.page(iso3, query, (state, filter) => this.assessments.list(state, filter));
  }

  @Get('states/:iso3/ombudsperson-assessments')
  @Header('cache-control', 'no-store')
  listOwn(@Param('iso3') iso3: string, @Query() query: unknown): Promise<AssessmentList> {
    return this.page(iso3, query, (state, filter) => this.assessments.listOwn(state, filter));
  }

  @Get('states/:iso3/overrides')
  async overrides(@Param('iso3') iso3: string, @Query() query: unknown): Promise<OverrideList> {
    const { lang, q, cursor, limit } = readInput(OverrideQuerySchema, query);
    const state = await this.state(iso3);
    const {
      items,
      hits,
      indicatorNames: names,
    } = await this.assessments.listOverrides(state, {
      search: parseSearch(q),
      language: lang,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(items, limit, ({ id }) => [id]);
    return {
      state: namedState(state, lang),
      items: shown.map((decision) => decisionView(decision, { hits, names }, lang)),
      nextCursor,
    };
  }

  @Get('states/:iso3/recommendations/:id/assessments')
  ofItem(@Param() { iso3, id }: Item, @Query() query: unknown): Promise<ItemAssessments> {
    return this.item(iso3, id, query, false);
  }

  @Get('states/:iso3/recommendations/:id/implementation')
  @Header('cache-control', 'no-store')
  implementation(@Param() { iso3, id }: Item, @Query() query: unknown): Promise<ItemAssessments> {
    return this.item(iso3, id, query, true);
  }

  private async page(
    iso3: string,
    query: unknown,
    read: (state: State, filter: Parameters<ReadAssessments['list']>[1]) => Promise<Found<Assessment>>,
  ): Promise<AssessmentList> {
    const { lang, q, cursor, limit, ...filter } = readInput(AssessmentQuerySchema, query);
    const state = await this.state(iso3);
    const { items, hits } = await read(state, {
      search: parseSearch(q),
      language: lang,
      assessor: filter.assessor ?? null,
      grade: filter.grade ?? null,
      document: filter.document ?? null,
      recommendation: filter.recommendation ?? null,
      before: before(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(items, limit, ({ id }) => [id]);
    return {
      state: namedState(state, lang),
      items: shown.map((assessment) => assessmentView(assessment, hits, lang)),
      nextCursor,
    };
  }

  private async item(
    iso3: string,
    id: string,
    query: unknown,
    withHindrances: boolean,
  ): Promise<ItemAssessments> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.state(iso3);
    return itemAssessmentsView(state, await this.assessments.readItem(state, id, withHindrances), lang);
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

interface Item {
  readonly iso3: string;
  readonly id: string;
}
