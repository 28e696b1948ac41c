import type { AuditAction, AuditedFields, Clock, DefinitionInUse, IndicatorDefinition } from '#domain';
import { UserError, civilDayOf, faultsOfDefinition, lockedBy } from '#domain';
import type {
  AskedInstitution,
  AuditRepository,
  IndicatorRepository,
  InstitutionChangeRepository,
  KeptIndicator,
  KeptReporter,
  RecordDatabase,
  ReporterRepository,
  State,
} from '#persistence';
import type { JobDispatcher } from '#queue';

import type { ChangedBy } from '../manage-institutions/change-institutions.js';
import { refusePersonalData } from '../record-action/answering.js';
import { auditedDefinition, differing } from './audited-definition.js';

/** An indicator as the secretariat sets it. */
export interface IndicatorWish extends IndicatorDefinition {
  /** Code of who leads its reporting. */
  readonly institution: string | null;
  /** All who are asked to report it: the lead, where its days are said, and others. Without a lead, the first leads. */
  readonly reporters: readonly AskedInstitution[];
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
      readonly reporters: ReporterRepository;
      readonly audit: AuditRepository;
    },
    private readonly dispatcher: JobDispatcher,
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
      await this.check(state, code, wish);
      const links = await this.linksOf(state, wish);
      const asked = await this.asked(state, wish);
      const id = await this.rows.indicators.add(state.id, code, wish, asked.leadId);
      if (id === null)
        throw new UserError(
          'conflict',
          'indicator.taken',
          `code: ${code} is used already; choose another, or change that indicator.`,
        );
      await this.rows.reporters.set(state.id, id, asked.kept);
      for (const link of links) await this.rows.indicators.link(state.id, id, link.id, link.required);
      await this.append(state, code, by, {
        action: 'indicator.added',
        before: null,
        after: auditedDefinition({ ...wish, ...asked.named }, links),
      });
    });
  }

  /** @throws UserError as `add`, and `indicator.unknown`, or what figures on record bind. */
  async change(
    state: State,
    code: string,
    wish: IndicatorWish & { readonly reason: string },
    by: ChangedBy,
  ): Promise<void> {
    await this.record.runState(state.id, async () => {
      const old = found(state, code, await this.rows.indicators.lock(state.id, code));
      await this.check(state, code, wish);
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
      const asked = await this.asked(state, wish);
      const is = auditedDefinition({ ...wish, ...asked.named }, links);
      if (Object.keys(differing(is, was)).length === 0) return;
      await this.rows.indicators.change(state.id, old.id, wish, asked.leadId);
      await this.rows.reporters.set(state.id, old.id, asked.kept);
      for (const link of links) await this.rows.indicators.link(state.id, old.id, link.id, link.required);
      await this.rows.indicators.unlinkAllBut(
        state.id,
        old.id,
        links.map(({ id }) => id),
      );
      await this.rows.reporters.shareObligations(
        state.id,
        old.id,
        civilDayOf(this.clock.now(), state.timeZone),
      );
      await this.append(state, code, by, {
        action: 'indicator.changed',
        before: differing(was, is),
        after: differing(is, was),
        reason: wish.reason,
      });
    });
    // Only a wake-up call: what is asked of whom is judged before the next sweep too.
    await this.dispatcher.dispatch('figures.publish', { state: state.iso3 }).catch(() => undefined);
  }

  private async check(state: State, code: string, wish: IndicatorWish): Promise<void> {
    refusePersonalData('indicator.personal_data', textsOf(wish));
    const { indicators } = this.rows;
    const [fault] = faultsOfDefinition(
      wish,
      new Set(await indicators.listDimensions()),
      new Set(await indicators.listPurposes()),
    );
    if (fault)
      throw new UserError('invalid_input', fault.code, `${fault.field}: expected ${fault.expected}.`);
    const counting = wish.countsVictims ? await indicators.findCounting(state.id) : null;
    if (counting && counting.code !== code)
      throw new UserError(
        'conflict',
        'indicator.victims_counted_twice',
        `countsVictims: ${counting.code} counts the registered victims already; take it from that indicator first.`,
      );
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

  /** Who is asked, the lead first. One that is asked alone and without days needs no row of its own. */
  private async asked(
    state: State,
    wish: IndicatorWish,
  ): Promise<{
    readonly leadId: number | null;
    readonly kept: readonly KeptReporter[];
    readonly named: Pick<IndicatorWish, 'institution' | 'reporters'>;
  }> {
    const reporters = reportersOf(wish);
    const kept: KeptReporter[] = [];
    for (const { institution, startsOn, endsOn } of reporters) {
      const found = await this.rows.institutions.lockInstitution(state.id, institution);
      if (!found)
        throw new UserError(
          'invalid_input',
          'indicator.institution_unknown',
          `institution: ${state.iso3} has no institution "${institution}".`,
        );
      kept.push({ institutionId: found.id, startsOn, endsOn });
    }
    const [lead, ...others] = kept;
    const isPlain = others.length === 0 && lead?.startsOn === null && lead.endsOn === null;
    return {
      leadId: lead?.institutionId ?? null,
      kept: isPlain ? [] : kept,
      named: { institution: reporters[0]?.institution ?? null, reporters },
    };
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

/** @throws UserError `indicator.reporter_twice` or `.reporter_days`. */
function reportersOf({ institution, reporters }: IndicatorWish): readonly AskedInstitution[] {
  const named = new Set(reporters.map((reporter) => reporter.institution));
  if (named.size < reporters.length)
    throw new UserError(
      'invalid_input',
      'indicator.reporter_twice',
      'reporters: expected each institution once.',
    );
  const reversed = reporters.find(
    ({ startsOn, endsOn }) => startsOn !== null && endsOn !== null && endsOn < startsOn,
  );
  if (reversed)
    throw new UserError(
      'invalid_input',
      'indicator.reporter_days',
      `reporters: expected a last day of ${reversed.institution} that does not come before its first.`,
    );
  const lead = reporters.find((reporter) => reporter.institution === institution);
  if (institution === null || (lead !== undefined && reporters[0] === lead)) return reporters;
  return [
    lead ?? { institution, startsOn: null, endsOn: null },
    ...reporters.filter((reporter) => reporter !== lead),
  ];
}
