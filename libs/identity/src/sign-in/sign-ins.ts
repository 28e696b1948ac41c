import { UserError } from '#domain';
import type { SecondFactorRepository } from '#persistence';

import type { OpenedSession, Proof, Sessions } from '../session/sessions.js';
import type { Visitor } from '../session/visitor.js';
import type { Visitors } from '../session/visitors.js';

const SECOND: readonly Proof[] = ['passkey', 'one_time_password', 'recovery_code'];

/** Somebody who has proven who it is, once or twice. */
export interface SignedIn {
  readonly session: OpenedSession;
  readonly visitor: Visitor;
  readonly proven: readonly Proof[];
  /** The session proves nothing yet: the person has a second factor and has not shown it. */
  readonly secondFactorDue: boolean;
}

/** What follows every proof: a new session, never the one that came with the request, so that none can be planted. */
export class SignIns {
  constructor(
    private readonly sessions: Sessions,
    private readonly visitors: Visitors,
    private readonly factors: SecondFactorRepository,
  ) {}

  /** @throws UserError `sign_in.no_role` for a person who has left, or belongs to no State any more. */
  async begin(proof: {
    readonly personId: number;
    readonly proven: readonly Proof[];
    readonly device: string;
  }): Promise<SignedIn> {
    const visitor = await this.visitors.visitor(proof.personId, { kind: 'none' });
    if (visitor.memberships.length === 0)
      throw new UserError(
        'forbidden',
        'sign_in.no_role',
        'You hold no role here any more. Ask the secretariat of your State to invite you again.',
      );
    const twice = proof.proven.some((way) => SECOND.includes(way));
    const secondFactorDue = !twice && (await this.factors.listSecondFactors(proof.personId)).length > 0;
    const session = await this.sessions.open({ ...proof, secondFactorDue });
    return { session, visitor, proven: proof.proven, secondFactorDue };
  }
}
