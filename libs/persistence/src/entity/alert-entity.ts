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

import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What the daily sweep found. */

@Entity('sweep')
@Check('ck_sweep_followed', 'followed >= 0')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_sweep_state', onDelete: 'CASCADE' })
export class SweepEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('date')
  sweptOn!: string;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  claimedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  leaseUntil!: number | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: number | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: number | null;

  @Column('jsonb', { nullable: true })
  counts!: unknown;

  @Column('text', { nullable: true })
  failure!: string | null;

  /** Times that changes of the day were followed after it. */
  @Column('integer', { default: 0 })
  followed!: number;

  @Column('timestamptz', { nullable: true })
  followedAt!: number | null;

  @Column('jsonb', { nullable: true })
  followCounts!: unknown;
}

/** A recommendation of which something changed since a sweep looked; null: all of the State. Only added to, and taken by sweeps. */
@Entity('sweep_mark')
@Index('ix_sweep_mark_recommendation', ['stateId', 'recommendationId'])
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_sweep_mark_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_sweep_mark_state', onDelete: 'CASCADE' })
export class SweepMarkEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('integer', { nullable: true })
  recommendationId!: number | null;
}

/** What all recommendations of a State are judged by, as the last sweep found it. */
@Entity('sweep_ground')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_sweep_ground_state', onDelete: 'CASCADE' })
export class SweepGroundEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  part!: string;

  @Column('text')
  digest!: string;
}

@Entity('alert')
@Check('ck_alert_severity', `severity IN ('notice', 'warning', 'critical')`)
@Check(
  'ck_alert_snooze',
  `(alert_state = 'snoozed') = (snoozed_until IS NOT NULL) AND (snoozed_until IS NULL) = (snoozed_on IS NULL)`,
)
@Check('ck_alert_state', `alert_state IN ('open', 'acknowledged', 'snoozed', 'resolved')`)
@Check(
  'ck_alert_subject_kind',
  `subject_kind IN ('recommendation', 'obligation', 'indicator', 'budget_line', 'case_series', 'action', 'evidence', 'alert', 'institution', 'information_request')`,
)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_alert_institution',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_alert_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_alert_state', onDelete: 'CASCADE' })
@Unique('uq_alert_subject', ['stateId', 'subjectKind', 'subjectId', 'rule'])
@Index('ix_alert_recommendation', ['stateId', 'recommendationId'])
@Index('ix_alert_snoozed', ['stateId', 'recommendationId'], { where: `alert_state = 'snoozed'` })
export class AlertEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('text')
  rule!: string;

  @Column('text')
  subjectKind!: string;

  @Column('integer')
  subjectId!: number;

  @Column('text')
  alertState!: string;

  @Column('text')
  severity!: string;

  @Column('text')
  reason!: string;

  @Column('jsonb')
  evidence!: unknown;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('smallint', { default: 1 })
  episode!: number;

  @Column('date')
  openedOn!: string;

  @Column('date', { nullable: true })
  snoozedUntil!: string | null;

  @Column('date', { nullable: true })
  snoozedOn!: string | null;

  @Column('date')
  unansweredSince!: string;

  @Column('smallint', { default: 0 })
  escalationStep!: number;

  @Column('text', { nullable: true })
  decisionReason!: string | null;

  @Column('date', { nullable: true })
  decidedOn!: string | null;
}

@Entity('alert_transition')
@ForeignKey(() => AlertEntity, ['stateId', 'alertId'], ['stateId', 'id'], {
  name: 'fk_alert_transition_alert',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_alert_transition_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_alert_transition_state',
  onDelete: 'CASCADE',
})
@Index('ix_alert_transition_alert', ['stateId', 'alertId'])
@Index('ix_alert_transition_docket', ['stateId', 'id'], {
  where: `kind = 'escalated' AND evidence ->> 'addressee' = 'docket'`,
})
export class AlertTransitionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  alertId!: number;

  @Column('text')
  kind!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text')
  reason!: string;

  @Column('jsonb', { default: {} })
  evidence!: unknown;

  @Column('date')
  happenedOn!: string;

  @Column('timestamptz')
  happenedAt!: number;
}
