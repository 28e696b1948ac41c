/// <reference lib="dom" />
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import type { BudgetView, IndicatorData, IndicatorList, ProsecutionsView } from '#contracts';

import { hasChromium } from '../support/chromium.js';
import { PageGround } from '../support/page-ground.js';
import { overflowOf, violationsOf } from '../support/page-checks.js';
import { readCsv } from '../support/read-csv.js';
import { chartsOf, numbersIn, pointsWithoutTwin } from '../support/shown-charts.js';
import type { ShownChart } from '../support/shown-charts.js';

const STATE = '/states/PER';
const PNG = '89504e470d0a1a0a';
const NUMBERED = (left: number, right: number): number => left - right;
/** One chart of each kind that the demonstration has. */
const KINDS: readonly (readonly [kind: string, path: string])[] = [
  ['line', '/indicators/8-O1'],
  ['multiples', '/indicators/32a-P1?by=department'],
  ['matrix', '/indicators/8-O3?by=age&and=sex&as=matrix'],
  ['tiles', '/indicators/20a-P1'],
  ['stack', '/indicators/8-O3?by=age&as=stacked'],
  ['budget', '/budget'],
  ['funnel', '/prosecutions'],
];

(hasChromium ? describe : describe.skip)('the charts of the demonstration', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;
  let page: Page;
  const foreign: string[] = [];

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(home).host) foreign.push(request.url());
    });
  }, 180_000);

  afterAll(() => ground?.close());

  const read = async <Body>(url: string): Promise<Body> => (await (await fetch(url)).json()) as Body;
  const open = async (path: string): Promise<ShownChart[]> => {
    await page.goto(`${home}/en${STATE}${path}`, { waitUntil: 'domcontentloaded' });
    return chartsOf(page);
  };

  /** What holds for every chart: a sentence, and not one point that its table says otherwise. */
  function faultsOf(path: string, chart: ShownChart): string[] {
    const faults = pointsWithoutTwin(chart);
    if (chart.summary.length < 20 || !chart.label.startsWith(chart.summary)) faults.push('no summary');
    if (chart.readings.length === 0) faults.push('nothing to read');
    if (chart.csv === '' || chart.json === '') faults.push('no files');
    return faults.map((fault) => `${path} ${chart.id}: ${fault}`);
  }

  async function everyIndicator(): Promise<string[]> {
    const { items, nextCursor } = await read<IndicatorList>(`${home}/api/v1${STATE}/indicators?lang=en`);
    expect(nextCursor).toBeNull();
    return items.map(({ code }) => code);
  }

  it('draw the numbers of their table, their CSV and the API, by every published breakdown', async () => {
    const faults: string[] = [];
    const seen = { charts: 0, numbers: 0 };
    for (const code of await everyIndicator()) {
      const api = `${home}/api/v1${STATE}/indicators/${encodeURIComponent(code)}/data`;
      const data = await read<IndicatorData>(`${api}?lang=en`);
      const told = data.cells.flatMap(({ value }) => value ?? []).sort(NUMBERED);
      const rows = readCsv(await (await fetch(`${api}.csv?lang=en`)).text());
      const filed = rows.flatMap(({ value }) => (value ? Number(value) : [])).sort(NUMBERED);
      if (JSON.stringify(filed) !== JSON.stringify(told)) faults.push(`${code}: CSV and JSON differ`);
      const breakdowns = data.dimensions.filter((dimension) =>
        data.cells.some(({ categories }) => dimension.code in categories),
      );
      for (const by of [null, ...breakdowns.map((dimension) => dimension.code)]) {
        const path = `/indicators/${encodeURIComponent(code)}${by === null ? '' : `?by=${by}`}`;
        for (const chart of await open(path)) {
          seen.charts += 1;
          faults.push(...faultsOf(path, chart));
          const drawn = numbersIn(chart.table);
          seen.numbers += drawn.length;
          const of = data.cells
            .filter(({ value }) => value !== null)
            .map(({ value, ...cell }) => ({
              ...cell,
              value: Number((value ?? 0).toFixed(Number.isInteger(value) ? 0 : 1)),
            }));
          const totals = of.filter(({ categories }) => Object.keys(categories).length === 0);
          const apart = by === null && totals.length > 0 ? totals : of;
          const left = (chart.kind === 'tiles' ? of : apart).map(({ value }) => value);
          for (const number of drawn) {
            const place = left.indexOf(number);
            if (place === -1) faults.push(`${path}: ${number} is in no answer of the API`);
            else left.splice(place, 1);
          }
          if (apart === totals && chart.kind !== 'tiles' && left.length > 0)
            faults.push(`${path}: the table lacks ${left.join(', ')}`);
        }
      }
    }
    process.stdout.write(`charts: ${seen.charts} of indicators, ${seen.numbers} numbers compared\n`);
    expect(faults).toEqual([]);
    expect(seen.charts).toBeGreaterThan(100);
    expect(foreign).toEqual([]);
  }, 480_000);

  it('draw what the budget and the prosecutions answer', async () => {
    const budget = await open('/budget');
    const amounts = await read<BudgetView>(budget[0]!.json);
    const faults = budget.flatMap((chart) => faultsOf('/budget', chart));
    const purposes = budget.find(({ id }) => id === 'chart-purposes')!;
    const millions = (amount: number | null): string =>
      amount === null ? 'missing' : (amount / 1e6).toFixed(1);
    expect(purposes.table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual(
      amounts.purposes
        .filter(({ named }) => named)
        .map(({ amounts: { approved, revised, executed } }) => [approved, revised, executed].map(millions)),
    );
    const stages = await open('/prosecutions');
    faults.push(...stages.flatMap((chart) => pointsWithoutTwin(chart)));
    const view = await read<ProsecutionsView>(stages[0]!.json);
    expect(numbersIn(stages[0]!.table)).toEqual(
      view.offences.flatMap(({ stages: all }) => all.flatMap(({ cell }) => cell.value ?? [])).sort(NUMBERED),
    );
    const files = new Set([...budget, ...stages].map(({ csv }) => csv));
    for (const file of files) expect(readCsv(await (await fetch(file)).text()).length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  }, 60_000);

  it.each(KINDS)('are saved as a picture that says what it is: %s', async (kind, path) => {
    const charts = await open(path);
    const place = charts.findIndex((chart) => chart.kind === kind);
    expect(charts.map((chart) => chart.kind)).toContain(kind);
    const frame = page.locator(`[id="${charts[place]!.id}"]`);
    const saving = page.waitForEvent('download');
    await frame.locator('[data-picture]').click();
    const file = readFileSync(await (await saving).path());
    expect(file.subarray(0, 8).toString('hex')).toBe(PNG);
    expect(file.readUInt32BE(16)).toBe(2000);
    expect(file.readUInt32BE(20)).toBeGreaterThan(400);
    expect(file.length).toBeGreaterThan(15_000);
    expect(await frame.locator('[data-picture][role=alert]').count()).toBe(0);
  });

  it.each([
    ['a canvas', '/indicators/8-O1', 'canvas'],
    ['small charts', '/indicators/32a-P1?by=department', '.drawing'],
  ])('are read by the keys: %s', async (_what, path, selector) => {
    await page.goto(`${home}/en${STATE}${path}`, { waitUntil: 'networkidle' });
    const drawing = page.locator(`figure.chart ${selector}`).first();
    const live = page.locator('figure.chart .reading').first();
    expect(await live.getAttribute('aria-live')).toBe('polite');
    await drawing.focus();
    const said: string[] = [];
    for (const key of ['ArrowRight', 'ArrowLeft', 'End', 'Home', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
      said.push(await live.innerText());
    }
    const [{ readings } = { readings: [] }] = await chartsOf(page);
    const points = readings.flatMap(({ name, points: all }) =>
      all.map(({ label, text }) => `${name}, ${label}: ${text}`),
    );
    expect(said.filter((one) => !points.includes(one))).toEqual([]);
    expect(new Set(said).size).toBeGreaterThan(1);
    await page.keyboard.press('t');
    expect(
      await page.locator('figure.chart details.chart-table').first().getAttribute('open'),
    ).not.toBeNull();
  });

  it('come back by their address, with what was chosen', async () => {
    await open('/indicators/32a-P1?by=department&group=150000&group=160000');
    const [before] = await chartsOf(page);
    const self = await page
      .locator('figure.chart a', { hasText: 'Link to this chart' })
      .first()
      .getAttribute('href');
    await page.goto(`${home}${self}`);
    expect((await chartsOf(page))[0]).toEqual(before);
    expect(before!.table.rows.map(({ head }) => head)).toEqual(['Lima', 'Loreto']);
  });

  it('stand in the page of another site by the lines that are given for it, and no other page does', async () => {
    await open('/indicators/32a-P1?by=department');
    await page.locator('.chart-embed summary').first().click();
    const lines = await page.locator('.chart-embed textarea').first().inputValue();
    expect(lines).toMatch(/^<iframe src="[^"]+" title="[^"]+"/);
    expect(lines).not.toContain('<script');
    const newspaper = createServer((_request, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(
          `<title>News</title>${lines}<iframe id="refused" src="${home}/en${STATE}/indicators/32a-P1"></iframe>`,
        ),
    ).listen(0, '127.0.0.1');
    await once(newspaper, 'listening');
    const host = await browser.newContext();
    const foreignPage = await host.newPage();
    // Another name is another site, whatever machine answers.
    await foreignPage.goto(`http://localhost:${(newspaper.address() as AddressInfo).port}/`);
    const frame = foreignPage.frameLocator('iframe').first();
    await frame.locator('.multiple').first().waitFor();
    expect(await frame.locator('.multiple').count()).toBe(25);
    expect(await frame.locator('.masthead, form').count()).toBe(0);
    expect(await frame.locator('table.twin').count()).toBe(1);
    expect(await foreignPage.frameLocator('#refused').locator('.masthead').count()).toBe(0);
    await host.close();
    newspaper.close();
  });

  it('are open to everybody, in a frame and on their page, in both themes and at 320 pixels', async () => {
    const faults: string[] = [];
    for (const path of [
      `/embed${STATE}/indicators/32a-P1?by=department`,
      `/embed${STATE}/indicators/20a-P1/places`,
      `/embed${STATE}/indicators/8-O3?by=age&and=sex&as=matrix`,
      `/embed${STATE}/budget/purposes`,
      `/embed${STATE}/budget/years`,
      `/embed${STATE}/prosecutions`,
      `${STATE}/indicators/32a-P1?by=department`,
      `${STATE}/indicators/8-O3?by=age&and=sex&as=matrix`,
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${home}/es${path}`);
      faults.push(...(await violationsOf(page)).map((line) => `${path} ${line}`));
      await page.setViewportSize({ width: 320, height: 700 });
      const over = await overflowOf(page);
      if (over !== 0) faults.push(`${path}: ${over} pixels too wide`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(faults).toEqual([]);
  }, 120_000);
});
