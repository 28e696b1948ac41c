import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { DocumentEntity } from './document-entity.js';
import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Documents on their way in, and what people read otherwise than the parser. */

@Entity('intake')
@Check('ck_intake_intake_state', `intake_state IN ('open', 'saved', 'discarded')`)
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_intake_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['openedBy'], ['id'], { name: 'fk_intake_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_intake_state', onDelete: 'CASCADE' })
export class IntakeEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  fileName!: string;

  @Column('text')
  sourceText!: string;

  @Column('text')
  textSha256!: string;

  @Column('text')
  documentKey!: string;

  @Column('jsonb')
  reading!: unknown;

  @Column('text', { default: 'open' })
  intakeState!: string;

  @Column('integer')
  openedBy!: number;

  @Column('timestamptz')
  openedAt!: number;

  @Column('timestamptz', { nullable: true })
  closedAt!: number | null;

  @Column('integer', { nullable: true })
  documentId!: number | null;
}

@Entity('reading_correction')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_reading_correction_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_reading_correction_state',
  onDelete: 'CASCADE',
})
@Index('ix_reading_correction_place', ['stateId', 'documentKey', 'place', 'id'])
export class ReadingCorrectionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  documentKey!: string;

  @Column('text')
  place!: string;

  @Column('text')
  language!: string;

  /** Null takes the correction of this place back. */
  @Column('jsonb', { nullable: true })
  correction!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer')
  personId!: number;

  @Column('timestamptz')
  correctedAt!: number;
}

/** A further language of a document; the one it was taken in with stands in `document`. */
@Entity('document_language')
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_document_language_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_document_language_state',
  onDelete: 'CASCADE',
})
export class DocumentLanguageEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  documentId!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  title!: string;

  @Column('text')
  textSha256!: string;

  @Column('timestamptz')
  ingestedAt!: number;
}
