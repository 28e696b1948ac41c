import type { ItemStatus, RecommendationFacts } from '#domain';

import type { RecordDatabase } from '../../transaction/record-database.js';
import { listBouncing, listDisclaimers, listSnoozes } from './answer-facts.js';
import { listActionFacts, listEvidenceFacts } from './action-facts.js';
import { listBudgetLines, listBudgetPurposes } from './budget-line-facts.js';
import { listCaseSeries } from './case-series-facts.js';
import { listIndicators } from './indicator-facts.js';
import { listObligations } from './obligation-facts.js';
import type { Span } from './page-of-facts.js';
import { listRequestFacts } from './request-facts.js';
import { listResponsibilities, listTermTurns } from './responsibility-facts.js';

export interface StoredStatus {
  readonly status: ItemStatus;
  readonly reason: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly nextCheckOn: string | null;
}

export interface RecommendationWithFacts {
  readonly facts: RecommendationFacts;
  readonly stored: StoredStatus;
}

interface RecommendationRow {
  readonly id: number;
  readonly code: string;
  readonly implementedOn: string | null;
  readonly status: ItemStatus;
  readonly reason: string;
  readonly parameters: Record<string, unknown>;
  readonly nextCheckOn: string | null;
}

const COLUMNS = `id, code, implemented_on AS "implementedOn", status, status_reason AS reason, status_parameters AS parameters,
  next_check_on AS "nextCheckOn"`;

/** A page of which all has been read but the figures. */
export interface OpenedPage {
  readonly ids: readonly number[];
  /** Asks for the figures, which take as long as all else, and answers the whole page. */
  readonly facts: () => Promise<RecommendationWithFacts[]>;
}

/** Reads what the checks look at, in pages of recommendations: a fixed number of queries a page, whatever its size. */
export class FactsRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Next page after the id `after`, ordered by id; null at the end. */
  async openPage(stateId: number, today: string, after: number, limit: number): Promise<OpenedPage | null> {
    const rows = await this.record
      .current()
      .rows<RecommendationRow>(
        `SELECT ${COLUMNS} FROM recommendation WHERE state_id = $1 AND id > $2 ORDER BY id LIMIT $3`,
        [stateId, after, limit],
      );
    const first = rows[0];
    const last = rows.at(-1);
    return first && last ? this.open(stateId, today, rows, { from: first.id, to: last.id }) : null;
  }

  /** A page as a whole; empty at the end. */
  async listFacts(
    stateId: number,
    today: string,
    after: number,
    limit: number,
  ): Promise<RecommendationWithFacts[]> {
    const page = await this.openPage(stateId, today, after, limit);
    return page === null ? [] : page.facts();
  }

  /** Those named, ordered by id; the same as in a page. */
  async openThese(stateId: number, today: string, ids: readonly number[]): Promise<OpenedPage | null> {
    const rows = await this.record
      .current()
      .rows<RecommendationRow>(
        `SELECT ${COLUMNS} FROM recommendation WHERE state_id = $1 AND id = ANY($2) ORDER BY id`,
        [stateId, [...ids]],
      );
    return rows.length > 0 ? this.open(stateId, today, rows, { ids }) : null;
  }

  private async open(
    stateId: number,
    today: string,
    recommendations: readonly RecommendationRow[],
    span: Span,
  ): Promise<OpenedPage> {
    const sql = this.record.current();
    const obligations = byRecommendation(await listObligations(sql, stateId, span));
    const budgetLines = byRecommendation(await listBudgetLines(sql, stateId, span));
    const budgetPurposes = byRecommendation(await listBudgetPurposes(sql, stateId, span));
    const caseSeries = byRecommendation(await listCaseSeries(sql, stateId, span));
    const responsibilities = byRecommendation(await listResponsibilities(sql, stateId, span, today));
    const actions = byRecommendation(await listActionFacts(sql, stateId, span));
    const evidence = byRecommendation(await listEvidenceFacts(sql, stateId, span));
    const snoozes = byRecommendation(await listSnoozes(sql, stateId, span));
    const disclaimers = byRecommendation(await listDisclaimers(sql, stateId, span));
    const bouncing = byRecommendation(await listBouncing(sql, stateId, span, today));
    const requests = byRecommendation(await listRequestFacts(sql, stateId, span));
    const terms = byRecommendation(await listTermTurns(sql, stateId, span, today));
    const facts = async (): Promise<RecommendationWithFacts[]> => {
      const indicators = byRecommendation(await listIndicators(sql, stateId, span));
      return recommendations.map((row) => ({
        facts: {
          recommendationId: row.id,
          code: row.code,
          implementedOn: row.implementedOn,
          obligations: obligations.get(row.id) ?? [],
          indicators: indicators.get(row.id) ?? [],
          budgetLines: budgetLines.get(row.id) ?? [],
          budgetPurposes: budgetPurposes.get(row.id) ?? [],
          caseSeries: caseSeries.get(row.id) ?? [],
          responsibilities: responsibilities.get(row.id) ?? [],
          actions: actions.get(row.id) ?? [],
          evidence: evidence.get(row.id) ?? [],
          snoozes: snoozes.get(row.id) ?? [],
          disclaimers: disclaimers.get(row.id) ?? [],
          bouncing: bouncing.get(row.id) ?? [],
          requests: requests.get(row.id) ?? [],
          termsTurnOn: (terms.get(row.id) ?? []).map(({ on }) => on),
        },
        stored: {
          status: row.status,
          reason: row.reason,
          parameters: row.parameters,
          nextCheckOn: row.nextCheckOn,
        },
      }));
    };
    return { ids: recommendations.map(({ id }) => id), facts };
  }
}

function byRecommendation<T extends { recommendationId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.recommendationId);
    if (group) group.push(row);
    else groups.set(row.recommendationId, [row]);
  }
  return groups;
}
