import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Files of figures, as they were taken in. */

@Entity('figure_import')
@Check('ck_figure_import_kind', `kind IN ('observations', 'budget', 'prosecutions', 'deflator')`)
@Check('ck_figure_import_undone', '(undone_at IS NULL) = (undo_reason IS NULL)')
@ForeignKey(() => PersonEntity, ['importedBy'], ['id'], { name: 'fk_figure_import_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_figure_import_state', onDelete: 'CASCADE' })
@ForeignKey(() => PersonEntity, ['undoneBy'], ['id'], { name: 'fk_figure_import_undone_by' })
export class FigureImportEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  sha256!: string;

  @Column('text')
  format!: string;

  @Column('jsonb', { default: {} })
  mapping!: unknown;

  @Column('integer')
  rowCount!: number;

  @Column('integer', { default: 0 })
  added!: number;

  @Column('integer', { default: 0 })
  revised!: number;

  @Column('integer', { default: 0 })
  unchanged!: number;

  /** Why its figures differ from what was on record. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Why a rule across figures was overruled. */
  @Column('text', { nullable: true })
  overrideReason!: string | null;

  /** Null from the command line. */
  @Column('integer', { nullable: true })
  importedBy!: number | null;

  @Column('timestamptz')
  importedAt!: number;

  @Column('integer', { nullable: true })
  undoneBy!: number | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: number | null;

  @Column('text', { nullable: true })
  undoReason!: string | null;
}

@Entity('import_mapping')
@Check('ck_import_mapping_kind', `kind IN ('observations', 'budget', 'prosecutions', 'deflator')`)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_import_mapping_state', onDelete: 'CASCADE' })
export class ImportMappingEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  kind!: string;

  /** SHA-256 of the names of the columns. */
  @PrimaryColumn('text')
  fingerprint!: string;

  @Column('jsonb')
  mapping!: unknown;

  @Column('timestamptz')
  savedAt!: number;
}

@Entity('undone_figure')
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_undone_figure_import',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_undone_figure_state', onDelete: 'CASCADE' })
export class UndoneFigureEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  importId!: number;

  /** The row as it stood. */
  @Column('jsonb')
  content!: unknown;
}

@Entity('figure_upload')
@Check(
  'ck_figure_upload_content',
  `(content IS NULL) = (upload_state = 'saved') AND (import_id IS NULL OR upload_state = 'saved')`,
)
@Check('ck_figure_upload_kind', `kind IN ('observations', 'budget', 'prosecutions')`)
@Check('ck_figure_upload_upload_state', `upload_state IN ('checking', 'checked', 'saving', 'saved')`)
@ForeignKey(() => FigureImportEntity, ['stateId', 'importId'], ['stateId', 'id'], {
  name: 'fk_figure_upload_import',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['uploadedBy'], ['id'], { name: 'fk_figure_upload_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_figure_upload_state', onDelete: 'CASCADE' })
@Index('ix_figure_upload_asked', ['stateId', 'askedAt'], { where: `upload_state IN ('checking', 'saving')` })
export class FigureUploadEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  fileName!: string;

  @Column('text')
  sha256!: string;

  @Column('integer')
  byteCount!: number;

  /** Null once it is saved. */
  @Column('bytea', { nullable: true })
  content!: Buffer | null;

  /** What a person said of the file because the file does not. */
  @Column('jsonb')
  settings!: unknown;

  @Column('text', { default: 'checking' })
  uploadState!: string;

  /** How far a long file has been read. */
  @Column('integer', { default: 0 })
  bytesRead!: number;

  /** What saving it would do, and what is wrong with it. */
  @Column('jsonb', { nullable: true })
  outcome!: unknown;

  /** Why the file as a whole cannot be used. */
  @Column('jsonb', { nullable: true })
  refusal!: unknown;

  @Column('integer', { nullable: true })
  importId!: number | null;

  @Column('integer')
  uploadedBy!: number;

  @Column('timestamptz')
  uploadedAt!: number;

  /** When a worker was asked for it last, and how often for the same thing. */
  @Column('timestamptz', { nullable: true })
  askedAt!: number | null;

  @Column('smallint', { default: 1 })
  attempts!: number;
}
