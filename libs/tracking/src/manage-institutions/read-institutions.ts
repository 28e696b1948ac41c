import type { CivilDate, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  ListedFocalPoint,
  HandOverRepository,
  InstitutionDetail,
  InstitutionItem,
  InstitutionPage,
  InstitutionReadingRepository,
  KeptInstitution,
  KeptResponsibility,
  InstitutionChangeRepository,
  ListedInstitution,
  Orphan,
  RecordDatabase,
  State,
  Transmission,
  TransmissionPage,
  TransmissionRepository,
} from '#persistence';

/** Institutions for everybody; their people, orphans and letters for those who may. */
export class ReadInstitutions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly reading: InstitutionReadingRepository;
      readonly changes: InstitutionChangeRepository;
      readonly handOvers: HandOverRepository;
      readonly transmissions: TransmissionRepository;
    },
    private readonly clock: Clock,
  ) {}

  list(state: State, page: InstitutionPage): Promise<ListedInstitution[]> {
    return this.rows.reading.listInstitutions(state.id, this.today(state), page);
  }

  /** @throws UserError `institution.unknown`. */
  async read(
    state: State,
    code: string,
  ): Promise<{
    readonly today: CivilDate;
    readonly institution: InstitutionDetail;
    readonly items: readonly InstitutionItem[];
  }> {
    const today = this.today(state);
    const institution = await this.rows.reading.findInstitution(state.id, today, code);
    if (!institution) throw unknown(state, code);
    return { today, institution, items: await this.rows.reading.listItems(state.id, institution.id) };
  }

  /** @throws UserError `institution.unknown`. */
  readFocalPoints(
    state: State,
    code: string,
  ): Promise<{
    readonly today: CivilDate;
    readonly institution: KeptInstitution;
    readonly focalPoints: readonly ListedFocalPoint[];
  }> {
    const today = this.today(state);
    return this.record.runState(state.id, async () => {
      const institution = await this.rows.changes.lockInstitution(state.id, code);
      if (!institution) throw unknown(state, code);
      const focalPoints = await this.rows.handOvers.listFocalPoints(state.id, institution.id, today);
      return { today, institution, focalPoints };
    });
  }

  /** @throws UserError `responsibility.recommendation_unknown`. */
  readResponsibilities(state: State, publicId: string): Promise<readonly KeptResponsibility[]> {
    return this.record.runState(state.id, async () => {
      const recommendation = await this.rows.changes.findRecommendation(state.id, publicId);
      if (!recommendation)
        throw new UserError(
          'not_found',
          'responsibility.recommendation_unknown',
          `No recommendation "${publicId}" is followed for ${state.iso3}.`,
        );
      return this.rows.changes.listResponsibilities(state.id, recommendation.id);
    });
  }

  listOrphans(state: State, page: Omit<InstitutionPage, 'name'>): Promise<Orphan[]> {
    return this.record.runState(state.id, () => this.rows.reading.listOrphans(state.id, page));
  }

  listTransmissions(
    state: State,
    page: TransmissionPage,
  ): Promise<{
    readonly today: CivilDate;
    readonly counts: Awaited<ReturnType<TransmissionRepository['countByKind']>>;
    readonly transmissions: readonly Transmission[];
  }> {
    return this.record.runState(state.id, async () => ({
      today: this.today(state),
      counts: await this.rows.transmissions.countByKind(state.id),
      transmissions: await this.rows.transmissions.listTransmissions(state.id, page),
    }));
  }

  today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }
}

function unknown(state: State, code: string): UserError {
  return new UserError('not_found', 'institution.unknown', `${state.iso3} has no institution "${code}".`);
}
