import type { CivilDate, Clock } from '#domain';
import { civilDayOf } from '#domain';
import type {
  EscalationFilter,
  Institution,
  InstitutionRepository,
  ReceivedEscalation,
  ReceivedEscalationRepository,
  RecordDatabase,
  State,
} from '#persistence';

export interface EscalationsReading {
  readonly today: CivilDate;
  /** That nobody has answered yet, whatever the list is narrowed to. */
  readonly open: number;
  readonly escalations: readonly (ReceivedEscalation & { readonly institution: Institution | null })[];
  /** By which the list can be narrowed. */
  readonly institutions: readonly Institution[];
}

/** What the steps of a State carried up to the ombudsperson, with what was done before and whether the office was told. */
export class ReadEscalations {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly escalations: ReceivedEscalationRepository;
      readonly institutions: InstitutionRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @param own code of the only institution whose matters the reader sees; null: of all */
  list(state: State, filter: EscalationFilter, own: string | null): Promise<EscalationsReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => {
      const known = await this.rows.institutions.listInstitutions(state.id);
      const institution = own ?? filter.institution;
      const found = await this.rows.escalations.list(state.id, { ...filter, institution });
      return {
        today,
        open: await this.rows.escalations.countOpen(state.id, own),
        escalations: found.map((escalation) => ({
          ...escalation,
          institution:
            escalation.alert.institutionId === null
              ? null
              : (known.get(escalation.alert.institutionId) ?? null),
        })),
        institutions: [...known.values()].filter(({ code }) => own === null || code === own),
      };
    });
  }
}
