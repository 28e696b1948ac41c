import type { Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type { ApiTokenRepository, StoredApiToken, VisitorRepository } from '#persistence';

import type { AccountRecord } from '../account/account-record.js';
import { hashOfToken, newToken } from '../session/token.js';
import type { Visitor } from '../session/visitor.js';
import { visitorOf } from '../session/visitors.js';
import { permissionsToGive } from './token-permission.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A name of its own in front lets secret scanners find a token that was published by mistake. */
export const API_TOKEN_PREFIX = 'vigia_';
const API_TOKEN = /^vigia_[\w-]{43}$/;
export const API_TOKEN_DEFAULT_DAYS = 90;
export const API_TOKEN_MOST_DAYS = 365;
export const API_TOKEN_NAME_MOST_LETTERS = 80;
/** Tokens that live at once: more are a sign of one being made anew at each run. */
export const API_TOKENS_AT_ONCE = 20;
/** How exactly "last used" is kept: not every request is worth a write. */
const USED_EVERY_MS = MINUTE;
/** A token belongs to no State, so the day of its end is nobody's civil day. */
const ZONE = 'UTC';

export interface ApiTokenWish {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly days: number;
}

/** A token as its owner sees it. */
export interface ListedApiToken extends StoredApiToken {
  readonly state: 'live' | 'expired' | 'revoked';
}

export interface CreatedApiToken {
  readonly token: ListedApiToken;
  /** Known to nobody but the asker from here on: only its hash is kept. */
  readonly secret: string;
}

/**
 * Tokens by which a person's programs are recognised. A token never holds more than its person does at that moment, and is
 * worth nothing once the person has left or holds no role any more.
 */
export class ApiTokens {
  constructor(
    private readonly tokens: ApiTokenRepository,
    private readonly visitors: VisitorRepository,
    private readonly accounts: AccountRecord,
    private readonly clock: Clock,
  ) {}

  /** Newest first, with those that ended: their owner sees what became of them. */
  async list(personId: number): Promise<ListedApiToken[]> {
    const now = this.clock.now();
    const tokens = await this.tokens.listTokens(personId);
    return tokens.map((token) => ({
      ...token,
      state: token.revokedAt !== null ? 'revoked' : token.expiresAt <= now ? 'expired' : 'live',
    }));
  }

  /** @throws UserError `api_token.…`, saying what to change about the wish. */
  async create({ personId, memberships }: Visitor, wish: ApiTokenWish): Promise<CreatedApiToken> {
    const name = wish.name.trim();
    if (name.length === 0 || name.length > API_TOKEN_NAME_MOST_LETTERS)
      throw invalid('name', `Give the token a name of 1 to ${API_TOKEN_NAME_MOST_LETTERS} letters.`);
    if (!Number.isInteger(wish.days) || wish.days < 1 || wish.days > API_TOKEN_MOST_DAYS)
      throw invalid('days', `Let the token end after 1 to ${API_TOKEN_MOST_DAYS} days.`);
    const permissions = [...new Set(wish.permissions)];
    if (permissions.length === 0) throw invalid('permissions', 'Choose at least one permission.');
    const held = permissionsToGive(memberships);
    if (personId === null || !permissions.every((permission) => held.includes(permission)))
      throw new UserError(
        'forbidden',
        'api_token.not_held',
        `You can give a token only what you hold yourself: ${held.join(', ') || 'nothing'}.`,
      );
    return this.save(personId, { name, permissions, days: wish.days });
  }

  /**
   * The visitor behind a token.
   * @throws UserError `api_token.invalid`: never a silent fall back to what the public may see.
   */
  async recognise(secret: string): Promise<Visitor> {
    if (!API_TOKEN.test(secret)) throw notRecognised();
    const now = this.clock.now();
    const found = await this.visitors.findByToken(hashOfToken(secret), now);
    if (!found || found.memberships.length === 0) throw notRecognised();
    const { tokenId, permissions, lastUsedAt } = found;
    if (lastUsedAt === null || now - lastUsedAt >= USED_EVERY_MS) await this.tokens.markUsed(tokenId, now);
    return visitorOf(found, { kind: 'api_token', tokenId, permissions });
  }

  /** @throws UserError `api_token.unknown`; another person's token is as unknown as one that never was. */
  async revoke(personId: number, tokenId: number): Promise<void> {
    const token = (await this.list(personId)).find(({ id }) => id === tokenId);
    if (!token) throw unknown();
    const { name, permissions, state } = token;
    await this.accounts.write(
      { personId },
      {
        action: 'api_token.revoked',
        before: { name, permissions, tokenState: state },
        after: { name, permissions, tokenState: 'revoked' },
      },
      async () => {
        if (!(await this.tokens.revokeToken(personId, tokenId, this.clock.now()))) throw unknown();
      },
    );
  }

  /** Revokes every token of somebody whose access ends; how many ended. Whoever asks writes the entry. */
  revokeAll(personId: number): Promise<number> {
    return this.tokens.revokeAll(personId, this.clock.now());
  }

  private async save(personId: number, { name, permissions, days }: ApiTokenWish): Promise<CreatedApiToken> {
    const secret = `${API_TOKEN_PREFIX}${newToken()}`;
    const now = this.clock.now();
    const expiresAt = now + days * DAY;
    const token = await this.accounts.write(
      { personId },
      {
        action: 'api_token.created',
        after: { name, permissions, expiresOn: civilDayOf(expiresAt, ZONE), tokenState: 'live' },
      },
      () =>
        this.tokens.saveToken(
          { personId, name, permissions, tokenHash: hashOfToken(secret), now, expiresAt },
          (live) => assertRoomFor(name, live),
        ),
    );
    return { token: { ...token, state: 'live' }, secret };
  }
}

function assertRoomFor(name: string, live: readonly StoredApiToken[]): void {
  if (live.length >= API_TOKENS_AT_ONCE)
    throw new UserError(
      'conflict',
      'api_token.too_many',
      `You have ${live.length} tokens. Revoke one that you do not use any more.`,
    );
  if (live.some((other) => other.name === name))
    throw new UserError(
      'conflict',
      'api_token.name_taken',
      'You have a token of this name. Choose another name, or revoke that one first.',
    );
}

function unknown(): UserError {
  return new UserError(
    'not_found',
    'api_token.unknown',
    'You have no such token, or it was revoked already. See the list of your tokens.',
  );
}

function invalid(field: string, message: string): UserError {
  return new UserError('invalid_input', `api_token.${field}`, message);
}

function notRecognised(): UserError {
  return new UserError(
    'unauthenticated',
    'api_token.invalid',
    'This token is not known, has expired or was revoked. Send "Authorization: Bearer vigia_…" with a token that still works.',
  );
}
