import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { OperationalError } from '#domain';
import { LANGUAGES } from '#messages';

import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** A worker fetches by its own policy, not by that of the page that asked for it. */
const POLICY = "default-src 'none'; connect-src 'self'";

/**
 * The script that shows a page of ours where the connection broke. Its address never changes and nobody keeps it, so that a browser
 * that has it learns at its next visit of a new build, and of its being taken back.
 */
@Controller()
export class OfflineWorkerController {
  private built: Promise<string> | undefined;

  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  @Get('offline-worker.js')
  async worker(@Res() reply: FastifyReply): Promise<void> {
    this.built ??= this.read();
    const script = await this.built;
    await reply
      .headers({
        'content-type': 'text/javascript; charset=utf-8',
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
      })
      .send(script);
  }

  private async read(): Promise<string> {
    const { webRoot, offlinePage = true } = this.settings;
    try {
      const [script, manifest, renderer] = await Promise.all([
        readFile(join(webRoot, 'client', 'offline-worker.js'), 'utf8'),
        readFile(join(webRoot, 'client', '.vite', 'manifest.json')),
        readFile(join(webRoot, 'server', 'entry.js')),
      ]);
      // Styles and sentences alike: either makes it another page.
      const version = createHash('sha256').update(manifest).update(renderer).digest('hex').slice(0, 16);
      const facts = { version: offlinePage ? version : null, languages: LANGUAGES };
      return `self.vigiaOffline=${JSON.stringify(facts)};\n${script}`;
    } catch (cause) {
      this.built = undefined;
      throw new OperationalError('page.not_built', 'The dashboard is not built: run "npm run build".', {
        cause,
      });
    }
  }
}
