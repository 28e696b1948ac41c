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
