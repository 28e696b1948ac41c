/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on an open page: every rule in light, then in dark what depends on colour. Our pages have no frames,
 * so axe need not open a second page to join their results.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`));
  }
  return found;
}

/** Pixels that the page is wider than its window, once what draws itself by the width has done so. */
export async function overflowOf(page: Page): Promise<number> {
  const measure = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  if ((await page.evaluate(measure)) !== 0) await new Promise((resolve) => setTimeout(resolve, 300));
  return page.evaluate(measure);
}

/**
 * Text of which a part cannot be seen: it reaches out of a box that cuts off what reaches out, or out of the window. What
 * scrolls by itself cuts nothing, and neither does an excerpt that ends in three dots after so many lines. What is there for
 * screen readers alone is not looked at.
 */
export async function cutTextOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const slack = 1.5;
    const cut = new Set<string>();
    const cuts = (value: string): boolean => value === 'hidden' || value === 'clip';
    const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      if (text === '' || parent === null || parent.closest('script, style, noscript, option, title'))
        continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      let inWindow = true;
      for (let around: Element | null = parent; around !== null; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.clipPath !== 'none' && style.position === 'absolute') {
          inWindow = false;
          break;
        }
        if (around === document.documentElement || around === document.body) continue;
        // Boxes of text in a line cut nothing.
        if (style.display === 'inline' || style.display === 'contents') continue;
        if (style.webkitLineClamp !== 'none') break;
        const at = around.getBoundingClientRect();
        const wide = box.left < at.left - slack || box.right > at.right + slack;
        const high = box.top < at.top - slack || box.bottom > at.bottom + slack;
        if ((cuts(style.overflowX) && wide) || (cuts(style.overflowY) && high)) {
          cut.add(
            `"${text.slice(0, 60)}" in ${around.tagName.toLowerCase()}.${around.getAttribute('class') ?? ''}`,
          );
          break;
        }
        if (scrolls(style.overflowX)) inWindow = false;
        if (scrolls(style.overflowX) && scrolls(style.overflowY)) break;
      }
      if (inWindow && (box.right > document.documentElement.clientWidth + slack || box.left < -slack))
        cut.add(`"${text.slice(0, 60)}" beside the window`);
    }
    // What a narrow window puts before a value has so much room, and runs into the value where it needs more.
    const pen = document.createElement('canvas').getContext('2d');
    for (const cell of document.querySelectorAll('td[data-label]')) {
      const { position, fontWeight, fontSize, fontFamily, maxWidth } = getComputedStyle(cell, '::before');
      if (position !== 'absolute' || pen === null || !cell.checkVisibility()) continue;
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const label = cell.getAttribute('data-label') ?? '';
      if (pen.measureText(label).width > parseFloat(maxWidth)) cut.add(`"${label}" before its value`);
    }
    return [...cut];
  });
}

type Enlarged = (page: Page, look: () => Promise<void>) => Promise<void>;

/** How people make a page twice as large (WCAG 1.4.4, 1.4.10): the zoom of the browser, or letters alone in its settings. */
export const ENLARGED: readonly (readonly [how: string, enlarged: Enlarged])[] = [
  [
    'at 200 % zoom of a window 1280 wide',
    async (page, look) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: 640,
        height: 400,
        deviceScaleFactor: 2,
        mobile: false,
      });
      await look();
      await session.send('Emulation.clearDeviceMetricsOverride');
      await session.detach();
    },
  ],
  [
    'with letters of 200 %',
    async (page, look) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      const before = await letterSize(page);
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
      // Letters that are set in pixels would not follow, and everything would seem well.
      if ((await letterSize(page)) < 1.8 * before) throw new TypeError('The letters did not grow.');
      await look();
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
      await session.detach();
    },
  ],
];

function letterSize(page: Page): Promise<number> {
  return page.evaluate(() =>
    parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).fontSize),
  );
}
