import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { PasswordLink } from '#contracts';
import { PasswordLinks } from '#identity';
import { ReadPublicRecord, RecoverAccess } from '#tracking';

import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { passwordLinkView } from '../presenter/account-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { Arrival } from './arrival.js';

const MOST_LETTERS = 1_000;
const RecoverFormSchema = z.object({ email: z.string().max(MOST_LETTERS) });
const NewPasswordFormSchema = z.object({ password: z.string().max(MOST_LETTERS) });

/** The first password of an invitation, and the way back after a lost one. */
@Controller()
export class PasswordController {
  constructor(
    private readonly recovery: RecoverAccess,
    private readonly links: PasswordLinks,
    private readonly record: ReadPublicRecord,
    private readonly arrival: Arrival,
    private readonly forms: FormPosts,
  ) {}

  /** Always the same answer: whether an address is known here is nobody's business (ASVS 5, 6.3.8). */
  @FormRoute('recover')
  recover(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: '/recover',
      schema: RecoverFormSchema,
      keeps: ['email'],
      act: async ({ email }) => {
        await this.recovery.request(email, post.request.ip);
        return '/recover?done=1';
      },
    });
  }

  @Get('api/v1/set-password/:token')
  @Header('cache-control', 'no-store')
  async describe(@Param('token') token: string, @Query() query: unknown): Promise<PasswordLink> {
    const { lang } = readInput(PageQuerySchema, query);
    const { visitor, purpose } = await this.links.describe(token);
    return passwordLinkView(visitor, purpose, await this.record.listStates(), lang);
  }

  /** GET shows, POST acts: a mail scanner that follows the link uses nothing up. */
  @FormRoute('set-password/:token')
  setPassword(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    return this.forms.answer(post, {
      page: `/set-password/${encodeURIComponent(token)}`,
      schema: NewPasswordFormSchema,
      act: async ({ password }) =>
        this.arrival.of(post, await this.links.setPassword(token, password, post.device)),
    });
  }
}
