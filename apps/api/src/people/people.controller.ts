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
import { Sessions, SignInLinks } from '#identity';
import { ReadDocket, ReadPublicRecord } from '#tracking';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../access/session-cookie.js';
import { docketView, viewerView } from '../presenter/docket-presenter.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** An institution that does not exist: a focal point without one sees nothing. */
const NOBODYS = -1;

export const LanguageFormSchema = z.object({ lang: LanguageSchema.default('en') });

/** Signing in and out, and what only those who are signed in may read. */
@Controller()
export class PeopleController {
  constructor(
    private readonly links: SignInLinks,
    private readonly sessions: Sessions,
    private readonly dockets: ReadDocket,
    private readonly record: ReadPublicRecord,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Get('api/v1/viewer')
  @Header('cache-control', 'no-store')
  viewer(@AskedBy() { visitor }: Asking, @Query() query: unknown): Viewer {
    const { lang } = readInput(PageQuerySchema, query);
    return viewerView(visitor, lang);
  }

  @Get('api/v1/states/:iso3/docket')
  @Header('cache-control', 'no-store')
  async docket(
    @AskedBy() { visitor, grant }: Asking,
    @Param('iso3') iso3: string,
    @Query() query: unknown,
  ): Promise<Docket> {
    const { lang } = readInput(PageQuerySchema, query);
    const state = await this.record.getState(iso3.toUpperCase());
    const institutionId =
      grant.scope === 'own_institution' ? (grant.membership?.institution?.id ?? NOBODYS) : null;
    return docketView(state, visitor, await this.dockets.read(state, institutionId), lang);
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
    const { session, visitor } = await this.links.exchangeLink(token, request.headers['user-agent']);
    setSessionCookie(reply, this.settings, session);
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
    const session = sessionTokenOf(request, this.settings);
    if (session) await this.sessions.end(session);
    clearSessionCookie(reply, this.settings);
    void reply.header('location', `/${lang}`);
  }
}

/** Where each role's work begins. */
export function homeOf(role: string, state: string | null, lang: string): string {
  if (role === 'operator') return `/${lang}/watch`;
  if (state === null) return `/${lang}`;
  const desk = role === 'ombudsperson' || role === 'secretariat' || role === 'focal_point';
  return desk ? `/${lang}/states/${state}/docket` : `/${lang}/states/${state}`;
}
