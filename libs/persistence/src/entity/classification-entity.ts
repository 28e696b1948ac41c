import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What recommendations are about: two vocabularies, and what people said. */

@Entity('affected_group')
@Check('ck_affected_group_validity', 'valid_from <= valid_until')
export class AffectedGroupEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}

@Entity('sdg_target')
@Check('ck_sdg_target_validity', 'valid_from <= valid_until')
export class SdgTargetEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}

@Entity('classification_decision')
@Check(
  'ck_classification_decision_aspect',
  `aspect IN ('theme', 'affected_group', 'sdg_target', 'indicator_class', 'indicator_track')`,
)
@Check(
  'ck_classification_decision_instead',
  `instead_of IS NULL OR (verdict = 'confirmed' AND instead_of <> code)`,
)
@Check('ck_classification_decision_verdict', `verdict IN ('confirmed', 'dismissed')`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_classification_decision_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_classification_decision_state',
  onDelete: 'CASCADE',
})
@Index('ix_classification_decision_value', ['stateId', 'recommendationPublicId', 'aspect', 'code', 'id'], {
  unique: true,
})
export class ClassificationDecisionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Not the row's number: a decision outlives a reading that lacks the item. */
  @Column('text')
  recommendationPublicId!: string;

  @Column('text')
  aspect!: string;

  @Column('text')
  code!: string;

  @Column('text')
  verdict!: string;

  /** The suggested value in whose place a person put this one. */
  @Column('text', { nullable: true })
  insteadOf!: string | null;

  /** The words that had led to the suggestion. */
  @Column('jsonb', { default: [] })
  words!: unknown;

  @Column('integer')
  personId!: number;

  @Column('timestamptz')
  decidedAt!: Date;
}
