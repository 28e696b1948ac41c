import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/* Whether the watch itself is awake. */

/** When a worker last asked what is due. */
@Entity('worker_beat')
export class WorkerBeatEntity {
  @PrimaryColumn('text')
  worker!: string;

  @Column('timestamptz')
  startedAt!: number;

  @Column('timestamptz')
  tickedAt!: number;
}

/** Something that stands still; an incident from `opened_at` on. */
@Entity('watch_trouble')
@Check('ck_watch_trouble_part', `part IN ('scheduler', 'sweep', 'digest', 'relay')`)
@Check('ck_watch_trouble_told_as', `told_as IN ('opened', 'recovered')`)
@Check('ck_watch_trouble_order', `recovered_at IS NULL OR opened_at IS NOT NULL`)
@Index('uq_watch_trouble_standing', ['part', 'iso3'], { unique: true, where: `recovered_at IS NULL` })
export class WatchTroubleEntity {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' })
  id!: number;

  @Column('text')
  part!: string;

  /** Empty: of the whole installation. */
  @Column('text')
  iso3!: string;

  @Column('timestamptz')
  firstSeenAt!: number;

  @Column('timestamptz')
  lastSeenAt!: number;

  @Column('timestamptz', { nullable: true })
  openedAt!: number | null;

  @Column('timestamptz', { nullable: true })
  recoveredAt!: number | null;

  @Column('text', { nullable: true })
  toldAs!: string | null;

  @Column('smallint', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  claimedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt!: number | null;
}
