import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import type { SecondFactorsView } from '#contracts';
import { civilDayOf } from '#domain';
import { SecondFactors } from '#identity';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { readInput } from '../problem/read-input.js';
import {
  FactorFormSchema,
  SecondFactorsQuerySchema,
  answerOf,
  jsonOf,
  ownerOf,
  proofOf,
} from './factor-form.js';
import { leadOn } from './lead-on.js';

const PasskeyFormSchema = FactorFormSchema.extend({
  name: z.string().trim().max(60).default(''),
  answer: z.string().max(40_000).default(''),
});

const ZONE = 'UTC';

/** One's own second factors. Whoever adds to them or takes from them proves anew who it is. */
@Controller()
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactors) {}

  @Get('api/v1/account/second-factor')
  @Header('cache-control', 'no-store')
  async list(@AskedBy() { visitor }: Asking, @Query() query: unknown): Promise<SecondFactorsView> {
    const { personId } = ownerOf(visitor);
    const { codes } = readInput(SecondFactorsQuerySchema, query);
    const { passkeys, ...list } = await this.factors.list(personId);
    return {
      ...list,
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        addedOn: civilDayOf(createdAt, ZONE),
        lastUsedOn: lastUsedAt === null ? null : civilDayOf(lastUsedAt, ZONE),
      })),
      recoveryCodes:
        codes === undefined ? null : copyOf(await this.factors.showRecoveryCodes(personId, codes)),
    };
  }

  @Post('account/one-time-password')
  @HttpCode(303)
  async begin(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(FactorFormSchema, body ?? {});
    await leadOn(reply, pageOf(form.lang), async () => {
      await this.factors.beginOneTimePassword(ownerOf(visitor), answerOf(form));
      return pageOf(form.lang);
    });
  }

  @Post('account/one-time-password/confirm')
  @HttpCode(303)
  async confirm(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { lang, code } = readInput(FactorFormSchema, body ?? {});
    await leadOn(reply, pageOf(lang), async () =>
      withCodes(lang, await this.factors.confirmOneTimePassword(ownerOf(visitor).personId, code)),
    );
  }

  @Post('account/one-time-password/remove')
  @HttpCode(303)
  async remove(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(FactorFormSchema, body ?? {});
    await leadOn(reply, pageOf(form.lang), async () => {
      await this.factors.removeOneTimePassword(ownerOf(visitor).personId, proofOf(form));
      return `${pageOf(form.lang)}?done=removed`;
    });
  }

  @Post('api/v1/account/passkey-options')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  passkeyOptions(@AskedBy() { visitor }: Asking): Promise<object> {
    return this.factors.beginPasskey(ownerOf(visitor).personId);
  }

  @Post('api/v1/account/proof-options')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  proofOptions(@AskedBy() { visitor }: Asking): Promise<object> {
    return this.factors.beginProof(ownerOf(visitor).personId);
  }

  @Post('account/passkeys')
  @HttpCode(303)
  async addPasskey(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(PasskeyFormSchema, body ?? {});
    const passkey = { name: form.name || 'Passkey', answer: jsonOf(form.answer) };
    await leadOn(reply, pageOf(form.lang), async () =>
      withCodes(form.lang, await this.factors.addPasskey(ownerOf(visitor), passkey, answerOf(form))),
    );
  }

  @Post('account/passkeys/:id/remove')
  @HttpCode(303)
  async removePasskey(
    @AskedBy() { visitor }: Asking,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(FactorFormSchema, body ?? {});
    const passkeyId = readInput(z.coerce.number().int().min(1).max(2_147_483_647), id);
    await leadOn(reply, pageOf(form.lang), async () => {
      await this.factors.removePasskey(ownerOf(visitor).personId, passkeyId, proofOf(form));
      return `${pageOf(form.lang)}?done=removed`;
    });
  }

  @Post('account/recovery-codes')
  @HttpCode(303)
  async renewCodes(
    @AskedBy() { visitor }: Asking,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const form = readInput(FactorFormSchema, body ?? {});
    await leadOn(reply, pageOf(form.lang), async () =>
      withCodes(form.lang, await this.factors.renewRecoveryCodes(ownerOf(visitor).personId, proofOf(form))),
    );
  }
}

function pageOf(lang: string): string {
  return `/${lang}/account/second-factor`;
}

function withCodes(lang: string, token: string | null): string {
  return token === null ? `${pageOf(lang)}?done=added` : `${pageOf(lang)}?codes=${token}`;
}

function copyOf(codes: readonly string[] | null): string[] | null {
  return codes === null ? null : [...codes];
}
