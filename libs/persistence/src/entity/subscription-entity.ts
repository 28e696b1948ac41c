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

import { StateEntity } from './vocabulary-entity.js';

/* Who of the public hears by mail of what is published. */

@Entity('subscriber')
@Check('ck_subscriber_language', `language IN ('en', 'es')`)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_subscriber_state', onDelete: 'CASCADE' })
@Unique('uq_subscriber_email', ['stateId', 'email'])
export class SubscriberEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  email!: string;

  @Column('text')
  language!: string;

  /** The last day of whose news a mail has told, or had nothing to tell; null: nothing was confirmed yet. */
  @Column('date', { nullable: true })
  toldUntil!: string | null;
}

@Entity('subscription')
@Check('ck_subscription_topic_kind', `topic_kind IN ('theme', 'institution', 'recommendation')`)
@Check('ck_subscription_language', `language IN ('en', 'es')`)
@ForeignKey(() => SubscriberEntity, ['stateId', 'subscriberId'], ['stateId', 'id'], {
  name: 'fk_subscription_subscriber',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_subscription_state', onDelete: 'CASCADE' })
@Unique('uq_subscription_topic', ['stateId', 'subscriberId', 'topicKind', 'topicKey'])
@Index('ix_subscription_unconfirmed', ['stateId', 'askedAt'], { where: `confirmed_at IS NULL` })
export class SubscriptionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  subscriberId!: number;

  @Column('text')
  topicKind!: string;

  @Column('text')
  topicKey!: string;

  /** In which it was asked for: that of the mails, once it is confirmed. */
  @Column('text')
  language!: string;

  @Column('timestamptz')
  askedAt!: number;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: number | null;
}
