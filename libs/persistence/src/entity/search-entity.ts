import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

import { AuditEntryEntity } from './audit-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/** Public text, ready to be searched. Without policies: a full-text search through one loses its index. */
@Entity('searchable_text')
@Check(
  'ck_searchable_text_kind',
  `kind IN ('recommendation', 'paragraph', 'document', 'indicator', 'institution')`,
)
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_searchable_text_state', onDelete: 'CASCADE' })
@Index('ix_searchable_text_vector', { synchronize: false })
@Index('ix_searchable_text_place', ['stateId', 'kindPosition', 'place', 'subjectId'])
export class SearchableTextEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('integer')
  subjectId!: number;

  @Column('smallint')
  kindPosition!: number;

  @Column('bigint')
  place!: string;

  @Column('text')
  key!: string;

  @Column('text', { nullable: true })
  document!: string | null;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('jsonb')
  titles!: unknown;

  @Column('jsonb')
  texts!: unknown;

  @Column('tsvector')
  vector!: string;
}

/** Words of the audit, ready to be searched: without policies for the same reason, and without any grant. */
@Entity('audit_words')
@ForeignKey(() => AuditEntryEntity, ['stateId', 'position'], ['stateId', 'position'], {
  name: 'fk_audit_words_entry',
  onDelete: 'CASCADE',
})
@Index('ix_audit_words_vector', { synchronize: false })
export class AuditWordsEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryColumn('bigint')
  position!: string;

  @Column('tsvector')
  vector!: string;
}
