import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { ObligationEntity } from './deadline-entity.js';
import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* How a State is watched: when it reminds, from what its checks speak, and which duties come again. */

@Entity('reminder_ladder')
@Check(
  'ck_reminder_ladder_kind',
  `kind IN ('deadline', 'data_submission', 'report', 'committee_date_query', 'condition')`,
)
@Check('ck_reminder_ladder_rungs', `cardinality(rungs) BETWEEN 1 AND 40`)
@Check('ck_reminder_ladder_validity', `valid_from <= valid_until`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_reminder_ladder_institution',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_reminder_ladder_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_reminder_ladder_state',
  onDelete: 'CASCADE',
})
export class ReminderLadderEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  kind!: string;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('smallint', { array: true, nullable: true })
  rungs!: number[] | null;

  @Column('boolean')
  monthlyAfter!: boolean;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text')
  reason!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}

@Entity('threshold_setting')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_threshold_setting_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_threshold_setting_state',
  onDelete: 'CASCADE',
})
export class ThresholdSettingEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('integer')
  value!: number;

  @Column('text')
  reason!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}

@Entity('recurring_obligation')
@Check('ck_recurring_obligation_every', `every_months BETWEEN 1 AND 120`)
@Check('ck_recurring_obligation_kind', `kind IN ('data_submission', 'report')`)
@Check('ck_recurring_obligation_opens', `opens_days_before BETWEEN 0 AND 365`)
@Check(
  'ck_recurring_obligation_period',
  `(period_start_on IS NULL) = (period_end_on IS NULL) AND period_start_on <= period_end_on`,
)
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_recurring_obligation_indicator',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_recurring_obligation_institution',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_recurring_obligation_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_recurring_obligation_state',
  onDelete: 'CASCADE',
})
export class RecurringObligationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('integer', { nullable: true })
  indicatorId!: number | null;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  title!: unknown;

  @Column('boolean')
  required!: boolean;

  @Column('date')
  firstDueOn!: string;

  @Column('smallint')
  everyMonths!: number;

  @Column('date', { nullable: true })
  untilOn!: string | null;

  @Column('smallint')
  opensDaysBefore!: number;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;

  /** The day from which it is kept: no round due before it is made. */
  @Column('date')
  sinceOn!: string;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('obligation_round')
@ForeignKey(() => ObligationEntity, ['stateId', 'obligationId'], ['stateId', 'id'], {
  name: 'fk_obligation_round_obligation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => RecurringObligationEntity, ['stateId', 'recurrenceId'], ['stateId', 'id'], {
  name: 'fk_obligation_round_recurrence',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_obligation_round_state',
  onDelete: 'CASCADE',
})
export class ObligationRoundEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  recurrenceId!: number;

  @PrimaryColumn('date')
  dueOn!: string;

  @Column('integer')
  obligationId!: number;
}
