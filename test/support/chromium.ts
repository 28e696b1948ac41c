import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const found = PLACES.find((place) => existsSync(place));

/** Whether this machine has a Chromium; suites that need one say so in one line when it has not. */
export const hasChromium = found !== undefined;
if (!hasChromium)
  process.stdout.write(
    'skipped: the browser suites; no Chromium on this machine (Debian: apt-get install chromium)\n',
  );

/** A browser that asks nobody outside for anything. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: found,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
