/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** A chart as a page has it: what it draws, its table twin, and where its files are. */
export interface ShownChart {
  readonly id: string;
  readonly kind: string;
  readonly summary: string;
  /** What the drawing is called to whoever cannot see it. */
  readonly label: string;
  readonly readings: readonly { readonly name: string; readonly points: readonly ShownPoint[] }[];
  readonly table: ShownTable;
  readonly csv: string;
  readonly json: string;
}

interface ShownPoint {
  readonly label: string;
  readonly text: string;
}

interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
}

/** Every chart of an open page. Several drawings of one frame share its table and its files. */
export function chartsOf(page: Page): Promise<ShownChart[]> {
  return page.evaluate(() => {
    const text = (element: Element | null): string => element?.textContent?.trim() ?? '';
    const tableOf = (table: Element | null) => ({
      columns: [...(table?.querySelectorAll('thead th') ?? [])].slice(1).map(text),
      rows: [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
        head: text(row.querySelector('th')),
        cells: [...row.querySelectorAll('td')].map((cell) => text(cell.querySelector('.figure'))),
      })),
    });
    return [...document.querySelectorAll<HTMLElement>('[data-island="chart"]')].map((island) => {
      const frame = island.closest('figure, .chart-group');
      const { model } = JSON.parse(island.nextElementSibling?.textContent ?? '{}') as {
        model: { kind: string; summary: string; readings: [] };
      };
      const links = [...(frame?.querySelectorAll<HTMLAnchorElement>('.chart-actions a') ?? [])];
      return {
        id: frame?.id ?? '',
        kind: model.kind,
        summary: model.summary,
        label: island.querySelector('[role=img]')?.getAttribute('aria-label') ?? '',
        readings: model.readings,
        table: tableOf(frame?.querySelector('table.twin') ?? null),
        csv: links.find(({ href }) => href.includes('.csv'))?.href ?? '',
        json: links.find(({ href }) => href.includes('/api/') && !href.includes('.csv'))?.href ?? '',
      };
    });
  });
}

/** Points of a drawing that its twin does not have word for word: by series and period, or the other way round. */
export function pointsWithoutTwin({ readings, table }: ShownChart): string[] {
  const at = (head: string, column: string): string | undefined =>
    table.rows.find((row) => row.head === head)?.cells[table.columns.indexOf(column)];
  return readings.flatMap(({ name, points }) =>
    points.flatMap(({ label, text }) => {
      const twin =
        at(name, label) ??
        at(label, name) ??
        (table.columns.length === 1 ? at(label, table.columns[0] ?? '') : undefined);
      return twin === text ? [] : [`${name}, ${label}: drawn ${text}, in the table ${twin ?? 'nothing'}`];
    }),
  );
}

/** Numbers in what is printed, as numbers: "1,204" and "65 %" lose what they are dressed in. */
export function numbersIn(table: ShownTable): number[] {
  return table.rows
    .flatMap(({ cells }) => cells)
    .map((text) => text.replace(/[,\u202f\s%]/g, ''))
    .filter((text) => /^-?\d+(\.\d+)?$/.test(text))
    .map(Number)
    .sort((left, right) => left - right);
}
