import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { IndicatorEntity, SourceEntity } from './figure-entity.js';
import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What people say of figures that can be compared, or cannot. */

@Entity('figure_judgement')
@Check(
  'ck_figure_judgement_break',
  `(judgement IN ('break', 'break_lifted')) = (break_on IS NOT NULL) AND (judgement = 'break') = (break_kind IS NOT NULL)`,
)
@Check(
  'ck_figure_judgement_break_kind',
  `break_kind IN ('method', 'definition', 'territory', 'law', 'source', 'other')`,
)
@Check('ck_figure_judgement_judgement', `judgement IN ('explanation', 'of_record', 'break', 'break_lifted')`)
@Check(
  'ck_figure_judgement_period',
  `(judgement IN ('explanation', 'of_record')) = (period_start_on IS NOT NULL) AND (period_start_on IS NULL) = (period_end_on IS NULL) AND period_start_on <= period_end_on`,
)
@Check('ck_figure_judgement_source', `judgement <> 'explanation' OR source_id IS NULL`)
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_figure_judgement_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_figure_judgement_person' })
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], {
  name: 'fk_figure_judgement_source',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_figure_judgement_state',
  onDelete: 'CASCADE',
})
@Index('ix_figure_judgement_indicator', ['stateId', 'indicatorId'])
export class FigureJudgementEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @Column('text')
  judgement!: string;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;

  @Column('integer', { nullable: true })
  sourceId!: number | null;

  @Column('date', { nullable: true })
  breakOn!: string | null;

  @Column('text', { nullable: true })
  breakKind!: string | null;

  @Column('text')
  text!: string;

  /** In which it was written. */
  @Column('text')
  language!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}
