import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { InstrumentEntity, MechanismEntity, StateEntity } from './vocabulary-entity.js';

/* Documents of treaty bodies, taken apart. */

@Entity('document')
@ForeignKey(() => InstrumentEntity, ['instrumentCode'], ['code'], { name: 'fk_document_instrument' })
@ForeignKey(() => MechanismEntity, ['mechanismCode'], ['code'], { name: 'fk_document_mechanism' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_document_state', onDelete: 'CASCADE' })
@Unique('uq_document_key', ['stateId', 'key'])
@Unique('uq_document_slug', ['stateId', 'slug'])
export class DocumentEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  key!: string;

  @Column('text')
  slug!: string;

  @Column('text', { nullable: true })
  symbol!: string | null;

  @Column('text', { nullable: true })
  inferredSymbol!: string | null;

  @Column('text')
  title!: string;

  @Column('jsonb', { nullable: true })
  shortTitle!: unknown;

  @Column('text')
  mechanismCode!: string;

  @Column('text')
  instrumentCode!: string;

  /** Null until the text has been taken in, like its hash. */
  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { array: true, default: '{}' })
  reportsConsidered!: string[];

  @Column('date', { array: true, default: '{}' })
  consideredOn!: string[];

  @Column('date', { nullable: true })
  adoptedOn!: string | null;

  @Column('smallint', { default: 1 })
  cycle!: number;

  @Column('text', { nullable: true })
  textSha256!: string | null;

  @Column('text', { nullable: true })
  nextReportStatement!: string | null;

  @Column('jsonb', { default: [] })
  warnings!: unknown;

  @Column('timestamptz')
  ingestedAt!: number;

  @Column('date', { nullable: true })
  reportReceivedOn!: string | null;
}

@Entity('section')
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_section_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SectionEntity, ['stateId', 'parentId'], ['stateId', 'id'], { name: 'fk_section_parent' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_section_state', onDelete: 'CASCADE' })
export class SectionEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  documentId!: number;

  @Column('integer', { nullable: true })
  parentId!: number | null;

  @Column('smallint')
  position!: number;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  title!: string;
}

@Entity('paragraph')
@Check('ck_paragraph_chapeau_kind', `chapeau_kind IN ('bare', 'substantive')`)
@Check('ck_paragraph_kind', `kind IN ('concern', 'recommendation', 'positive', 'procedural')`)
@ForeignKey(() => DocumentEntity, ['stateId', 'documentId'], ['stateId', 'id'], {
  name: 'fk_paragraph_document',
  onDelete: 'CASCADE',
})
@ForeignKey(() => SectionEntity, ['stateId', 'sectionId'], ['stateId', 'id'], {
  name: 'fk_paragraph_section',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_paragraph_state', onDelete: 'CASCADE' })
@Unique('uq_paragraph_number', ['stateId', 'documentId', 'number'])
export class ParagraphEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  documentId!: number;

  @Column('integer', { nullable: true })
  sectionId!: number | null;

  @Column('integer')
  number!: number;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  verb!: string | null;

  @Column('text', { nullable: true })
  chapeauKind!: string | null;
}

@Entity('paragraph_text')
@ForeignKey(() => ParagraphEntity, ['stateId', 'paragraphId'], ['stateId', 'id'], {
  name: 'fk_paragraph_text_paragraph',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_paragraph_text_state', onDelete: 'CASCADE' })
export class ParagraphTextEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('integer')
  paragraphId!: number;

  @PrimaryColumn('text')
  language!: string;

  @Column('text')
  text!: string;

  @Column('jsonb', { default: [] })
  items!: unknown;
}

@Entity('document_reference')
@ForeignKey(() => ParagraphEntity, ['stateId', 'paragraphId'], ['stateId', 'id'], {
  name: 'fk_document_reference_paragraph',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_document_reference_state',
  onDelete: 'CASCADE',
})
export class DocumentReferenceEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  paragraphId!: number;

  @Column('text', { nullable: true })
  itemLabel!: string | null;

  @Column('text')
  symbol!: string;

  @Column('integer', { nullable: true, array: true })
  paragraphs!: number[] | null;

  @Column('text')
  printedAs!: string;
}

@Entity('article_reference')
@ForeignKey(() => ParagraphEntity, ['stateId', 'paragraphId'], ['stateId', 'id'], {
  name: 'fk_article_reference_paragraph',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StateEntity, ['stateId'], ['id'], {
  name: 'fk_article_reference_state',
  onDelete: 'CASCADE',
})
export class ArticleReferenceEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  paragraphId!: number;

  @Column('text', { nullable: true })
  instrumentCode!: string | null;

  @Column('text')
  article!: string;
}
