import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Who did what, chained. */

@Entity('audit_entry')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_audit_entry_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_audit_entry_state' })
@Index('ix_audit_entry_subject', ['stateId', 'subjectKind', 'subjectId'])
@Index('ix_audit_entry_person', ['stateId', 'personId'])
export class AuditEntryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('bigint')
  position!: number;

  @Column('timestamptz')
  happenedAt!: number;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text')
  actor!: string;

  @Column('text')
  action!: string;

  @Column('text')
  subjectKind!: string;

  @Column('text')
  subjectId!: string;

  @Column('jsonb', { nullable: true })
  before!: unknown;

  @Column('jsonb', { nullable: true })
  after!: unknown;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text')
  previousHash!: string;

  @Column('text')
  hash!: string;
}

/** Locked by whoever appends: entries of one State are written one after the other. */
@Entity('audit_head')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_audit_head_state' })
export class AuditHeadEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @Column('bigint')
  position!: number;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { nullable: true })
  happenedAt!: number | null;
}

/** The last head of each civil day of the State, as it is published. */
@Entity('audit_day_head')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_audit_day_head_state' })
export class AuditDayHeadEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('date')
  civilOn!: string;

  @Column('bigint')
  position!: number;

  @Column('text')
  hash!: string;

  @Column('timestamptz')
  happenedAt!: number;
}

/** One mail a day to the operator: it belongs to no person of the record, so it has no place in the ledger. */
@Entity('audit_head_mail')
@Check('ck_audit_head_mail_outcome', `outcome IN ('accepted', 'temporary', 'permanent', 'in_doubt')`)
export class AuditHeadMailEntity {
  @PrimaryColumn('date')
  civilOn!: string;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  claimedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: number | null;

  @Column('text', { nullable: true })
  outcome!: string | null;

  @Column('text', { nullable: true })
  response!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: number | null;
}
