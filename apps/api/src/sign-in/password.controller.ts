import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Logger,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { PasswordLink } from '#contracts';
import { PasswordLinks, Sessions } from '#identity';
import { ReadPublicRecord, RecoverAccess } from '#tracking';

import { passwordLinkView } from '../presenter/account-presenter.js';
import { answerForm } from '../problem/answer-form.js';
import { LanguageFormSchema, readForm, readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';
import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { arrive } from './arrival.js';

const MOST_LETTERS = 1_000;
const RecoverFormSchema = z.object({ email: z.string().max(MOST_LETTERS) });
const NewPasswordFormSchema = z.object({ password: z.string().max(MOST_LETTERS) });

/** The first password of an invitation, and the way back after a lost one. */
@Controller()
export class PasswordController {
  private readonly logger = new Logger('recovery');

  constructor(
    private readonly recovery: RecoverAccess,
    private readonly links: PasswordLinks,
    private readonly sessions: Sessions,
    private readonly record: ReadPublicRecord,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** Always the same answer: whether an address is known here is nobody's business (ASVS 5, 6.3.8). */
  @Post('recover')
  @HttpCode(303)
  async recover(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/recover`, async () => {
      const { email } = readForm(RecoverFormSchema, body);
      const { mail } = await this.recovery.request(email, request.ip);
      void mail.then(
        (outcome) => {
          if (outcome !== null && outcome.kind !== 'accepted')
            this.logger.warn(`A mail with a new way in did not arrive: ${outcome.kind}`);
        },
        (error: unknown) => this.logger.error(error instanceof Error ? error.stack : 'unknown failure'),
      );
      return `/${lang}/recover?done=1`;
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
  @Post('set-password/:token')
  @HttpCode(303)
  async setPassword(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang } = readInput(LanguageFormSchema, body ?? {});
    await answerForm(reply, `/${lang}/set-password/${encodeURIComponent(token)}`, async () => {
      const { password } = readForm(NewPasswordFormSchema, body);
      const device = request.headers['user-agent'] ?? '';
      const signedIn = await this.links.setPassword(token, password, device);
      const { settings, sessions } = this;
      return arrive({ request, reply, settings, sessions, language: lang }, signedIn);
    });
  }
}
