import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { PersonEntity } from './people-entity.js';
import { StateEntity } from './vocabulary-entity.js';

/** An address that a person named to come back to. */
@Entity('saved_view')
@Check('ck_saved_view_name', `char_length(name) BETWEEN 1 AND 80`)
@Check('ck_saved_view_address', `address LIKE '/states/%' AND char_length(address) <= 1000`)
@Unique('uq_saved_view_name', ['stateId', 'personId', 'name'])
@ForeignKey(() => PersonEntity, ['personId'], ['id'], { name: 'fk_saved_view_person', onDelete: 'CASCADE' })
@ForeignKey(() => StateEntity, ['stateId'], ['id'], { name: 'fk_saved_view_state', onDelete: 'CASCADE' })
export class SavedViewEntity {
  @PrimaryColumn('smallint')
  stateId!: number;

  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('integer')
  personId!: number;

  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  @Column('timestamptz')
  savedAt!: number;
}
