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
