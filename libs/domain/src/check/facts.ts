import type { ActionDays } from '../action/action.js';
import type { BudgetExecution, BudgetPurpose } from '../budget/budget.js';
import type { DeflatorTable } from '../budget/deflator.js';
import type { CivilDate } from '../calendar/clock.js';
import type { Deadline } from '../deadline/deadline.js';
import type { SeriesBreakFacts, SharedFigure } from '../indicator/comparability.js';
import type {
  Baseline,
  Direction,
  FigureValue,
  IndicatorTrack,
  ReferencePeriod,
  Target,
  ValueType,
} from '../indicator/indicator.js';
import type { CaseStage, CohortRule, Offence } from '../prosecution/prosecution.js';
import type { EvidenceTerm } from '../evidence/evidence.js';
import type { ResponsibilityRole } from '../institution/institution.js';
import type { Rule } from './finding.js';

/** A duty of one institution to hand something in. */
export interface ObligationFacts {
  readonly obligationId: number;
  /** What is owed: `data_submission`, `report`, `committee_date_query` … */
  readonly kind: string;
  readonly required: boolean;
  readonly institutionId: number | null;
  /** The indicator whose figures are owed; null or absent: every one that the institution has in the recommendation. */
  readonly indicatorId?: number | null;
  readonly period: ReferencePeriod | null;
  readonly deadline: Deadline;
  /** Day of the newest submission for it that was not returned; null when nothing was sent. */
  readonly submittedOn: CivilDate | null;
  /** Day on which that submission was accepted; null while it waits. */
  readonly acceptedOn: CivilDate | null;
}

export interface NewestFigure extends FigureValue {
  readonly period: ReferencePeriod;
}

export interface IndicatorFacts {
  readonly indicatorId: number;
  readonly code: string;
  readonly track: IndicatorTrack;
  readonly required: boolean;
  /** False where another recommendation is the indicator's home: it counts for the status here, alerts are raised there. */
  readonly isHome: boolean;
  readonly valueType: ValueType;
  readonly direction: Direction;
  /** Length of its reporting period in months; null for a structural fact that is reported when it changes. */
  readonly periodicityMonths: number | null;
  /** Newest accepted figure of its total, of any state; null when none was ever received. */
  readonly newest: NewestFigure | null;
  /** Of the newest period of the same length before that of `newest`, of the same source, as it is published; null or absent without one. */
  readonly previous?: { readonly value: number; readonly endOn: CivilDate } | null;
  /** By how much its published figures may be off; absent: not at all. */
  readonly announcedError?: number;
  /** First accepted figure or the stated starting point. */
  readonly baseline: Baseline | null;
  readonly target: Target | null;
  /** The newest break between the baseline and the newest figure; null or absent without one. */
  readonly seriesBreak?: SeriesBreakFacts | null;
  /** Totals of periods for which several sources show a number. */
  readonly shared?: readonly SharedFigure[];
  /** Dimensions that the Committee asked for, and those that arrived for the newest period. */
  readonly requiredDimensions: readonly string[];
  readonly receivedDimensions: readonly string[];
  /** Dimensions of which whoever reports said that they do not apply. */
  readonly inapplicableDimensions?: readonly string[];
  /** Where several institutions were asked for the newest period: each of them, the lead first. */
  readonly reporters?: readonly AskedReporter[];
  /** Who leads. */
  readonly institutionId: number | null;
}

export interface BudgetLineFacts {
  readonly budgetLineId: number;
  /** Of which it is a line; absent where nobody asks. */
  readonly indicatorId?: number;
  readonly purpose: BudgetPurpose;
  readonly institutionId: number | null;
  /** Newest fiscal year with any figure; null when none was reported. */
  readonly newest: BudgetExecution | null;
  /** The fiscal year before it; null or absent where that was not reported. */
  readonly previous?: BudgetExecution | null;
  /** The State's deflator table in the line's currency; null or absent where it has none. */
  readonly prices?: DeflatorTable | null;
}

/** One of several institutions that were asked for an indicator, and what of the newest period it has sent. */
export interface AskedReporter {
  readonly institutionId: number | null;
  /** Its code; null where it alone is asked. */
  readonly institution: string | null;
  readonly received: readonly string[];
  readonly notApplicable: readonly string[];
}

