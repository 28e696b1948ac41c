import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';

import { NewAssessmentSchema, NewDecisionSchema, WithdrawalSchema } from '#contracts';
import { DecideImplementation, ReadPublicRecord, RecordAssessment } from '#tracking';
import type { AssessmentWish, DecidedBy, State } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readInput } from '../problem/read-input.js';
import { DecisionForm, NewAssessmentForm, OfRecommendation } from './assessment-forms.js';

const IdSchema = z.object({ assessment: z.coerce.number().int().positive().max(2_147_483_647) });

interface Item {
  readonly iso3: string;
  readonly id: string;
}

interface Numbered {
  readonly iso3: string;
  readonly assessment: string;
}

/** Assessing, publishing, withdrawing and deciding: for programs, and by the forms of the pages. */
@Controller()
export class AssessmentChangesController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly assessments: RecordAssessment,
    private readonly decisions: DecideImplementation,
    private readonly forms: FormPosts,
  ) {}

  @Post('api/v1/states/:iso3/recommendations/:id/assessments')
  @HttpCode(200)
  async add(
    @AskedBy() asking: Asking,
    @Param() { iso3, id }: Item,
    @Body() body: unknown,
  ): Promise<{ id: number }> {
    const said = readInput(NewAssessmentSchema, body ?? {});
    return { id: await this.assessments.add(await this.state(iso3), id, wishOf(said), by(asking)) };
  }

  @Post('api/v1/states/:iso3/assessments/:assessment/publish')
  @HttpCode(204)
  async publish(@AskedBy() asking: Asking, @Param() params: Numbered): Promise<void> {
    const { assessment } = readInput(IdSchema, params);
    await this.assessments.publish(await this.state(params.iso3), assessment, by(asking));
  }

  @Post('api/v1/states/:iso3/assessments/:assessment/withdraw')
  @HttpCode(204)
  async withdraw(@AskedBy() asking: Asking, @Param() params: Numbered, @Body() body: unknown): Promise<void> {
    const { assessment } = readInput(IdSchema, params);
    const { reason } = readInput(WithdrawalSchema, body ?? {});
    await this.assessments.withdraw(await this.state(params.iso3), assessment, reason, by(asking));
  }

  @Post('api/v1/states/:iso3/recommendations/:id/implementation')
  @HttpCode(204)
  async decide(@AskedBy() asking: Asking, @Param() { iso3, id }: Item, @Body() body: unknown): Promise<void> {
    const wish = readInput(NewDecisionSchema, body ?? {});
    await this.decisions.decide(await this.state(iso3), id, wish, by(asking));
  }

  @FormRoute('states/:iso3/recommendations/:id/assessments')
  async addByForm(@Posted() post: FormPost, @Param() { iso3, id }: Item): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: NewAssessmentForm,
      keeps: [
        ...(['assessor', 'grade', 'assessed_on', 'text', 'language', 'symbol'] as const),
        ...(['paragraph', 'source', 'openness', 'supersedes', 'reason'] as const),
      ],
      act: async (said) => {
        await this.assessments.add(state, id, wishOf(said), by(post));
        return `${page}?done=${said.openness}`;
      },
    });
  }

  @FormRoute('states/:iso3/assessments/:assessment/publish')
  async publishByForm(@Posted() post: FormPost, @Param() params: Numbered): Promise<void> {
    const state = await this.state(params.iso3);
    const page = pageOf(state, readInput(OfRecommendation, post.body).recommendation);
    await this.forms.answer(post, {
      page,
      schema: OfRecommendation,
      act: async () => {
        await this.assessments.publish(state, readInput(IdSchema, params).assessment, by(post));
        return `${page}?done=opened`;
      },
    });
  }

  @FormRoute('states/:iso3/assessments/:assessment/withdraw')
  async withdrawByForm(@Posted() post: FormPost, @Param() params: Numbered): Promise<void> {
    const state = await this.state(params.iso3);
    const page = pageOf(state, readInput(OfRecommendation, post.body).recommendation);
    await this.forms.answer(post, {
      page,
      schema: WithdrawalSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        await this.assessments.withdraw(state, readInput(IdSchema, params).assessment, reason, by(post));
        return `${page}?done=withdrawn`;
      },
    });
  }

  @FormRoute('states/:iso3/recommendations/:id/implementation')
  async decideByForm(@Posted() post: FormPost, @Param() { iso3, id }: Item): Promise<void> {
    const state = await this.state(iso3);
    const page = pageOf(state, id);
    await this.forms.answer(post, {
      page,
      schema: DecisionForm,
      keeps: ['decision', 'decided_on', 'reason', 'language'],
      act: async (wish) => {
        await this.decisions.decide(state, id, wish, by(post));
        return `${page}?done=${wish.decision}`;
      },
    });
  }

  private state(iso3: string): Promise<State> {
    return this.record.getState(iso3.toUpperCase());
  }
}

/** A grade of another scale than the assessor's own is written with its scale: `ccpr_2:B`. */
function wishOf({ grade: written, ...said }: z.infer<typeof NewAssessmentSchema>): AssessmentWish {
  const [first = '', second] = (written ?? '').split(':');
  const scale = second === undefined ? null : first;
  const grade = second ?? first;
  return { ...said, scale, grade: grade === '' ? null : grade };
}

const pageOf = ({ iso3 }: State, id: string): string =>
  `/states/${iso3}/recommendations/${encodeURIComponent(id)}/assessments`;

/** By the role with which the guard let the visitor in. */
function by({ visitor, grant }: Asking): DecidedBy {
  return { personId: visitor.personId, role: grant.membership?.role ?? 'public' };
}
