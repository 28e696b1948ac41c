import type { Clock } from '#domain';
import type { KnownVisitor, VisitorRepository } from '#persistence';

import { THE_PUBLIC } from './visitor.js';
import type { Recognition, Visitor } from './visitor.js';

/** Tells which roles a person holds today, in every State. */
export class Visitors {
  constructor(
    private readonly visitors: VisitorRepository,
    private readonly clock: Clock,
  ) {}

  /** The visitor behind a person; the public where the person has left. */
  async visitor(personId: number, recognition: Recognition): Promise<Visitor> {
    const known = await this.visitors.findPerson(personId, this.clock.now());
    return known ? visitorOf(known, recognition) : THE_PUBLIC;
  }
}

export function visitorOf(known: KnownVisitor, recognition: Recognition): Visitor {
  const { personId, name, memberships, hasSecondFactor } = known;
  const [first] = memberships;
  return {
    personId,
    name,
    recognition,
    memberships,
    hasSecondFactor,
    role: first?.role ?? 'public',
    state: first?.state ?? null,
    institution: first?.institution ?? null,
  };
}
