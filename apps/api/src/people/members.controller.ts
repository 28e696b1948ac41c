import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { Members } from '#contracts';
import { LanguageSchema, PeopleQuerySchema } from '#contracts';
import { EndMembership, InvitePerson, ReadMembers, ReadPublicRecord, SearchPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { membersView } from '../presenter/members-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { decodeKey } from '../public/cursor.js';
import { pageOf, searchOf } from '../public/list-page.js';
import { MembershipIdSchema, ReasonFormSchema, roleOf } from './member-form.js';

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

/** People of a State: who they are, inviting them, and taking a role away. The guard has seen to it that the State is one's own. */
@Controller()
export class MembersController {
  constructor(
    private readonly record: ReadPublicRecord,
    private readonly members: ReadMembers,
    private readonly invitations: InvitePerson,
    private readonly ending: EndMembership,
    private readonly searches: SearchPublicRecord,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/states/:iso3/people')
  @Header('cache-control', 'no-store')
  async list(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<Members> {
    const { lang, q, cursor, limit } = readInput(PeopleQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const search = searchOf(q, lang);
    const after = cursor === undefined ? undefined : decodeKey(cursor, ['text', 'id']);
    const reading = await this.members.read(state, {
      search,
      after: after as [string, number] | undefined,
      limit: limit + 1,
    });
    const { shown, nextCursor } = pageOf(reading.members, limit, ({ name, membershipId }) => [
      name,
      membershipId,
    ]);
    const reader = { personId: visitor.personId, role: roleOf(grant) };
    const view = membersView(state, reader, { ...reading, members: shown }, lang);
    return { ...view, nextCursor, sought: await this.searches.soughtIn(state, search, view.members) };
  }

  @FormRoute('states/:iso3/people')
  async invite(@Posted() post: FormPost, @Param('iso3') iso3: string): Promise<void> {
    const state = await this.record.getState(iso3.toUpperCase());
    const page = `/states/${state.iso3}/people`;
    await this.forms.answer(post, {
      page,
      schema: InviteFormSchema,
      keeps: ['name', 'email', 'language', 'role', 'institution'],
      act: async (invitation) => {
        const { personId, name } = post.visitor;
        const inviter = { personId, name, role: roleOf(post.grant) };
        return `${page}?invited=${(await this.invitations.invite(state, invitation, inviter)).mail}`;
      },
    });
  }

  @FormRoute('states/:iso3/people/:membership/end')
  async end(
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
        const by = { personId: post.visitor.personId ?? 0, role: roleOf(post.grant), reason };
        await this.ending.end(state, readForm(MembershipIdSchema, membership), by);
        return `${page}?ended=1`;
      },
    });
  }
}
