import { UserError } from '#domain';

import type { Recognition, Visitor } from '../session/visitor.js';

/** Somebody at the own account, signed in with a browser. */
export interface AccountOwner extends Visitor {
  readonly personId: number;
  readonly recognition: Extract<Recognition, { readonly kind: 'session' }>;
}

/** Programs with a token do not manage accounts. @throws UserError `account.session_needed` */
export function accountOwner(visitor: Visitor): AccountOwner {
  const { personId, recognition } = visitor;
  if (personId !== null && recognition.kind === 'session') return { ...visitor, personId, recognition };
  throw new UserError(
    'forbidden',
    'account.session_needed',
    'An account is managed by its owner, signed in with a browser.',
  );
}
