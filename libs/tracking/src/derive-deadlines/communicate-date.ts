import { UserError, civilDayOf } from '#domain';
import type { CivilDate, Clock, Role } from '#domain';
import { deadlineEn, deadlineEs } from '#messages';
import type { AuditRepository, DeadlineRepository, RecordDatabase, State } from '#persistence';

import { deadlineFacts } from './review-deadlines.js';

export interface CommunicatedDate {
  readonly dueOn: CivilDate;
  /** Where the committee said so: a symbol and paragraph, a note verbale with its day. */
  readonly source: string;
  readonly reason: string;
  readonly by: { readonly personId: number; readonly role: Role };
}

/** "The Committee has communicated this date": from then on it is confirmed, and reminders count towards it. */
export class CommunicateDate {
  constructor(
    private readonly record: RecordDatabase,
    private readonly deadlines: DeadlineRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the slug of the document.
   * @throws UserError `deadline.unknown`, `deadline.before_adoption` or `deadline.unchanged`.
   */
  communicate(
    state: State,
    deadlineId: number,
    { dueOn, source, reason, by }: CommunicatedDate,
  ): Promise<string> {
    const now = this.clock.now();
    return this.record.runState(state.id, async () => {
      const current = await this.deadlines.findDeadline(state.id, deadlineId);
      if (!current)
        throw new UserError('not_found', 'deadline.unknown', 'No document of this State has such a date.');
      if (current.adoptedOn !== null && dueOn <= current.adoptedOn)
        throw new UserError(
          'invalid_input',
          'deadline.before_adoption',
          `dueOn: expected a day after the adoption on ${current.adoptedOn}.`,
        );
      const basis = { en: deadlineEn.communicated(source), es: deadlineEs.communicated(source) };
      if (current.certainty === 'confirmed' && current.dueOn === dueOn && current.basis.en === basis.en)
        throw new UserError(
          'conflict',
          'deadline.unchanged',
          'This date stands there already, from this source.',
        );
      await this.deadlines.changeDeadline(state.id, deadlineId, {
        deadline: { certainty: 'confirmed', dueOn, basis: '' },
        basis,
        origin: 'communicated',
        ruleCode: null,
        reason,
        personId: by.personId,
        actor: by.role,
        changedAt: now,
      });
      if (current.purpose === 'next_report')
        await this.deadlines.answerDateQueries(
          state.id,
          current.documentId,
          civilDayOf(now, state.timeZone),
          by.personId,
        );
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: 'deadline.communicated',
        subjectKind: 'document',
        subjectId: current.documentSlug,
        before: deadlineFacts(current),
        after: {
          duePurpose: current.purpose,
          certainty: 'confirmed',
          dueOn,
          dueYear: null,
          basis: basis.en,
          rule: null,
        },
        reason,
        happenedAt: now,
      });
      return current.documentSlug;
    });
  }
}
