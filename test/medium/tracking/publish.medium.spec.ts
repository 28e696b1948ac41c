import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { FactsRepository } from '#persistence';
import type { State } from '#tracking';

import { fingerprint, loadPeru, openTrackingGround } from '../../support/tracking-ground.js';
import type { TrackingGround } from '../../support/tracking-ground.js';

interface Cell {
  readonly code: string;
  readonly kind: string | null;
  readonly key: string;
  readonly value: number | null;
  readonly flag: string | null;
}

describe('publishing figures', () => {
  let ground: TrackingGround;
  let peru: State;
  let cells: Cell[];

  beforeAll(async () => {
    ground = await openTrackingGround('2026-06-15T15:00:00Z');
    peru = await loadPeru(ground);
    // Read as the public role reads: it has no other way to a figure.
    cells = await ground.record.runPublic(peru.id, (sql) =>
      sql.rows<Cell>(
        `SELECT p.indicator_code AS code, i.figure_kind AS kind, p.series_key AS key, p.value, p.flag
         FROM published_figure p JOIN public_indicator i ON i.state_id = p.state_id AND i.code = p.indicator_code`,
      ),
    );
  });

  afterAll(() => ground.close());

  it('prints a value or a flag, never both and never neither', () => {
    expect(cells.length).toBeGreaterThan(200);
    expect(cells.filter((cell) => (cell.value === null) === (cell.flag === null))).toEqual([]);
  });

  it('prints counts of persons and their breakdowns as multiples of five, below ten as "<10"', async () => {
    const cited = await ground.rows<{ code: string; key: string }>(
      peru.id,
      `SELECT DISTINCT p.indicator_code AS code, p.series_key AS key FROM published_figure p
       JOIN source s ON s.state_id = p.state_id AND s.code = p.source_code WHERE p.state_id = $1 AND s.citation`,
      [peru.id],
    );
    const isCited = new Set(cited.map((cell) => `${cell.code} ${cell.key}`));
    const persons = cells.filter(
      (cell) => cell.kind === 'person_count' && !isCited.has(`${cell.code} ${cell.key}`),
    );
    expect(persons.length).toBeGreaterThan(5);
    const printed = persons.filter((cell) => cell.value !== null);
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter((cell) => cell.value! < 10 || cell.value! % 5 !== 0)).toEqual([]);
    const parts = persons.filter((cell) => /(^|\|)(age|sex|department|nationality)=/.test(cell.key));
    expect(parts.filter((cell) => cell.value !== null).length).toBeGreaterThan(10);
  });

  it('lets fewer persons reach each later stage of a cohort, by every offence', () => {
    const stages = ['complaint', 'investigation', 'charge', 'trial', 'conviction', 'sentence'];
    const cohorts = new Map<string, number[]>();
    for (const { code, kind, key, value } of cells) {
      const stage = /stage=(\w+)/.exec(key)?.[1] ?? '';
      if (kind !== 'person_count' || value === null || !stages.includes(stage)) continue;
      const cohort = `${code} ${key.replace(/\|?stage=\w+/, '')}`;
      const found = cohorts.get(cohort) ?? [];
      // The largest of a stage over the years is at least the largest of a later one.
      found[stages.indexOf(stage)] = Math.max(value, found[stages.indexOf(stage)] ?? 0);
      cohorts.set(cohort, found);
    }
    expect(cohorts.size).toBeGreaterThan(1);
    for (const reached of cohorts.values()) {
      const known = reached.filter((count) => count !== undefined);
      expect([...known].sort((a, b) => b - a)).toEqual(known);
    }
  });

  it('lets the public role read no accepted figure, no person and no alert', async () => {
    for (const table of [
      'observation',
      'observation_detail',
      'figure_intake',
      'accepted_figure',
      'stand_in',
      'cube',
      'case_stage',
      'budget_figure',
      'person',
      'alert',
      'notice',
      'message',
    ])
      await expect(
        ground.record.runPublic(peru.id, (sql) => sql.rows(`SELECT 1 FROM ${table} LIMIT 1`)),
      ).rejects.toThrow();
  });

  it('changes no cell and writes no row when the figures are the same', async () => {
    const before = await fingerprint(ground, peru);
    ground.clock.advance(3_600_000);
    expect((await ground.tracking.publishFigures.publish(peru.id)).changed).toBe(0);
    expect(await fingerprint(ground, peru)).toEqual(before);
  });

  it('changes exactly the cell whose accepted figure was revised', async () => {
    await ground.rows(
      peru.id,
      `INSERT INTO budget_figure (state_id, budget_line_id, source_id, fiscal_year, phase, amount, through_on, revision, recorded_at)
       SELECT state_id, budget_line_id, source_id, fiscal_year, phase, amount + 1, through_on, revision + 1, now()
       FROM budget_figure WHERE state_id = $1 AND phase = 'approved' ORDER BY id LIMIT 1`,
      [peru.id],
    );
    expect((await ground.tracking.publishFigures.publish(peru.id)).changed).toBe(1);
  });

  it('lets nobody judge cases by more than is published of them', async () => {
    const persons = await ground.rows<{ id: number }>(
      peru.id,
      `SELECT id FROM indicator WHERE state_id = $1 AND figure_kind = 'person_count'`,
      [peru.id],
    );
    const stages = async () => {
      const all = await ground.record.runState(peru.id, () =>
        new FactsRepository(ground.record).listFacts(peru.id, '2026-06-15', 0, 500),
      );
      return all
        .flatMap(({ facts }) => facts.caseSeries)
        .filter(({ indicatorId }) => persons.some(({ id }) => id === indicatorId))
        .flatMap((series) => Object.values(series.stages).map(({ state, value }) => ({ state, value })));
    };
    const before = await stages();
    const numbers = before.filter(({ state, value }) => state === 'reported' && value !== null);
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter(({ value }) => value! < 10 || value! % 5 !== 0)).toEqual([]);
    expect(before).toContainEqual({ state: 'below_threshold', value: 10 });
    await ground.rows(
      peru.id,
      `INSERT INTO case_stage (state_id, case_series_id, source_id, stage, value_state, value, provisional, revision, revision_reason, recorded_at)
       SELECT DISTINCT ON (case_series_id, stage) state_id, case_series_id, source_id, stage, value_state, value + 1, provisional, revision + 1,
         'One more was found.', now()
       FROM case_stage WHERE state_id = $1 AND value_state = 'reported' ORDER BY case_series_id, stage, revision DESC`,
      [peru.id],
    );
    expect(await stages()).toEqual(before);
  });
});
