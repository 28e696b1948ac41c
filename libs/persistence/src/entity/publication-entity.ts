import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { StateEntity } from './vocabulary-entity.js';

/* Figures as everybody may read them. */

@Entity('published_figure')
@Check('ck_published_figure_bound', `(bound IS NOT NULL) = (flag IS NOT DISTINCT FROM 'below_bound')`)
@Check('ck_published_figure_cell', '(value IS NULL) <> (flag IS NULL)')
@Check(
  'ck_published_figure_flag',
  `flag IN ('lt10', 'structural_zero', 'missing', 'not_applicable', 'not_shown', 'below_bound')`,
)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_published_figure_state',
  onDelete: 'CASCADE',
})
export class PublishedFigureEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  indicatorCode!: string;

  @PrimaryColumn('text')
  seriesKey!: string;

  @PrimaryColumn('text')
  sourceCode!: string;

  @PrimaryColumn('date')
  periodStartOn!: string;

  @PrimaryColumn('date')
  periodEndOn!: string;

  @Column('jsonb')
  categories!: unknown;

  @Column('numeric', { nullable: true })
  value!: number | null;

  @Column('text', { nullable: true })
  flag!: string | null;

  @Column('numeric', { nullable: true })
  bound!: number | null;

  @Column('boolean', { default: false })
  provisional!: boolean;

  @Column('integer')
  cubeVersion!: number;

  @Column('smallint', { nullable: true })
  announcedError!: number | null;

  @Column('timestamptz')
  publishedAt!: number;
}

/** What a period was published from. Nobody but the application reads it. */
@Entity('stand_in')
@Check('ck_stand_in_failure', '(failure IS NULL) = (failed_at IS NULL)')
@Check(
  'ck_stand_in_waiting',
  '(waiting_reason IS NULL) = (waiting_since IS NULL) AND (waiting_records IS NULL OR waiting_reason IS NOT NULL)',
)
@Check(
  'ck_stand_in_waiting_reason',
  `waiting_reason IN ('few_records', 'year_not_over', 'breakdown_gone', 'everybody_changed', 'overlaps_published', 'published_in_other_cube')`,
)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_stand_in_state', onDelete: 'CASCADE' })
export class StandInEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  cube!: string;

  @PrimaryColumn('text')
  sourceCode!: string;

  @PrimaryColumn('date')
  periodStartOn!: string;

  @PrimaryColumn('date')
  periodEndOn!: string;

  /** Null as long as nothing could be published. */
  @Column('jsonb', { nullable: true })
  kept!: unknown;

  /** Why its changes are held. */
  @Column('text', { nullable: true })
  waitingReason!: string | null;

  /** Changed records, where they can be counted. */
  @Column('integer', { nullable: true })
  waitingRecords!: number | null;

  @Column('timestamptz', { nullable: true })
  waitingSince!: number | null;

  /** Code of the error. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { nullable: true })
  failedAt!: number | null;
}
