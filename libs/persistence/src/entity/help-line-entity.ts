import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Whom a child can call. */

@Entity('help_line')
@Check('ck_help_line_state', `line_state IN ('draft', 'shown', 'replaced', 'withdrawn')`)
@Check(
  'ck_help_line_checked',
  `num_nulls(checked_by, checked_on) IN (0, 2) AND (line_state NOT IN ('shown', 'replaced') OR checked_on IS NOT NULL)`,
)
@Check('ck_help_line_web_address', `web_address LIKE 'https://%'`)
@ForeignKey(() => PersonEntity, ['writtenBy'], ['id'], { name: 'fk_help_line_written_by' })
@ForeignKey(() => PersonEntity, ['checkedBy'], ['id'], { name: 'fk_help_line_checked_by' })
@ForeignKey(() => HelpLineEntity, ['stateId', 'replaces'], ['stateId', 'id'], {
  name: 'fk_help_line_replaces',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_help_line_state', onDelete: 'CASCADE' })
@Index('uq_help_line_change', ['stateId', 'replaces'], { unique: true, where: `line_state = 'draft'` })
export class HelpLineEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  lineState!: string;

  /** The line that this draft takes the place of once it was checked. */
  @Column('integer', { nullable: true })
  replaces!: number | null;

  @Column('smallint')
  place!: number;

  @Column('text')
  telephone!: string;

  @Column('boolean')
  freeOfCharge!: boolean;

  @Column('text', { nullable: true })
  webAddress!: string | null;

  /** Counts what was written into the draft, so that nobody confirms a number that somebody changed meanwhile. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('integer')
  writtenBy!: number;

  @Column('timestamptz')
  writtenAt!: number;

  @Column('integer', { nullable: true })
  checkedBy!: number | null;

  @Column('date', { nullable: true })
  checkedOn!: string | null;
}

@Entity('help_line_wording')
@Check('ck_help_line_wording_language', `language IN ('en', 'es')`)
@ForeignKey(() => HelpLineEntity, ['stateId', 'helpLineId'], ['stateId', 'id'], {
  name: 'fk_help_line_wording_line',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_help_line_wording_state',
  onDelete: 'CASCADE',
})
export class HelpLineWordingEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  helpLineId!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  name!: string;

  @Column('text')
  hours!: string;

  /** The languages in which it answers, in words. */
  @Column('text')
  spoken!: string;
}
