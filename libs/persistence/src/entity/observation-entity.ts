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

import { IndicatorEntity } from './figure-entity.js';
import { SubmissionEntity } from './submission-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Figures as they were accepted. */

@Entity('series')
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_series_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_series_state', onDelete: 'CASCADE' })
@Unique('uq_series_key', ['stateId', 'indicatorId', 'key'])
export class SeriesEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @Column('text')
  key!: string;

  @Column('jsonb')
  categories!: unknown;
}

@Entity('observation')
@Check(
  'ck_observation_parts',
  `num_nulls(numerator, denominator) IN (0, 2) AND (numerator IS NULL OR value_state = 'reported')`,
)
@Check('ck_observation_period', 'period_start_on <= period_end_on')
@Check('ck_observation_value', `(value IS NOT NULL) = (value_state IN ('reported', 'below_threshold'))`)
@Check(
  'ck_observation_value_state',
  `value_state IN ('reported', 'below_threshold', 'missing', 'not_applicable')`,
)
@ForeignKey(() => SeriesEntity, ['stateId', 'seriesId'], ['stateId', 'id'], {
  name: 'fk_observation_series',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_observation_submission',
})
@Index('ix_observation_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
@Unique('uq_observation_revision', [
  'stateId',
  'seriesId',
  'sourceId',
  'periodEndOn',
  'periodStartOn',
  'revision',
])
export class ObservationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  seriesId!: number;

  @Column('integer')
  sourceId!: number;

  @Column('date')
  periodStartOn!: string;

  @Column('date')
  periodEndOn!: string;

  @Column('smallint', { default: 1 })
  revision!: number;

  @Column('text')
  valueState!: string;

  @Column('numeric', { nullable: true })
  value!: number | null;

  @Column('boolean', { default: false })
  provisional!: boolean;

  @Column('date')
  acceptedOn!: string;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('numeric', { nullable: true })
  numerator!: number | null;

  @Column('numeric', { nullable: true })
  denominator!: number | null;

  @Column('integer', { nullable: true })
  submissionId!: number | null;

  @Column('integer', { nullable: true })
  importId!: number | null;
}
