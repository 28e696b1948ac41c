import type { CivilDate, Clock } from '#domain';
import { UserError, civilDayOf } from '#domain';
import { findPersonalData } from '#ingest';
import type { AlertRepository, AuditRepository, RecordDatabase, State, StoredAlert } from '#persistence';

/** "I have seen it and I am on it": stops the repeats of a condition, never the rungs around a due day. */
export class AcknowledgeAlert {
  constructor(
    private readonly record: RecordDatabase,
    private readonly alerts: AlertRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError when the alert is not there any more, or when the reason holds what points at a person. Acknowledging twice
   * changes nothing.
   */
  async acknowledge(
    state: State,
    alertId: number,
    answer: { readonly personId: number; readonly reason: string },
  ): Promise<StoredAlert> {
    refusePersonalData(answer.reason);
    return this.record.runState(state.id, async () => {
      const alert = await this.alerts.findAlert(state.id, alertId);
      if (!alert)
        throw new UserError(
          'not_found',
          'alert.unknown',
          'This reminder is no longer kept; open the item itself to see where it stands.',
        );
      if (alert.state !== 'open') return alert;
      const acknowledged: StoredAlert = { ...alert, state: 'acknowledged' };
      const at = this.clock.now();
      const on: CivilDate = civilDayOf(at, state.timeZone);
      await this.alerts.saveAlerts(state.id, [
        { id: alert.id, recommendationId: alert.recommendationId, alert: acknowledged },
      ]);
      await this.alerts.appendTransitions(state.id, [
        {
          alertId: alert.id,
          kind: 'acknowledged',
          reason: answer.reason === '' ? 'acknowledged' : answer.reason,
          evidence: {},
          personId: answer.personId,
          on,
          at,
        },
      ]);
      await this.audit.append(state.id, {
        personId: answer.personId,
        actor: 'mail_link',
        action: 'alert.acknowledged',
        subjectKind: 'alert',
        subjectId: String(alert.id),
        before: { state: alert.state },
        after: { state: acknowledged.state },
        reason: answer.reason,
        happenedAt: at,
      });
      return acknowledged;
    });
  }
}

/** The histories are append-only: what is written there once cannot be taken out again. */
function refusePersonalData(reason: string): void {
  const kinds = findPersonalData(reason);
  if (kinds.length === 0) return;
  throw new UserError(
    'invalid_input',
    'answer.personal_data',
    `reason: leave out what points at a person (${kinds.map((kind) => kind.replaceAll('_', ' ')).join(', ')}); nothing was saved.`,
    { details: { field: 'reason', kinds } },
  );
}
