import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';

import type { ApiTokenList, CreatedApiToken } from '#contracts';
import { ApiTokenWishSchema } from '#contracts';
import { API_TOKEN_DEFAULT_DAYS, API_TOKEN_MOST_DAYS, ApiTokens, permissionsToGive } from '#identity';

import { AskedBy, personOf } from '../access/asking.js';
import type { Asking } from '../access/asking.js';
import { apiTokenView, createdApiTokenView } from '../presenter/api-token-presenter.js';
import { readInput } from '../problem/read-input.js';

/** A wish with what it leaves open filled in. */
export const API_TOKEN_WISH = ApiTokenWishSchema.transform(({ name, days, permissions }) => ({
  name,
  days: days ?? API_TOKEN_DEFAULT_DAYS,
  permissions: permissions ?? [],
}));

/** One's own tokens for programs. The guard keeps tokens themselves away from here. */
@Controller('api/v1/account/tokens')
export class ApiTokensController {
  constructor(private readonly tokens: ApiTokens) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(@AskedBy() asking: Asking): Promise<ApiTokenList> {
    const tokens = await this.tokens.list(personOf(asking));
    return {
      items: tokens.map(apiTokenView),
      permissions: permissionsToGive(asking.visitor.memberships),
      defaultDays: API_TOKEN_DEFAULT_DAYS,
      mostDays: API_TOKEN_MOST_DAYS,
    };
  }

  @Post()
  @Header('cache-control', 'no-store')
  async create(@AskedBy() asking: Asking, @Body() body: unknown): Promise<CreatedApiToken> {
    const wish = readInput(API_TOKEN_WISH, body ?? {});
    return createdApiTokenView(await this.tokens.create(asking.visitor, wish));
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@AskedBy() asking: Asking, @Param('id') id: string): Promise<void> {
    await this.tokens.revoke(personOf(asking), Number(id));
  }
}
