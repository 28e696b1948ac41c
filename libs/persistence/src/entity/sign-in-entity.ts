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

import { PersonEntity } from './people-entity.js';

/* How people prove who they are, and the sessions and tokens that follow. */

@Entity('sign_in_link')
@Check('ck_sign_in_link_purpose', `purpose IN ('sign_in', 'invitation', 'recovery')`)
@ForeignKey(() => PersonEntity, ['createdBy'], ['id'], {
  name: 'fk_sign_in_link_creator',
  onDelete: 'SET NULL',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_sign_in_link_person', onDelete: 'CASCADE' })
@Index('ix_sign_in_link_person', ['personId'])
export class SignInLinkEntity {
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('integer')
  personId!: number;

  @Column('timestamptz')
  expiresAt!: number;

  @Column('timestamptz', { nullable: true })
  usedAt!: number | null;

  @Column('text', { default: 'sign_in' })
  purpose!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: number;

  @Column('integer', { nullable: true })
  createdBy!: number | null;
}

@Entity('session')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_session_person', onDelete: 'CASCADE' })
@Index('ix_session_person', ['personId'])
@Unique('uq_session_token', ['tokenHash'])
export class SessionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  tokenHash!: string;

  @Column('integer')
  personId!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: number;

  @Column('timestamptz')
  expiresAt!: number;

  @Column('timestamptz', { nullable: true })
  revokedAt!: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: number;

  @Column('text', { default: '' })
  device!: string;

  @Column('text', { array: true, default: '{link}' })
  proven!: string[];

  @Column('boolean', { default: false })
  secondFactorDue!: boolean;
}

@Entity('passkey')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_passkey_person', onDelete: 'CASCADE' })
@Index('ix_passkey_person', ['personId'])
@Unique('uq_passkey_credential', ['credentialId'])
export class PasskeyEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  credentialId!: string;

  @Column('bytea')
  publicKey!: Buffer;

  @Column('bigint', { default: 0 })
  signCount!: number;

  @Column('text', { array: true, default: '{}' })
  transports!: string[];

  @Column('text')
  name!: string;

  @Column('timestamptz')
  createdAt!: number;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: number | null;
}

@Entity('one_time_password')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_one_time_password_person',
  onDelete: 'CASCADE',
})
export class OneTimePasswordEntity {
  @PrimaryColumn('integer')
  personId!: number;

  @Column('text')
  encryptedSecret!: string;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: number | null;

  @Column('bigint', { default: 0 })
  lastStep!: number;
}

@Entity('recovery_code')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_recovery_code_person',
  onDelete: 'CASCADE',
})
export class RecoveryCodeEntity {
  @PrimaryColumn('integer')
  personId!: number;

  @PrimaryColumn('text')
  codeHash!: string;

  @Column('timestamptz', { nullable: true })
  usedAt!: number | null;
}

@Entity('external_identity')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_external_identity_person',
  onDelete: 'CASCADE',
})
@Index('ix_external_identity_person', ['personId'])
export class ExternalIdentityEntity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('integer')
  personId!: number;

  @Column('timestamptz')
  linkedAt!: number;
}

@Entity('sign_in_challenge')
@Check(
  'ck_sign_in_challenge_purpose',
  `purpose IN ('passkey_registration', 'passkey_sign_in', 'oidc', 'recovery_codes')`,
)
@Index('ix_sign_in_challenge_expires', ['expiresAt'])
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_sign_in_challenge_person',
  onDelete: 'CASCADE',
})
export class SignInChallengeEntity {
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('text')
  purpose!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('jsonb')
  payload!: unknown;

  @Column('timestamptz')
  expiresAt!: number;
}

@Entity('sign_in_attempt')
@Check('ck_sign_in_attempt_kind', `kind IN ('account', 'address')`)
@Index('ix_sign_in_attempt_subject', ['subjectHash', 'attemptedAt'])
export class SignInAttemptEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  subjectHash!: string;

  @Column('timestamptz')
  attemptedAt!: number;
}

@Entity('api_token')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_api_token_person', onDelete: 'CASCADE' })
@Index('ix_api_token_person', ['personId'])
@Unique('uq_api_token_hash', ['tokenHash'])
export class ApiTokenEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  name!: string;

  @Column('text')
  tokenHash!: string;

  @Column('text', { array: true })
  permissions!: string[];

  @Column('timestamptz')
  createdAt!: number;

  @Column('timestamptz')
  expiresAt!: number;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: number | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: number | null;
}

/** An address of a person's own calendar. */
@Entity('calendar_feed')
@ForeignKey(() => PersonEntity, ['personId'], ['id'], {
  name: 'fk_calendar_feed_person',
  onDelete: 'CASCADE',
})
@Index('ix_calendar_feed_person', ['personId'])
@Unique('uq_calendar_feed_hash', ['secretHash'])
export class CalendarFeedEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  name!: string;

  @Column('text')
  secretHash!: string;

  @Column('timestamptz')
  createdAt!: number;

  @Column('timestamptz', { nullable: true })
  lastReadAt!: number | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: number | null;
}
