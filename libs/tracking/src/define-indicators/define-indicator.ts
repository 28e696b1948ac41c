import type { AuditAction, AuditedFields, Clock, DefinitionInUse, IndicatorDefinition } from '#domain';
import { UserError, civilDayOf, faultsOfDefinition, lockedBy } from '#domain';
import type {
  AuditRepository,
  IndicatorRepository,
  InstitutionChangeRepository,
  KeptIndicator,
  RecordDatabase,
  State,
} from '#persistence';

import type { ChangedBy } from '../manage-institutions/change-institutions.js';
import { refusePersonalData } from '../record-action/answering.js';
import { auditedDefinition, differing } from './audited-definition.js';

/** An indicator as the secretariat sets it. */
export interface IndicatorWish extends IndicatorDefinition {
  /** Code of who reports it. */
  readonly institution: string | null;
  /** Recommendations whose status needs it, and others that it says something about: by public id, or by a code that one only has. */
  readonly requiredFor: readonly string[];
  readonly usefulFor: readonly string[];
}

export interface DefinedIndicator {
  readonly indicator: KeptIndicator;
  readonly inUse: DefinitionInUse;
}

/** Indicators are set, and set otherwise, by the secretariat. What figures stand on does not change under them. */
export class DefineIndicator {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly indicators: IndicatorRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /** @throws UserError `indicator.unknown`. */
  read(state: State, code: string): Promise<DefinedIndicator> {
    return this.record.runState(state.id, async () => {
      const indicator = found(state, code, await this.rows.indicators.find(state.id, code));
      return { indicator, inUse: await this.rows.indicators.inUse(state.id, indicator.id) };
    });
  }

  /** @throws UserError `indicator.taken`, `.institution_unknown`, `.recommendation_unknown`, `.recommendation_ambiguous`, `.answers_to_nothing`, `.personal_data`, or what contradicts itself. */
  add(state: State, code: string, wish: IndicatorWish, by: ChangedBy): Promise<void> {
    return this.record.runState(state.id, async () => {
      await this.check(wish);
      const links = await this.linksOf(state, wish);
      const id = await this.rows.indicators.add(
        state.id,
        code,
        wish,
        await this.idOf(state, wish.institution),
      );
      if (id === null)
        throw new UserError(
          'conflict',
          'indicator.taken',
          `code: ${code} is used already; choose another, or change that indicator.`,
        );
      for (const link of links) await this.rows.indicators.link(state.id, id, link.id, link.required);
      await this.append(state, code, by, {
        action: 'indicator.added',
        before: null,
        after: auditedDefinition(wish, links),
      });
    });
  }

  /** @throws UserError as `add`, and `indicator.unknown`, or what figures on record bind. */
  change(
    state: State,
    code: string,
    wish: IndicatorWish & { readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    return this.record.runState(state.id, async () => {
      const old = found(state, code, await this.rows.indicators.lock(state.id, code));
      await this.check(wish);
      refusePersonalData('indicator.personal_data', { reason: wish.reason });
      const [locked] = lockedBy(await this.rows.indicators.inUse(state.id, old.id), old, wish);
      if (locked)
        throw new UserError(
          'conflict',
          locked.code,
          `${locked.field}: it cannot change, because ${locked.because}. Set another indicator for other figures.`,
        );
      const links = await this.linksOf(state, wish);
      const was = auditedDefinition(old, old.recommendations);
      const is = auditedDefinition(wish, links);
      if (Object.keys(differing(is, was)).length === 0) return;
      await this.rows.indicators.change(state.id, old.id, wish, await this.idOf(state, wish.institution));
      for (const link of links) await this.rows.indicators.link(state.id, old.id, link.id, link.required);
      await this.rows.indicators.unlinkAllBut(
        state.id,
        old.id,
        links.map(({ id }) => id),
      );
      await this.append(state, code, by, {
        action: 'indicator.changed',
        before: differing(was, is),
        after: differing(is, was),
        reason: wish.reason,
      });
    });
  }

  private async check(wish: IndicatorWish): Promise<void> {
    refusePersonalData('indicator.personal_data', textsOf(wish));
    const [fault] = faultsOfDefinition(wish, new Set(await this.rows.indicators.listDimensions()));
    if (fault)
      throw new UserError('invalid_input', fault.code, `${fault.field}: expected ${fault.expected}.`);
  }

  private async linksOf(
    state: State,
    { requiredFor, usefulFor }: IndicatorWish,
  ): Promise<{ readonly id: number; readonly publicId: string; readonly required: boolean }[]> {
    const all = await this.rows.indicators.listRecommendations(
      state.id,
      civilDayOf(this.clock.now(), state.timeZone),
    );
    const named = (name: string) => {
      const those = all.filter(({ publicId }) => publicId === name);
      const [only, other] = those.length > 0 ? those : all.filter(({ code }) => code === name);
      if (!only)
        throw new UserError(
          'invalid_input',
          'indicator.recommendation_unknown',
          `recommendations: no recommendation "${name}" is followed for ${state.iso3}.`,
        );
      if (other)
        throw new UserError(
          'invalid_input',
          'indicator.recommendation_ambiguous',
          `recommendations: several documents have a paragraph ${name}; write ${only.publicId} or ${other.publicId}.`,
        );
      return only;
    };
    const links = new Map<number, { id: number; publicId: string; required: boolean }>();
    for (const [names, required] of [
      [requiredFor, true],
      [usefulFor, false],
    ] as const)
      for (const name of names) {
        const { id, publicId } = named(name);
        if (!links.has(id)) links.set(id, { id, publicId, required });
      }
    if (links.size === 0)
      throw new UserError(
        'invalid_input',
        'indicator.answers_to_nothing',
        'recommendations: expected at least one that the indicator says something about.',
      );
    return [...links.values()];
  }

  private async idOf(state: State, code: string | null): Promise<number | null> {
    if (code === null) return null;
    const institution = await this.rows.institutions.lockInstitution(state.id, code);
    if (institution) return institution.id;
    throw new UserError(
      'invalid_input',
      'indicator.institution_unknown',
      `institution: ${state.iso3} has no institution "${code}".`,
    );
  }

  private append(
    state: State,
    code: string,
    by: ChangedBy,
    entry: {
      readonly action: AuditAction;
      readonly before: AuditedFields | null;
      readonly after: AuditedFields;
      readonly reason?: string;
    },
  ): Promise<void> {
    return this.rows.audit.append(state.id, {
      ...entry,
      personId: by.personId,
      actor: by.role,
      subjectKind: 'indicator',
      subjectId: code,
      happenedAt: this.clock.now(),
    });
  }
}

function found(state: State, code: string, indicator: KeptIndicator | null): KeptIndicator {
  if (indicator) return indicator;
  throw new UserError('not_found', 'indicator.unknown', `${state.iso3} has no indicator "${code}".`);
}

/** Everything that a person typed in their own words. */
function textsOf({ name, unit, population, sheet }: IndicatorDefinition): Record<string, string> {
  const texts = { name, unit, ...(population ? { population } : {}), ...sheet };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => [
      [`${field}.en`, text.en],
      [`${field}.es`, text.es],
    ]),
  );
}
