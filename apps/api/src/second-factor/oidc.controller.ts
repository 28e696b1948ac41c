import { Controller, Get, Header, HttpCode, Inject, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { LanguageSchema } from '#contracts';
import { OidcSignIn, SecondFactorSignIn, Sessions } from '#identity';

import { arrive } from '../sign-in/arrival.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { leadOn } from './lead-on.js';

/** Away to the organisation's own sign-in, and back. */
@Controller('sign-in/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    private readonly signIn: SecondFactorSignIn,
    private readonly sessions: Sessions,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get()
  @HttpCode(303)
  @Header('cache-control', 'no-store')
  async depart(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { lang } = readInput(PageQuerySchema, query);
    await leadOn(reply, `/${lang}/sign-in`, async () => {
      const { location, token, forSeconds } = await this.oidc.depart();
      void reply.setCookie(this.cookieName, `${lang}.${token}`, { ...this.cookie, maxAge: forSeconds });
      return location;
    });
  }

  /** The return is bound to the browser that left: a link that somebody else prepared signs nobody in. */
  @Get('callback')
  @HttpCode(303)
  @Header('cache-control', 'no-store')
  async arrive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const [first, token = ''] = (request.cookies[this.cookieName] ?? '').split('.');
    const lang = LanguageSchema.catch('en').parse(first);
    void reply.clearCookie(this.cookieName, this.cookie);
    await leadOn(reply, `/${lang}/sign-in`, async () => {
      const personId = await this.oidc.arrive(request.url.split('?')[1] ?? '', token);
      const signedIn = await this.signIn.byOrganisation(personId, request.headers['user-agent']);
      const { settings, sessions } = this;
      return arrive({ request, reply, settings, sessions, language: lang }, signedIn);
    });
  }

  private get cookieName(): string {
    return this.cookie.secure ? '__Host-vigia_oidc' : 'vigia_oidc';
  }

  /** Lax: the browser comes back from another site, by a plain link. */
  private get cookie() {
    const secure = this.settings.publicUrl.startsWith('https:');
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}
