import { Body, Controller, Header, Headers, HttpCode, Inject, Post } from '@nestjs/common';

import type { TakenReturnedMail } from '#contracts';
import { UserError } from '#domain';
import { TakeReturnedMail } from '#tracking';

import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';
import { bringsBounceToken } from './bounce-token.js';

/** Where the relay hands in what comes back: reports on deliveries, and answers of machines. */
@Controller('mail/bounces')
export class ReturnedMailController {
  constructor(
    private readonly returned: TakeReturnedMail,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async take(
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<TakenReturnedMail> {
    if (!this.settings.bounceToken)
      throw new UserError(
        'not_found',
        'returned_mail.closed',
        'Nothing is taken here: BOUNCE_TOKEN is not set in this installation.',
      );
    if (!bringsBounceToken(authorization, this.settings))
      throw new UserError(
        'unauthenticated',
        'returned_mail.token',
        'Send the BOUNCE_TOKEN of this installation as "Authorization: Bearer …".',
      );
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw new UserError(
        'invalid_input',
        'returned_mail.body',
        'Send the whole mail that came back, as it is, with the content type message/rfc822.',
      );
    return { returnedAs: await this.returned.take(body) };
  }
}
