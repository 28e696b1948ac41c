import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { Account } from '#contracts';
import { AccountSessions, Passwords, accountOwner } from '#identity';
import { ReadAccount } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { setSessionCookie } from '../access/session-cookie.js';
import { accountView } from '../presenter/account-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

const MOST_LETTERS = 1_000;
const ChangeFormSchema = z.object({
  current: z.string().max(MOST_LETTERS),
  password: z.string().max(MOST_LETTERS),
});
const SessionIdSchema = z.coerce.number().int().positive().max(2_147_483_647);

/** One's own account: who one is here, the password, and where one is signed in. */
@Controller()
export class AccountController {
  constructor(
    private readonly account: ReadAccount,
    private readonly passwords: Passwords,
    private readonly sessions: AccountSessions,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/account')
  @Header('cache-control', 'no-store')
  async show(@AskedBy() { visitor }: Asking, @Query() query: unknown): Promise<Account> {
    const { lang } = readInput(PageQuerySchema, query);
    const owner = accountOwner(visitor);
    return accountView(owner, await this.account.read(owner.personId), lang);
  }

  @Post('account/password')
  @HttpCode(303)
  async changePassword(
    @Req() request: FastifyRequest,
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/account`, async () => {
      const { current, password } = readForm(ChangeFormSchema, body);
      const session = await this.passwords.change(
        accountOwner(visitor),
        { current, next: password },
        request.headers['user-agent'] ?? '',
      );
      setSessionCookie(reply, this.settings, session);
      return `/${lang}/account?done=password`;
    });
  }

  @Post('account/sessions/end-others')
  @HttpCode(303)
  async endOthers(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/account`, async () => {
      await this.sessions.endOthers(accountOwner(visitor));
      return `/${lang}/account?done=sessions`;
    });
  }

  @Post('account/sessions/:id/end')
  @HttpCode(303)
  async endOne(
    @AskedBy() { visitor }: Asking,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/account`, async () => {
      await this.sessions.endOne(accountOwner(visitor), readForm(SessionIdSchema, id));
      return `/${lang}/account?done=session`;
    });
  }
}
