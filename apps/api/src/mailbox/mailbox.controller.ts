import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { UserError } from '#domain';
import { MAILBOX_STYLE, mailFrameHtml, renderMailPage, renderMailboxPage } from '#mail';
import type { Mailbox, StoredMail } from '#mail';

import { CONTENT_SECURITY_POLICIES } from '../edge/response-headers.js';
import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

export const MAILBOX = Symbol('Mailbox');

/** The demonstration's mailbox. It exists only where the demonstration is open: on loopback and not in production. */
@Controller('mailbox')
export class MailboxController {
  constructor(@Inject(MAILBOX) private readonly mailbox: Mailbox) {}

  @Get()
  async list(@Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    return asPage(reply, renderMailboxPage(await this.mailbox.list(), lang));
  }

  @Get('api/messages')
  messages(): Promise<StoredMail[]> {
    return this.mailbox.list();
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return MAILBOX_STYLE;
  }

  @Get('messages/:id')
  async show(
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    return asPage(reply, renderMailPage(await this.find(id), lang));
  }

  /** The mail as it came, for the frame in its page: it has a policy of its own and no rights. */
  @Get('messages/:id/body')
  async body(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return asPage(reply, mailFrameHtml(await this.find(id)), 'mail');
  }

  private async find(id: string): Promise<StoredMail> {
    const mail = await this.mailbox.find(id);
    if (mail) return mail;
    throw new UserError('not_found', 'mailbox.unknown', 'This mail is not in the mailbox any more.');
  }
}

function asPage(reply: FastifyReply, html: string, kind: 'mailbox' | 'mail' = 'mailbox'): string {
  void reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICIES[kind],
  });
  return html;
}
