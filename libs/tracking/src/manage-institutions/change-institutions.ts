import type { AuditAction, AuditedFields, CivilDate, Clock, Role } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import type {
  AuditRepository,
  Bilingual,
  InstitutionChangeRepository,
  InstitutionLevel,
  KeptInstitution,
  RecordDatabase,
  State,
} from '#persistence';

export interface ChangedBy {
  readonly personId: number | null;
  readonly role: Role;
}

export interface NewInstitution {
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual | null;
  readonly level: InstitutionLevel;
  readonly parent: string | null;
  readonly validFrom: CivilDate | null;
}

/** Institutions begin, are renamed, change their place and end. What they were stays known. */
export class ChangeInstitutions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly institutions: InstitutionChangeRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `institution.taken` or `institution.parent_unknown`. */
  add(state: State, institution: NewInstitution, by: ChangedBy): Promise<void> {
    return this.record.runState(state.id, async () => {
      const parentId = await this.idOf(state, institution.parent, 'parent');
      if (!(await this.institutions.addInstitution(state.id, { ...institution, parentId })))
        throw new UserError(
          'conflict',
          'institution.taken',
          `code: ${institution.code} is used already; choose another.`,
        );
      await this.append(state, institution.code, by, {
        action: 'institution.added',
        before: null,
        after: { name: institution.name, level: institution.level, parent: institution.parent },
      });
    });
  }

  /** @throws UserError `institution.unknown` or `institution.name_from`. */
  rename(
    state: State,
    code: string,
    to: {
      readonly name: Bilingual;
      readonly shortName: Bilingual | null;
      readonly from: CivilDate;
      readonly reason: string;
    },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, code);
      if (to.from > this.today(state) || (old.validFrom !== null && to.from <= old.validFrom))
        throw new UserError(
          'invalid_input',
          'institution.name_from',
          'from: expected a day that is not in the future and after the institution began.',
        );
      await this.institutions.rename(state.id, old.id, to);
      await this.append(state, code, by, {
        action: 'institution.renamed',
        before: { name: old.name },
        after: { name: to.name, startsOn: to.from },
        reason: to.reason,
      });
    });
  }

  /** @throws UserError `institution.unknown`, `institution.parent_unknown` or `institution.parent_below`. */
  place(
    state: State,
    code: string,
    to: { readonly level: InstitutionLevel; readonly parent: string | null; readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, code);
      const parentId = await this.idOf(state, to.parent, 'parent');
      const circle = { from: parentId ?? 0, id: old.id };
      if (parentId !== null && (await this.institutions.reaches(state.id, 'parent', circle)))
        throw new UserError(
          'invalid_input',
          'institution.parent_below',
          `parent: ${to.parent} stands below ${code}; that would be a circle.`,
        );
      await this.institutions.setPlace(state.id, old.id, { level: to.level, parentId });
      await this.append(state, code, by, {
        action: 'institution.placed',
        before: { level: old.level },
        after: { level: to.level, parent: to.parent },
        reason: to.reason,
      });
    });
  }

  /**
   * Its last day, and who comes after it. What it owes goes to the successor the day after: at once if that has come, else by
   * the sweep of that day.
   * @throws UserError `institution.unknown`, `.ended`, `.successor_unknown` or `.successor_circle`.
   */
  end(
    state: State,
    code: string,
    end: { readonly lastDay: CivilDate; readonly successor: string | null; readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = await this.lock(state, code);
      if (old.validUntil !== null && old.successorId !== null)
        throw new UserError(
          'conflict',
          'institution.ended',
          `${code} has ended and has a successor already.`,
        );
      const successorId = await this.idOf(state, end.successor, 'successor');
      const circle = { from: successorId ?? 0, id: old.id };
      if (successorId !== null && (await this.institutions.reaches(state.id, 'successor', circle)))
        throw new UserError(
          'invalid_input',
          'institution.successor_circle',
          `successor: ${end.successor} is succeeded by ${code} itself; choose another.`,
        );
      await this.institutions.end(state.id, old.id, { lastDay: end.lastDay, successorId });
      await this.moveWhatIsDue(state, this.today(state));
      await this.append(state, code, by, {
        action: 'institution.ended',
        before: { endsOn: old.validUntil },
        after: { endsOn: end.lastDay, successor: end.successor, startsOn: addDays(end.lastDay, 1) },
        reason: end.reason,
      });
    });
  }

  /** Gives successors whose day has come what their predecessors owed. A chain of successors is walked in the order of the days. */
  async moveWhatIsDue(state: State, on: CivilDate): Promise<number> {
    return this.record.runState(state.id, async () => {
      const due = await this.institutions.listDueSuccessions(state.id, on);
      for (const old of due)
        if (old.successorId !== null)
          await this.institutions.succeed(state.id, old, { successorId: old.successorId, on });
      return due.length;
    });
  }

  private today(state: State): CivilDate {
    return civilDayOf(this.clock.now(), state.timeZone);
  }

  private async lock(state: State, code: string): Promise<KeptInstitution> {
    const found = await this.institutions.lockInstitution(state.id, code);
    if (found) return found;
    throw new UserError(
      'not_found',
      'institution.unknown',
      `${state.iso3} has no institution "${code}". The list of institutions names them.`,
    );
  }

  private async idOf(
    state: State,
    code: string | null,
    field: 'parent' | 'successor',
  ): Promise<number | null> {
    if (code === null) return null;
    const found = await this.institutions.lockInstitution(state.id, code);
    if (found) return found.id;
    throw new UserError(
      'invalid_input',
      `institution.${field}_unknown`,
      `${field}: ${state.iso3} has no institution "${code}".`,
    );
  }

  private append(
    state: State,
    code: string,
    by: ChangedBy,
    entry: {
      readonly action: AuditAction;
      readonly before: AuditedFields | null;
      readonly after: AuditedFields | null;
      readonly reason?: string;
    },
  ): Promise<void> {
    return this.audit.append(state.id, {
      ...entry,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'institution',
      subjectId: code,
      happenedAt: this.clock.now(),
    });
  }
}
