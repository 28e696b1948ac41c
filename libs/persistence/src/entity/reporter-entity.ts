import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/** Who is asked for the figures of an indicator, since when and until when. */
@Entity('indicator_reporter')
@Check('ck_indicator_reporter_validity', 'starts_on <= ends_on')
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_indicator_reporter_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_indicator_reporter_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_indicator_reporter_state',
  onDelete: 'CASCADE',
})
export class IndicatorReporterEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  indicatorId!: number;

  @PrimaryColumn('integer')
  institutionId!: number;

  @Column('smallint')
  position!: number;

  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;
}

/** How much of what was asked of an institution came; dimensions only. */
@Entity('indicator_completeness')
@Check(
  'ck_indicator_completeness_received',
  'received <@ asked AND not_applicable <@ asked AND NOT received && not_applicable',
)
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_indicator_completeness_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_indicator_completeness_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_indicator_completeness_state',
  onDelete: 'CASCADE',
})
@Unique('uq_indicator_completeness_reporter', [
  'stateId',
  'indicatorId',
  'periodEndOn',
  'periodStartOn',
  'institutionId',
])
export class IndicatorCompletenessEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  indicatorId!: number;

  @Column('date')
  periodEndOn!: string;

  @Column('date')
  periodStartOn!: string;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  /** Whether it led when the period was judged. */
  @Column('boolean', { default: true })
  lead!: boolean;

  @Column('text', { array: true })
  asked!: string[];

  @Column('text', { array: true })
  received!: string[];

  @Column('text', { array: true })
  notApplicable!: string[];
}

/** An indicator whose completeness is to be judged again: of one period, or of all. Only added to, and taken by whoever judges. */
@Entity('completeness_mark')
@Check('ck_completeness_mark_period', 'num_nulls(period_start_on, period_end_on) IN (0, 2)')
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_completeness_mark_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_completeness_mark_state',
  onDelete: 'CASCADE',
})
export class CompletenessMarkEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('integer')
  indicatorId!: number;

  @Column('date', { nullable: true })
  periodStartOn!: string | null;

  @Column('date', { nullable: true })
  periodEndOn!: string | null;
}
