import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

import type { DeadLetterList, ReplayedAllView, SweepPreviewView } from '#contracts';
import {
  DeadLetterDecisionSchema,
  DeadLetterQuerySchema,
  ReplayAllSchema,
  SweepPreviewQuerySchema,
} from '#contracts';
import { UserError, isCivilDate } from '#domain';
import { AskSweep, DeadLetters, ReadPublicRecord } from '#tracking';
import type { State } from '#tracking';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { deadLetterReasonView, deadLetterView, sweepPreviewView } from '../presenter/operation-presenter.js';
import { readInput } from '../problem/read-input.js';
import { decodeIdCursor } from '../public/cursor.js';
import { pageOf } from '../public/list-page.js';

const Id = z.coerce.number().int().positive();

/** What the operator does where the watch needs a hand: for programs, and by the forms of the pages. */
@Controller()
export class OperationController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly letters: DeadLetters,
    private readonly sweeps: AskSweep,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/dead-letters')
  @Header('cache-control', 'no-store')
  async listLetters(@Param('iso3') iso3: string, @Query() query: unknown): Promise<DeadLetterList> {
    const { show, cursor, limit } = readInput(DeadLetterQuerySchema, query);
    const before = cursor === undefined ? null : decodeIdCursor(cursor);
    const state = await this.state(iso3);
    const rows = await this.letters.list(state, show, { before, limit: limit + 1 });
    const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    const reasons = show === 'waiting' && before === null ? await this.letters.reasons(state) : [];
    return { items: shown.map(deadLetterView), reasons: reasons.map(deadLetterReasonView), nextCursor };
  }

  @Post('api/v1/states/:iso3/dead-letters/replay')
  @HttpCode(200)
  async replayAll(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<ReplayedAllView> {
    const wish = readInput(ReplayAllSchema, body ?? {});
    return this.letters.replayAll(await this.state(iso3), replayOf(wish), by(asking));
  }

  @FormRoute('states/:iso3/dead-letters/replay')
  async replayAllByForm(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    const page = `/states/${state.iso3}/dead-letters`;
    await this.forms.answer(post, {
      page,
      schema: ReplayAllSchema,
      act: async (wish) => {
        const { replayed, left } = await this.letters.replayAll(state, replayOf(wish), by(post));
        return `${page}?replayed=${replayed}&left=${left}`;
      },
    });
  }

  @Post('api/v1/states/:iso3/dead-letters/:id')
  @HttpCode(204)
  async decide(
    @AskedBy() asking: Asking,
    @Param() params: { readonly iso3: string; readonly id: string },
    @Body() body: unknown,
  ): Promise<void> {
    const wish = readInput(DeadLetterDecisionSchema, body ?? {});
    await this.letters.decide(await this.state(params.iso3), letterId(params.id), wish, by(asking));
  }

  @FormRoute('states/:iso3/dead-letters/:id')
  async decideByForm(
    @Posted() post: FormPost,
    @Param() params: { readonly iso3: string; readonly id: string },
  ): Promise<void> {
    const state = await this.state(params.iso3);
    const page = `/states/${state.iso3}/dead-letters`;
    await this.forms.answer(post, {
      page,
      schema: DeadLetterDecisionSchema,
      keepsToo: (name) => name === 'reason',
      act: async (wish) => {
        await this.letters.decide(state, letterId(params.id), wish, by(post));
        const done = `done=${wish.decision}&of=${letterId(params.id)}`;
        // Where it stood among those set aside, what it was taken out of is shown again.
        return wish.decision === 'take_up' ? `${page}?show=set_aside&${done}` : `${page}?${done}`;
      },
    });
  }

  /** A day that cannot be looked at is part of the answer, so that the page can say it beside the field. */
  @Get('api/v1/states/:iso3/sweep')
  @Header('cache-control', 'no-store')
  async preview(@Param('iso3') iso3: string, @Query() query: unknown): Promise<SweepPreviewView> {
    const { on } = readInput(SweepPreviewQuerySchema, query);
    const state = await this.state(iso3);
    const today = this.sweeps.today(state);
    const mayLookAhead = state.demonstration;
    try {
      const preview = sweepPreviewView(await this.sweeps.preview(state, dayOf(on)));
      return { today, mayLookAhead, problem: null, preview };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { today, mayLookAhead, problem: { code: error.code, message: error.message }, preview: null };
    }
  }

  @Post('api/v1/states/:iso3/sweep')
  @HttpCode(200)
  async ask(@AskedBy() asking: Asking, @Param('iso3') iso3: string): Promise<{ on: string }> {
    return { on: await this.sweeps.ask(await this.state(iso3), by(asking)) };
  }

  @FormRoute('states/:iso3/sweep')
  async askByForm(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.state(iso3);
    await this.forms.answer(post, {
      page: '/watch',
      schema: NO_FIELDS,
      act: async () => {
        await this.sweeps.ask(state, by(post));
        return '/watch?done=asked';
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

function letterId(text: string): number {
  const id = Id.safeParse(text);
  if (id.success) return id.data;
  throw new UserError('not_found', 'dead_letter.unknown', 'No such mail stands with the dead letters.');
}

function replayOf({ reason, until }: z.infer<typeof ReplayAllSchema>) {
  return { key: reason, until: Date.parse(until) };
}

function dayOf(text: string): string | null {
  if (text === '') return null;
  if (isCivilDate(text)) return text;
  throw new UserError('invalid_input', 'sweep.day', 'on: expected a day, YYYY-MM-DD.');
}

/** By the role with which the guard let the visitor in. */
function by(asking: Asking) {
  return { personId: personOf(asking), role: asking.grant.membership?.role ?? 'public' } as const;
}
