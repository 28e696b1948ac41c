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

import { DocumentEntity } from './document-entity.js';
import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { FollowUpRuleEntity, StateEntity } from './vocabulary-entity.js';

/* What is due, until when, and what was sent for it. */

@Entity('deadline')
@Check('ck_deadline_certainty', `certainty IN ('confirmed', 'estimated', 'awaiting_committee')`)
@Check(
  'ck_deadline_certainty_fields',
  `(certainty = 'confirmed') = (due_on IS NOT NULL) AND (certainty = 'confirmed' OR due_year IS NULL OR certainty = 'estimated') AND (certainty <> 'estimated' OR due_year IS NOT NULL)`,
)
@Check(
  'ck_deadline_origin',
  `origin IN ('printed_date', 'printed_delay', 'rule', 'no_rule', 'communicated', 'entered')`,
)
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_deadline_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => FollowUpRuleEntity, ['ruleCode'], ['code'], { name: 'fk_deadline_rule' })
@Index('ix_deadline_document', ['stateId', 'documentId'])
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_deadline_state', onDelete: 'CASCADE' })
export class DeadlineEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer', { nullable: true })
  documentId!: number | null;

  @Column('text')
  purpose!: string;

  @Column('text')
  certainty!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('smallint', { nullable: true })
  dueYear!: number | null;

  @Column('text')
  timeZone!: string;

  @Column('jsonb')
  basis!: unknown;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { default: 'entered' })
  origin!: string;

  @Column('text', { nullable: true })
  ruleCode!: string | null;

  /** Codes of the recommendations that a follow-up is asked for. */
  @Column('text', { array: true, default: '{}' })
  paragraphs!: string[];
}

@Entity('deadline_history')
@ForeignKey(() => DeadlineEntity, ['stateId', 'deadlineId'], ['stateId', 'id'], {
  name: 'fk_deadline_history_deadline',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_deadline_history_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_deadline_history_state',
  onDelete: 'CASCADE',
})
@Unique('uq_deadline_history_version', ['stateId', 'deadlineId', 'version'])
export class DeadlineHistoryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  deadlineId!: number;

  @Column('integer')
  version!: number;

  @Column('text')
  certainty!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('smallint', { nullable: true })
  dueYear!: number | null;

  @Column('jsonb')
  basis!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  changedAt!: number;

  @Column('text', { default: 'entered' })
  origin!: string;

  /** Who, where it was no person: `ingest`, `rule`, `demonstration`. */
  @Column('text', { nullable: true })
  actor!: string | null;
}

@Entity('obligation')
@Check('ck_obligation_kind', `kind IN ('data_submission', 'report', 'committee_date_query')`)
@ForeignKey(() => DeadlineEntity, ['stateId', 'deadlineId'], ['stateId', 'id'], {
  name: 'fk_obligation_deadline',
})
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_obligation_indicator',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_obligation_institution',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_obligation_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_obligation_state', onDelete: 'CASCADE' })
@Index('ix_obligation_deadline', ['stateId', 'deadlineId'])
@Index('ix_obligation_recommendation', ['stateId', 'recommendationId'])
export class ObligationEntity {
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

  @Column('integer')
  deadlineId!: number;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  title!: unknown;

  @Column('boolean')
  required!: boolean;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;
}
