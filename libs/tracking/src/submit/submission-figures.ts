import type { CivilDate, Departure, Instant, ReferencePeriod } from '#domain';
import { UserError, departuresFrom, differs } from '#domain';
import { seriesKeyText } from '#persistence';
import type {
  FigureOnRecord,
  AskedIndicator,
  FigureStageRepository,
  HandedInFigure,
  KeptDeparture,
  KeptSubmission,
  NamedDimension,
  NamedSource,
  SubmissionFigureRepository,
} from '#persistence';

import { auditedFigure, faultsOf, readFigures, refusedFigures } from './figure-faults.js';
import type { FigureFault, FigureHandIn } from './figure-faults.js';
import { completeLine, lineDepartures } from './line-figures.js';
import type { FigureGroup, LineFigures } from './line-figures.js';
import { refusePersonalData } from './submission-rules.js';

/** What an obligation asks for in figures, what was sent, and what is on record beside it. */
export interface FigureSheet {
  readonly indicator: AskedIndicator;
  readonly source: NamedSource | null;
  readonly period: ReferencePeriod | null;
  readonly dimensions: readonly NamedDimension[];
  /** Of cases by stage and amounts by line; empty where one figure is asked for by category. */
  readonly groups: readonly FigureGroup[];
  /** Cohorts or budget lines beyond what one form can send. */
  readonly groupsLeftOut: number;
  readonly handedIn: readonly HandedInFigure[];
  readonly accepted: readonly FigureOnRecord[];
  readonly earlier: readonly FigureOnRecord[];
  readonly departures: readonly KeptDeparture[];
  readonly faults: readonly FigureFault[];
}

interface Sheet {
  readonly obligationId: number | null;
  readonly period: ReferencePeriod | null;
  /** Null where nothing was written yet. */
  readonly written: { readonly submissionId: number; readonly revision: number } | null;
}

/** The figures of a submission, from what was typed to what is on record. Runs in the transaction of whoever calls. */
export class SubmissionFigures {
  constructor(
    private readonly figures: SubmissionFigureRepository,
    private readonly stage: FigureStageRepository,
    private readonly lines: LineFigures,
  ) {}

  /** Null where no figure is asked for. */
  async read(stateId: number, { obligationId, period, written }: Sheet): Promise<FigureSheet | null> {
    const asked = obligationId === null ? null : await this.figures.findIndicator(stateId, obligationId);
    if (!asked) return null;
    const { submissionId, revision } = written ?? { submissionId: 0, revision: 0 };
    const handedIn = written ? await this.figures.listFigures(stateId, submissionId, revision) : [];
    const departures = written ? await this.figures.listDepartures(stateId, submissionId, revision) : [];
    const sheet = await this.sheetFor(stateId, asked, period, handedIn[0]?.sourceId ?? null);
    const faults = faultsOf(handedIn, sheet.accepted, departures, asked.shape === 'cells');
    return { ...sheet, period, handedIn, departures, faults };
  }

  private async sheetFor(
    stateId: number,
    asked: AskedIndicator,
    period: ReferencePeriod | null,
    sentBy: number | null,
  ): Promise<Omit<FigureSheet, 'period' | 'handedIn' | 'departures' | 'faults'>> {
    const { shape } = asked;
    if (shape !== 'cells') {
      const valueType = shape === 'cases' ? 'count' : 'amount';
      const indicator = { ...asked, valueType, ratioPer: null } as const;
      return { indicator, ...(await this.lines.read(stateId, indicator, shape, period)) };
    }
    const source = await this.figures.findSource(stateId, asked);
    const sourceId = sentBy ?? source?.id;
    return {
      indicator: asked,
      source,
      dimensions: await this.figures.listDimensions(asked.requiredDimensions),
      groups: [],
      groupsLeftOut: 0,
      accepted:
        period && sourceId !== undefined
          ? await this.figures.listAccepted(stateId, { indicatorId: asked.id, sourceId, period })
          : [],
      earlier: period ? await this.figures.listEarlier(stateId, asked.id, period.startOn) : [],
    };
  }

