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

import { DocumentEntity } from './document-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Former names of institutions, hand-overs of focal points, and what was transmitted to whom. */

@Entity('institution_name')
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_institution_name_institution',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_institution_name_state',
  onDelete: 'CASCADE',
})
@Index('ix_institution_name_institution', ['stateId', 'institutionId'])
export class InstitutionNameEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  institutionId!: number;

  @Column('jsonb')
  name!: unknown;

  @Column('jsonb', { nullable: true })
  shortName!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date')
  validUntil!: string;
}

@Entity('hand_over')
@Check('ck_hand_over_people', `from_person_id <> to_person_id`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_hand_over_institution',
})
@ForeignKey(() => PersonEntity, ['fromPersonId'], ['id'], { name: 'fk_hand_over_from_person' })
@ForeignKey(() => PersonEntity, ['toPersonId'], ['id'], { name: 'fk_hand_over_to_person' })
@ForeignKey(() => PersonEntity, ['recordedBy'], ['id'], { name: 'fk_hand_over_recorded_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_hand_over_state', onDelete: 'CASCADE' })
@Index('ix_hand_over_institution', ['stateId', 'institutionId'])
@Index('ix_hand_over_waiting', ['stateId', 'startsOn'], { where: 'carried_out_at IS NULL' })
export class HandOverEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  institutionId!: number;

  @Column('integer')
  fromPersonId!: number;

  @Column('integer')
  toPersonId!: number;

  @Column('date')
  startsOn!: string;

  @Column('text')
  note!: string;

  @Column('integer', { nullable: true })
  recordedBy!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('timestamptz', { nullable: true })
  carriedOutAt!: number | null;

  @Column('jsonb', { nullable: true })
  moved!: unknown;
}

@Entity('transmission')
@Check(
  'ck_transmission_recipient_kind',
  `recipient_kind IN ('ministry', 'parliament', 'national_authority', 'local_authority')`,
)
@Check('ck_transmission_received', `received_on >= sent_on`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_transmission_institution',
})
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_transmission_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['recordedBy'], ['id'], { name: 'fk_transmission_recorded_by' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_transmission_state', onDelete: 'CASCADE' })
@Index('ix_transmission_document', ['stateId', 'documentId'])
@Unique('uq_transmission_letter', ['stateId', 'institutionId', 'documentId', 'letter'])
export class TransmissionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  institutionId!: number;

  @Column('integer')
  documentId!: number;

  @Column('text')
  recipientKind!: string;

  @Column('date')
  sentOn!: string;

  @Column('text')
  letter!: string;

  @Column('date', { nullable: true })
  receivedOn!: string | null;

  @Column('integer', { nullable: true })
  recordedBy!: number | null;

  @Column('timestamptz')
  recordedAt!: number;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('transmission_item')
@ForeignKey(() => TransmissionEntity, ['stateId', 'transmissionId'], ['stateId', 'id'], {
  name: 'fk_transmission_item_transmission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_transmission_item_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_transmission_item_state',
  onDelete: 'CASCADE',
})
export class TransmissionItemEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  transmissionId!: number;

  @PrimaryColumn('integer')
  recommendationId!: number;
}

@Entity('transmission_history')
@ForeignKey(() => TransmissionEntity, ['stateId', 'transmissionId'], ['stateId', 'id'], {
  name: 'fk_transmission_history_transmission',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_transmission_history_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_transmission_history_state',
  onDelete: 'CASCADE',
})
@Unique('uq_transmission_history_version', ['stateId', 'transmissionId', 'version'])
export class TransmissionHistoryEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  transmissionId!: number;

  @Column('integer')
  version!: number;

  @Column('date', { nullable: true })
  receivedOn!: string | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  changedAt!: number;
}
