import type { Role } from '#domain';
import { UserError } from '#domain';
import type { SignIns, SignedIn } from '#identity';
import type { PeopleRepository, RecordDatabase, State, StateRepository } from '#persistence';

/** One of the invented people whose place a visitor of the demonstration may take. */
export interface DemonstrationPlace {
  readonly state: State;
  readonly role: Role;
  readonly personId: number;
  readonly name: string;
}

/** Lets a visitor of the open demonstration in with one click. Whether it is open is decided by who calls. */
export class VisitDemonstration {
  constructor(
    private readonly record: RecordDatabase,
    private readonly states: StateRepository,
    private readonly people: PeopleRepository,
    private readonly signIns: SignIns,
  ) {}

  async list(): Promise<DemonstrationPlace[]> {
    const places: DemonstrationPlace[] = [];
    for (const state of (await this.states.listStates()).filter(({ demonstration }) => demonstration)) {
      const people = await this.record.runState(state.id, () => this.people.listOneOfEachRole(state.id));
      places.push(...people.map(({ id, name, role }) => ({ state, role, personId: id, name })));
    }
    return places;
  }

  /** @throws UserError `demonstration.unknown_role` */
  async enter(iso3: string, role: string, device: string): Promise<SignedIn> {
    const place = (await this.list()).find((one) => one.state.iso3 === iso3 && one.role === role);
    if (!place)
      throw new UserError(
        'not_found',
        'demonstration.unknown_role',
        'Nobody holds that role in the demonstration.',
      );
    return this.signIns.begin({ personId: place.personId, proven: ['link'], device });
  }
}
