import { Controller, Get, Header, Param, Query } from '@nestjs/common';

import type { CaseSeriesList } from '#contracts';
import { CaseSeriesQuerySchema } from '#contracts';
import { ReadCaseSeries, ReadPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { caseSeriesView, rateView } from '../presenter/case-series-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeCursor } from '../public/cursor.js';
import { pageOf } from '../public/list-page.js';

/** An institution that does not exist: a focal point without one sees nothing. */
const NOBODYS = -1;

/** Real figures of cases, for those with the right to see them. */
@Controller('api/v1/states')
export class CaseSeriesController {
  constructor(
    private readonly cases: ReadCaseSeries,
    private readonly record: ReadPublicRecord,
  ) {}

  @Get(':iso3/case-series')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() { grant }: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<CaseSeriesList> {
    const { lang, cursor, limit, cohort, fromSeries, from, toSeries, to, ...filter } = readInput(
      CaseSeriesQuerySchema,
      query,
    );
    const state = await this.record.getState(iso3.toUpperCase());
    const own = grant.scope === 'own_institution';
    const institutionId = own ? (grant.membership?.institution?.id ?? NOBODYS) : null;
    const [year = 0, id = 0] = cursor === undefined ? [] : decodeCursor(cursor, 2);
    const found = await this.cases.list(state, {
      ...filter,
      institutionId,
      cohortYear: cohort,
      after: cursor === undefined ? undefined : [year, id],
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(found, limit, ({ series }) => [series.cohortYear, series.id]);
    const asked =
      fromSeries !== undefined && toSeries !== undefined && from !== undefined && to !== undefined;
    const rate = asked
      ? await this.cases.rate(state, institutionId, { fromSeries, from, toSeries, to })
      : null;
    return {
      ...caseSeriesView(shown, lang),
      rate: rate === null ? null : rateView(rate, lang),
      onlyOf: own ? (grant.membership?.institution?.name[lang] ?? '') : null,
      nextCursor,
    };
  }
}
