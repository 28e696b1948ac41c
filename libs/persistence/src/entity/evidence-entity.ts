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

import { SubmissionEntity } from './submission-entity.js';
import { ActionEntity } from './action-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What proves that something was done: files with their bytes, links, and whether the links still answer. */

@Entity('evidence_file')
@Check('ck_evidence_file_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_evidence_file_size', `size_bytes > 0`)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_evidence_file_state', onDelete: 'CASCADE' })
@Unique('uq_evidence_file_sha256', ['stateId', 'sha256'])
export class EvidenceFileEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  sha256!: string;

  @Column('integer')
  sizeBytes!: number;

  @Column('text')
  mediaType!: string;

  @Column('timestamptz')
  receivedAt!: number;
}

/** A piece of a file's bytes, in order of `position`. */
@Entity('evidence_file_chunk')
@ForeignKey(() => EvidenceFileEntity, ['stateId', 'fileId'], ['stateId', 'id'], {
  name: 'fk_evidence_file_chunk_file',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_evidence_file_chunk_state',
  onDelete: 'CASCADE',
})
export class EvidenceFileChunkEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  fileId!: number;

  @PrimaryColumn('smallint')
  position!: number;

  @Column('bytea')
  bytes!: Buffer;
}

@Entity('evidence')
@Check('ck_evidence_language', `language IN ('en', 'es', 'fr')`)
@Check('ck_evidence_kind', `kind IN ('file', 'link')`)
@Check(
  'ck_evidence_content',
  `(kind = 'file') = (file_id IS NOT NULL AND file_name IS NOT NULL) AND (kind = 'link') = (url IS NOT NULL)`,
)
@Check('ck_evidence_expiry', `expires_on >= effective_on`)
@Check('ck_evidence_withdrawn', `(withdrawn_on IS NULL) = (withdrawal_reason IS NULL)`)
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_evidence_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(
  () => ActionEntity,
  ['stateId', 'actionId', 'recommendationId'],
  ['stateId', 'id', 'recommendationId'],
  { name: 'fk_evidence_action', onDelete: 'CASCADE' },
)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_evidence_institution',
})
@ForeignKey(() => EvidenceFileEntity, ['stateId', 'fileId'], ['stateId', 'id'], { name: 'fk_evidence_file' })
@ForeignKey(() => PersonEntity, ['recordedBy'], ['id'], { name: 'fk_evidence_recorded_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_evidence_state', onDelete: 'CASCADE' })
@Index('ix_evidence_recommendation', ['stateId', 'recommendationId', 'id'])
@ForeignKey(() => SubmissionEntity, ['stateId', 'submissionId'], ['stateId', 'id'], {
  name: 'fk_evidence_submission',
  onDelete: 'CASCADE',
})
@Index('ix_evidence_file', ['stateId', 'fileId'], { where: 'file_id IS NOT NULL' })
@Index('ix_evidence_submission', ['stateId', 'submissionId'], { where: 'submission_id IS NOT NULL' })
export class EvidenceEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer', { nullable: true })
  actionId!: number | null;

  @Column('integer')
  institutionId!: number;

  @Column('text')
  language!: string;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: string;

  @Column('integer', { nullable: true })
  fileId!: number | null;

  @Column('text', { nullable: true })
  fileName!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('date')
  effectiveOn!: string;

  @Column('date', { nullable: true })
  expiresOn!: string | null;

  @Column('boolean')
  published!: boolean;

  @Column('integer', { nullable: true })
  recordedBy!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  @Column('text', { nullable: true })
  withdrawalReason!: string | null;

  /** The answer that it came with. */
  @Column('integer', { nullable: true })
  submissionId!: number | null;
}

/** What a link answered when it was last asked. */
@Entity('link_check')
@Check('ck_link_check_outcome', `outcome IN ('reachable', 'broken', 'refused')`)
@Check('ck_link_check_broken', `(outcome = 'reachable') = (broken_since IS NULL)`)
@ForeignKey(() => EvidenceEntity, ['stateId', 'evidenceId'], ['stateId', 'id'], {
  name: 'fk_link_check_evidence',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_link_check_state', onDelete: 'CASCADE' })
export class LinkCheckEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  evidenceId!: number;

  @Column('timestamptz')
  checkedAt!: number;

  @Column('text')
  outcome!: string;

  @Column('text')
  detail!: string;

  @Column('smallint', { nullable: true })
  httpStatus!: number | null;

  @Column('timestamptz', { nullable: true })
  brokenSince!: number | null;
}
