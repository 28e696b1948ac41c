import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What a recommendation asks, in plain words. */

@Entity('plain_text')
@Check('ck_plain_text_language', `language IN ('en', 'es')`)
@Check('ck_plain_text_state', `plain_state IN ('draft', 'confirmed', 'replaced', 'withdrawn')`)
@Check(
  'ck_plain_text_confirmed',
  `num_nulls(confirmed_by, confirmed_on) IN (0, 2) AND (plain_state = 'draft') = (confirmed_on IS NULL)`,
)
@ForeignKey(() => PersonEntity, ['writtenBy'], ['id'], { name: 'fk_plain_text_written_by' })
@ForeignKey(() => PersonEntity, ['confirmedBy'], ['id'], { name: 'fk_plain_text_confirmed_by' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_plain_text_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_plain_text_state', onDelete: 'CASCADE' })
@Index('uq_plain_text_draft', ['stateId', 'recommendationId', 'language'], {
  unique: true,
  where: `plain_state = 'draft'`,
})
@Index('uq_plain_text_confirmed', ['stateId', 'recommendationId', 'language'], {
  unique: true,
  where: `plain_state = 'confirmed'`,
})
export class PlainTextEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('text')
  language!: string;

  @Column('text')
  text!: string;

  @Column('text')
  plainState!: string;

  /** Counts what was written into the draft, so that nobody confirms what somebody changed meanwhile. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('integer')
  writtenBy!: number;

  @Column('timestamptz')
  writtenAt!: number;

  @Column('integer', { nullable: true })
  confirmedBy!: number | null;

  @Column('date', { nullable: true })
  confirmedOn!: string | null;
}
