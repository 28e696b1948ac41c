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

import { BudgetLineEntity } from './budget-entity.js';
import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What institutions do about a recommendation. */

@Entity('action')
@Check('ck_action_language', `language IN ('en', 'es', 'fr')`)
@Check('ck_action_level', `level IN ('national', 'regional', 'local', 'independent')`)
@Check('ck_action_planned', `planned_start_on <= planned_end_on`)
@Check(
  'ck_action_cancelled',
  `(cancelled_on IS NULL) = (cancel_reason IS NULL) AND (cancelled_on IS NULL OR done_on IS NULL)`,
)
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_action_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_action_institution',
})
@ForeignKey(() => PersonEntity, ['recordedBy'], ['id'], { name: 'fk_action_recorded_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_action_state', onDelete: 'CASCADE' })
@Unique('uq_action_recommendation', ['stateId', 'id', 'recommendationId'])
@Index('ix_action_recommendation', ['stateId', 'recommendationId', 'id'])
@Index('ix_action_institution', ['stateId', 'institutionId', 'id'])
export class ActionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer')
  institutionId!: number;

  @Column('text')
  language!: string;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('text')
  level!: string;

  @Column('date')
  plannedStartOn!: string;

  @Column('date')
  plannedEndOn!: string;

  @Column('date', { nullable: true })
  doneOn!: string | null;

  @Column('boolean', { default: false })
  specific!: boolean;

  @Column('boolean', { default: false })
  measurable!: boolean;

  @Column('boolean', { default: false })
  achievable!: boolean;

  @Column('boolean', { default: false })
  relevant!: boolean;

  @Column('boolean', { default: false })
  timeBound!: boolean;

  @Column('date', { nullable: true })
  cancelledOn!: string | null;

  @Column('text', { nullable: true })
  cancelReason!: string | null;

  @Column('integer', { nullable: true })
  recordedBy!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('tsvector')
  vector!: string;
}

@Entity('action_indicator')
@ForeignKey(() => ActionEntity, ['stateId', 'actionId'], ['stateId', 'id'], {
  name: 'fk_action_indicator_action',
  onDelete: 'CASCADE',
})
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_action_indicator_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_action_indicator_state',
  onDelete: 'CASCADE',
})
export class ActionIndicatorEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  actionId!: number;

  @PrimaryColumn('integer')
  indicatorId!: number;
}

@Entity('action_budget_line')
@ForeignKey(() => ActionEntity, ['stateId', 'actionId'], ['stateId', 'id'], {
  name: 'fk_action_budget_line_action',
  onDelete: 'CASCADE',
})
@ForeignKey(() => BudgetLineEntity, ['stateId', 'budgetLineId'], ['stateId', 'id'], {
  name: 'fk_action_budget_line_budget_line',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_action_budget_line_state',
  onDelete: 'CASCADE',
})
export class ActionBudgetLineEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  actionId!: number;

  @PrimaryColumn('integer')
  budgetLineId!: number;
}
