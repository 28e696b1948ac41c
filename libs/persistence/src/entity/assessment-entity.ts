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

import { PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { MechanismEntity, StateEntity } from './vocabulary-entity.js';

/* How a recommendation is assessed, on which scale, and whether it counts as implemented. */

@Entity('assessment_scale')
@Check('ck_assessment_scale_validity', 'valid_from <= valid_until')
@ForeignKey(() => MechanismEntity, ['mechanismCode'], ['code'], { name: 'fk_assessment_scale_mechanism' })
export class AssessmentScaleEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  /** Null: ours. */
  @Column('text', { nullable: true })
  mechanismCode!: string | null;

  @Column('text')
  version!: string;

  @Column('jsonb')
  name!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('boolean')
  doubtful!: boolean;

  @Column('text')
  source!: string;
}

@Entity('assessment_grade')
@ForeignKey(() => AssessmentScaleEntity, ['scaleCode'], ['code'], { name: 'fk_assessment_grade_scale' })
export class AssessmentGradeEntity {
  @PrimaryColumn('text')
  scaleCode!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;
}

@Entity('assessment')
@Check('ck_assessment_assessor', `assessor IN ('state', 'ombudsperson', 'committee')`)
@Check('ck_assessment_cited', `assessor <> 'committee' OR (symbol IS NOT NULL AND paragraph IS NOT NULL)`)
@Check('ck_assessment_grade', '(scale_code IS NULL) = (grade_code IS NULL)')
@Check('ck_assessment_graded', `assessor = 'committee' OR grade_code IS NOT NULL`)
@Check('ck_assessment_supersede', '(supersedes_id IS NULL) = (supersede_reason IS NULL)')
@ForeignKey(() => AssessmentGradeEntity, ['scaleCode', 'gradeCode'], ['scaleCode', 'code'], {
  name: 'fk_assessment_grade',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_assessment_person' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_assessment_recommendation',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_assessment_state', onDelete: 'CASCADE' })
@ForeignKey(
  () => AssessmentEntity,
  ['stateId', 'supersedesId', 'recommendationId', 'assessor'],
  ['stateId', 'id', 'recommendationId', 'assessor'],
  { name: 'fk_assessment_supersedes' },
)
@Index('ix_assessment_recommendation', ['stateId', 'recommendationId'])
@Unique('uq_assessment_subject', ['stateId', 'id', 'recommendationId', 'assessor'])
@Unique('uq_assessment_supersedes', ['stateId', 'supersedesId'])
export class AssessmentEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('text')
  assessor!: string;

  /** Null where a committee has no scale: its words stand alone. */
  @Column('text', { nullable: true })
  scaleCode!: string | null;

  @Column('text', { nullable: true })
  gradeCode!: string | null;

  /** For a committee, the day of the cited document. */
  @Column('date')
  assessedOn!: string;

  /** The assessor's own words. */
  @Column('text')
  text!: string;

  @Column('text')
  language!: string;

  @Column('text', { nullable: true })
  symbol!: string | null;

  @Column('text', { nullable: true })
  paragraph!: string | null;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('integer', { nullable: true })
  supersedesId!: number | null;

  @Column('text', { nullable: true })
  supersedeReason!: string | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('tsvector')
  vector!: string;
}

@Entity('assessment_event')
@Check('ck_assessment_event_kind', `kind IN ('published', 'withdrawn')`)
@Check('ck_assessment_event_reason', `(kind = 'withdrawn') = (reason IS NOT NULL)`)
@ForeignKey(() => AssessmentEntity, ['stateId', 'assessmentId'], ['stateId', 'id'], {
  name: 'fk_assessment_event_assessment',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_assessment_event_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_assessment_event_state',
  onDelete: 'CASCADE',
})
@Unique('uq_assessment_event_kind', ['stateId', 'assessmentId', 'kind'])
export class AssessmentEventEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  assessmentId!: number;

  @Column('text')
  kind!: string;

  @Column('date')
  happenedOn!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  happenedAt!: number;
}

@Entity('implementation_decision')
@Check('ck_implementation_decision_decision', `decision IN ('implemented', 'overridden', 'reopened')`)
@Check(
  'ck_implementation_decision_rule',
  `decision = 'reopened' OR (decision = 'overridden') = (jsonb_array_length(in_the_way) > 0)`,
)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_implementation_decision_person' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_implementation_decision_recommendation',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_implementation_decision_state',
  onDelete: 'CASCADE',
})
@Index('ix_implementation_decision_recommendation', ['stateId', 'recommendationId'])
export class ImplementationDecisionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('text')
  decision!: string;

  @Column('date')
  decidedOn!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  language!: string;

  /** What stood in the way on the day it was recorded. */
  @Column('jsonb')
  inTheWay!: unknown;

  /** Pieces of evidence that stood behind it on that day. */
  @Column('integer')
  evidence!: number;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('tsvector')
  vector!: string;
}
