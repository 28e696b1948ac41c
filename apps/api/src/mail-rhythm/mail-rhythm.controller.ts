import { Controller, Get, Header, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { MailRhythms, RhythmLink } from '#contracts';
import { RHYTHMS, UserError, lessOften, withRhythm } from '#domain';
import { accountOwner } from '#identity';
import { ChooseRhythm } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { mailRhythmView, rhythmLinkView } from '../presenter/mail-rhythm-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { oneClickOf } from './one-click.js';

const CLOSED = 'closed';
const QUIET = ['1', '2', '3', '4', '5', '6', '7', CLOSED] as const;
const QuietSchema = z.enum(QUIET);
const RhythmSchema = z.enum(RHYTHMS);
const ChoiceFormSchema = z.object({
  state: z.string().regex(/^[A-Z]{3}$/, 'expected the three letters of a State'),
  rhythm: RhythmSchema,
  weekday: z.coerce.number().int().min(1).max(7).default(1),
  quiet: z
    .union([QuietSchema, z.array(QuietSchema).max(QUIET.length)])
    .default([])
    .transform((chosen) => [chosen].flat()),
});
const LinkFormSchema = z.object({ rhythm: RhythmSchema });
const LanguageSchema = z.enum(['en', 'es']);

/** How often mails come: chosen in the account, or by the signed link that stands in each mail. */
@Controller()
export class MailRhythmController {
  constructor(
    private readonly rhythms: ChooseRhythm,
    private readonly forms: FormPosts,
  ) {}

  @Get('api/v1/account/mail')
  @Header('cache-control', 'no-store')
  async show(@AskedBy() { visitor }: Asking, @Query() query: unknown): Promise<MailRhythms> {
    const { lang } = readInput(PageQuerySchema, query);
    const { personId, memberships } = accountOwner(visitor);
    const readings = await this.rhythms.readAll(
      personId,
      memberships.map(({ state }) => state),
    );
    return { rhythms: readings.map((reading) => mailRhythmView(reading, lang)) };
  }

  @FormRoute('account/mail')
  choose(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: '/account/mail',
      schema: ChoiceFormSchema,
      keeps: ['state', 'rhythm', 'weekday', 'quiet'],
      act: async ({ state, rhythm, weekday, quiet }) => {
        const { personId } = accountOwner(post.visitor);
        const chosen = {
          rhythm,
          weekday: rhythm === 'weekly' ? weekday : null,
          quietWeekdays: quiet.filter((day) => day !== CLOSED).map(Number),
          quietWhenClosed: quiet.includes(CLOSED),
        };
        await this.rhythms.chooseFor(state, personId, () => chosen, 'account');
        return '/account/mail?done=saved';
      },
    });
  }

  @Get('api/v1/mail-rhythms/:token')
  @Header('cache-control', 'no-store')
  async showLink(@Param('token') token: string, @Query() query: unknown): Promise<RhythmLink> {
    const { lang } = readInput(PageQuerySchema, query);
    return rhythmLinkView(await this.rhythms.readLink(token), lang);
  }

  /** Mail scanners follow links and never post forms: GET shows, POST acts. */
  @FormRoute('mail-rhythm/:token')
  async chooseByLink(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    const { state, personId } = await this.rhythms.readLink(token);
    const page = `/mail-rhythm/${token}`;
    await this.forms.answer(post, {
      page,
      schema: LinkFormSchema,
      keeps: ['rhythm'],
      act: async ({ rhythm }) => {
        await this.rhythms.chooseFor(
          state.iso3,
          personId,
          (before, weekend) => withRhythm(before, rhythm, weekend),
          'mail_link',
        );
        return `${page}?done=saved`;
      },
    });
  }

  /** The address of the header is that of the page. A mail program's post is answered where it arrives (RFC 8058, 3.1). */
  @Post(':lang/mail-rhythm/:token')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/plain; charset=utf-8')
  async oneClick(
    @Req() request: FastifyRequest,
    @Param('lang') lang: string,
    @Param('token') token: string,
  ): Promise<string> {
    readForm(LanguageSchema, lang);
    if (!(await oneClickOf(request)))
      throw new UserError(
        'invalid_input',
        'mail_rhythm.one_click',
        'List-Unsubscribe: expected the value One-Click (RFC 8058).',
      );
    const { state, personId } = await this.rhythms.readLink(token);
    await this.rhythms.chooseFor(state.iso3, personId, lessOften, 'mail_link');
    return '';
  }
}
