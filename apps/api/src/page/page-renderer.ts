import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Inject, Injectable } from '@nestjs/common';

import type { IsPage, PageAnswer, PageRequest, RenderPage } from '#contracts';
import { OperationalError } from '#domain';

import { API_SETTINGS } from '../settings.js';
import type { ApiSettings } from '../settings.js';

interface Renderer {
  readonly renderPage: RenderPage;
  readonly isPage: IsPage;
}

/** The built renderer of apps/web, loaded by path: the dashboard is built by its own tool and knows nothing of this process. */
@Injectable()
export class PageRenderer {
  private loaded: Promise<Renderer> | undefined;

  constructor(@Inject(API_SETTINGS) private readonly settings: ApiSettings) {}

  async render(request: PageRequest): Promise<PageAnswer> {
    return (await this.renderer()).renderPage(request);
  }

  /** Whether a path, after the language, is that of a page. */
  async isPage(path: string): Promise<boolean> {
    return (await this.renderer()).isPage(path);
  }

  private renderer(): Promise<Renderer> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  private async load(): Promise<Renderer> {
    const entry = join(this.settings.webRoot, 'server', 'entry.js');
    try {
      return (await import(pathToFileURL(entry).href)) as Renderer;
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
