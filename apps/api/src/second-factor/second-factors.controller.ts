import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

import type { SecondFactorsView } from '#contracts';
import { civilDayOf } from '#domain';
import { SecondFactors } from '#identity';

import { AskedBy } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { FormPosts, FormRoute, Posted } from '../edge/form-post.js';
import type { FormPost } from '../edge/form-post.js';
import { readForm, readInput } from '../problem/read-input.js';
import {
  FactorFormSchema,
  SecondFactorsQuerySchema,
  answerOf,
  jsonOf,
  ownerOf,
  proofOf,
} from './factor-form.js';

const PasskeyFormSchema = FactorFormSchema.extend({
  name: z.string().trim().max(60).default(''),
  answer: z.string().max(40_000).default(''),
});

const PasskeyIdSchema = z.coerce.number().int().min(1).max(2_147_483_647);

const PAGE = '/account/second-factor';
const ZONE = 'UTC';

/** One's own second factors. Whoever adds to them or takes from them proves anew who it is. */
@Controller()
export class SecondFactorsController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly forms: FormPosts,
  ) {}

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

  @FormRoute('account/one-time-password')
  begin(@Posted() post: FormPost): Promise<void> {
    return this.answer(post, async (form) => {
      await this.factors.beginOneTimePassword(ownerOf(post.visitor), answerOf(form));
      return PAGE;
    });
  }

  @FormRoute('account/one-time-password/confirm')
  confirm(@Posted() post: FormPost): Promise<void> {
    return this.answer(post, async ({ code }) =>
      withCodes(await this.factors.confirmOneTimePassword(ownerOf(post.visitor).personId, code)),
    );
  }

  @FormRoute('account/one-time-password/remove')
  remove(@Posted() post: FormPost): Promise<void> {
    return this.answer(post, async (form) => {
      await this.factors.removeOneTimePassword(ownerOf(post.visitor).personId, proofOf(form));
      return `${PAGE}?done=removed`;
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

  @FormRoute('account/passkeys')
  addPasskey(@Posted() post: FormPost): Promise<void> {
    return this.forms.answer(post, {
      page: PAGE,
      schema: PasskeyFormSchema,
      keeps: ['name'],
      act: async (form) => {
        const passkey = { name: form.name || 'Passkey', answer: jsonOf(form.answer) };
        return withCodes(await this.factors.addPasskey(ownerOf(post.visitor), passkey, answerOf(form)));
      },
    });
  }

  @FormRoute('account/passkeys/:id/remove')
  removePasskey(@Posted() post: FormPost, @Param('id') id: string): Promise<void> {
    return this.answer(post, async (form) => {
      const passkeyId = readForm(PasskeyIdSchema, id);
      await this.factors.removePasskey(ownerOf(post.visitor).personId, passkeyId, proofOf(form));
      return `${PAGE}?done=removed`;
    });
  }

  @FormRoute('account/recovery-codes')
  renewCodes(@Posted() post: FormPost): Promise<void> {
    return this.answer(post, async (form) =>
      withCodes(await this.factors.renewRecoveryCodes(ownerOf(post.visitor).personId, proofOf(form))),
    );
  }

  private answer(
    post: FormPost,
    act: (form: z.infer<typeof FactorFormSchema>) => Promise<string>,
  ): Promise<void> {
    return this.forms.answer(post, { page: PAGE, schema: FactorFormSchema, act });
  }
}

function withCodes(token: string | null): string {
  return token === null ? `${PAGE}?done=added` : `${PAGE}?codes=${token}`;
}

function copyOf(codes: readonly string[] | null): string[] | null {
  return codes === null ? null : [...codes];
}
