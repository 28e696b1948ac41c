import { spawn } from 'node:child_process';

import { chromium } from 'playwright-core';

import { median } from '../pairs.mjs';
import { fillRecommendations, rareName } from '../recommendations.mjs';

const RECOMMENDATIONS = { short: 5_000, large: 50_000 };
const STATE = { iso3: 'QAP', name: { en: 'Largest', es: 'Mayor' }, timeZone: 'UTC', demonstration: true };
const PORT = '3978';
/** Times each page is opened with nothing kept of it; the machine may be doing other things. */
const VISITS = 7;
const QUESTIONS = 60;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PHONE = { width: 390, height: 844 };
/** A phone of the middle class on a slow line: what Lighthouse takes for "slow 4G", and a fourth of this processor. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const SLOWER_BY = 4;
const LIMITS = { lcp: 1_000, inp: 200, cls: 0.1, search: 300 };

/**
 * A State with as many recommendations as any has been given, read on a slow phone over a slow line: when the largest part stands,
 * how late it answers to a key or a tap, and how much it moves; and how long a search takes.
 */
export async function pagesRow({ tracking, record, config }, { large }) {
  const state = await tracking.states.saveState(STATE);
  const count = large ? RECOMMENDATIONS.large : RECOMMENDATIONS.short;
  await fillRecommendations(record, state.id, count);
  await tracking.runSweep.run(state, { worker: 'bench', again: true });
  try {
    return await measurePages(config.dataDir, STATE.iso3, count);
  } finally {
    await tracking.states.removeDemonstration(state.id);
  }
}

/** On rows that are there. */
export async function measurePages(dataDir, iso3, count) {
  const api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: {
      ...process.env,
      VIGIA_DATA_DIR: dataDir,
      PORT,
      PUBLIC_URL: `http://127.0.0.1:${PORT}`,
      VIGIA_DEMO: '0',
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) =>
    api.stdout.on('data', (chunk) => String(chunk).includes('api ready') && resolve()),
  );
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const home = `http://127.0.0.1:${PORT}`;
    const first = await (await fetch(`${home}/api/v1/states/${iso3}/recommendations?limit=1`)).json();
    const state = `/en/states/${iso3}`;
    const pages = [
      ['overview', state],
      ['list', `${state}/recommendations`],
      ['recommendation', `${state}/recommendations/${first.items[0].id}`],
      ['search', `${state}/search?q=children`],
    ];
    const lines = [];
    for (const [name, path] of pages)
      lines.push(...linesOf(`${name}, ${count} recommendations`, await visits(browser, `${home}${path}`)));
    lines.push(await searchLine(`${home}/api/v1/states/${iso3}/search`, count));
    return lines;
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => api.once('exit', resolve));
    api.kill('SIGTERM');
    await ended;
  }
}

async function visits(browser, url) {
  // Whoever comes first after a start pays for what is compiled then.
  await visit(browser, url);
  const all = [];
  for (let one = 0; one < VISITS; one += 1) all.push(await visit(browser, url));
  return all;
}

/** Opens the page with nothing kept of it, works it, and asks the browser what it saw. */
async function visit(browser, url) {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_BY });
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(watchVitals);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(700);
  const standing = await page.evaluate(() => ({
    lcp: globalThis.vitals.lcp,
    first: globalThis.vitals.first,
  }));
  await work(page);
  await page.waitForTimeout(300);
  const { cls, inp } = await page.evaluate(() => globalThis.vitals);
  await context.close();
  return { ...standing, cls, inp, bytes };
}

/** In the page: what is painted, what moves, and how long interactions wait. */
function watchVitals() {
  const vitals = { lcp: 0, first: 0, cls: 0, inp: 0 };
  globalThis.vitals = vitals;
  const watch = (type, each, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
      ...options,
    });
  watch('largest-contentful-paint', (entry) => (vitals.lcp = entry.startTime));
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') vitals.first = entry.startTime;
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) vitals.cls += entry.value;
  });
  watch(
    'event',
    (entry) => {
      if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration);
    },
    { durationThreshold: 16 },
  );
}

/** Taps what opens, types where words are sought, moves through a filter. */
async function work(page) {
  for (const closed of (await page.locator('header details summary, main details summary').all()).slice(0, 3))
    if (await closed.isVisible()) await closed.click();
  const words = page.locator('main input[type=search]').first();
  if ((await words.count()) > 0) {
    await words.click();
    await page.keyboard.type('children', { delay: 40 });
  }
  const filter = page.locator('main select').first();
  if ((await filter.count()) > 0) {
    await filter.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
}

function linesOf(name, all) {
  const of = (key) => median(all.map((one) => one[key]));
  const worst = (key) => Math.max(...all.map((one) => one[key]));
  process.stderr.write(
    `${name}: first paint ${of('first').toFixed(0)} ms, ${(of('bytes') / 1024).toFixed(0)} kB in all\n`,
  );
  return [
    ['LCP', of('lcp'), LIMITS.lcp, (value) => `${value.toFixed(0)} ms`],
    ['INP, worst of all visits', worst('inp'), LIMITS.inp, (value) => `${value.toFixed(0)} ms`],
    ['CLS, worst of all visits', worst('cls'), LIMITS.cls, (value) => value.toFixed(3)],
  ].map(([what, figure, limit, print]) => ({
    what: `${name}: ${what}`,
    figure: print(figure),
    against: `CPU x${SLOWER_BY}, slow 4G, median of ${VISITS} (U5)`,
    limit: print(limit),
    ratio: limit / Math.max(figure, 0.001),
  }));
}

/** One question after the other, each of other words, at the speed of this machine. */
async function searchLine(address, count) {
  const words = ['children', 'niñas', 'measures', 'policía', 'enfants', '"sale of children"', 'educasion'];
  const times = [];
  for (let turn = 0; turn < QUESTIONS; turn += 1) {
    const q = turn % 2 === 0 ? words[(turn / 2) % words.length] : rareName(100 + 97 * turn);
    const began = performance.now();
    const answer = await fetch(`${address}?${new URLSearchParams({ q, lang: 'es', limit: '20' })}`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${q}: ${answer.status}`);
    times.push(performance.now() - began);
  }
  const p95 = times.toSorted((left, right) => left - right)[Math.floor(times.length * 0.95)];
  return {
    what: `search, ${count} recommendations: p95 of ${QUESTIONS}`,
    figure: `${p95.toFixed(0)} ms`,
    against: 'the limit of U5',
    limit: `${LIMITS.search} ms`,
    ratio: LIMITS.search / p95,
  };
}
