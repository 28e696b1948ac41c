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

import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What the ombudsperson says in public. */

@Entity('statement')
@Check(
  'ck_statement_withdrawn',
  `(withdrawn_on IS NULL) = (withdrawn_reason IS NULL) AND (withdrawn_by IS NULL OR withdrawn_on IS NOT NULL)`,
)
@ForeignKey(() => PersonEntity, ['withdrawnBy'], ['id'], { name: 'fk_statement_withdrawn_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_statement_state', onDelete: 'CASCADE' })
export class StatementEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  @Column('text', { nullable: true })
  withdrawnReason!: string | null;

  @Column('integer', { nullable: true })
  withdrawnBy!: number | null;
}

@Entity('statement_version')
@Check('ck_statement_version_correction', '(number = 1) = (correction IS NULL)')
@Check('ck_statement_version_language', `language IN ('en', 'es')`)
@Check('ck_statement_version_other', '(other_title IS NULL) = (other_text IS NULL)')
@Check('ck_statement_version_published', 'published_by IS NULL OR published_on IS NOT NULL')
@Check('ck_statement_version_text', 'char_length(text) BETWEEN 1 AND 20000')
@Check('ck_statement_version_title', 'char_length(title) BETWEEN 1 AND 200')
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_statement_version_institution',
})
@ForeignKey(() => PersonEntity, ['publishedBy'], ['id'], { name: 'fk_statement_version_published_by' })
@ForeignKey(() => PersonEntity, ['writtenBy'], ['id'], { name: 'fk_statement_version_written_by' })
@ForeignKey(() => StatementEntity, ['stateId', 'statementId'], ['stateId', 'id'], {
  name: 'fk_statement_version_statement',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_statement_version_state',
  onDelete: 'CASCADE',
})
@Index('uq_statement_version_draft', ['stateId', 'statementId'], {
  unique: true,
  where: 'published_on IS NULL',
})
@Unique('uq_statement_version_number', ['stateId', 'statementId', 'number'])
export class StatementVersionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  statementId!: number;

  /** Counts its versions from one. */
  @Column('smallint')
  number!: number;

  /** In whose name it speaks, where the author has an institution. */
  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('text')
  language!: string;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  /** The same in the other language. */
  @Column('text', { nullable: true })
  otherTitle!: string | null;

  @Column('text', { nullable: true })
  otherText!: string | null;

  @Column('date')
  datedOn!: string;

  /** What a correction corrects, and why. */
  @Column('text', { nullable: true })
  correction!: string | null;

  /** Counts what was written into the draft, so that nobody publishes what somebody changed meanwhile. */
  @Column('integer', { default: 1 })
  writing!: number;

  @Column('integer', { nullable: true })
  writtenBy!: number | null;

  @Column('timestamptz')
  writtenAt!: number;

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('integer', { nullable: true })
  publishedBy!: number | null;
}

@Entity('statement_recommendation')
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_statement_recommendation_recommendation',
})
@ForeignKey(() => StatementVersionEntity, ['stateId', 'versionId'], ['stateId', 'id'], {
  name: 'fk_statement_recommendation_version',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_statement_recommendation_state',
  onDelete: 'CASCADE',
})
@Index('ix_statement_recommendation_recommendation', ['stateId', 'recommendationId'])
export class StatementRecommendationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  versionId!: number;

  @PrimaryColumn('integer')
  recommendationId!: number;
}
