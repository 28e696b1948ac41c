import type { AuditAction, CivilDate, Clock, ImplementationDecision, InTheWay, Role } from '#domain';
import {
  SHORTEST_OVERRIDE_REASON,
  UnexpectedError,
  UserError,
  civilDayOf,
  mayDecideImplementation,
  nextCheckOn,
  standsInTheWay,
  statusOf,
} from '#domain';
import type { CheckContext, RecommendationFacts } from '#domain';
import type {
  AlertRepository,
  AssessmentRepository,
  AuditRepository,
  EvidenceRepository,
  FactsRepository,
  ImplementationRepository,
  RecordDatabase,
  State,
  SubjectItem,
  WatchRuleRepository,
} from '#persistence';

import { checkContextOf, readStandingRules } from '../watch-rules/standing-rules.js';
import { refusePersonalData } from './refuse-personal-data.js';

/** Who decides or assesses: a person in a role, or the demonstration, whose decisions are invented. */
export interface DecidedBy {
  readonly personId: number | null;
  readonly role: Role | 'demonstration';
}

export interface ImplementationWish {
  readonly decision: ImplementationDecision;
  readonly decidedOn: CivilDate;
  readonly reason: string;
  readonly language: 'en' | 'es' | 'fr';
}

/** What a decision is measured against, as of today. */
export interface DecisionGround {
  readonly item: SubjectItem;
  readonly facts: RecommendationFacts;
  readonly today: CivilDate;
  /** By what the State is watched. */
  readonly context: CheckContext;
  readonly inTheWay: readonly InTheWay[];
  readonly evidence: number;
}

const ACTIONS = {
  implemented: 'implementation.decided',
  overridden: 'implementation.overridden',
  reopened: 'implementation.reopened',
} as const satisfies Record<ImplementationDecision, AuditAction>;

/**
 * Whether a recommendation counts as implemented is decided by the secretariat, dated, and only where nothing stands in the way;
 * where something does, the decision is an override, with a reason, on a list that everybody reads. A check that fails later is
 * shown beside a decision; only another decision takes it back.
 */
export class DecideImplementation {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly assessments: AssessmentRepository;
      readonly implementations: ImplementationRepository;
      readonly evidence: EvidenceRepository;
      readonly facts: FactsRepository;
      readonly alerts: AlertRepository;
      readonly rules: WatchRuleRepository;
      readonly audit: AuditRepository;
    },
    private readonly clock: Clock,
  ) {}

  /**
   * The status follows in the same transaction: nobody reads "overdue" beside the decision until the next sweep.
   * @throws UserError `implementation.recommendation_unknown`, `.day`, `.short_reason`, `.in_the_way` (with the list), `.nothing_to_override`,
   * `.decided`, `.not_decided` or `assessment.personal_data`.
   */
  async decide(state: State, publicId: string, wish: ImplementationWish, by: DecidedBy): Promise<void> {
    refusePersonalData({ reason: wish.reason });
    if (wish.decision === 'overridden' && wish.reason.length < SHORTEST_OVERRIDE_REASON)
      throw new UserError(
        'invalid_input',
        'implementation.short_reason',
        `reason: an override is public; expected at least ${SHORTEST_OVERRIDE_REASON} letters that say why.`,
      );
    await this.record.runState(state.id, async () => {
      await this.rows.assessments.lockItem(state.id, publicId);
      const ground = await this.ground(state, publicId);
      const { item, facts, today, context, inTheWay, evidence } = ground;
      refuseDay(wish, ground);
      refuseAgainstTheRule(wish.decision, ground);
      const at = this.clock.now();
      await this.rows.implementations.decide(state.id, {
        ...wish,
        recommendationId: item.id,
        code: item.code,
        inTheWay,
        evidence,
        personId: by.personId,
        recordedAt: at,
      });
      const implementedOn = wish.decision === 'reopened' ? null : wish.decidedOn;
      const decided = { ...facts, implementedOn };
      await this.rows.alerts.saveStatuses(state.id, today, [
        {
          recommendationId: item.id,
          ...statusOf(decided, today, context.thresholds),
          nextCheckOn: nextCheckOn(decided, context),
        },
      ]);
      await this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: ACTIONS[wish.decision],
        subjectKind: 'recommendation',
        subjectId: item.publicId,
        before: { implementedOn: item.implementedOn },
        after: { implementedOn, hindrances: inTheWay.map(hindranceCode), evidenceBehind: evidence },
        reason: wish.reason,
        happenedAt: at,
      });
    });
  }

  /** Inside a running transaction. @throws UserError `implementation.recommendation_unknown`. */
  async ground(state: State, publicId: string): Promise<DecisionGround> {
    const item = await this.rows.assessments.findItem(state.id, publicId);
    if (!item)
      throw new UserError(
        'not_found',
        'implementation.recommendation_unknown',
        `No recommendation "${publicId}" is followed for ${state.iso3}.`,
      );
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const [found] = await this.rows.facts.listFacts(state.id, today, item.id - 1, 1);
    if (found?.facts.recommendationId !== item.id)
      throw new UnexpectedError('implementation.no_facts', `No facts were read of ${item.publicId}.`);
    const evidence = await this.rows.evidence.countStandingBehind(state.id, item.id, today);
    const rules = await readStandingRules(this.rows.rules, state.id);
    return {
      item,
      facts: found.facts,
      today,
      context: checkContextOf(rules, today),
      inTheWay: standsInTheWay(found.facts, evidence),
      evidence,
    };
  }
}

function refuseDay({ decidedOn }: ImplementationWish, { item, today }: DecisionGround): void {
  if (decidedOn <= today && (item.adoptedOn === null || decidedOn >= item.adoptedOn)) return;
  throw new UserError(
    'invalid_input',
    'implementation.day',
    `decidedOn: expected a day from the adoption of the document (${item.adoptedOn ?? 'unknown'}) until today (${today}), got ${decidedOn}.`,
  );
}

function refuseAgainstTheRule(decision: ImplementationDecision, { item, inTheWay }: DecisionGround): void {
  if (mayDecideImplementation(decision, item.implementedOn, inTheWay)) return;
  if (decision === 'reopened')
    throw new UserError(
      'conflict',
      'implementation.not_decided',
      'There is no decision that this recommendation is implemented.',
    );
  if (item.implementedOn !== null)
    throw new UserError(
      'conflict',
      'implementation.decided',
      `It was decided on ${item.implementedOn} that this recommendation is implemented; only a decision to reopen it takes that back.`,
    );
  if (decision === 'overridden')
    throw new UserError(
      'conflict',
      'implementation.nothing_to_override',
      'decision: nothing stands in the way; expected implemented, which needs no override.',
    );
  throw new UserError(
    'conflict',
    'implementation.in_the_way',
    `What stands in the way: ${inTheWay.map(hindranceText).join('; ')}.`,
    { details: { inTheWay: inTheWay.map(hindranceCode) } },
  );
}

/** `not_at_target 8-O2`. */
function hindranceCode({ hindrance, indicator }: InTheWay): string {
  return indicator === null ? hindrance : `${hindrance} ${indicator}`;
}

function hindranceText({ hindrance, indicator, value, target }: InTheWay): string {
  switch (hindrance) {
    case 'no_value':
      return `indicator ${indicator ?? ''} has no accepted value`;
    case 'not_in_force':
      return `indicator ${indicator ?? ''} is not in force`;
    case 'not_at_target':
      return `indicator ${indicator ?? ''} is not at its target (${value ?? 'no number'} against ${target ?? 'any number'})`;
    case 'no_evidence':
      return 'no evidence that holds today stands behind it';
  }
}
