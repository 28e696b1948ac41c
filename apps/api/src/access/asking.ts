import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';

import { UnexpectedError } from '#domain';
import type { Grant, Visitor } from '#identity';

import type { GuardedRequest } from './access-guard.js';

/** Who asks, and what the guard granted. */
export interface Asking {
  readonly visitor: Visitor;
  readonly grant: Grant;
}

/** Hands a handler who asks and how far the right reaches. */
export const AskedBy = createParamDecorator((_: unknown, context: ExecutionContext): Asking =>
  askingOf(context),
);

export function askingOf(context: ExecutionContext): Asking {
  const { visitor, granted } = context.switchToHttp().getRequest<GuardedRequest>();
  if (!visitor || !granted)
    throw new UnexpectedError('route.unguarded', 'A handler asked who is there before the guard had looked.');
  return { visitor, grant: granted };
}

/** The person behind what is one's own. The guard lets nobody else come this far. */
export function personOf({ visitor }: Asking): number {
  if (visitor.personId !== null) return visitor.personId;
  throw new UnexpectedError('route.nobody', "A handler of one's own things was asked by nobody.");
}
