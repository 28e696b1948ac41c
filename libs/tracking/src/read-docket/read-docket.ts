import type { Clock } from '#domain';
import { civilDayOf, daysBetween } from '#domain';
import type {
  DocketEntry,
  DocketFilter,
  DocketRepository,
  Institution,
  InstitutionRepository,
  MessageRepository,
  RecordDatabase,
  State,
} from '#persistence';

export interface DocketReading {
  readonly today: string;
  readonly entries: readonly (DocketEntry & {
    readonly daysLate: number;
    readonly institution: Institution | null;
  })[];
  readonly waitingMails: number;
}

/** The ombudsperson's first need: what is overdue, who owes it, and whether the last reminder arrived. */
export class ReadDocket {
  constructor(
    private readonly record: RecordDatabase,
    private readonly docket: DocketRepository,
    private readonly institutions: InstitutionRepository,
    private readonly messages: MessageRepository,
    private readonly clock: Clock,
  ) {}

  /** Of one institution for its own focal points, of all for everybody else who may. */
  read(state: State, filter: Omit<DocketFilter, 'today'>): Promise<DocketReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => {
      const institutions = await this.institutions.listInstitutions(state.id);
      const entries = await this.docket.listDocket(state.id, { ...filter, today });
      const mails = await this.messages.countByState(state.id);
      return {
        today,
        entries: entries.map((entry) => ({
          ...entry,
          daysLate: daysBetween(entry.dueOn, today),
          institution: entry.institutionId === null ? null : (institutions.get(entry.institutionId) ?? null),
        })),
        waitingMails: mails['pending'] ?? 0,
      };
    });
  }
}
