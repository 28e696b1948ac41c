import type { AssessmentScale, Assessor, AuditedFields, CivilDate, Clock, Openness } from '#domain';
import { UserError, civilDayOf, gradeOn } from '#domain';
import type {
  AssessmentRepository,
  AuditRepository,
  RecordDatabase,
  StandingAssessment,
  State,
  SubjectItem,
} from '#persistence';

import type { DecidedBy } from './decide-implementation.js';
import { refusePersonalData } from './refuse-personal-data.js';

export interface AssessmentWish {
  readonly assessor: Assessor;
  /** Code of the scale; null: the assessor's own. */
  readonly scale: string | null;
  readonly grade: string | null;
  readonly assessedOn: CivilDate;
  readonly text: string;
  readonly language: 'en' | 'es' | 'fr';
  /** Document in which the committee said so, and where in it. */
  readonly symbol: string | null;
  readonly paragraph: string | null;
  readonly source: string | null;
  readonly openness: Openness;
  /** Number of the assessment that this one supersedes. */
  readonly supersedes: number | null;
  readonly reason: string | null;
}

/** Assessments are recorded, published and withdrawn; none is ever changed. */
export class RecordAssessment {
  constructor(
    private readonly record: RecordDatabase,
    private readonly assessments: AssessmentRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws UserError `assessment.not_yours`, `.recommendation_unknown`, `.grade`, `.citation`, `.day`, `.public_only`, `.personal_data`,
   * or one about what it supersedes.
   */
  async add(state: State, publicId: string, wish: AssessmentWish, by: DecidedBy): Promise<number> {
    refuseForOthers(wish.assessor, by);
    refuseSecret(wish);
    refuseUncited(wish);
    refusePersonalData({ text: wish.text, source: wish.source, reason: wish.reason });
    const scales = await this.assessments.listScales();
    return this.record.runState(state.id, async () => {
      const item = await this.lockItem(state, publicId);
      this.refuseDay(state, wish.assessedOn, item);
      const graded = grade(scales, wish, item.mechanism);
      const before = await this.superseded(state, item, wish);
      const at = this.clock.now();
      const id = await this.assessments.addAssessment(state.id, {
        ...wish,
        ...graded,
        recommendationId: item.id,
        code: item.code,
        supersedeReason: wish.reason,
        personId: by.personId,
        recordedAt: at,
      });
      if (wish.openness === 'published') await this.addEvent(state, id, 'published', null, by);
      const open = wish.openness === 'published';
      await this.audit.append(state.id, {
        personId: by.personId,
        actor: by.role,
        action: before ? 'assessment.superseded' : 'assessment.recorded',
        subjectKind: 'recommendation',
        subjectId: item.publicId,
        before: before && {
          assessment: before.id,
          assessor: before.assessor,
          ...(before.openness === 'published' ? { scale: before.scale, grade: before.grade } : {}),
        },
        after: {
          assessment: id,
          assessor: wish.assessor,
          openness: wish.openness,
          // What is confidential is confidential here too: others read the audit.
          ...(open ? { ...graded, assessedOn: wish.assessedOn, symbol: wish.symbol } : {}),
        },
        ...(open && wish.reason !== null ? { reason: wish.reason } : {}),
        happenedAt: at,
      });
      return id;
    });
  }

  /** Lets everybody read a confidential one. @throws UserError `assessment.unknown`, `.not_yours`, `.published` or `.superseded`. */
  publish(state: State, id: number, by: DecidedBy): Promise<string> {
    return this.record.runState(state.id, async () => {
      const found = await this.lock(state, id, by);
      if (found.openness === 'published')
        throw new UserError('conflict', 'assessment.published', 'This assessment is public already.');
      if (found.superseded)
        throw new UserError(
          'conflict',
          'assessment.superseded',
          'This assessment was superseded: publish the later one.',
        );
      await this.addEvent(state, id, 'published', null, by);
      await this.append(state, found, by, 'assessment.published', {
        before: { assessment: id, openness: 'confidential' },
        after: { assessment: id, openness: 'published', scale: found.scale, grade: found.grade },
      });
      return found.publicId;
    });
  }

  /**
   * Says that a public one no longer stands. It stays to be read, with the reason: nothing is unpublished in silence.
   * @throws UserError `assessment.unknown`, `.not_yours`, `.confidential`, `.withdrawn` or `.personal_data`.
   */
  async withdraw(state: State, id: number, reason: string, by: DecidedBy): Promise<string> {
    refusePersonalData({ reason });
    return this.record.runState(state.id, async () => {
      const found = await this.lock(state, id, by);
      if (found.openness === 'confidential')
        throw new UserError(
          'conflict',
          'assessment.confidential',
          'Only what is public can be withdrawn: this assessment is confidential.',
        );
      if (found.withdrawn)
        throw new UserError('conflict', 'assessment.withdrawn', 'This assessment was withdrawn already.');
      await this.addEvent(state, id, 'withdrawn', reason, by);
      await this.append(state, found, by, 'assessment.withdrawn', {
        before: { assessment: id, scale: found.scale, grade: found.grade },
        after: { assessment: id },
        reason,
      });
      return found.publicId;
    });
  }

  private async lockItem(state: State, publicId: string): Promise<SubjectItem> {
    const item = await this.assessments.lockItem(state.id, publicId);
    if (item) return item;
    throw new UserError(
      'not_found',
      'assessment.recommendation_unknown',
      `No recommendation "${publicId}" is followed for ${state.iso3}.`,
    );
  }

  private async lock(state: State, id: number, by: DecidedBy): Promise<StandingAssessment> {
    const found = await this.assessments.lockAssessment(state.id, id);
    if (!found)
      throw new UserError('not_found', 'assessment.unknown', 'There is no such assessment of this State.');
    refuseForOthers(found.assessor, by);
    return found;
  }

  /** The one that this one takes the place of; null where it is a first one. */
  private async superseded(
    state: State,
    item: SubjectItem,
    { supersedes, assessor, openness }: AssessmentWish,
  ): Promise<StandingAssessment | null> {
    if (supersedes === null) return null;
    const found = await this.assessments.lockAssessment(state.id, supersedes);
    if (found?.recommendationId !== item.id || found.assessor !== assessor)
      throw new UserError(
        'invalid_input',
        'assessment.supersedes',
        'supersedes: expected the number of an assessment of the same recommendation by the same assessor.',
      );
    if (found.superseded)
      throw new UserError(
        'conflict',
        'assessment.superseded',
        'supersedes: that assessment was superseded already; supersede the later one.',
      );
    if (found.openness === 'published' && openness === 'confidential')
      throw new UserError(
        'invalid_input',
        'assessment.supersede_open',
        'openness: what supersedes a public assessment is public as well, so that the change is seen.',
      );
    return found;
  }

  private addEvent(
    state: State,
    assessmentId: number,
    kind: 'published' | 'withdrawn',
    reason: string | null,
    { personId }: DecidedBy,
  ): Promise<void> {
    const at = this.clock.now();
    const on = civilDayOf(at, state.timeZone);
    return this.assessments.addEvent(state.id, { assessmentId, kind, on, reason, personId, at });
  }

  private async append(
    state: State,
    { publicId }: StandingAssessment,
    by: DecidedBy,
    action: 'assessment.published' | 'assessment.withdrawn',
    change: { readonly before: AuditedFields; readonly after: AuditedFields; readonly reason?: string },
  ): Promise<void> {
    await this.audit.append(state.id, {
      personId: by.personId,
      actor: by.role,
      action,
      subjectKind: 'recommendation',
      subjectId: publicId,
      ...change,
      happenedAt: this.clock.now(),
    });
  }

  private refuseDay(state: State, on: CivilDate, { adoptedOn }: SubjectItem): void {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    if (on <= today && (adoptedOn === null || on >= adoptedOn)) return;
    throw new UserError(
      'invalid_input',
      'assessment.day',
      `assessedOn: expected a day from the adoption of the document (${adoptedOn ?? 'unknown'}) until today (${today}), got ${on}.`,
    );
  }
}

/** The three are kept apart: nobody assesses in the name of another. The secretariat records what the committee said. */
function refuseForOthers(assessor: Assessor, { role }: DecidedBy): void {
  if (role === 'demonstration' || (role === 'ombudsperson') === (assessor === 'ombudsperson')) return;
  throw new UserError(
    'forbidden',
    'assessment.not_yours',
    role === 'ombudsperson'
      ? 'assessor: the ombudsperson assesses as ombudsperson; the State and the committee are recorded by the secretariat.'
      : 'assessor: expected state or committee; the ombudsperson’s own assessments are made by the ombudsperson.',
  );
}

function refuseSecret({ assessor, openness }: AssessmentWish): void {
  if (openness === 'published' || assessor === 'ombudsperson') return;
  throw new UserError(
    'invalid_input',
    'assessment.public_only',
    'openness: expected published; only the ombudsperson’s assessments may be confidential.',
  );
}

function refuseUncited({ assessor, symbol, paragraph, supersedes, reason }: AssessmentWish): void {
  if (assessor === 'committee' && (symbol === null || paragraph === null))
    throw new UserError(
      'invalid_input',
      'assessment.citation',
      'symbol, paragraph: what a committee said is recorded from a document; expected its symbol and the paragraph.',
    );
  if ((supersedes === null) !== (reason === null))
    throw new UserError(
      'invalid_input',
      'assessment.supersede_reason',
      'reason: expected why the earlier assessment is superseded, and only where one is.',
    );
}

/** @throws UserError `assessment.grade`, which names the scales that are valid on that day with their grades. */
function grade(
  scales: readonly AssessmentScale[],
  { assessor, scale, grade: given, assessedOn: on }: AssessmentWish,
  mechanism: string,
): { readonly scale: string | null; readonly grade: string | null } {
  const answer = gradeOn(scales, { assessor, mechanism, on, scale, grade: given });
  if (answer.kind === 'no_grade') return { scale: null, grade: null };
  if (answer.kind === 'graded') return { scale: answer.scale.code, grade: answer.grade };
  const valid = answer.valid.map(
    ({ code, name, grades }) => `${name.en} (${code}): ${grades.map((one) => one.code).join(', ')}`,
  );
  throw new UserError(
    'invalid_input',
    'assessment.grade',
    `grade: ${given === null ? 'none was given' : `${scale === null ? '' : `${scale} `}${given}`}; ` +
      (valid.length === 0
        ? `${mechanism} had no scale of grades on ${on}: leave scale and grade empty.`
        : `expected a grade of a scale that was valid on ${on}: ${valid.join('; ')}.`),
    { details: { kinds: answer.valid.map(({ code }) => code), on } },
  );
}
