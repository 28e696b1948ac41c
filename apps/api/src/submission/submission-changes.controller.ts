import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import {
  EditedSubmissionSchema,
  NewSubmissionSchema,
  PublicContributionSchema,
  SubmissionCommentSchema,
  SubmissionDecisionSchema,
  SubmissionStepSchema,
  UnlockedPeriodSchema,
} from '#contracts';
import { ContributePublicly, ReadPublicRecord, ReviewSubmissions, WriteSubmissions } from '#tracking';
import type { State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { readInput } from '../problem/read-input.js';
import { actorOf } from './submission-actor.js';
import { SubmissionIdSchema } from './submission-query.js';

interface Numbered {
  readonly iso3: string;
  readonly id: string;
}

/** What authors, reviewers and the public change about submissions. */
@Controller('api/v1/states/:iso3')
export class SubmissionChangesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly writing: WriteSubmissions,
    private readonly reviews: ReviewSubmissions,
    private readonly contributions: ContributePublicly,
  ) {}

  @Post('submissions')
  async begin(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const wish = readInput(NewSubmissionSchema, body ?? {});
    return { id: await this.writing.begin(await this.state(iso3), wish, actorOf(asking)) };
  }

  @Post('submissions/:id')
  @HttpCode(204)
  async edit(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const draft = readInput(EditedSubmissionSchema, body ?? {});
    await this.writing.edit(await this.state(iso3), idOf(id), draft, actorOf(asking));
  }

  @Post('submissions/:id/step')
  @HttpCode(204)
  async step(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const step = readInput(SubmissionStepSchema, body ?? {});
    await this.writing.step(await this.state(iso3), idOf(id), step, actorOf(asking));
  }

  @Post('submissions/:id/comments')
  @HttpCode(204)
  async comment(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const { text } = readInput(SubmissionCommentSchema, body ?? {});
    await this.writing.comment(await this.state(iso3), idOf(id), text, actorOf(asking));
  }

  @Post('submissions/:id/decision')
  @HttpCode(204)
  async decide(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const decision = readInput(SubmissionDecisionSchema, body ?? {});
    await this.reviews.decide(await this.state(iso3), idOf(id), decision, actorOf(asking));
  }

  @Post('submissions/:id/unlock')
  @HttpCode(204)
  async unlock(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const { reason } = readInput(UnlockedPeriodSchema, body ?? {});
    await this.reviews.unlock(await this.state(iso3), idOf(id), reason, actorOf(asking));
  }

  @Post('recommendations/:id/contributions')
  @HttpCode(204)
  async contribute(
    @Req() request: FastifyRequest,
    @Param() { iso3, id }: Numbered,
    @Body() body: unknown,
  ): Promise<void> {
    const wish = readInput(PublicContributionSchema, body ?? {});
    const state = await this.state(iso3);
    await this.contributions.contribute(state, { ...wish, recommendation: id }, request.ip);
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

const idOf = (id: string): number => readInput(SubmissionIdSchema, id);
