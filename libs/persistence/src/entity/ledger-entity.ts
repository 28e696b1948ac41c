import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

import { AlertEntity } from './alert-entity.js';
import { PersonEntity } from './people-entity.js';
import { SubscriberEntity } from './subscription-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Who was told what. */

@Entity('message')
@Check(
  'ck_message_delivery_state',
  `delivery_state IN ('pending', 'accepted', 'permanent', 'in_doubt', 'superseded', 'dead', 'returned')`,
)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_message_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_message_state', onDelete: 'CASCADE' })
@ForeignKey(() => MessageEntity, ['stateId', 'supersededBy'], ['stateId', 'id'], {
  name: 'fk_message_superseded_by',
})
@Unique('uq_message_day', ['stateId', 'personId', 'civilOn', 'sequence'])
@ForeignKey(() => SubscriberEntity, ['stateId', 'subscriberId'], ['stateId', 'id'], {
  name: 'fk_message_subscriber',
})
@Check('ck_message_recipient', `num_nonnulls(person_id, subscriber_id) <= 1`)
@Unique('uq_message_subscriber', ['stateId', 'subscriberId', 'civilOn', 'sequence'])
@Unique('uq_message_header', ['messageIdHeader'])
@Check('ck_message_set_aside', `(set_aside_at IS NULL) = (set_aside_reason IS NULL)`)
@Index('ix_message_dead_letter', ['stateId', 'id'], {
  where: `((delivery_state = ANY (ARRAY['permanent'::text, 'in_doubt'::text, 'dead'::text, 'returned'::text])) AND (set_aside_at IS NULL))`,
})
@Index('ix_message_held_for', ['stateId', 'heldFor'], { where: 'held_for IS NOT NULL' })
@Index('ix_message_set_aside', ['stateId', 'id'], { where: 'set_aside_at IS NOT NULL' })
@Index('ix_message_pending', ['stateId', 'nextAttemptAt'], { where: `delivery_state = 'pending'::text` })
export class MessageEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Null: it is for a subscriber, or was for one whose address is deleted. */
  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('integer', { nullable: true })
  subscriberId!: number | null;

  @Column('date')
  civilOn!: string;

  @Column('smallint', { default: 0 })
  sequence!: number;

  @Column('text', { default: 'pending' })
  deliveryState!: string;

  @Column('text')
  messageIdHeader!: string;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  body!: unknown;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  nextAttemptAt!: number;

  @Column('text', { nullable: true })
  claimedBy!: string | null;

  @Column('integer', { nullable: true })
  supersededBy!: number | null;

  @Column('timestamptz')
  createdAt!: number;

  @Column('timestamptz', { nullable: true })
  setAsideAt!: number | null;

  @Column('text', { nullable: true })
  setAsideReason!: string | null;

  /** The act that it tells of, where that could be undone before it left. */
  @Column('text', { nullable: true })
  heldFor!: string | null;
}

@Entity('delivery')
@Check(
  'ck_delivery_outcome',
  `outcome IN ('started', 'accepted', 'temporary', 'permanent', 'in_doubt', 'superseded', 'failed', 'returned', 'withdrawn')`,
)
@Check('ck_delivery_returned', `(outcome = 'returned') = (returned_as IS NOT NULL)`)
@Check(
  'ck_delivery_returned_as',
  `returned_as IN ('address_unusable', 'refused', 'given_up', 'delayed', 'auto_reply', 'outdated', 'not_understood')`,
)
@ForeignKey(() => MessageEntity, ['stateId', 'messageId'], ['stateId', 'id'], {
  name: 'fk_delivery_message',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_delivery_state', onDelete: 'CASCADE' })
@Index('ix_delivery_time', ['stateId', 'happenedAt'])
@Index('ix_delivery_message', ['stateId', 'messageId'])
export class DeliveryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  messageId!: number;

  @Column('smallint')
  attempt!: number;

  @Column('text')
  outcome!: string;

  @Column('smallint', { nullable: true })
  smtpCode!: number | null;

  @Column('text', { nullable: true })
  response!: string | null;

  @Column('text', { nullable: true })
  returnedAs!: string | null;

  @Column('timestamptz')
  happenedAt!: number;
}

@Entity('notice')
@Check('ck_notice_outcome', `outcome IN ('send', 'skip')`)
@Check('ck_notice_waits', `(waits_until IS NULL) = (waits_for IS NULL)`)
@Check('ck_notice_waits_for', `waits_for IN ('weekly', 'monthly', 'quiet_day', 'next_day')`)
@ForeignKey(() => AlertEntity, ['stateId', 'alertId'], ['stateId', 'id'], {
  name: 'fk_notice_alert',
  onDelete: 'CASCADE',
})
@ForeignKey(() => MessageEntity, ['stateId', 'messageId'], ['stateId', 'id'], { name: 'fk_notice_message' })
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_notice_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_notice_state', onDelete: 'CASCADE' })
@Unique('uq_notice_occasion', ['stateId', 'personId', 'subjectKind', 'subjectId', 'rule', 'occasion', 'rung'])
@Index('ix_notice_alert', ['stateId', 'alertId'])
@Index('ix_notice_message', ['stateId', 'messageId'], { where: `(message_id IS NOT NULL)` })
@Index('ix_notice_undigested', ['stateId', 'personId'], {
  where: `((outcome = 'send'::text) AND (message_id IS NULL))`,
})
export class NoticeEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  alertId!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  subjectKind!: string;

  @Column('integer')
  subjectId!: number;

  @Column('text')
  rule!: string;

  @Column('text')
  occasion!: string;

  @Column('smallint')
  rung!: number;

  @Column('date')
  rungOn!: string;

  @Column('text')
  outcome!: string;

  @Column('text')
  reason!: string;

  @Column('date')
  writtenOn!: string;

  @Column('integer', { nullable: true })
  messageId!: number | null;

  @Column('date', { nullable: true })
  waitsUntil!: string | null;

  @Column('text', { nullable: true })
  waitsFor!: string | null;
}
