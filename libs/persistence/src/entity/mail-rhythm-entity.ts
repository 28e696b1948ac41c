import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* When mail comes. */

@Entity('mail_rhythm')
@Check('ck_mail_rhythm_rhythm', `rhythm IN ('daily', 'weekly', 'monthly')`)
@Check('ck_mail_rhythm_weekday', `weekday BETWEEN 1 AND 7`)
@Check(
  'ck_mail_rhythm_quiet',
  `cardinality(quiet_weekdays) <= 6 AND quiet_weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]`,
)
@Check('ck_mail_rhythm_weekly', `(rhythm = 'weekly') = (weekday IS NOT NULL)`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_mail_rhythm_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_mail_rhythm_state', onDelete: 'CASCADE' })
export class MailRhythmEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  personId!: number;

  @Column('text')
  rhythm!: string;

  @Column('smallint', { nullable: true })
  weekday!: number | null;

  @Column('smallint', { array: true })
  quietWeekdays!: number[];

  @Column('boolean')
  quietWhenClosed!: boolean;

  @Column('timestamptz')
  changedAt!: number;
}

@Entity('mail_day')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_mail_day_state', onDelete: 'CASCADE' })
export class MailDayEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('date')
  civilOn!: string;

  @Column('timestamptz')
  closedAt!: number;
}
