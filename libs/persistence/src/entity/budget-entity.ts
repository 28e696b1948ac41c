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

/* Money, by purpose and fiscal year. */

@Entity('budget_line')
@Check('ck_budget_line_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_budget_line_share', 'attributable_share > 0 AND attributable_share <= 1')
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_budget_line_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_budget_line_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_budget_line_state', onDelete: 'CASCADE' })
@Index('ix_budget_line_indicator', ['stateId', 'indicatorId'])
export class BudgetLineEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @Column('text')
  purpose!: string;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('text', { default: 'national' })
  level!: string;

  @Column('text')
  currency!: string;

  @Column('numeric', { default: 1 })
  attributableShare!: number;
}

@Entity('budget_figure')
@Check('ck_budget_figure_phase', `phase IN ('approved', 'revised', 'executed')`)
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_budget_figure_import',
})
@ForeignKey(() => BudgetLineEntity, ['stateId', 'budgetLineId'], ['stateId', 'id'], {
  name: 'fk_budget_figure_line',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], {
  name: 'fk_budget_figure_source',
})
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_budget_figure_submission',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_budget_figure_state', onDelete: 'CASCADE' })
@Index('ix_budget_figure_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
@Unique('uq_budget_figure_revision', [
  'stateId',
  'budgetLineId',
  'fiscalYear',
  'phase',
  'throughOn',
  'revision',
])
export class BudgetFigureEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  budgetLineId!: number;

  @Column('integer')
  sourceId!: number;

  @Column('smallint')
  fiscalYear!: number;

  @Column('text')
  phase!: string;

  @Column('numeric')
  amount!: number;

  @Column('date')
  throughOn!: string;

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

/** Prices by year, to compare amounts of different years. */
@Entity('deflator')
@Check('ck_deflator_currency', `currency ~ '^[A-Z]{3}$'`)
@Check('ck_deflator_price_index', 'price_index > 0')
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_deflator_import',
})
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], { name: 'fk_deflator_source' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_deflator_state', onDelete: 'CASCADE' })
@Index('ix_deflator_import', ['stateId', 'importId'], { where: 'import_id IS NOT NULL' })
@Unique('uq_deflator_revision', ['stateId', 'currency', 'baseYear', 'fiscalYear', 'revision'])
export class DeflatorEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  currency!: string;

  @Column('smallint')
  baseYear!: number;

  @Column('smallint')
  fiscalYear!: number;

  @Column('numeric')
  priceIndex!: number;

  @Column('integer')
  sourceId!: number;

  @Column('smallint', { default: 1 })
  revision!: number;

  @Column('text', { nullable: true })
  revisionReason!: string | null;

  @Column('integer', { nullable: true })
  importId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}
