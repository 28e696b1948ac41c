import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/* Vocabularies that all States share, and the installation itself. */

@Entity('installation')
export class InstallationEntity {
  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  value!: unknown;
}

@Entity('state')
@Check('ck_state_iso3', `iso3 ~ '^[A-Z]{3}$'`)
@Unique('uq_state_iso3', ['iso3'])
export class StateEntity {
  @PrimaryGeneratedColumn('identity', { type: 'smallint', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  iso3!: string;

  @Column('jsonb')
  name!: unknown;

  @Column('text')
  timeZone!: string;

  @Column('boolean', { default: false })
  demonstration!: boolean;
}

@Entity('mechanism')
export class MechanismEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('jsonb')
  name!: unknown;
}

@Entity('instrument')
@ForeignKey(() => MechanismEntity, ['mechanismCode'], ['code'], { name: 'fk_instrument_mechanism' })
@ForeignKey(() => InstrumentEntity, ['reportedWithin'], ['code'], { name: 'fk_instrument_reported_within' })
export class InstrumentEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  mechanismCode!: string;

  @Column('jsonb')
  name!: unknown;

  /** The treaty within whose periodic reports a State reports on this one, and the article that says so. */
  @Column('text', { nullable: true })
  reportedWithin!: string | null;

  @Column('text', { nullable: true })
  reportedWithinArticle!: string | null;
}

@Entity('follow_up_rule')
@Check('ck_follow_up_rule_certainty', `certainty IN ('estimated', 'awaiting_committee')`)
@Check('ck_follow_up_rule_estimate', `certainty <> 'estimated' OR offset_duration IS NOT NULL`)
@Check('ck_follow_up_rule_offset', `offset_duration ~ '^P(\\d+Y)?(\\d+M)?$' AND offset_duration <> 'P'`)
@Check('ck_follow_up_rule_purpose', `purpose IN ('follow_up', 'next_report')`)
@Check('ck_follow_up_rule_validity', 'valid_from <= valid_until')
@ForeignKey(() => InstrumentEntity, ['instrumentCode'], ['code'], { name: 'fk_follow_up_rule_instrument' })
@ForeignKey(() => MechanismEntity, ['mechanismCode'], ['code'], { name: 'fk_follow_up_rule_mechanism' })
export class FollowUpRuleEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('text')
  mechanismCode!: string;

  @Column('text', { nullable: true })
  instrumentCode!: string | null;

  @Column('text')
  purpose!: string;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text', { nullable: true })
  offsetDuration!: string | null;

  @Column('smallint', { nullable: true })
  itemsFrom!: number | null;

  @Column('smallint', { nullable: true })
  itemsTo!: number | null;

  @Column('text', { nullable: true })
  certainty!: string | null;

  @Column('boolean')
  doubtful!: boolean;

  @Column('jsonb')
  basis!: unknown;

  @Column('text')
  source!: string;
}

@Entity('theme')
export class ThemeEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  scheme!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;
}

@Entity('dimension')
@Check('ck_dimension_validity', 'valid_from <= valid_until')
export class DimensionEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}

@Entity('category')
@Check('ck_category_validity', 'valid_from <= valid_until')
@ForeignKey(() => DimensionEntity, ['dimensionCode'], ['code'], { name: 'fk_category_dimension' })
export class CategoryEntity {
  @PrimaryColumn('text')
  dimensionCode!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;

  @Column('jsonb', { default: {} })
  codes!: unknown;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validUntil!: string | null;
}