  /** @throws UserError `submission.figures`, `.figures_unwanted`, `.figures_period` or `.personal_data`. */
  async keep(stateId: number, kept: KeptSubmission, handIn: FigureHandIn): Promise<void> {
    refusePersonalData({
      departureReason: handIn.departureReason,
      ...Object.fromEntries(
        handIn.figures.map(({ categories, reason }) => [`reason of ${seriesKeyText(categories)}`, reason]),
      ),
    });
    const sheet = await this.read(stateId, { ...kept, period: periodOf(kept), written: null });
    if (!sheet) {
      if (handIn.figures.length === 0) return;
      throw new UserError(
        'invalid_input',
        'submission.figures_unwanted',
        'figures: expected none, for what it answers asks for no figure that a form can hold.',
      );
    }
    const { indicator, dimensions, period, accepted } = sheet;
    const { shape } = indicator;
    const { read, faults } = readFigures(indicator, dimensions, handIn, (categories) =>
      shape === 'cells' ? categories : completeLine(shape, sheet, period, categories),
    );
    if (faults.length > 0) throw refusedFigures(faults);
    if (read.length > 0 && !period) throw withoutPeriod();
    const onRecord = new Map(accepted.map((figure) => [seriesKeyText(figure.categories), figure]));
    const sourceId =
      read.length === 0
        ? 0
        : (sheet.source ?? (await this.figures.saveOwnSource(stateId, kept.institutionId))).id;
    const figures = read.map(({ reason, ...figure }) => {
      const before = onRecord.get(seriesKeyText(figure.categories));
      const revises = before !== undefined && differs(figure, before);
      return {
        ...figure,
        indicatorId: indicator.id,
        sourceId,
        period: period!,
        revisionReason: revises ? reason : null,
      };
    });
    const departures = this.departuresOf(sheet, figures).map((departure) => ({
      ...departure,
      reason: handIn.departureReason,
    }));
    await this.figures.setFigures(
      stateId,
      { submissionId: kept.id, revision: kept.revision },
      figures,
      departures,
    );
  }

  /**
   * Whether it brings figures.
   * @throws UserError `submission.figures` or `.figures_period` where they cannot be handed in as they are.
   */
  async refuseUnfit(stateId: number, kept: KeptSubmission): Promise<boolean> {
    const sheet = await this.sheetOf(stateId, kept);
    if (!sheet || sheet.handedIn.length === 0) return false;
    const { period, handedIn, faults } = sheet;
    if (
      handedIn.some(
        (figure) => figure.period.startOn !== period?.startOn || figure.period.endOn !== period.endOn,
      )
    )
      throw withoutPeriod();
    if (faults.length > 0) throw refusedFigures(faults);
    return true;
  }

  private departuresOf(
    { indicator, dimensions, accepted }: FigureSheet,
    figures: readonly HandedInFigure[],
  ): Departure[] {
    const { shape, valueType } = indicator;
    if (shape !== 'cells') return lineDepartures(shape, figures, accepted);
    const asked = dimensions.map(({ code, categories }) => ({
      code,
      categories: categories.map((one) => one.code),
    }));
    return departuresFrom(valueType, figures, asked);
  }

  copy(stateId: number, id: number, from: number, to: number): Promise<void> {
    return this.figures.copyFigures(stateId, id, from, to);
  }

  /**
   * Puts what was handed in on record; null where nothing was.
   * @throws UserError `submission.figures_outdated` where another figure was accepted since, and this one does not say why it differs.
   */
  async accept(
    stateId: number,
    kept: KeptSubmission,
    { on, at }: { readonly on: CivilDate; readonly at: Instant },
  ): Promise<{
    readonly indicator: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  } | null> {
    const sheet = await this.sheetOf(stateId, kept);
    if (!sheet || sheet.handedIn.length === 0) return null;
    const { handedIn, accepted, indicator } = sheet;
    if (indicator.shape === 'cells') {
      await this.stage.open();
      await this.stage.stage(handedIn.map((figure, place) => ({ ...figure, row: place + 1 })));
      if ((await this.stage.listUnreasonedRevisions(stateId)).length > 0) throw outdated();
      await this.stage.merge(stateId, { acceptedOn: on, submissionId: kept.id, at });
    } else {
      if (sheet.faults.some(({ code }) => code === 'figure.reason_missing')) throw outdated();
      await this.lines.accept(stateId, sheet, { submissionId: kept.id, at });
    }
    const sent = new Set(handedIn.map(({ categories }) => seriesKeyText(categories)));
    return {
      indicator: indicator.code,
      before: accepted.filter(({ categories }) => sent.has(seriesKeyText(categories))).map(auditedFigure),
      after: handedIn.map(auditedFigure),
    };
  }

  private sheetOf(stateId: number, kept: KeptSubmission): Promise<FigureSheet | null> {
    const written = { submissionId: kept.id, revision: kept.revision };
    return this.read(stateId, { obligationId: kept.obligationId, period: periodOf(kept), written });
  }
}

export function periodOf({
  periodStartOn,
  periodEndOn,
}: Pick<KeptSubmission, 'periodStartOn' | 'periodEndOn'>): ReferencePeriod | null {
  return periodStartOn === null || periodEndOn === null
    ? null
    : { startOn: periodStartOn, endOn: periodEndOn };
}

const outdated = (): UserError =>
  new UserError(
    'conflict',
    'submission.figures_outdated',
    'figures: another figure was accepted for the same period since this was handed in. Return it, so that its author can say what changed.',
  );

const withoutPeriod = (): UserError =>
  new UserError(
    'invalid_input',
    'submission.figures_period',
    'period: expected the first and the last day of the time that the figures are about.',
  );
