import type { AuditActor, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import type {
  AnswerableRecommendation,
  AuditRepository,
  IndicatorRepository,
  KeptIndicator,
  RecordDatabase,
  ReporterRepository,
  State,
} from '#persistence';

import type { IndicatorLibrary, LibraryIndicator } from './indicator-library.js';

/**
 * What becomes of one proposal. `link`: the State has the indicator already, and it will answer to this recommendation as well.
 * `differs`: an indicator of the State has the same code and another kind of value.
 */
export const LIBRARY_STEPS = ['create', 'link', 'present', 'differs'] as const;
export type LibraryStep = (typeof LIBRARY_STEPS)[number];

export interface PlannedIndicator {
  readonly indicator: LibraryIndicator;
  readonly recommendation: AnswerableRecommendation;
  readonly required: boolean;
  readonly step: LibraryStep;
}

export interface Proposals {
  readonly recommendation: AnswerableRecommendation;
  readonly planned: readonly PlannedIndicator[];
}

/** Who loads: a person of the secretariat, or whoever sits at the machine. */
export interface LibraryActor {
  readonly personId: number | null;
  readonly actor: AuditActor;
}

/** Proposals for one recommendation of a State, or for the document that a library was made for. */
export class LoadLibrary {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly indicators: IndicatorRepository;
      readonly reporters: ReporterRepository;
      readonly audit: AuditRepository;
    },
    private readonly libraries: () => Promise<readonly IndicatorLibrary[]>,
    private readonly clock: Clock,
  ) {}

  /**
   * All proposals for a recommendation: of its paragraph where the library was made for its document, else of its theme.
   * @throws UserError `library.recommendation_unknown`.
   */
  async proposals(state: State, publicId: string): Promise<Proposals> {
    const libraries = await this.libraries();
    return this.record.runState(state.id, () => this.planFor(state, publicId, libraries));
  }

  /**
   * Creates and links what was chosen; what is there already is left as it is. The same choice again changes nothing.
   * @throws UserError `library.recommendation_unknown`, `.nothing_chosen`, `.unknown_indicator` or `.differs`.
   */
  async load(
    state: State,
    publicId: string,
    codes: readonly string[],
    by: LibraryActor,
  ): Promise<PlannedIndicator[]> {
    const libraries = await this.libraries();
    return this.record.runState(state.id, async () => {
      const { planned: proposed } = await this.planFor(state, publicId, libraries);
      if (codes.length === 0)
        throw new UserError(
          'invalid_input',
          'library.nothing_chosen',
          'indicators: expected at least one code of the library.',
        );
      const chosen = codes.map((code) => {
        const found = proposed.find(({ indicator }) => indicator.code === code);
        if (found) return found;
        throw new UserError(
          'invalid_input',
          'library.unknown_indicator',
          `indicators: the library proposes no "${code}" for ${publicId}.`,
        );
      });
      await this.write(state, chosen, { kind: 'recommendation', id: publicId }, by);
      return chosen;
    });
  }

  /**
   * Everything that the libraries hold for the documents of the State, paragraph by paragraph.
   * @throws UserError `library.no_document`, `.unknown_item` or `.differs`.
   */
  async loadDocument(
    state: State,
    { items, dryRun }: { readonly items: readonly string[]; readonly dryRun: boolean },
    by: LibraryActor,
  ): Promise<PlannedIndicator[]> {
    const libraries = await this.libraries();
    return this.record.runState(state.id, async () => {
      const recommendations = await this.recommendations(state);
      const plan: PlannedIndicator[] = [];
      for (const library of libraries) {
        const ofDocument = recommendations.filter(({ symbol }) => symbol === library.document);
        for (const recommendation of ofDocument)
          if (items.length === 0 || items.includes(recommendation.code))
            plan.push(...(await this.proposed(state, recommendation, [library])));
      }
      if (plan.length === 0) throw nothingFor(state, libraries, items);
      const unknown = items.find((code) => !plan.some(({ recommendation }) => recommendation.code === code));
      if (unknown !== undefined) throw nothingFor(state, libraries, [unknown]);
      if (!dryRun) await this.write(state, plan, { kind: 'state', id: state.iso3 }, by);
      return plan;
    });
  }

  private async planFor(
    state: State,
    publicId: string,
    libraries: readonly IndicatorLibrary[],
  ): Promise<Proposals> {
    const found = (await this.recommendations(state)).find((one) => one.publicId === publicId);
    if (!found)
      throw new UserError(
        'not_found',
        'library.recommendation_unknown',
        `No recommendation "${publicId}" is followed for ${state.iso3}.`,
      );
    const fitting = libraries.filter(
      ({ instrument, document }) => instrument === found.instrument || document === found.symbol,
    );
    return { recommendation: found, planned: await this.proposed(state, found, fitting) };
  }

  private async proposed(
    state: State,
    recommendation: AnswerableRecommendation,
    libraries: readonly IndicatorLibrary[],
  ): Promise<PlannedIndicator[]> {
    const planned = new Map<string, { indicator: LibraryIndicator; required: boolean }>();
    for (const { document, items, indicators } of libraries)
      for (const item of items)
        if (
          document === recommendation.symbol
            ? item.code === recommendation.code
            : item.theme === recommendation.theme
        )
          for (const { code, required } of item.indicators)
            if (!planned.has(code)) planned.set(code, { indicator: indicators.get(code)!, required });
    const kept = new Map(
      (await this.rows.indicators.list(state.id, [...planned.keys()])).map((one) => [one.code, one]),
    );
    return [...planned.values()].map((one) => ({
      ...one,
      recommendation,
      step: stepOf(one.indicator, kept.get(one.indicator.code), recommendation),
    }));
  }

  private async write(
    state: State,
    plan: readonly PlannedIndicator[],
    subject: { readonly kind: 'recommendation' | 'state'; readonly id: string },
    by: LibraryActor,
  ): Promise<void> {
    const differing = plan.filter(({ step }) => step === 'differs').map(({ indicator }) => indicator.code);
    if (differing.length > 0)
      throw new UserError(
        'conflict',
        'library.differs',
        `indicators: ${state.iso3} has indicators of its own with the codes ${differing.join(', ')} and another kind of value; leave them out.`,
      );
    const created = new Map<string, number>();
    const due = plan.filter(({ step }) => step !== 'present');
    if (due.length === 0) return;
    for (const { indicator, recommendation, required } of due) {
      const { code } = indicator;
      if (!created.has(code)) {
        const asked = await this.rows.indicators.listInstitutions(state.id, indicator.reporters);
        const added = await this.rows.indicators.add(
          state.id,
          code,
          await this.countedOnce(state, indicator),
          asked[0] ?? recommendation.leadId,
        );
        if (added !== null && asked.length > 1)
          await this.rows.reporters.set(
            state.id,
            added,
            asked.map((institutionId) => ({ institutionId, startsOn: null, endsOn: null })),
          );
        if (added !== null && indicator.computed !== null)
          await this.rows.indicators.compute(state.id, added, indicator.computed);
        created.set(code, added ?? (await this.rows.indicators.find(state.id, code))!.id);
      }
      await this.rows.indicators.link(state.id, created.get(code)!, recommendation.id, required);
    }
    const codesOf = (step: LibraryStep): string[] => [
      ...new Set(due.filter((one) => one.step === step).map(({ indicator }) => indicator.code)),
    ];
    await this.rows.audit.append(state.id, {
      personId: by.personId,
      actor: by.actor,
      action: 'indicator.loaded',
      subjectKind: subject.kind,
      subjectId: subject.id,
      before: null,
      after: { newIndicators: codesOf('create'), indicators: codesOf('link') },
      happenedAt: this.clock.now(),
    });
  }

  /** One indicator of a State counts the registered victims: the one that does already. */
  private async countedOnce(state: State, indicator: LibraryIndicator): Promise<LibraryIndicator> {
    const counting = indicator.countsVictims ? await this.rows.indicators.findCounting(state.id) : null;
    return counting ? { ...indicator, countsVictims: false } : indicator;
  }

  private recommendations(state: State): Promise<AnswerableRecommendation[]> {
    return this.rows.indicators.listRecommendations(state.id, civilDayOf(this.clock.now(), state.timeZone));
  }
}

function stepOf(
  indicator: LibraryIndicator,
  kept: KeptIndicator | undefined,
  recommendation: AnswerableRecommendation,
): LibraryStep {
  if (!kept) return 'create';
  if (kept.recommendations.some(({ id }) => id === recommendation.id)) return 'present';
  return kept.valueType === indicator.valueType && kept.track === indicator.track ? 'link' : 'differs';
}

function nothingFor(
  state: State,
  libraries: readonly IndicatorLibrary[],
  items: readonly string[],
): UserError {
  const documents = libraries.map(({ document }) => document).join(', ');
  return items.length === 0
    ? new UserError(
        'not_found',
        'library.no_document',
        `${state.iso3} has none of the documents that the libraries are made for: ${documents}. Choose by recommendation instead.`,
      )
    : new UserError(
        'not_found',
        'library.unknown_item',
        `item: the libraries hold nothing for paragraph ${items.join(', ')} of ${documents}, or ${state.iso3} does not follow it.`,
      );
}
