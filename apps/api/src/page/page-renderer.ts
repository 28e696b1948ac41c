import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Inject, Injectable } from '@nestjs/common';

import type { PageAnswer, PageRequest, RenderPage } from '#contracts';
import { OperationalError } from '#domain';

import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

/** The built renderer of apps/web, loaded by path: the dashboard is built by its own tool and knows nothing of this process. */
@Injectable()
export class PageRenderer {
  private loaded: Promise<RenderPage> | undefined;

  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  async render(request: PageRequest): Promise<PageAnswer> {
    this.loaded ??= this.load();
    const render = await this.loaded;
    return render(request);
  }

  private async load(): Promise<RenderPage> {
    const entry = join(this.settings.webRoot, 'server', 'entry.js');
    try {
      const bundle = (await import(pathToFileURL(entry).href)) as { renderPage: RenderPage };
      return bundle.renderPage;
    } catch (cause) {
      this.loaded = undefined;
      throw new OperationalError(
        'page.not_built',
        `The dashboard is not built: run "npm run build" (looked for ${entry}).`,
        { cause },
      );
    }
  }
}
