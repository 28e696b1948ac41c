import type { CivilDate, Clock } from '#domain';
import { civilDayOf } from '#domain';
import type {
  Institution,
  InstitutionRepository,
  Member,
  MemberRepository,
  RecordDatabase,
  State,
} from '#persistence';

export interface MembersReading {
  readonly today: CivilDate;
  readonly members: readonly Member[];
  readonly institutions: readonly Institution[];
}

/** Who belongs to a State today. */
export class ReadMembers {
  constructor(
    private readonly record: RecordDatabase,
    private readonly members: MemberRepository,
    private readonly institutions: InstitutionRepository,
    private readonly clock: Clock,
  ) {}

  read(state: State, page: Parameters<MemberRepository['listMembers']>[2]): Promise<MembersReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => ({
      today,
      members: await this.members.listMembers(state.id, today, page),
      institutions: [...(await this.institutions.listInstitutions(state.id)).values()],
    }));
  }
}
