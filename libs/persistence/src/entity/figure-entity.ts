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

import { InstitutionEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What is measured, and who says so. */

/** All that is counted of one register. */
@Entity('cube')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_cube_state', onDelete: 'CASCADE' })
@Unique('uq_cube_record_source', ['stateId', 'recordSource'])
export class CubeEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  recordSource!: string;
}

@Entity('source')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_source_state', onDelete: 'CASCADE' })
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_source_institution',
})
@Unique('uq_source_code', ['stateId', 'code'])
export class SourceEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  name!: unknown;

  @Column('boolean', { default: false })
  citation!: boolean;

  @Column('boolean', { default: false })
  demonstration!: boolean;

  @Column('text', { nullable: true })
  url!: string | null;

  /** Whose figures they are; null where they are of no institution of the State, or nobody has said. */
  @Column('integer', { nullable: true })
  institutionId!: number | null;
}

@Entity('indicator')
@Check('ck_indicator_class', `class IN ('structural', 'process', 'outcome')`)
@Check('ck_indicator_direction', `direction IN ('increase', 'decrease')`)
@Check('ck_indicator_figure_kind', `figure_kind IN ('person_count', 'derived_rate', 'plain', 'citation')`)
@Check('ck_indicator_ratio_per', `ratio_per IS NULL OR (value_type = 'ratio' AND ratio_per > 0)`)
@Check('ck_indicator_track', `track IN ('data', 'budget', 'prosecutions')`)
@Check(
  'ck_indicator_rate',
  `(rate_numerator IS NULL) = (rate_denominator IS NULL) AND (rate_numerator IS NULL) = (rate_per IS NULL) AND (rate_numerator IS NULL OR figure_kind IS NOT DISTINCT FROM 'derived_rate')`,
)
@Check(
  'ck_indicator_value_type',
  `value_type IN ('boolean', 'date', 'stage', 'count', 'ratio', 'amount', 'index')`,
)
@ForeignKey(() => CubeEntity, ['stateId', 'cube'], ['stateId', 'code'], { name: 'fk_indicator_cube' })
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_indicator_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_indicator_state', onDelete: 'CASCADE' })
@Check('ck_indicator_computed_from', `computed_from IN ('completeness')`)
@Index('uq_indicator_computed_from', ['stateId', 'computedFrom'], {
  unique: true,
  where: 'computed_from IS NOT NULL',
})
@Index('uq_indicator_counts_victims', ['stateId'], { unique: true, where: 'counts_victims' })
@Unique('uq_indicator_code', ['stateId', 'code'])
export class IndicatorEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  code!: string;

  @Column('text')
  track!: string;

  @Column('text')
  class!: string;

  @Column('jsonb')
  name!: unknown;

  @Column('jsonb')
  unit!: unknown;

  @Column('jsonb', { nullable: true })
  population!: unknown;

  @Column('text')
  valueType!: string;

  @Column('text', { nullable: true })
  figureKind!: string | null;

  @Column('text', { default: 'increase' })
  direction!: string;

  @Column('smallint', { nullable: true })
  periodicityMonths!: number | null;

  @Column('numeric', { nullable: true })
  baselineValue!: number | null;

  @Column('date', { nullable: true })
  baselineOn!: string | null;

  @Column('numeric', { nullable: true })
  targetValue!: number | null;

  @Column('date', { nullable: true })
  targetOn!: string | null;

  @Column('text', { array: true, default: '{}' })
  requiredDimensions!: string[];

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('jsonb', { default: {} })
  metadata!: unknown;

  @Column('smallint', { nullable: true })
  highlightPosition!: number | null;

  /** Null: the indicator is a cube of its own. */
  @Column('text', { nullable: true })
  cube!: string | null;

  /** Indicator of the same cube of which this one counts a part; null: of everybody. */
  @Column('text', { nullable: true })
  nestedIn!: string | null;

  @Column('text', { nullable: true })
  rateNumerator!: string | null;

  @Column('text', { nullable: true })
  rateDenominator!: string | null;

  /** 100 or 100,000. */
  @Column('integer', { nullable: true })
  ratePer!: number | null;

  @Column('numeric', { nullable: true })
  ratioPer!: number | null;

  /** Purposes of spending that it is asked for; of a budget. */
  @Column('text', { array: true, default: '{}' })
  requiredPurposes!: string[];

  @Column('boolean', { default: false })
  countsVictims!: boolean;

  /** Series of the program's own that its figures are worked out from; null where people send them. */
  @Column('text', { nullable: true })
  computedFrom!: string | null;
}

@Entity('recommendation_indicator')
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_recommendation_indicator_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_recommendation_indicator_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_recommendation_indicator_state',
  onDelete: 'CASCADE',
})
@Index('ix_recommendation_indicator_indicator', ['stateId', 'indicatorId'])
@Index('uq_recommendation_indicator_home', ['stateId', 'indicatorId'], { unique: true, where: 'is_home' })
export class RecommendationIndicatorEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  recommendationId!: number;

  @PrimaryColumn('integer')
  indicatorId!: number;

  @Column('boolean')
  required!: boolean;

  @Column('boolean')
  isHome!: boolean;

  @Column('smallint', { default: 0 })
  position!: number;
}
