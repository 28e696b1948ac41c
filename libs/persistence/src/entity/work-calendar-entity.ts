import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What a secretariat says of the working days of its State. */

@Entity('work_day')
@Check('ck_work_day_standing', `standing IN ('closed', 'worked', 'announced', 'as_listed')`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_work_day_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_work_day_state', onDelete: 'CASCADE' })
@Index('ix_work_day_day', ['stateId', 'dayOn', 'id'])
export class WorkDayEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('date')
  dayOn!: string;

  @Column('text')
  standing!: string;

  @Column('text')
  reason!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}

@Entity('work_week')
@Check('ck_work_week_weekend', `cardinality(weekend) <= 6 AND weekend <@ '{1,2,3,4,5,6,7}'::smallint[]`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_work_week_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_work_week_state', onDelete: 'CASCADE' })
export class WorkWeekEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('smallint', { array: true })
  weekend!: number[];

  @Column('text')
  reason!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}
