import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';

import type { SignIn as SignInView, SignInOptions } from '#contracts';
import { UserError } from '#domain';
import { PasswordSignIn, SignInLinks } from '#identity';
import { VisitDemonstration } from '#tracking';

import { deviceMarkOf } from '../access/device-cookie.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { signInOptionsView } from '../presenter/account-presenter.js';
import { viewerView } from '../presenter/docket-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { noteEvent } from '../security-log/request-notes.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { Arrival } from './arrival.js';

const PAGE = '/sign-in';
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
    private readonly demonstration: VisitDemonstration,
    private readonly arrival: Arrival,
    private readonly forms: FormPosts,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/sign-in')
  @Header('cache-control', 'no-store')
  async options(@Query() query: unknown): Promise<SignInOptions> {
    const { lang } = readInput(PageQuerySchema, query);
    return signInOptionsView(this.settings.demonstration ? await this.demonstration.list() : [], lang);
  }

  @FormRoute('sign-in')
  withPassword(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: PAGE,
      schema: PasswordFormSchema,
      keeps: ['email'],
      act: async ({ email, password }) =>
        this.arrival.of(
          post,
          await this.passwords.signIn({
            email,
            password,
            address: post.request.ip,
            device: post.device,
            deviceMark: deviceMarkOf(post.request, this.settings),
          }),
        ),
    });
  }

  /** One click into the open demonstration; anywhere else there is no such thing. */
  @FormRoute('sign-in/demonstration')
  intoDemonstration(@Posted() post: FormPost): Promise<void> {
    if (!this.settings.demonstration)
      throw new UserError(
        'not_found',
        'demonstration.closed',
        'This is no open demonstration: sign in with your address and password.',
      );
    return this.forms.answer(post, {
      page: PAGE,
      schema: PlaceFormSchema,
      act: async ({ state, role }) =>
        this.arrival.of(post, await this.demonstration.enter(state, role, post.device)),
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

  /** Safe against scanners: only this POST uses the link up. One that is no good has no page to go back to. */
  @FormRoute('sign-in/:token')
  async useLink(@Posted() post: FormPost, @Param('token') token: string): Promise<void> {
    const signedIn = await this.links.exchangeLink(token, post.device);
    void post.reply.header('location', `/${post.language}${await this.arrival.of(post, signedIn)}`);
  }

  @FormRoute('sign-out')
  async leave(@Posted() { request, reply, language, visitor }: FormPost): Promise<void> {
    if (visitor.personId !== null) noteEvent(request, { event: 'sign_out', personId: visitor.personId });
    await this.arrival.undo(request, reply);
    void reply.header('location', `/${language}`);
  }
}
