import type { ApiToken, CreatedApiToken as CreatedApiTokenView } from '#contracts';
import type { CreatedApiToken, ListedApiToken } from '#identity';

export function apiTokenView(token: ListedApiToken): ApiToken {
  const { id, name, permissions, state, createdAt, expiresAt, lastUsedAt } = token;
  return {
    id,
    name,
    permissions: [...permissions],
    state,
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  };
}

export function createdApiTokenView({ token, secret }: CreatedApiToken): CreatedApiTokenView {
  return { ...apiTokenView(token), token: secret };
}
