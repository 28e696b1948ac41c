import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { AlertEntity } from './alert-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* Who hears of what nobody answers, and who says that it is not theirs. */

@Entity('escalation_setting')
@Check(
  'ck_escalation_setting_addressees',
  `addressees <@ ARRAY['owner', 'head', 'coordinating_body', 'docket'] AND addressees[1] = 'owner' AND cardinality(addressees) BETWEEN 1 AND 4`,
)
@Check(
  'ck_escalation_setting_days',
  `cardinality(working_days) = cardinality(addressees) AND working_days[1] = 0 AND 0 <= ALL (working_days) AND 365 >= ALL (working_days)`,
)
@Check('ck_escalation_setting_whole', `(addressees IS NULL) = (working_days IS NULL)`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_escalation_setting_person' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_escalation_setting_state',
  onDelete: 'CASCADE',
})
export class EscalationSettingEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  /** Null: the steps of a State that sets none. */
  @Column('text', { array: true, nullable: true })
  addressees!: string[] | null;

  @Column('smallint', { array: true, nullable: true })
  workingDays!: number[] | null;

  @Column('text')
  reason!: string;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  recordedAt!: number;
}

@Entity('disclaimer')
@Check('ck_disclaimer_decision', `decision IN ('assigned', 'sent_back')`)
@Check(
  'ck_disclaimer_decided',
  `(decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (decision_reason IS NULL)`,
)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_disclaimer_state', onDelete: 'CASCADE' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_disclaimer_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_disclaimer_institution',
})
@ForeignKey(() => AlertEntity, ['stateId', 'alertId'], ['stateId', 'id'], { name: 'fk_disclaimer_alert' })
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_disclaimer_person' })
@ForeignKey(() => PersonEntity, ['decidedBy'], ['id'], { name: 'fk_disclaimer_decided_by' })
@Index('uq_disclaimer_open', ['stateId', 'recommendationId', 'institutionId'], {
  unique: true,
  where: 'decision IS NULL',
})
export class DisclaimerEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer')
  institutionId!: number;

  @Column('integer', { nullable: true })
  alertId!: number | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('text')
  reason!: string;

  @Column('date')
  saidOn!: string;

  @Column('timestamptz')
  saidAt!: number;

  @Column('text', { nullable: true })
  decision!: string | null;

  @Column('date', { nullable: true })
  decidedOn!: string | null;

  @Column('integer', { nullable: true })
  decidedBy!: number | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
