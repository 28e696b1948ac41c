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

/* People, and the institutions they answer for. */

@Entity('person')
@Check('ck_person_language', `language IN ('en', 'es')`)
@Check('ck_person_rhythm', `rhythm IN ('daily', 'weekly', 'monthly')`)
@Unique('uq_person_email', ['email'])
export class PersonEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text')
  language!: string;

  @Column('text', { default: 'daily' })
  rhythm!: string;

  @Column('timestamptz', { nullable: true })
  unreachableSince!: number | null;

  @Column('boolean', { default: false })
  demonstration!: boolean;

  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('timestamptz', { nullable: true })
  passwordChangedAt!: number | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: number | null;
}

@Entity('institution')
@Check('ck_institution_level', `level IN ('national', 'regional', 'local', 'independent')`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'parentId'], ['stateId', 'id'], {
  name: 'fk_institution_parent',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_institution_state', onDelete: 'CASCADE' })
@ForeignKey(() => InstitutionEntity, ['stateId', 'successorId'], ['stateId', 'id'], {
  name: 'fk_institution_successor',
})
@Unique('uq_institution_code', ['stateId', 'code'])
export class InstitutionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  code!: string;

  @Column('jsonb')
  name!: unknown;

  @Column('jsonb', { nullable: true })
  shortName!: unknown;

  @Column('text', { default: 'national' })
  level!: string;

  @Column('integer', { nullable: true })
  parentId!: number | null;

  @Column('integer', { nullable: true })
  successorId!: number | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('date', { nullable: true })
  succeededOn!: string | null;
}

@Entity('membership')
@Check('ck_membership_head', `NOT is_head OR role = 'focal_point'`)
@Check('ck_membership_focal_point', `role <> 'focal_point' OR institution_id IS NOT NULL`)
@Check(
  'ck_membership_role',
  `role IN ('contributor', 'focal_point', 'monitoring_body', 'ombudsperson', 'secretariat', 'operator')`,
)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_membership_institution',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_membership_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_membership_state', onDelete: 'CASCADE' })
@Index('ix_membership_person', ['personId'])
export class MembershipEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  role!: string;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('date')
  startsOn!: string;

  @Column('date', { nullable: true })
  endsOn!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: number | null;

  /** Heads the institution. */
  @Column('boolean', { default: false })
  isHead!: boolean;
}

@Entity('focal_point')
@Check('ck_focal_point_kind', `kind IN ('institutional', 'technical')`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_focal_point_institution',
})
@ForeignKey(() => MembershipEntity, ['stateId', 'membershipId'], ['stateId', 'id'], {
  name: 'fk_focal_point_membership',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_focal_point_state', onDelete: 'CASCADE' })
@Index('ix_focal_point_institution', ['stateId', 'institutionId'])
@Index('ix_focal_point_membership', ['stateId', 'membershipId'])
export class FocalPointEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  institutionId!: number;

  @Column('integer')
  membershipId!: number;

  @Column('text')
  kind!: string;

  @Column('date')
  startsOn!: string;

  @Column('date', { nullable: true })
  endsOn!: string | null;
}
