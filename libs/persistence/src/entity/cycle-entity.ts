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
import { PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { InstrumentEntity, MechanismEntity, StateEntity } from './vocabulary-entity.js';

/* How a State's reviews follow one another, and what became of an item from one to the next. */

@Entity('reporting_cycle')
@Check('ck_reporting_cycle_continuation', `continuation IN ('superseded', 'reported_within')`)
@Check(
  'ck_reporting_cycle_continued',
  '(continued_by_document_id IS NULL) = (continuation IS NULL) AND (closed_on IS NULL) = (continuation IS NULL)',
)
@ForeignKey(() => DocumentEntity, ['stateId', 'continuedByDocumentId'], ['stateId', 'id'], {
  name: 'fk_reporting_cycle_continued_by',
  onDelete: 'CASCADE',
})
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_reporting_cycle_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstrumentEntity, ['instrumentCode'], ['code'], { name: 'fk_reporting_cycle_instrument' })
@ForeignKey(() => MechanismEntity, ['mechanismCode'], ['code'], { name: 'fk_reporting_cycle_mechanism' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_reporting_cycle_state',
  onDelete: 'CASCADE',
})
export class ReportingCycleEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  /** The document that opened it. */
  @PrimaryColumn('integer')
  documentId!: number;

  @Column('text')
  mechanismCode!: string;

  @Column('text')
  instrumentCode!: string;

  @Column('smallint')
  number!: number;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** Symbol of the report that closed it. */
  @Column('text', { nullable: true })
  closedBy!: string | null;

  @Column('integer', { nullable: true })
  continuedByDocumentId!: number | null;

  @Column('text', { nullable: true })
  continuation!: string | null;
}

@Entity('recommendation_succession')
@Check('ck_recommendation_succession_decided', `(succession_state = 'suggested') = (decided_at IS NULL)`)
@Check(
  'ck_recommendation_succession_kind',
  `kind IN ('repeated', 'narrowed', 'absorbed', 'dropped', 'implemented')`,
)
@Check(
  'ck_recommendation_succession_later',
  `kind = 'implemented' OR (kind = 'dropped') = (later_id IS NULL)`,
)
@Check('ck_recommendation_succession_state', `succession_state IN ('suggested', 'confirmed', 'rejected')`)
@ForeignKey(() => RecommendationEntity, ['stateId', 'earlierId'], ['stateId', 'id'], {
  name: 'fk_recommendation_succession_earlier',
  onDelete: 'CASCADE',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'laterId'], ['stateId', 'id'], {
  name: 'fk_recommendation_succession_later',
  onDelete: 'CASCADE',
})
@ForeignKey(() => DocumentEntity, ['stateId', 'laterDocumentId'], ['stateId', 'id'], {
  name: 'fk_recommendation_succession_later_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_recommendation_succession_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_recommendation_succession_state',
  onDelete: 'CASCADE',
})
@Index('ix_recommendation_succession_later', ['stateId', 'laterId'])
@Unique('uq_recommendation_succession_pair', ['stateId', 'earlierId', 'laterDocumentId', 'laterId'])
export class RecommendationSuccessionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  earlierId!: number;

  @Column('integer')
  laterDocumentId!: number;

  /** Null where the later document has no such item. */
  @Column('integer', { nullable: true })
  laterId!: number | null;

  @Column('text')
  kind!: string;

  @Column('text', { default: 'suggested' })
  successionState!: string;

  /** Likeness with the words that led to it; null where a person saw the link without being shown it. */
  @Column('real', { nullable: true })
  score!: number | null;

  @Column('jsonb', { nullable: true })
  likeness!: unknown;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: number | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
