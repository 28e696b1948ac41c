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

import { IndicatorEntity } from './figure-entity.js';
import { InstitutionEntity, PersonEntity } from './people-entity.js';
import { RecommendationEntity } from './recommendation-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/* What the ombudsperson asked an institution formally, and what became of it. */

@Entity('information_request')
@Check('ck_information_request_due', 'due_on > sent_on')
@Check('ck_information_request_language', `language IN ('en', 'es', 'fr')`)
@Check('ck_information_request_working_days', 'working_days BETWEEN 1 AND 60')
@ForeignKey(
  () => InformationRequestEntity,
  ['stateId', 'earlierId', 'recommendationId', 'institutionId'],
  ['stateId', 'id', 'recommendationId', 'institutionId'],
  { name: 'fk_information_request_earlier' },
)
@ForeignKey(() => IndicatorEntity, ['stateId', 'indicatorId'], ['stateId', 'id'], {
  name: 'fk_information_request_indicator',
})
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_information_request_institution',
})
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_information_request_person' })
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_information_request_recommendation',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_information_request_state',
  onDelete: 'CASCADE',
})
@Index('ix_information_request_institution', ['stateId', 'institutionId'])
@Index('ix_information_request_recommendation', ['stateId', 'recommendationId'])
@Unique('uq_information_request_earlier', ['stateId', 'earlierId'])
@Unique('uq_information_request_subject', ['stateId', 'id', 'recommendationId', 'institutionId'])
export class InformationRequestEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer', { nullable: true })
  indicatorId!: number | null;

  @Column('integer')
  institutionId!: number;

  @Column('text')
  question!: string;

  @Column('text')
  language!: string;

  @Column('text')
  legalBasis!: string;

  @Column('date')
  sentOn!: string;

  @Column('smallint')
  workingDays!: number;

  /** Days left out when the due day was counted. */
  @Column('date', { array: true })
  closedDays!: string[];

  @Column('date')
  dueOn!: string;

  /** The request that this one asks again. */
  @Column('integer', { nullable: true })
  earlierId!: number | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  sentAt!: number;
}

@Entity('information_request_event')
@Check(
  'ck_information_request_event_answer',
  `(kind = 'answered') = (language IS NOT NULL) AND (kind = 'answered' OR url IS NULL)`,
)
@Check(
  'ck_information_request_event_kind',
  `kind IN ('answered', 'closed', 'withdrawn', 'question_published', 'answer_published')`,
)
@Check('ck_information_request_event_language', `language IN ('en', 'es', 'fr')`)
@Check('ck_information_request_event_text', `(kind IN ('answered', 'withdrawn')) <= (text IS NOT NULL)`)
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_information_request_event_person' })
@ForeignKey(() => InformationRequestEntity, ['stateId', 'requestId'], ['stateId', 'id'], {
  name: 'fk_information_request_event_request',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_information_request_event_state',
  onDelete: 'CASCADE',
})
@Check(
  'ck_information_request_event_undone',
  `undone_at IS NULL OR kind IN ('answered', 'closed', 'withdrawn')`,
)
@Index('uq_information_request_event_kind', ['stateId', 'requestId', 'kind'], {
  unique: true,
  where: 'undone_at IS NULL',
})
export class InformationRequestEventEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  requestId!: number;

  @Column('text')
  kind!: string;

  @Column('date')
  happenedOn!: string;

  /** The answer, or the reason. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('integer', { nullable: true })
  personId!: number | null;

  @Column('timestamptz')
  happenedAt!: number;

  @Column('timestamptz', { nullable: true })
  undoneAt!: number | null;
}
