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

import type { Docket, SignIn as SignInView, Viewer } from '#contracts';
import { LanguageSchema } from '#contracts';
import { SignIn, scopeOf } from '#identity';
import { ReadDocket, ReadPublicRecord } from '#tracking';

import { docketView, viewerView } from '../presenter/docket-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { SESSION_COOKIE, Visitors, sessionOf } from './visitor.js';

export const LanguageFormSchema = z.object({ lang: LanguageSchema.default('en') });

/** Signing in and out, and what only those who are signed in may read. */
@Controller()
export class PeopleController {
  constructor(
    private readonly signIn: SignIn,
    private readonly visitors: Visitors,
    private readonly dockets: ReadDocket,
    private readonly record: ReadPublicRecord,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/viewer')
  @Header('cache-control', 'no-store')
  async viewer(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Viewer> {
    const { lang } = readInput(PageQuerySchema, query);
    return viewerView(await this.visitors.recognise(request), lang);
  }

  @Get('api/v1/states/:iso3/docket')
  @Header('cache-control', 'no-store')
  async docket(
    @Req() request: FastifyRequest,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<Docket> {
    const { lang } = readInput(PageQuerySchema, query);
    const visitor = await this.visitors.recognise(request);
    const scope = scopeOf(visitor, 'docket', iso3.toUpperCase());
    const state = await this.record.getState(iso3.toUpperCase());
    const institutionId = scope === 'own_institution' ? (visitor.institution?.id ?? -1) : null;
    return docketView(state, visitor, await this.dockets.read(state, institutionId), lang);
  }

  @Get('api/v1/sign-in/:token')
  @Header('cache-control', 'no-store')
  async describeLink(@Param('token') token: string, @Query() query: unknown): Promise<SignInView> {
    const { lang } = readInput(PageQuerySchema, query);
    const viewer = viewerView(await this.signIn.describeLink(token), lang);
    return {
      name: viewer.name ?? '',
      roles: [{ state: viewer.state ?? '', role: viewer.role, institution: viewer.institution }],
    };
  }

  /** Safe against scanners: only this POST uses the link up. */
  @Post('sign-in/:token')
  @HttpCode(303)
  async useLink(
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const { session, visitor, forSeconds } = await this.signIn.exchangeLink(token);
    void reply.setCookie(SESSION_COOKIE, session, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.publicUrl.startsWith('https:'),
      maxAge: forSeconds,
    });
    void reply.header('location', homeOf(visitor.role, visitor.state, lang));
  }

  @Post('sign-out')
  @HttpCode(303)
  async leave(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    const session = sessionOf(request);
    if (session) await this.signIn.signOut(session);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' }).header('location', `/${lang}`);
  }
}

/** Where each role's work begins. */
function homeOf(role: string, state: string | null, lang: string): string {
  if (role === 'operator') return `/${lang}/watch`;
  if (state === null) return `/${lang}`;
  const desk = role === 'ombudsperson' || role === 'secretariat' || role === 'focal_point';
  return desk ? `/${lang}/states/${state}/docket` : `/${lang}/states/${state}`;
}
