import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

import { ObligationEntity } from './deadline-entity.js';
import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What was sent in answer to an obligation, or contributed to a recommendation, and what became of it. */

@Entity('submission')
@Check(
  'ck_submission_state',
  `submission_state IN ('draft', 'submitted', 'accepted', 'returned', 'withdrawn')`,
)
@Check(
  'ck_submission_author_kind',
  `author_kind IN ('institution', 'civil_society', 'monitoring_body', 'public')`,
)
@Check(
  'ck_submission_about',
  `(obligation_id IS NULL) <> (recommendation_id IS NULL) AND (author_kind = 'institution') = (obligation_id IS NOT NULL)`,
)
@Check('ck_submission_sent', `submitted_on IS NOT NULL OR submission_state IN ('draft', 'withdrawn')`)
@Check('ck_submission_decided', `(submission_state IN ('accepted', 'returned')) = (decided_on IS NOT NULL)`)
@Check(
  'ck_submission_period',
  `num_nulls(period_start_on, period_end_on) = 2 OR period_start_on <= period_end_on`,
)
@ForeignKey(() => ObligationEntity, ['stateId', 'obligationId'], ['stateId', 'id'], {
  name: 'fk_submission_obligation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_submission_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_submission_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_submission_state', onDelete: 'CASCADE' })
@Index('ix_submission_obligation', ['stateId', 'obligationId'])
@Index('ix_submission_recommendation', ['stateId', 'recommendationId'])
@Index('ix_submission_person', ['stateId', 'personId'])
@Index('ix_submission_waiting', ['stateId', 'submittedOn', 'id'], {
  where: `submission_state = 'submitted'`,
})
@Index('uq_submission_open', ['stateId', 'obligationId'], {
  unique: true,
  where: `submission_state IN ('draft', 'submitted')`,
})
export class SubmissionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer', { nullable: true })
  obligationId!: number | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('date', { nullable: true })
  submittedOn!: string | null;

  @Column('text')
  submissionState!: string;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer', { nullable: true })
  recommendationId!: number | null;

  @Column('text', { default: 'institution' })
  authorKind!: string;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;

  @Column('smallint', { default: 1 })
  revision!: number;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('submission_text')
@Check('ck_submission_text_language', `language IN ('en', 'es')`)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_submission_text_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_submission_text_state', onDelete: 'CASCADE' })
export class SubmissionTextEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  submissionId!: number;

  @PrimaryColumn('smallint')
  revision!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  text!: string;
}

@Entity('submission_history')
@Check(
  'ck_submission_history_step',
  `step IN ('begin', 'edit', 'submit', 'accept', 'return', 'reopen', 'withdraw', 'take_down', 'undo_submit', 'undo_withdraw', 'undo_accept', 'undo_return', 'undo_take_down')`,
)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_submission_history_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_submission_history_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_submission_history_state',
  onDelete: 'CASCADE',
})
@Unique('uq_submission_history_version', ['stateId', 'submissionId', 'version'])
export class SubmissionHistoryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  submissionId!: number;

  @Column('integer')
  version!: number;

  @Column('text')
  step!: string;

  @Column('text', { nullable: true })
  fromState!: string | null;

  @Column('text')
  toState!: string;

  @Column('smallint')
  revision!: number;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text')
  actor!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  happenedAt!: Date;
}

@Entity('submission_comment')
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_submission_comment_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_submission_comment_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_submission_comment_state',
  onDelete: 'CASCADE',
})
@Index('ix_submission_comment_submission', ['stateId', 'submissionId'])
export class SubmissionCommentEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  submissionId!: number;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text')
  actor!: string;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  writtenAt!: Date;
}

@Entity('period_lock')
@Check('ck_period_lock_unlocked', `num_nulls(unlocked_at, unlock_reason) IN (0, 2)`)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_period_lock_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_period_lock_institution',
})
@ForeignKey(() => ObligationEntity, ['stateId', 'obligationId'], ['stateId', 'id'], {
  name: 'fk_period_lock_obligation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_period_lock_indicator',
})
@ForeignKey(() => PersonEntity, ['unlockedBy'], ['id'], { name: 'fk_period_lock_unlocked_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_period_lock_state', onDelete: 'CASCADE' })
@Index('ix_period_lock_obligation', ['stateId', 'obligationId'], { where: `unlocked_at IS NULL` })
@Index('ix_period_lock_indicator', ['stateId', 'indicatorId'], { where: `unlocked_at IS NULL` })
export class PeriodLockEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  submissionId!: number;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('integer')
  obligationId!: number;

  @Column('integer', { nullable: true })
  indicatorId!: number | null;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;

  @Column('timestamptz')
  lockedAt!: Date;

  @Column('timestamptz', { nullable: true })
  unlockedAt!: Date | null;

  @Column('integer', { nullable: true })
  unlockedBy!: number | null;

  @Column('text', { nullable: true })
  unlockReason!: string | null;
}

@Entity('contribution_contact')
@Check('ck_contribution_contact_language', `language IN ('en', 'es')`)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_contribution_contact_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_contribution_contact_state',
  onDelete: 'CASCADE',
})
export class ContributionContactEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  submissionId!: number;

  @Column('text')
  email!: string;

  @Column('text')
  language!: string;

  @Column('timestamptz')
  givenAt!: Date;
}
