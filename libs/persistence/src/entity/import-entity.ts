import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

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
