/// <reference lib="dom" />
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { PageGround } from '../support/page-ground.js';

const FACTORS = '/en/account/second-factor';
const AUTHENTICATOR = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  automaticPresenceSimulation: true,
  isUserVerified: true,
} as const;

(hasChromium ? describe : describe.skip)('second factors in a browser', () => {
  let ground: PageGround;
  let home: string;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ home, browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  /** A browser with an authenticator of its own; what it complains about ends in `complaints`. */
  async function openBrowser(): Promise<{
    context: BrowserContext;
    page: Page;
    cdp: CDPSession;
    complaints: string[];
  }> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    return { context, page, cdp, complaints };
  }

  async function signInAs(page: Page, role: string): Promise<void> {
    const link = ground.enteringPath(role);
    await page.goto(`${home}${link}`);
    await page.locator('form[action^="/sign-in/"] button').click();
    await page.waitForURL((url) => !url.pathname.includes('/sign-in/'));
  }

  async function violationsOf(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }

  it('adds a passkey, signs in with it alone, and takes it away with it again', async () => {
    const { context, page, cdp, complaints } = await openBrowser();
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: AUTHENTICATOR });
    await signInAs(page, 'ombudsperson');
    await page.goto(`${home}${FACTORS}`);
    expect(await violationsOf(page)).toEqual([]);
    await page.fill('#passkey-name', 'Blue key');
    await page.locator('form[action="/account/passkeys"] button').click();
    await page.waitForURL('**codes=*');
    expect(await page.locator('.factor-codes li').count()).toBe(10);
    expect(await page.locator('tbody th').innerText()).toBe('Blue key');
    expect(await violationsOf(page)).toEqual([]);

    await page.locator('form[action="/sign-out"] button').first().click();
    await page.goto(`${home}${FACTORS}`);
    expect(await page.locator('form[action="/account/passkeys"]').count()).toBe(0);

    await signInByPasskey(page);
    await page.goto(`${home}${FACTORS}`);
    const used = page.locator('td[data-label="Last used"]');
    expect(await used.innerText()).not.toBe('never');

    await page.locator('td .change summary').click();
    await page.locator('form[action$="/remove"] button').click();
    await page.waitForURL('**done=removed');
    expect(await page.locator('tbody th').count()).toBe(0);
    expect(complaints.filter((line) => !line.includes('403'))).toEqual([]);
    await context.close();
  }, 120_000);

  /** What a sign-in page does: options, the authenticator's answer, and the form. */
  async function signInByPasskey(page: Page): Promise<void> {
    await page.goto(`${home}/en`);
    await page.evaluate(async () => {
      const answer = await fetch('/api/v1/sign-in/passkey-options', { method: 'POST' });
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
        (await answer.json()) as PublicKeyCredentialRequestOptionsJSON,
      );
      const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
      const form = document.createElement('form');
      form.method = 'post';
      form.action = '/sign-in/passkey';
      const field = document.createElement('input');
      field.name = 'proof';
      field.value = JSON.stringify(credential.toJSON());
      form.append(field);
      document.body.append(form);
      form.submit();
    });
    await page.waitForURL(/\/(docket|desk)$/);
  }

  it('sets an authenticator app up without any script, by a picture or a typed key', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signInAs(page, 'secretariat');
    await page.goto(`${home}/es/account/second-factor`);
    expect(await page.locator('form[action="/account/passkeys"]').isVisible()).toBe(false);
    await page.locator('form[action="/account/one-time-password"] button').click();
    expect(await page.locator('svg.factor-qr').getAttribute('aria-label')).toBeTruthy();
    const secret = new TOTP({
      secret: (await page.locator('.factor-key').innerText()).replaceAll(' ', ''),
    });
    await page.fill('#first-code', '000000');
    await page.locator('form[action$="/confirm"] button').click();
    expect(await page.locator('[role=alert]').first().innerText()).toContain('reloj');
    await page.fill('#first-code', secret.generate());
    await page.locator('form[action$="/confirm"] button').click();
    const codes = await page.locator('.factor-codes code').allInnerTexts();
    expect(codes.length).toBe(10);
    await page.reload();
    expect(await page.locator('.factor-codes').count()).toBe(0);

    await page.locator('form[action="/account/one-time-password/remove"]').waitFor({ state: 'attached' });
    await page.locator('.change summary').first().click();
    await page.fill('#proof-app', 'WRONG');
    await page.locator('form[action$="/remove"] button').click();
    expect(await page.locator('[role=alert]').first().innerText()).toContain('diez minutos');
    await page.locator('.change summary').first().click();
    await page.fill('#proof-app', codes[0] ?? '');
    await page.locator('form[action$="/remove"] button').click();
    await page.waitForURL('**done=removed');
    await context.close();
  }, 120_000);

  it('loads the script of passkeys on the pages that have such a form, and nowhere else', async () => {
    const { context, page } = await openBrowser();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
    });
    await page.goto(`${home}/en`, { waitUntil: 'networkidle' });
    await signInAs(page, 'focal_point');
    expect(scripts.filter((path) => path.includes('passkey'))).toEqual([]);
    await page.goto(`${home}${FACTORS}`, { waitUntil: 'networkidle' });
    expect(scripts.filter((path) => path.includes('passkey')).length).toBe(1);
    const assets = join('dist', 'web', 'client', 'assets');
    const file = readdirSync(assets).find((name) => /^passkey-forms.*\.js$/.test(name)) ?? '';
    const size = gzipSync(readFileSync(join(assets, file)), { level: 9 }).length;
    process.stdout.write(`passkey script: ${size} bytes gzip\n`);
    expect(size).toBeLessThan(6_000);
    await context.close();
  }, 60_000);

  it('never scrolls sideways on a phone, with a key to set up and codes to write down', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await signInAs(page, 'monitoring_body');
    await page.goto(`${home}/es/account/second-factor`);
    await page.locator('form[action="/account/one-time-password"] button').click();
    expect(await overflow()).toBe(0);
    const key = (await page.locator('.factor-key').innerText()).replaceAll(' ', '');
    await page.fill('#first-code', new TOTP({ secret: key }).generate());
    await page.locator('form[action$="/confirm"] button').click();
    expect(await page.locator('.factor-codes li').count()).toBe(10);
    expect(await overflow()).toBe(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOf(page)).toEqual([]);
    }
    await context.close();
  }, 60_000);
});
