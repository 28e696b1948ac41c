import type { BrowserContextOptions, Page } from 'playwright-core';

import type { PageGround } from './page-ground.js';

/** Somebody of the demonstration in a browser session of their own, who came in by one click. */
export async function signIn(
  { browser, home }: Pick<PageGround, 'browser' | 'home'>,
  role: string,
  language: 'en' | 'es' = 'en',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(`${home}/${language}/sign-in`);
  await page.locator(`form:has(input[value=${role}]) button`).click();
  await page.waitForURL('**/states/PER/**');
  return page;
}
