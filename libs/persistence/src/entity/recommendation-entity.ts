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

import { DocumentEntity, ParagraphEntity } from './document-entity.js';
import { InstitutionEntity } from './people-entity.js';
import { StateEntity, ThemeEntity } from './vocabulary-entity.js';

/* What a document asks for, and who is responsible for it. */

@Entity('recommendation')
@Check('ck_recommendation_role', `role IN ('paragraph', 'chapeau', 'item')`)
@Check(
  'ck_recommendation_status',
  `status IN ('implemented', 'on_track', 'awaiting_review', 'at_risk', 'overdue', 'no_data')`,
)
@ForeignKey(() => ParagraphEntity, ['stateId', 'concernParagraphId'], ['stateId', 'id'], {
  name: 'fk_recommendation_concern',
})
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_recommendation_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => ParagraphEntity, ['stateId', 'paragraphId'], ['stateId', 'id'], {
  name: 'fk_recommendation_paragraph',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_recommendation_state', onDelete: 'CASCADE' })
@ForeignKey(() => ThemeEntity, ['themeCode'], ['code'], { name: 'fk_recommendation_theme' })
@Unique('uq_recommendation_code', ['stateId', 'documentId', 'code'])
@Unique('uq_recommendation_public_id', ['stateId', 'publicId'])
@Index('ix_recommendation_next_check', ['stateId', 'nextCheckOn'])
@Index('ix_recommendation_paragraph', ['stateId', 'paragraphId'])
@Index('ix_recommendation_position', ['stateId', 'documentId', 'position'])
export class RecommendationEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  publicId!: string;

  @Column('integer')
  documentId!: number;

  @Column('integer')
  paragraphId!: number;

  @Column('integer', { nullable: true })
  concernParagraphId!: number | null;

  @Column('integer')
  position!: number;

  @Column('text')
  code!: string;

  @Column('text', { nullable: true })
  itemLabel!: string | null;

  @Column('text')
  role!: string;

  @Column('text')
  verb!: string;

  @Column('text', { nullable: true })
  themeCode!: string | null;

  @Column('date', { nullable: true })
  implementedOn!: string | null;

  @Column('text', { nullable: true })
  implementedReason!: string | null;

  @Column('text', { default: 'no_data' })
  status!: string;

  @Column('text', { default: 'never_checked' })
  statusReason!: string;

  @Column('jsonb', { default: {} })
  statusParameters!: unknown;

  @Column('date', { nullable: true })
  statusSince!: string | null;

  @Column('date', { nullable: true })
  nextCheckOn!: string | null;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('recommendation_text')
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_recommendation_text_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_recommendation_text_state',
  onDelete: 'CASCADE',
})
export class RecommendationTextEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  recommendationId!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text', { nullable: true })
  officialText!: string | null;

  @Column('text', { nullable: true })
  title!: string | null;
}

@Entity('responsibility')
@Check('ck_responsibility_basis', `basis IN ('named_in_text', 'now_responsible')`)
@Check(
  'ck_responsibility_basis_fields',
  `(basis = 'named_in_text' AND named_as IS NOT NULL) OR (basis = 'now_responsible' AND institution_id IS NOT NULL AND role IS NOT NULL)`,
)
@Check('ck_responsibility_role', `role IN ('lead', 'support')`)
@ForeignKey(() => InstitutionEntity, ['stateId', 'institutionId'], ['stateId', 'id'], {
  name: 'fk_responsibility_institution',
})
@ForeignKey(() => RecommendationEntity, ['stateId', 'recommendationId'], ['stateId', 'id'], {
  name: 'fk_responsibility_recommendation',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_responsibility_state', onDelete: 'CASCADE' })
@Index('ix_responsibility_recommendation', ['stateId', 'recommendationId'])
export class ResponsibilityEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  recommendationId!: number;

  @Column('integer', { nullable: true })
  institutionId!: number | null;

  @Column('text')
  basis!: string;

  @Column('text', { nullable: true })
  role!: string | null;

  @Column('text', { nullable: true })
  namedAs!: string | null;

  @Column('date', { nullable: true })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  endsOn!: string | null;
}
