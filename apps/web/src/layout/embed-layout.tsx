import type { ComponentChildren } from 'preact';

import { pageUrl } from '../router/address.js';
import type { Visit } from '../router/page.js';
import { WordMark } from './word-mark.js';

interface EmbedLayoutProps {
  readonly visit: Visit;
  readonly children: ComponentChildren;
}

/** Around a chart in a page of others: nothing to sign in to and nothing to get lost in; who says it, and that it may be invented. */
export function EmbedLayout({ visit, children }: EmbedLayoutProps) {
  const { say, language } = visit.wording;
  const { state } = visit;
  return (
    <div class="embed">
      <main id="content">{children}</main>
      <footer class="embed-foot">
        <a href={pageUrl(language, '/')} target="_blank" rel="noopener" aria-label="Vigía">
          <WordMark />
        </a>
        {state?.demonstration && <span>{say.layout.demonstrationShort}</span>}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noopener" target="_blank">
          {say.layout.openData}
        </a>
      </footer>
    </div>
  );
}
