import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';

/* What matters for security, by codes and numbers alone. */

@Entity('security_event')
@Check('ck_security_event_outcome', `outcome IN ('success', 'refused', 'error')`)
@Check(
  'ck_security_event_codes',
  `concat(event, ways, reason, resource, action) ~ '^[a-z0-9_.]*$' AND network ~ '^[A-Za-z0-9_-]{16}$'`,
)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_security_event_person',
  onDelete: 'SET NULL',
})
@Index('ix_security_event_event', ['event', 'id'])
@Index('ix_security_event_time', ['happenedAt'])
@Index('ix_security_event_person', ['personId'])
export class SecurityEventEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('timestamptz')
  happenedAt!: number;

  @Column('text')
  event!: string;

  @Column('text')
  outcome!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text', { nullable: true })
  ways!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  resource!: string | null;

  @Column('text', { nullable: true })
  action!: string | null;

  @Column('text', { nullable: true })
  network!: string | null;
}

/** How much of a day's flood was kept, and how much was only counted. */
@Entity('security_event_tally')
@Check('ck_security_event_tally_of', `of IN ('anybody', 'person')`)
export class SecurityEventTallyEntity {
  @PrimaryColumn('date')
  countedOn!: string;

  @PrimaryColumn('text')
  of!: string;

  @Column('integer', { default: 0 })
  kept!: number;

  @Column('bigint', { default: 0 })
  leftOut!: number;
}
