import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

import { AlertEntity } from './alert-entity.js';
import { IndicatorEntity } from './figure-entity.js';

import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/** What those who work on the record write to each other about one thing in it. */
@Entity('item_comment')
@Check('ck_item_comment_role', `role IN ('focal_point', 'monitoring_body', 'ombudsperson', 'secretariat')`)
@Check('ck_item_comment_text', `char_length(text) BETWEEN 1 AND 4000`)
@Check('ck_item_comment_about', `num_nonnulls(recommendation_id, indicator_id, alert_id) = 1`)
@Check(
  'ck_item_comment_withdrawn',
  `(text IS NULL) = (withdrawn_at IS NOT NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)`,
)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_item_comment_state', onDelete: 'CASCADE' })
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_item_comment_person' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_item_comment_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_item_comment_indicator',
  onDelete: 'CASCADE',
})
@ForeignKey(() => AlertEntity, ['stateId', 'alertId'], ['stateId', 'id'], {
  name: 'fk_item_comment_alert',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ItemCommentEntity, ['stateId', 'answersId'], ['stateId', 'id'], {
  name: 'fk_item_comment_answers',
  onDelete: 'CASCADE',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_item_comment_institution',
})
@Index('ix_item_comment_recommendation', ['stateId', 'recommendationId'], {
  where: 'recommendation_id IS NOT NULL',
})
@Index('ix_item_comment_indicator', ['stateId', 'indicatorId'], { where: 'indicator_id IS NOT NULL' })
@Index('ix_item_comment_alert', ['stateId', 'alertId'], { where: 'alert_id IS NOT NULL' })
@Index('ix_item_comment_answers', ['stateId', 'answersId'], { where: 'answers_id IS NOT NULL' })
@Index('ix_item_comment_person', ['stateId', 'personId', 'writtenAt'])
export class ItemCommentEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer', { nullable: true })
  recommendationId!: number | null;

  @Column('integer', { nullable: true })
  indicatorId!: number | null;

  @Column('integer', { nullable: true })
  alertId!: number | null;

  @Column('integer', { nullable: true })
  answersId!: number | null;

  @Column('integer')
  personId!: number;

  @Column('text')
  role!: string;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('text')
  language!: string;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('timestamptz')
  writtenAt!: Date;

  @Column('timestamptz', { nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  withdrawnReason!: string | null;
}

/** What an edited comment said before. */
@Entity('item_comment_former')
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_item_comment_former_state',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ItemCommentEntity, ['stateId', 'commentId'], ['stateId', 'id'], {
  name: 'fk_item_comment_former_comment',
  onDelete: 'CASCADE',
})
@Index('ix_item_comment_former_comment', ['stateId', 'commentId'])
export class ItemCommentFormerEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  commentId!: number;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  replacedAt!: Date;
}
