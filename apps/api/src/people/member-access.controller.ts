import { Controller, Param } from '@nestjs/common';
import { z } from 'zod';

import { MarkHead, MemberAccess, ReadPublicRecord } from '#tracking';

import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readForm } from '../problem/read-input.js';
import { MembershipIdSchema, ReasonFormSchema, roleOf } from './member-form.js';

const HeadFormSchema = ReasonFormSchema.extend({ head: z.enum(['0', '1']) });

/** Saying who heads an institution, ending somebody's access, and giving somebody back a way in whose second factors are lost. */
@Controller()
export class MemberAccessController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly access: MemberAccess,
    private readonly heads: MarkHead,
    private readonly forms: FormPosts,
  ) {}

  @FormRoute('states/:iso3/people/:membership/head')
  async markHead(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/people`;
    await this.forms.answer(post, {
      page,
      schema: HeadFormSchema,
      keeps: ['reason'],
      act: async ({ head, reason }) => {
        const id = readForm(MembershipIdSchema, membership);
        await this.heads.mark(state, id, head === '1', stewardOf(post, reason));
        return `${page}?done=${head === '1' ? 'head_marked' : 'head_unmarked'}&of=${id}`;
      },
    });
  }

  @FormRoute('states/:iso3/people/:membership/end-access')
  async endAccess(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/people`;
    await this.forms.answer(post, {
      page,
      schema: ReasonFormSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        const id = readForm(MembershipIdSchema, membership);
        return `${page}?done=access_ended&mail=${await this.access.end(state, id, stewardOf(post, reason))}`;
      },
    });
  }

  @FormRoute('states/:iso3/people/:membership/reset-factors')
  async resetFactors(
    @Posted() post: FormPost,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
  ): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/people`;
    await this.forms.answer(post, {
      page,
      schema: ReasonFormSchema,
      keeps: ['reason'],
      act: async ({ reason }) => {
        const id = readForm(MembershipIdSchema, membership);
        const mail = await this.access.resetFactors(state, id, stewardOf(post, reason));
        return `${page}?done=factors_reset&mail=${mail}`;
      },
    });
  }
}

function stewardOf({ visitor, grant }: Asking, reason: string) {
  return { personId: visitor.personId ?? 0, role: roleOf(grant), reason };
}
