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
export class InstrumentEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  mechanismCode!: string;

  @Column('jsonb')
  name!: unknown;
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
export class DimensionEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('smallint')
  position!: number;

  @Column('jsonb')
  name!: unknown;
}

@Entity('category')
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
