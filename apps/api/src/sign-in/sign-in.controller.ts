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

import type { SignIn as SignInView, SignInOptions } from '#contracts';
import { UserError } from '#domain';
import { PasswordSignIn, Sessions, SignInLinks } from '#identity';
import { VisitDemonstration } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { clearSessionCookie, sessionTokenOf } from '../access/session-cookie.js';
import { deviceMarkOf } from '../access/device-cookie.js';
import { signInOptionsView } from '../presenter/account-presenter.js';
import { viewerView } from '../presenter/docket-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { noteEvent } from '../security-log/request-notes.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { arrive } from './arrival.js';

/** Longer than any password or address may be; the rules say so in words. */
const MOST_LETTERS = 1_000;
const PasswordFormSchema = z.object({
  email: z.string().max(MOST_LETTERS),
  password: z.string().max(MOST_LETTERS),
});
const PlaceFormSchema = z.object({ state: z.string().max(3), role: z.string().max(40) });

/** Signing in and out. */
@Controller()
export class SignInController {
  constructor(
    private readonly passwords: PasswordSignIn,
    private readonly links: SignInLinks,
    private readonly sessions: Sessions,
    private readonly demonstration: VisitDemonstration,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/sign-in')
  @Header('cache-control', 'no-store')
  async options(@Query() query: unknown): Promise<SignInOptions> {
    const { lang } = readInput(PageQuerySchema, query);
    return signInOptionsView(this.settings.demonstration ? await this.demonstration.list() : [], lang);
  }

  @Post('sign-in')
  @HttpCode(303)
  async withPassword(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/sign-in`, async () => {
      const { email, password } = readForm(PasswordFormSchema, body);
      const signedIn = await this.passwords.signIn({
        email,
        password,
        address: request.ip,
        device: request.headers['user-agent'] ?? '',
        deviceMark: deviceMarkOf(request, this.settings),
      });
      return arrive(this.crossing(request, reply, lang), signedIn);
    });
  }

  /** One click into the open demonstration; anywhere else there is no such thing. */
  @Post('sign-in/demonstration')
  @HttpCode(303)
  async intoDemonstration(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!this.settings.demonstration)
      throw new UserError(
        'not_found',
        'demonstration.closed',
        'This is no open demonstration: sign in with your address and password.',
      );
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/sign-in`, async () => {
      const { state, role } = readForm(PlaceFormSchema, body);
      const device = request.headers['user-agent'] ?? '';
      return arrive(this.crossing(request, reply, lang), await this.demonstration.enter(state, role, device));
    });
  }

  @Get('api/v1/sign-in/:token')
  @Header('cache-control', 'no-store')
  async describeLink(@Param('token') token: string, @Query() query: unknown): Promise<SignInView> {
    const { lang } = readInput(PageQuerySchema, query);
    const viewer = viewerView(await this.links.describeLink(token), lang);
    return {
      name: viewer.name ?? '',
      roles: [{ state: viewer.state ?? '', role: viewer.role, institution: viewer.institution }],
    };
  }

  /** Safe against scanners: only this POST uses the link up. */
  @Post('sign-in/:token')
  @HttpCode(303)
  async useLink(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const signedIn = await this.links.exchangeLink(token, request.headers['user-agent']);
    void reply.header('location', await arrive(this.crossing(request, reply, lang), signedIn));
  }

  @Post('sign-out')
  @HttpCode(303)
  async leave(
    @Req() request: FastifyRequest,
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const session = sessionTokenOf(request, this.settings);
    if (session) await this.sessions.end(session);
    if (visitor.personId !== null) noteEvent(request, { event: 'sign_out', personId: visitor.personId });
    clearSessionCookie(reply, this.settings);
    void reply.header('location', `/${lang}`);
  }

  private crossing(request: FastifyRequest, reply: FastifyReply, language: string) {
    return { request, reply, language, settings: this.settings, sessions: this.sessions };
  }
}
