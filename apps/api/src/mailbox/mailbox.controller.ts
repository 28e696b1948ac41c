import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { UserError } from '#domain';
import { renderMailPage, renderMailboxPage } from '#mail';
import type { Mailbox, StoredMail } from '#mail';

import { readInput } from '../problem/read-input.js';
import { PageQuerySchema } from '../public/states.controller.js';

export const MAILBOX = Symbol('Mailbox');

/** Mails are shown as they are, without script; their own styles are inline, as mail readers want them. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'self'; frame-ancestors 'self'";

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
  @Header('cache-control', 'no-store')
  messages(): Promise<StoredMail[]> {
    return this.mailbox.list();
  }

  @Get('messages/:id')
  async show(
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { lang } = readInput(PageQuerySchema, query);
    const mail = await this.mailbox.find(id);
    if (!mail)
      throw new UserError('not_found', 'mailbox.unknown', 'This mail is not in the mailbox any more.');
    return asPage(reply, renderMailPage(mail, lang));
  }
}

function asPage(reply: FastifyReply, html: string): string {
  void reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': MAIL_POLICY,
    'cache-control': 'no-store',
  });
  return html;
}
