import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';

import type { LadderPreviewQuery, LadderPreviewView, WatchRulesView } from '#contracts';
import { LadderPreviewQuerySchema, WatchRuleChangeSchema, WatchRuleQuerySchema } from '#contracts';
import { UserError } from '#domain';
import { ChangeWatchRules, ReadPublicRecord, ReadWatchRules } from '#tracking';
import type { LadderWish, State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { ladderPreviewView, watchRulesView } from '../presenter/watch-rule-presenter.js';
import { readInput } from '../problem/read-input.js';
import { fieldsOf, numbersOf, watchRuleForm } from './watch-rule-form.js';

/** How a State is watched: for programs, and by the forms of the page. */
@Controller()
export class WatchRulesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly reading: ReadWatchRules,
    private readonly changing: ChangeWatchRules,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/watch-rules')
  @Header('cache-control', 'no-store')
  async read(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<WatchRulesView> {
    const { lang, year } = readInput(WatchRuleQuerySchema, query);
    const mayChange = asking.grant.membership?.role === 'secretariat';
    return watchRulesView(await this.reading.read(await this.state(iso3), year ?? null), mayChange, lang);
  }

  /** What is wrong with the ladder is part of the answer, so that the page can show it beside what was typed. */
  @Get('api/v1/states/:iso3/watch-rules/preview')
  @Header('cache-control', 'no-store')
  async preview(@Param('iso3') iso3: string, @Query() query: unknown): Promise<LadderPreviewView> {
    const asked = readInput(LadderPreviewQuerySchema, query);
    try {
      const previews = await this.reading.preview(await this.state(iso3), wishOf(asked));
      return { problem: null, items: ladderPreviewView(previews, asked.lang) };
    } catch (error) {
      if (!(error instanceof UserError) || error.code === 'state.unknown') throw error;
      return { problem: { code: error.code, message: error.message }, items: [] };
    }
  }

  @Post('api/v1/states/:iso3/watch-rules')
  @HttpCode(200)
  async change(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<{ id: number | null }> {
    const wish = readInput(WatchRuleChangeSchema, body ?? {});
    return { id: await this.changing.change(await this.state(iso3), wish, by(asking)) };
  }

  /** `rule`: that of the form, with the number of what it changes: `duty-3`. */
  @FormRoute('states/:iso3/watch-rules/:rule')
  async changeByForm(
    @Posted() post: FormPost,
    @Param() params: { readonly iso3: string; readonly rule: string },
  ): Promise<void> {
    const state = await this.state(params.iso3);
    const page = `/states/${state.iso3}/watch-rules`;
    const [rule = '', id = ''] = params.rule.split('-');
    await this.forms.answer(post, {
      page,
      schema: watchRuleForm(rule, id),
      keeps: [...fieldsOf(rule)],
      act: async (wish) => {
        await this.changing.change(state, wish, by(post));
        return `${page}?done=${wish.rule}`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function wishOf(asked: LadderPreviewQuery): LadderWish {
  const orNone = (text: string): string | null => (text === '' ? null : text);
  return {
    rule: 'ladder',
    kind: asked.kind,
    institution: orNone(asked.institution),
    rungs: asked.rungs === '' ? null : numbersOf(asked.rungs),
    monthlyAfter: asked.monthlyAfter === 'yes',
    validFrom: orNone(asked.validFrom),
    validUntil: orNone(asked.validUntil),
    reason: '',
  };
}

/** By the role with which the guard let the visitor in. */
function by(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
