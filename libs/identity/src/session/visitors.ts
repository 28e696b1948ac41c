import type { Clock } from '#domain';
import { civilDayOf } from '#domain';
import type { InstitutionRepository, PeopleRepository, RecordDatabase, StateRepository } from '#persistence';

import { THE_PUBLIC } from './visitor.js';
import type { Recognition, Visitor, VisitorMembership } from './visitor.js';

/** Tells which roles a person holds today, in every State. */
export class Visitors {
  constructor(
    private readonly record: RecordDatabase,
    private readonly states: StateRepository,
    private readonly people: PeopleRepository,
    private readonly institutions: InstitutionRepository,
    private readonly clock: Clock,
  ) {}

  /** The visitor behind a person; the public where the person has left. */
  async visitor(personId: number, recognition: Recognition): Promise<Visitor> {
    const person = await this.record.runShared(() => this.people.findPerson(personId));
    if (!person || person.endedAt !== null) return THE_PUBLIC;
    const memberships: VisitorMembership[] = [];
    for (const state of await this.states.listStates())
      memberships.push(...(await this.membershipsIn(state.id, state.iso3, state.timeZone, personId)));
    const [first] = memberships;
    return {
      personId,
      name: person.name,
      recognition,
      memberships,
      role: first?.role ?? 'public',
      state: first?.state ?? null,
      institution: first?.institution ?? null,
    };
  }

  private membershipsIn(
    stateId: number,
    iso3: string,
    timeZone: string,
    personId: number,
  ): Promise<VisitorMembership[]> {
    const today = civilDayOf(this.clock.now(), timeZone);
    return this.record.runState(stateId, async () => {
      const held = await this.people.listMemberships(stateId, personId, today);
      if (held.length === 0) return [];
      const institutions = await this.institutions.listInstitutions(stateId);
      return held.map(({ role, institutionId }) => ({
        stateId,
        state: iso3,
        role,
        institution: institutionId === null ? null : (institutions.get(institutionId) ?? null),
      }));
    });
  }
}
