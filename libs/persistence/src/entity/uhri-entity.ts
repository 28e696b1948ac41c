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
import { StateEntity } from './vocabulary-entity.js';

/* What the Universal Human Rights Index has about a State, and its exports on their way in. */

@Entity('uhri_import')
@Check('ck_uhri_import_import_state', `import_state IN ('reading', 'open', 'saved', 'discarded')`)
@ForeignKey(() => PersonEntity, ['openedBy'], ['id'], { name: 'fk_uhri_import_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_uhri_import_state', onDelete: 'CASCADE' })
export class UhriImportEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  fileName!: string;

  @Column('text')
  language!: string;

  @Column('text', { default: 'reading' })
  importState!: string;

  /** Rows by what became of them. */
  @Column('jsonb', { default: {} })
  tally!: unknown;

  /** Null from the command line. */
  @Column('integer', { nullable: true })
  openedBy!: number | null;

  @Column('timestamptz')
  openedAt!: number;

  @Column('timestamptz', { nullable: true })
  closedAt!: number | null;
}

@Entity('uhri_import_row')
@Check(
  'ck_uhri_import_row_content',
  `(content IS NULL) <> (rejections IS NULL) AND (content IS NULL OR annotation_id IS NOT NULL)`,
)
@ForeignKey(() => UhriImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_uhri_import_row_import',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_uhri_import_row_state', onDelete: 'CASCADE' })
@Index('uq_uhri_import_row_annotation', ['stateId', 'importId', 'annotationId'], {
  unique: true,
  where: 'content IS NOT NULL',
})
export class UhriImportRowEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  importId!: number;

  @PrimaryColumn('integer')
  rowNumber!: number;

  @Column('uuid', { nullable: true })
  annotationId!: string | null;

  @Column('jsonb', { nullable: true })
  content!: unknown;

  @Column('jsonb', { nullable: true })
  rejections!: unknown;
}

@Entity('uhri_annotation')
@Check('ck_uhri_annotation_kind', `kind IN ('recommendation', 'observation')`)
@Check('ck_uhri_annotation_upr_position', `upr_position IN ('supported', 'noted')`)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_uhri_annotation_state', onDelete: 'CASCADE' })
@Unique('uq_uhri_annotation_annotation', ['stateId', 'annotationId', 'language'])
@Index('ix_uhri_annotation_passage', ['stateId', 'symbol', 'paragraph'])
export class UhriAnnotationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('uuid')
  annotationId!: string;

  @Column('text')
  language!: string;

  @Column('text')
  symbol!: string;

  @Column('text')
  body!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  heading!: string | null;

  @Column('text', { nullable: true })
  paragraph!: string | null;

  @Column('text')
  text!: string;

  @Column('text', { array: true })
  countries!: string[];

  @Column('text', { array: true })
  regions!: string[];

  @Column('text', { array: true })
  themes!: string[];

  @Column('text', { array: true })
  affectedPersons!: string[];

  @Column('text', { array: true })
  sdgs!: string[];

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  /** Without a time zone, as the export has it. */
  @Column('text', { nullable: true })
  listedAt!: string | null;

  @Column('text', { array: true })
  recommendingStates!: string[];

  @Column('text', { array: true })
  recommendingRegions!: string[];

  @Column('text', { nullable: true })
  uprPosition!: string | null;

  @Column('smallint', { nullable: true })
  uprSession!: number | null;

  @Column('timestamptz')
  importedAt!: number;

  @Column('timestamptz')
  changedAt!: number;

  /** Since when the export no longer has it. */
  @Column('timestamptz', { nullable: true })
  absentSince!: number | null;

  @Column('tsvector')
  vector!: string;
}

/** What an annotation said before an import changed it. */
@Entity('uhri_annotation_history')
@Check('ck_uhri_annotation_history_change', `change IN ('changed', 'absent', 'returned')`)
@ForeignKey(() => UhriAnnotationEntity, ['stateId', 'uhriAnnotationId'], ['stateId', 'id'], {
  name: 'fk_uhri_annotation_history_annotation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => UhriImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_uhri_annotation_history_import',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_uhri_annotation_history_state',
  onDelete: 'CASCADE',
})
@Index('ix_uhri_annotation_history_annotation', ['stateId', 'uhriAnnotationId'])
export class UhriAnnotationHistoryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  uhriAnnotationId!: number;

  @Column('integer')
  importId!: number;

  @Column('text')
  change!: string;

  @Column('jsonb')
  before!: unknown;

  @Column('timestamptz')
  changedAt!: number;
}

@Entity('uhri_link_decision')
@Check('ck_uhri_link_decision_verdict', `verdict IN ('confirmed', 'refused')`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_uhri_link_decision_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_uhri_link_decision_state',
  onDelete: 'CASCADE',
})
@Index('ix_uhri_link_decision_pair', ['stateId', 'annotationId', 'recommendationPublicId', 'id'], {
  unique: true,
})
@Index('ix_uhri_link_decision_recommendation', ['stateId', 'recommendationPublicId'])
export class UhriLinkDecisionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** OHCHR's number: a decision holds for the annotation in every language. */
  @Column('uuid')
  annotationId!: string;

  /** Not the row's number: a decision outlives a reading that lacks the item. */
  @Column('text')
  recommendationPublicId!: string;

  @Column('text')
  verdict!: string;

  @Column('integer')
  personId!: number;

  @Column('timestamptz')
  decidedAt!: Date;
}
