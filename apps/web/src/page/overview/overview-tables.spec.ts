import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';

import { overview } from '../../../fixtures/overview.js';
import { MOST_LINES } from '../../sounding-chart/group-table.js';
import { SoundingChart } from '../../sounding-chart/sounding-chart.js';
import { wordingFor } from '../../wording/wording.js';
import { NoDataTable, OverdueTable } from './overview-tables.js';

const wording = wordingFor('en');
const small = overview('en');
const one = (number: number) => ({
  id: `r-${number}`,
  code: String(number),
  role: 'paragraph' as const,
  title: `Recommendation ${number}`,
  status: number % 2 === 0 ? ('no_data' as const) : ('on_track' as const),
});
const items = Array.from({ length: MOST_LINES + 1 }, (_, number) => one(number));
const large = {
  ...small,
  total: items.length,
  byStatus: { ...small.byStatus, no_data: 61, on_track: 60, overdue: 21 },
  clusters: [
    { code: 'data', items: items.slice(0, 41) },
    { code: 'prevention', items: items.slice(41) },
  ],
  noData: items
    .filter(({ status }) => status === 'no_data')
    .map((item) => ({ ...item, institutions: [], reason: { code: 'no_data', parameters: {} } })),
};
const cellsOf = (html: string): string[] =>
  [...html.matchAll(/<td[^>]*>(?:<b>)?(\d+)/g)].map(([, number]) => number ?? '');

describe('the overview of a document with more recommendations than can be drawn', () => {
  it('counts them by group and status, and draws no line', () => {
    const html = renderToString(h(SoundingChart, { overview: large, wording }));
    expect(html).not.toContain('sounding-line');
    expect(cellsOf(html)).toEqual(
      [
        [0, 20, 0, 0, 0, 21, 41],
        [0, 40, 0, 0, 0, 40, 80],
      ]
        .flat()
        .map(String),
    );
    expect(renderToString(h(SoundingChart, { overview: small, wording }))).toContain('sounding-line');
  });

  it('lists the first rows and leads to all of them', () => {
    const html = renderToString(h(NoDataTable, { overview: large, wording }));
    expect(html.match(/<tr/g)).toHaveLength(1 + 20);
    expect(html).toContain('/en/states/PER/recommendations?status=no_data&amp;document=');
    expect(html).toContain('All 61 without data');
    expect(renderToString(h(OverdueTable, { overview: small, wording }))).not.toContain('status=overdue');
  });
});
