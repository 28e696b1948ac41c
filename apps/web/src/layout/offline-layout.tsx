import type { ComponentChildren } from 'preact';

import type { Visit } from '../router/page.js';
import { DeviceRoom } from './device-room.js';
import { WordMark } from './word-mark.js';

interface OfflineLayoutProps {
  readonly visit: Visit;
  readonly children: ComponentChildren;
}

/** Around what is shown without a connection: no way to anywhere that cannot be reached, and nobody's name. */
export function OfflineLayout({ visit, children }: OfflineLayoutProps) {
  return (
    <>
      <header class="offline-head">
        <WordMark />
      </header>
      <main id="content" tabindex={-1}>
        {children}
      </main>
      <DeviceRoom visit={visit} />
    </>
  );
}
