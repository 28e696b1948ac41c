import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { Account } from '#contracts';
import { AccountSessions, Passwords, accountOwner } from '#identity';
import { ReadAccount } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { setSessionCookie } from '../access/session-cookie.js';
import { FormPosts, FormRoute, NO_FIELDS, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { accountView } from '../presenter/account-presenter.js';
import { readForm, readInput } from '../problem/read-input.js';
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
    private readonly forms: FormPosts,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/account')
  @Header('cache-control', 'no-store')
  async show(@AskedBy() { visitor }: Asking, @Query() query: unknown): Promise<Account> {
    const { lang } = readInput(PageQuerySchema, query);
    const owner = accountOwner(visitor);
    return accountView(owner, await this.account.read(owner.personId), lang);
  }

  @FormRoute('account/password')
  changePassword(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: '/account',
      schema: ChangeFormSchema,
      act: async ({ current, password }) => {
        const session = await this.passwords.change(
          accountOwner(post.visitor),
          { current, next: password },
          post.device,
        );
        setSessionCookie(post.reply, this.settings, session);
        return '/account?done=password';
      },
    });
  }

  @FormRoute('account/sessions/end-others')
  endOthers(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: '/account',
      schema: NO_FIELDS,
      act: async () => {
        await this.sessions.endOthers(accountOwner(post.visitor));
        return '/account?done=sessions';
      },
    });
  }

  @FormRoute('account/sessions/:id/end')
  endOne(@Posted() post: FormPost, @Param('id') id: string): Promise<void> {
    return this.forms.answer(post, {
      page: '/account',
      schema: NO_FIELDS,
      act: async () => {
        await this.sessions.endOne(accountOwner(post.visitor), readForm(SessionIdSchema, id));
        return '/account?done=session';
      },
    });
  }
}
