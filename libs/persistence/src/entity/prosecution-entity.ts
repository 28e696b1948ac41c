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

import { IndicatorEntity, SourceEntity } from './figure-entity.js';
import { FigureImportEntity } from './import-entity.js';
import { InstitutionEntity } from './people-entity.js';
import { SubmissionEntity } from './submission-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Cases, by offence, cohort and stage. */

@Entity('case_series')
@Check('ck_case_series_facet', `facet IN ('main', 'official', 'legal_person', 'extraterritorial')`)
@Check(
  'ck_case_series_cohort_rule',
  `cohort_rule IN ('year_of_event', 'year_of_complaint', 'year_of_decision')`,
)
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_case_series_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_case_series_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_case_series_state', onDelete: 'CASCADE' })
@Unique('uq_case_series', [
  'stateId',
  'indicatorId',
  'offence',
  'region',
  'facet',
  'cohortRule',
  'cohortYear',
])
export class CaseSeriesEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @Column('text')
  offence!: string;

  @Column('text')
  cohortRule!: string;

  @Column('smallint')
  cohortYear!: number;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('text', { default: 'all' })
  region!: string;

  @Column('text', { default: 'main' })
  facet!: string;
}

@Entity('case_stage')
@Check(
  'ck_case_stage_stage',
  `stage IN ('complaint', 'investigation', 'charge', 'trial', 'conviction', 'sentence', 'reparation_ordered', 'reparation_paid', 'archived')`,
)
@Check('ck_case_stage_value', `(value IS NOT NULL) = (value_state IN ('reported', 'below_threshold'))`)
@Check(
  'ck_case_stage_value_state',
  `value_state IN ('reported', 'below_threshold', 'missing', 'not_applicable')`,
)
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_case_stage_import',
})
@ForeignKey(() => CaseSeriesEntity, ['stateId', 'caseSeriesId'], ['stateId', 'id'], {
  name: 'fk_case_stage_series',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], { name: 'fk_case_stage_source' })
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_case_stage_submission',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_case_stage_state', onDelete: 'CASCADE' })
@Index('ix_case_stage_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
@Unique('uq_case_stage_revision', ['stateId', 'caseSeriesId', 'stage', 'revision'])
export class CaseStageEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  caseSeriesId!: number;

  @Column('integer')
  sourceId!: number;

  @Column('text')
  stage!: string;

  @Column('text')
  valueState!: string;

  @Column('integer', { nullable: true })
  value!: number | null;

  @Column('boolean', { default: false })
  provisional!: boolean;

  @Column('smallint', { default: 1 })
  revision!: number;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Column('integer', { nullable: true })
  importId!: number | null;

  @Column('integer', { nullable: true })
  submissionId!: number | null;
}

const STAGES = `('complaint', 'investigation', 'charge', 'trial', 'conviction', 'sentence', 'reparation_ordered', 'reparation_paid')`;

@Entity('case_duration')
@Check('ck_case_duration_cases', 'cases >= 0')
@Check('ck_case_duration_days', 'median_days >= 0')
@Check('ck_case_duration_since', `since_stage IN ${STAGES}`)
@Check('ck_case_duration_stage', `stage IN ${STAGES}`)
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_case_duration_import',
})
@ForeignKey(() => CaseSeriesEntity, ['stateId', 'caseSeriesId'], ['stateId', 'id'], {
  name: 'fk_case_duration_series',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], {
  name: 'fk_case_duration_source',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_case_duration_state', onDelete: 'CASCADE' })
@Index('ix_case_duration_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
@Unique('uq_case_duration_revision', ['stateId', 'caseSeriesId', 'sinceStage', 'stage', 'revision'])
export class CaseDurationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  caseSeriesId!: number;

  @Column('integer')
  sourceId!: number;

  @Column('text')
  sinceStage!: string;

  @Column('text')
  stage!: string;

  @Column('integer')
  medianDays!: number;

  @Column('integer', { nullable: true })
  cases!: number | null;

  @Column('boolean', { default: false })
  provisional!: boolean;

  @Column('smallint', { default: 1 })
  revision!: number;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Column('integer', { nullable: true })
  importId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}
