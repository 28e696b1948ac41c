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
import type { ColumnType } from 'typeorm';

import { IndicatorEntity } from './figure-entity.js';
import { FigureImportEntity } from './import-entity.js';
import { SubmissionEntity } from './submission-entity.js';
import { ONE_BYTE_CHARACTER } from './one-byte-character.js';
import { StateEntity } from './vocabulary-entity.js';

/* Figures as they were accepted. */

const ONE_BYTE = ONE_BYTE_CHARACTER as ColumnType;

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

/** One row for what came on record together. */
@Entity('figure_intake')
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_figure_intake_import',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_figure_intake_state', onDelete: 'CASCADE' })
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_figure_intake_submission',
})
@Index('ix_figure_intake_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
export class FigureIntakeEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('date')
  acceptedOn!: string;

  @Column('integer', { nullable: true })
  submissionId!: number | null;

  @Column('integer', { nullable: true })
  importId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}

/**
 * Columns by their alignment, and none but the value may be NULL: 60 bytes a row of up to eight digits (ADR 43). What it names is held by triggers.
 * Read through the view `accepted_figure`.
 */
@Entity('observation')
@Check('ck_observation_period', 'period_start_on <= period_end_on')
@Check('ck_observation_status', `status IN ('A', 'P', 'Q', 'q', 'O', 'o', 'M', 'm')`)
@Check('ck_observation_value', `(value IS NOT NULL) = (status IN ('A', 'P', 'Q', 'q'))`)
@Index('ix_observation_intake', ['intakeId'], { type: 'brin' })
export class ObservationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  seriesId!: number;

  @PrimaryColumn('integer')
  sourceId!: number;

  @PrimaryColumn('date')
  periodEndOn!: string;

  @PrimaryColumn('date')
  periodStartOn!: string;

  @PrimaryColumn('smallint', { default: 1 })
  revision!: number;

  @Column('integer')
  intakeId!: number;

  @Column({ type: ONE_BYTE })
  status!: string;

  @Column('numeric', { nullable: true })
  value!: number | null;
}

/** What few observations have. */
@Entity('observation_detail')
@Check('ck_observation_detail_parts', 'num_nulls(numerator, denominator) IN (0, 2)')
@Check('ck_observation_detail_told', 'num_nonnulls(numerator, revision_reason) > 0')
export class ObservationDetailEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  seriesId!: number;

  @PrimaryColumn('integer')
  sourceId!: number;

  @PrimaryColumn('date')
  periodEndOn!: string;

  @PrimaryColumn('date')
  periodStartOn!: string;

  @PrimaryColumn('smallint')
  revision!: number;

  @Column('numeric', { nullable: true })
  numerator!: number | null;

  @Column('numeric', { nullable: true })
  denominator!: number | null;

  @Column('text', { nullable: true })
  revisionReason!: string | null;
}