/** What money an indicator of a budget is asked for, and what it has lines for. */
export interface BudgetPurposeFacts {
  readonly indicatorId: number;
  readonly code: string;
  readonly institutionId: number | null;
  readonly asked: readonly string[];
  readonly withLine: readonly string[];
}

/** One cohort of the main funnel, the whole country: what is counted apart is judged by nobody's rule. */
export interface CaseSeriesFacts {
  readonly caseSeriesId: number;
  readonly indicatorId: number;
  readonly offence: Offence;
  readonly cohortRule: CohortRule;
  readonly cohortYear: number;
  readonly institutionId: number | null;
  /** Whoever put the figures on record said why they break a rule; absent: nobody had to. */
  readonly overridden?: boolean;
  /**
   * As accepted, rounded by nothing: only for whether the record contradicts itself. Nothing that is told may hold a number of it.
   */
  readonly stagesOnRecord?: Partial<Readonly<Record<CaseStage, FigureValue>>>;
  /** Absent stages were never reported. */
  readonly stages: Partial<Readonly<Record<CaseStage, FigureValue>>>;
}

/** Why nobody of an institution can be reached. */
export type Silence = 'no_focal_point' | 'membership_ended' | 'unreachable' | 'institution_ended';

export interface ResponsibilityFacts {
  readonly institutionId: number;
  readonly role: ResponsibilityRole;
  /** Focal points in office whose address works. */
  readonly reachablePeople: number;
  /** Why there are none; null or absent where there are. */
  readonly silence?: Silence | null;
}

/** What an institution planned to do. */
export interface ActionFacts extends ActionDays {
  readonly actionId: number;
  readonly institutionId: number;
}

/** Evidence that was not withdrawn. */
export interface EvidenceFacts extends EvidenceTerm {
  readonly evidenceId: number;
  /** The action that it proves; null: it stands behind the recommendation itself. */
  readonly actionId: number | null;
  readonly institutionId: number;
}

/** An alert that was put off. */
export interface SnoozeFacts {
  readonly alertId: number;
  /** Of the alert that is quiet meanwhile. */
  readonly rule: Rule;
  readonly from: CivilDate;
  /** Its last quiet day. */
  readonly until: CivilDate;
  readonly institutionId: number | null;
}

/** A question of the ombudsperson that an institution has not answered, and that still stands. */
export interface RequestFacts {
  readonly requestId: number;
  readonly institutionId: number;
  readonly sentOn: CivilDate;
  readonly dueOn: CivilDate;
}

/** An institution says that the recommendation is not its own; nobody has decided on that. */
export interface DisclaimerFacts {
  readonly institutionId: number;
  readonly institution: string;
  readonly saidOn: CivilDate;
  /** In its words. */
  readonly reason: string;
}

/** Mailboxes of an institution that refused for good. Told on one of its recommendations, the first. */
export interface BouncingFacts {
  readonly institutionId: number;
  readonly institution: string;
  /** Focal points in office, and how many of them mail does not reach. */
  readonly people: number;
  readonly unreachable: number;
  /** Day of the first refusal that still stands. */
  readonly since: CivilDate;
}

/** Everything the checks and the status of one recommendation look at. Bodies now responsible only. */
export interface RecommendationFacts {
  readonly recommendationId: number;
  readonly code: string;
  /** The secretariat's dated decision that it is implemented; null without one. */
  readonly implementedOn: CivilDate | null;
  readonly obligations: readonly ObligationFacts[];
  readonly indicators: readonly IndicatorFacts[];
  readonly budgetLines: readonly BudgetLineFacts[];
  /** Indicators that are asked for purposes of spending; absent where none is. */
  readonly budgetPurposes?: readonly BudgetPurposeFacts[];
  readonly caseSeries: readonly CaseSeriesFacts[];
  readonly responsibilities: readonly ResponsibilityFacts[];
  readonly actions: readonly ActionFacts[];
  readonly evidence: readonly EvidenceFacts[];
  /** Absent where there are none, as below. */
  readonly snoozes?: readonly SnoozeFacts[];
  readonly disclaimers?: readonly DisclaimerFacts[];
  readonly requests?: readonly RequestFacts[];
  readonly bouncing?: readonly BouncingFacts[];
  /** Days after today on which an institution begins to answer for it, and on which one no longer does. */
  readonly termsTurnOn?: readonly CivilDate[];
}
