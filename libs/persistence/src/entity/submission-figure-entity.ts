import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { IndicatorEntity, SourceEntity } from './figure-entity.js';
import { SubmissionEntity } from './submission-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Figures on their way: handed in, not accepted yet. */

@Entity('submission_figure')
@Check('ck_submission_figure_period', 'period_start_on <= period_end_on')
@Check('ck_submission_figure_value', `(value IS NOT NULL) = (value_state IN ('reported', 'below_threshold'))`)
@Check(
  'ck_submission_figure_value_state',
  `value_state IN ('reported', 'below_threshold', 'missing', 'not_applicable')`,
)
@Check(
  'ck_submission_figure_parts',
  `num_nulls(numerator, denominator) IN (0, 2) AND (numerator IS NULL OR value_state = 'reported')`,
)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_submission_figure_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_submission_figure_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SourceEntity, ['stateId', 'sourceId'], ['stateId', 'id'], {
  name: 'fk_submission_figure_source',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_submission_figure_state',
  onDelete: 'CASCADE',
})
export class SubmissionFigureEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  submissionId!: number;

  @PrimaryColumn('smallint')
  revision!: number;

  @PrimaryColumn('integer')
  indicatorId!: number;

  @PrimaryColumn('text')
  seriesKey!: string;

  @PrimaryColumn('integer')
  sourceId!: number;

  @PrimaryColumn('date')
  periodStartOn!: string;

  @PrimaryColumn('date')
  periodEndOn!: string;

  @Column('jsonb')
  categories!: unknown;

  @Column('text')
  valueState!: string;

  @Column('numeric', { nullable: true })
  value!: number | null;

  @Column('numeric', { nullable: true })
  numerator!: number | null;

  @Column('numeric', { nullable: true })
  denominator!: number | null;

  @Column('boolean')
  provisional!: boolean;

  @Column('text', { nullable: true })
  revisionReason!: string | null;
}

@Entity('submission_departure')
@Check(
  'ck_submission_departure_rule',
  `rule IN ('parts.exceed_total', 'parts.below_total', 'part.exceeds_total', 'stage.exceeds_earlier', 'executed.exceeds_budget')`,
)
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_submission_departure_submission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_submission_departure_state',
  onDelete: 'CASCADE',
})
export class SubmissionDepartureEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  submissionId!: number;

  @PrimaryColumn('smallint')
  revision!: number;

  @PrimaryColumn('smallint')
  position!: number;

  @Column('text')
  rule!: string;

  @Column('text')
  dimension!: string;

  @Column('jsonb')
  whole!: unknown;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('numeric')
  parts!: number;

  @Column('numeric')
  total!: number;

  @Column('text', { nullable: true })
  reason!: string | null;
}
