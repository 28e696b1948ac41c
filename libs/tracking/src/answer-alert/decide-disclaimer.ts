import type { CivilDate, Clock } from '#domain';
import { UserError, addDays, civilDayOf } from '#domain';
import type {
  AlertRepository,
  AuditRepository,
  Disclaimer,
  DisclaimerRepository,
  InstitutionChangeRepository,
  RecordDatabase,
  State,
} from '#persistence';

import type { AssignResponsibility } from '../manage-institutions/assign-responsibility.js';
import type { SweepPages } from '../run-sweep/sweep-pages.js';
import { refusePersonalData, requireReason, unknownAlert } from './answer-alert.js';
import type { AlertAnswerer } from './answer-alert.js';

export interface DisclaimerDecision {
  readonly decision: 'assigned' | 'sent_back';
  /** Code of the institution that answers for it from now on; null where it is sent back. */
  readonly institution: string | null;
  readonly reason: string;
}

/** What becomes of "not mine": another institution answers for the recommendation, or the same one is asked again. */
export class DecideDisclaimer {
  constructor(
    private readonly record: RecordDatabase,
    private readonly rows: {
      readonly alerts: AlertRepository;
      readonly disclaimers: DisclaimerRepository;
      readonly institutions: InstitutionChangeRepository;
      readonly audit: AuditRepository;
    },
    private readonly assigning: AssignResponsibility,
    private readonly pages: SweepPages,
    private readonly clock: Clock,
  ) {}

  /**
   * @param alertId any alert of the recommendation
   * @throws UserError `alert.unknown`, `disclaimer.none`, `.reason`, `.same_institution` or `responsibility.institution_unknown`.
   */
  decide(
    state: State,
    alertId: number,
    wish: DisclaimerDecision,
    by: Pick<AlertAnswerer, 'personId'>,
  ): Promise<void> {
    requireReason(wish.reason, 'disclaimer.reason');
    refusePersonalData(wish.reason);
    return this.record.runState(state.id, async () => {
      const alert = await this.rows.alerts.findAlert(state.id, alertId);
      if (!alert) throw unknownAlert();
      const said = await this.rows.disclaimers.lockOpen(state.id, alert.recommendationId);
      if (!said)
        throw new UserError(
          'conflict',
          'disclaimer.none',
          'No institution says that this is not its own, or somebody has decided on it already.',
        );
      const at = this.clock.now();
      const today = civilDayOf(at, state.timeZone);
      if (wish.decision === 'assigned') await this.assign(state, said, wish, by, today);
      else await this.rows.alerts.waitAnew(state.id, said, today);
      const { decision, reason } = wish;
      await this.rows.disclaimers.decide(state.id, said.id, { decision, on: today, by: by.personId, reason });
      await this.rows.alerts.appendTransitions(state.id, [
        {
          alertId: said.alertId ?? alert.id,
          kind: decision,
          reason,
          evidence: { institution: wish.institution },
          personId: by.personId,
          on: today,
          at,
        },
      ]);
      await this.rows.audit.append(state.id, {
        personId: by.personId,
        actor: 'secretariat',
        action: 'disclaimer.decided',
        subjectKind: 'alert',
        subjectId: String(said.alertId ?? alert.id),
        before: null,
        after: { decision, ...(wish.institution === null ? {} : { institution: wish.institution }) },
        reason,
        happenedAt: at,
      });
      await this.pages.sweepOne(state, today, alert.recommendationId);
    });
  }

  /** The other takes the role, and what is still owed of it; the one that said "not mine" has none of it from today. */
  private async assign(
    state: State,
    said: Disclaimer,
    { institution, reason }: DisclaimerDecision,
    by: Pick<AlertAnswerer, 'personId'>,
    today: CivilDate,
  ): Promise<void> {
    const found =
      institution === null ? null : await this.rows.institutions.lockInstitution(state.id, institution);
    if (!found)
      throw new UserError(
        'invalid_input',
        'responsibility.institution_unknown',
        `institution: the State has no institution "${institution ?? ''}".`,
        { details: { field: 'institution' } },
      );
    if (found.id === said.institutionId)
      throw new UserError(
        'invalid_input',
        'disclaimer.same_institution',
        'institution: expected another than the one that says the matter is not its own; to leave it there, send it back.',
        { details: { field: 'institution' } },
      );
    const standing = (
      await this.rows.institutions.listResponsibilities(state.id, said.recommendationId)
    ).filter(({ basis, endsOn }) => basis === 'now_responsible' && (endsOn === null || endsOn >= today));
    const changedBy = { personId: by.personId, role: 'secretariat' } as const;
    const held = standing.filter(({ institutionId }) => institutionId === said.institutionId);
    const role = held.some((one) => one.role === 'lead') || held.length === 0 ? 'lead' : 'support';
    const other = standing.find(({ institutionId }) => institutionId === found.id);
    if (!other) {
      const recommendation = await this.rows.institutions.publicIdOf(state.id, said.recommendationId);
      await this.assigning.assign(
        state,
        {
          recommendation,
          basis: 'now_responsible',
          institution: found.code,
          role,
          namedAs: null,
          from: today,
          reason,
        },
        changedBy,
      );
    } else if (role === 'lead' && other.role !== 'lead')
      await this.assigning.change(state, other.id, { role, from: today, reason }, changedBy);
    for (const one of held)
      await this.assigning.end(state, one.id, { lastDay: addDays(today, -1), reason }, changedBy);
    await this.rows.disclaimers.passOn(state.id, {
      recommendationId: said.recommendationId,
      from: said.institutionId,
      to: found.id,
    });
  }
}
