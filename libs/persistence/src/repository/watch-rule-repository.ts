import type { CivilDate, Instant, LadderKind, LadderRule } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

/** A ladder with who set it and why. */
export interface LadderOnRecord extends LadderRule {
  readonly institution: { readonly code: string; readonly name: Bilingual } | null;
  readonly reason: string;
  readonly person: string | null;
  readonly recordedAt: Instant;
}

export interface ThresholdOnRecord {
  readonly name: string;
  readonly value: number;
  readonly reason: string;
  readonly person: string | null;
  readonly recordedAt: Instant;
}

/** What a preview of a ladder is told of. */
export interface RemindedDeadline {
  readonly title: Bilingual;
  readonly recommendation: string;
  readonly kind: string;
  readonly institutionId: number | null;
  readonly institution: string | null;
  readonly dueOn: CivilDate;
}

interface Said {
  readonly reason: string;
  readonly personId: number | null;
  readonly recordedAt: Instant;
}

interface LadderRow extends Omit<LadderOnRecord, 'ladder' | 'institution'> {
  readonly rungs: readonly number[] | null;
  readonly monthlyAfter: boolean;
  readonly code: string | null;
  readonly institutionName: Bilingual | null;
}

/** When a State reminds, and from what its checks speak. In the transaction of whoever calls. */
export class WatchRuleRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Every ladder that was ever set, in the order in which they were. */
  async listLadders(stateId: number): Promise<LadderOnRecord[]> {
    const rows = await this.record.current().rows<LadderRow>(
      `SELECT l.id, l.kind, l.institution_id AS "institutionId", i.code, i.name AS "institutionName", l.rungs, l.monthly_after AS "monthlyAfter",
              l.valid_from AS "validFrom", l.valid_until AS "validUntil", l.reason, p.name AS person, l.recorded_at AS "recordedAt"
       FROM reminder_ladder l
       LEFT JOIN institution i ON i.state_id = l.state_id AND i.id = l.institution_id
       LEFT JOIN person p ON p.id = l.person_id
       WHERE l.state_id = $1 ORDER BY l.id`,
      [stateId],
    );
    return rows.map(({ rungs, monthlyAfter, code, institutionName, ...row }) => ({
      ...row,
      ladder: rungs === null ? null : { rungs, monthlyAfter },
      institution: code === null || institutionName === null ? null : { code, name: institutionName },
    }));
  }

  async addLadder(
    stateId: number,
    rule: Omit<LadderRule, 'id'> & Said & { readonly kind: LadderKind },
  ): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO reminder_ladder (state_id, kind, institution_id, rungs, monthly_after, valid_from, valid_until, reason, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10::float8 / 1000)) RETURNING id`,
      [
        stateId,
        rule.kind,
        rule.institutionId,
        rule.ladder === null ? null : [...rule.ladder.rungs],
        rule.ladder?.monthlyAfter ?? false,
        rule.validFrom,
        rule.validUntil,
        rule.reason,
        rule.personId,
        rule.recordedAt,
      ],
    );
    return saved!.id;
  }

  /** The newest of each. */
  listThresholds(stateId: number): Promise<ThresholdOnRecord[]> {
    return this.record.current().rows<ThresholdOnRecord>(
      `SELECT DISTINCT ON (t.name) t.name, t.value, t.reason, p.name AS person, t.recorded_at AS "recordedAt"
       FROM threshold_setting t LEFT JOIN person p ON p.id = t.person_id
       WHERE t.state_id = $1 ORDER BY t.name, t.id DESC`,
      [stateId],
    );
  }

  async addThreshold(
    stateId: number,
    threshold: Said & { readonly name: string; readonly value: number },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO threshold_setting (state_id, name, value, reason, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [stateId, threshold.name, threshold.value, threshold.reason, threshold.personId, threshold.recordedAt],
    );
  }

  /** Has every recommendation of the State looked at again by the next sweep. */
  async lookAgain(stateId: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE recommendation SET next_check_on = NULL, version = version + 1 WHERE state_id = $1 AND next_check_on IS NOT NULL`,
        [stateId],
      );
  }

  /** Open obligations with a confirmed day, nearest first: what a changed ladder will remind of. */
  listReminded(
    stateId: number,
    wish: {
      readonly kind: LadderKind;
      readonly institutionId: number | null;
      readonly from: CivilDate;
      readonly limit: number;
    },
  ): Promise<RemindedDeadline[]> {
    return this.record.current().rows<RemindedDeadline>(
      `SELECT o.title, r.public_id AS recommendation, o.kind, o.institution_id AS "institutionId", i.code AS institution, d.due_on AS "dueOn"
       FROM obligation o
       JOIN deadline d ON d.state_id = o.state_id AND d.id = o.deadline_id
       JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       LEFT JOIN institution i ON i.state_id = o.state_id AND i.id = o.institution_id
       WHERE o.state_id = $1 AND d.certainty = 'confirmed' AND ($2 = 'deadline' OR o.kind = $2) AND ($3::int IS NULL OR o.institution_id = $3)
         AND NOT EXISTS (SELECT FROM submission s WHERE s.state_id = o.state_id AND s.obligation_id = o.id AND s.submission_state IN ('submitted', 'accepted'))
       ORDER BY d.due_on < $4, d.due_on, o.id LIMIT $5`,
      [stateId, wish.kind, wish.institutionId, wish.from, wish.limit],
    );
  }
}
