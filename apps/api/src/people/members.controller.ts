import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { Members } from '#contracts';
import { LanguageSchema } from '#contracts';
import { EndMembership, InvitePerson, MemberAccess, ReadMembers, ReadPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { membersView } from '../presenter/members-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

const InviteFormSchema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  language: LanguageSchema,
  role: z.enum(['contributor', 'focal_point', 'monitoring_body', 'ombudsperson', 'secretariat', 'operator']),
  institution: z
    .string()
    .trim()
    .max(100)
    .default('')
    .transform((code) => (code === '' ? null : code)),
});
const ReasonFormSchema = z.object({ reason: z.string().trim().min(1).max(500) });
const MembershipIdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** People of a State: who they are, inviting them, and taking a role away. The guard has seen to it that the State is one's own. */
@Controller()
export class MembersController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly members: ReadMembers,
    private readonly invitations: InvitePerson,
    private readonly ending: EndMembership,
    private readonly access: MemberAccess,
  ) {}

  @Get('api/v1/states/:iso3/people')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<Members> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    return membersView(
      state,
      { personId: visitor.personId, role: roleOf(grant) },
      await this.members.read(state),
      lang,
    );
  }

  @Post('states/:iso3/people')
  @HttpCode(303)
  async invite(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/people`;
    await answerForm(reply, page, async () => {
      const { mail } = await this.invitations.invite(state, readForm(InviteFormSchema, body), {
        personId: visitor.personId,
        name: visitor.name,
        role: roleOf(grant),
      });
      return `${page}?invited=${mail}`;
    });
  }

  @Post('states/:iso3/people/:membership/end')
  @HttpCode(303)
  async end(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/people`;
    await answerForm(reply, page, async () => {
      const { reason } = readForm(ReasonFormSchema, body);
      await this.ending.end(state, readForm(MembershipIdSchema, membership), {
        personId: visitor.personId ?? 0,
        role: roleOf(grant),
        reason,
      });
      return `${page}?ended=1`;
    });
  }

  @Post('states/:iso3/people/:membership/end-access')
  @HttpCode(303)
  async endAccess(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/people`;
    await answerForm(reply, page, async () => {
      const { reason } = readForm(ReasonFormSchema, body);
      const mail = await this.access.end(
        state,
        readForm(MembershipIdSchema, membership),
        stewardOf(asking, reason),
      );
      return `${page}?done=access_ended&mail=${mail}`;
    });
  }

  @Post('states/:iso3/people/:membership/reset-factors')
  @HttpCode(303)
  async resetFactors(
    @AskedBy() asking: Asking,
    @Param('iso3') iso3: string,
    @Param('membership') membership: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/${lang}/states/${state.iso3}/people`;
    await answerForm(reply, page, async () => {
      const { reason } = readForm(ReasonFormSchema, body);
      const mail = await this.access.resetFactors(
        state,
        readForm(MembershipIdSchema, membership),
        stewardOf(asking, reason),
      );
      return `${page}?done=factors_reset&mail=${mail}`;
    });
  }
}

/** The role by which the guard let the visitor in; the public holds none and never comes here. */
function roleOf({ membership }: Asking['grant']) {
  return membership?.role ?? 'public';
}

function stewardOf({ visitor, grant }: Asking, reason: string) {
  return { personId: visitor.personId ?? 0, name: visitor.name ?? '', role: roleOf(grant), reason };
}
