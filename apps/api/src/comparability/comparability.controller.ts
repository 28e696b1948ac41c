import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { ComparabilityView } from '#contracts';
import { ComparabilityQuerySchema, NewJudgementSchema } from '#contracts';
import { JudgeComparability, ReadComparability, ReadPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { comparabilityView } from '../presenter/comparability-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeKey } from '../public/cursor.js';
import { JUDGEMENT_FIELDS, judgementForm } from './judgement-form.js';

interface Named {
  readonly iso3: string;
  readonly code: string;
}

interface Placed extends Named {
  readonly judgement: string;
  readonly place: string;
}

/** Several sources for one figure, and breaks in series: for programs, and by the forms of the page. */
@Controller()
export class ComparabilityController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly reading: ReadComparability,
    private readonly judging: JudgeComparability,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/indicators/:code/comparability')
  @Header('cache-control', 'no-store')
  async read(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: Named,
    @Query() query: unknown,
  ): Promise<ComparabilityView> {
    const { lang, cursor, limit } = readInput(ComparabilityQuerySchema, query);
    const mayJudge = asking.grant.membership?.role === 'secretariat';
    const [endOn, startOn] = cursor === undefined ? [] : (decodeKey(cursor, ['day', 'day']) as string[]);
    const after = endOn !== undefined && startOn !== undefined ? { endOn, startOn } : null;
    const reading = await this.reading.read(await this.state(iso3), code, { after, limit });
    return comparabilityView(reading, { mayJudge, limit }, lang);
  }

  @Post('api/v1/states/:iso3/indicators/:code/comparability')
  @HttpCode(200)
  async judge(
    @AskedBy() asking: Asking,
    @Param() { iso3, code }: Named,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(NewJudgementSchema, body ?? {});
    return { id: await this.judging.judge(await this.state(iso3), code, wish, by(asking)) };
  }

  /** `place`: a period as `2025-01-01..2025-12-31`, the day of a break, or `new`. */
  @FormRoute('states/:iso3/indicators/:code/comparability/:judgement/:place')
  async judgeByForm(@Posted() post: FormPost, @Param() params: Placed): Promise<void> {
    const { code, judgement, place } = params;
    const state = await this.state(params.iso3);
    const page = `/states/${state.iso3}/indicators/${encodeURIComponent(code)}/comparability`;
    await this.forms.answer(post, {
      page,
      schema: judgementForm(judgement, place),
      keeps: JUDGEMENT_FIELDS,
      act: async (wish) => {
        await this.judging.judge(state, code, wish, by(post));
        return `${page}?done=${wish.judgement}`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

/** By the role with which the guard let the visitor in. */
function by(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
