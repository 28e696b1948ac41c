import { Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { LanguageSchema } from '#contracts';
import { OidcSignIn, SecondFactorSignIn } from '#identity';

import { FormPosts, NO_FIELDS, Posted, problemAt } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { noteProblem } from '../security-log/request-notes.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { Arrival } from '../sign-in/arrival.js';
import { leavingPage } from './leaving-page.js';

const PAGE = '/sign-in';

/** Away to the organisation's own sign-in, and back. */
@Controller('sign-in/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    private readonly signIn: SecondFactorSignIn,
    private readonly arrival: Arrival,
    private readonly forms: FormPosts,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /**
   * A form and no link: a link of a foreign page could start this, and an issuer that knows the browser would send it back signed
   * in without anybody having asked (ASVS 5, 7.6.2).
   */
  @Post()
  async depart(@Posted() post: FormPost, @Res() reply: FastifyReply): Promise<void> {
    const outcome = await this.forms.attempt(post, {
      page: PAGE,
      schema: NO_FIELDS,
      act: () => this.oidc.depart(),
    });
    if (outcome === null) {
      await reply.code(303).send();
      return;
    }
    const { location, token, forSeconds } = outcome.done;
    await reply
      .setCookie(this.cookieName, `${post.language}.${token}`, { ...this.cookie, maxAge: forSeconds })
      .code(200)
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-language': post.language })
      .send(leavingPage(location, post.language));
  }

  /** The return is bound to the browser that left: a link that somebody else prepared signs nobody in. */
  @Get('callback')
  @HttpCode(303)
  async arrive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const [first, token = ''] = (request.cookies[this.cookieName] ?? '').split('.');
    const language = LanguageSchema.catch('en').parse(first);
    void reply.clearCookie(this.cookieName, this.cookie).header('cache-control', 'no-store');
    try {
      const personId = await this.oidc.arrive(request.url.split('?')[1] ?? '', token);
      const signedIn = await this.signIn.byOrganisation(personId, request.headers['user-agent']);
      const home = await this.arrival.of({ request, reply }, signedIn);
      void reply.header('location', `/${language}${home}`);
    } catch (error) {
      noteProblem(request, error);
      void reply.header('location', problemAt(`/${language}${PAGE}`, error));
    }
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
