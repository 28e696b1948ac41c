import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type {
  ContributionList,
  ObligationList,
  ReviewQueue,
  SubmissionDetail,
  SubmissionList,
} from '#contracts';
import { UserError } from '#domain';
import {
  ContributePublicly,
  ReadHeldPeriods,
  ReadPublicRecord,
  ReadSubmissions,
  SearchPublicRecord,
} from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import {
  answerableView,
  contributionView,
  dayNumberOf,
  listedSubmissionView,
  submissionDetailView,
} from '../presenter/submission-presenter.js';
import { figureSheetView } from '../presenter/figure-presenter.js';
import { heldPeriodsView } from '../presenter/held-period-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor, decodeIdCursor } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { actorOf } from './submission-actor.js';
import {
  ContributionQuerySchema,
  ObligationQuerySchema,
  ReviewQuerySchema,
  SubmissionIdSchema,
  SubmissionQuerySchema,
} from './submission-query.js';

const idAt = (cursor: string | undefined): number | null =>
  cursor === undefined ? null : decodeIdCursor(cursor);

/** Submissions for those who write and those who decide; what was published, for everybody. */
@Controller('api/v1/states/:iso3')
export class SubmissionsController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly submissions: ReadSubmissions,
    private readonly contributions: ContributePublicly,
    private readonly searches: SearchPublicRecord,
    private readonly heldPeriods: ReadHeldPeriods,
  ) {}

  @Get('submissions')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<SubmissionList> {
    const { lang, q, state: only, author, cursor, limit } = readInput(SubmissionQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const rows = await this.submissions.list(state, actorOf(asking), {
      state: only === '' ? null : only,
      authorKind: author === '' ? null : author,
      typed: q,
      language: lang,
      before: idAt(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    const texts = shown.map((row) => row.texts);
    const sought = await this.searches.soughtIn(state, searchOf(q, lang), texts);
    const items = shown.map((row) => listedSubmissionView(row, sought, lang));
    return { today: this.submissions.today(state), items, nextCursor, sought };
  }

  @Get('submissions/:id')
  @Header('cache-control', 'no-store')
  async read(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: { readonly iso3: string; readonly id: string },
    @Query() query: unknown,
  ): Promise<SubmissionDetail> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const reading = await this.submissions.read(state, readInput(SubmissionIdSchema, id), actorOf(asking));
    return submissionDetailView(reading, state, lang);
  }

  @Get('obligations')
  @Header('cache-control', 'no-store')
  async obligations(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<ObligationList> {
    const { lang, q, id: only, cursor, limit } = readInput(ObligationQuerySchema, query);
    const search = searchOf(q, lang);
    const state = await this.record.getState(iso3.toUpperCase());
    const rows = await this.submissions.listObligations(state, actorOf(asking), {
      only: only ?? null,
      search,
      after: idAt(cursor),
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    const [one] = only === undefined ? [] : shown;
    const figures = one && (await this.submissions.readFigures(state, one));
    const items = shown.map((row) => answerableView(row, lang));
    return {
      today: this.submissions.today(state),
      items,
      figures: figures ? figureSheetView(figures, lang, false) : null,
      nextCursor,
      sought: await this.searches.soughtIn(state, search, items),
    };
  }

  @Get('reviews')
  @Header('cache-control', 'no-store')
  async reviews(@Param('iso3') iso3: string, @Query() query: unknown): Promise<ReviewQueue> {
    const { lang, q, author, cursor, limit } = readInput(ReviewQuerySchema, query);
    const [day = 0, id = 0] = cursor === undefined ? [] : decodeCursor(cursor, 2);
    const state = await this.record.getState(iso3.toUpperCase());
    const { waiting, rows } = await this.submissions.listWaiting(state, {
      state: null,
      authorKind: author === '' ? null : author,
      typed: q,
      language: lang,
      after: cursor === undefined ? null : [day, id],
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(rows, limit, (row) => [dayNumberOf(row.submittedOn ?? ''), row.id]);
    const texts = shown.map((row) => row.texts);
    const sought = await this.searches.soughtIn(state, searchOf(q, lang), texts);
    const items = shown.map((row) => listedSubmissionView(row, sought, lang));
    const held = heldPeriodsView(await this.heldPeriods.read(state.id), state, lang);
    return { today: this.submissions.today(state), waiting, items, held, nextCursor, sought };
  }

  /** Never kept: it holds when the form was opened. */
  @Get('recommendations/:id/contributions')
  @Header('cache-control', 'no-store')
  async published(
    @Param() { iso3, id }: { readonly iso3: string; readonly id: string },
    @Query() query: unknown,
  ): Promise<ContributionList> {
    const { lang, q, cursor, limit } = readInput(ContributionQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const found = await this.submissions.listPublished(state, id, {
      typed: q,
      language: lang,
      before: idAt(cursor),
      limit: limit + 1,
    });
    if (!found)
      throw new UserError(
        'not_found',
        'recommendation.unknown',
        `${state.iso3} has no recommendation ${id}.`,
      );
    const { recommendation } = found;
    const { shown, nextCursor } = pageOf(found.rows, limit, (row) => [row.id]);
    const items = shown.map(contributionView);
    return {
      recommendation: {
        id: recommendation.publicId,
        code: recommendation.code,
        title: recommendation.titles[lang] ?? recommendation.titles['en'] ?? recommendation.code,
      },
      items,
      nextCursor,
      sought: await this.searches.soughtIn(state, searchOf(q, lang), items),
      opened: this.contributions.openForm(state, recommendation.publicId),
    };
  }
}
