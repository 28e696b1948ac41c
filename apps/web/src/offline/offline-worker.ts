/** What the server says in front of this script. */
interface OfflineFacts {
  /** Changes with every build; null: the worker was taken back. */
  readonly version: string | null;
  readonly languages: readonly string[];
}

/** An event that waits for what it is handed. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerFetch extends WorkerEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface OfflineWorkerScope {
  readonly vigiaOffline: OfflineFacts;
  readonly location: Location;
  readonly navigator: Navigator;
  readonly registration: { unregister(): Promise<unknown> };
  readonly clients: {
    claim(): Promise<unknown>;
    matchAll(of: { readonly type: 'window' }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listen: (event: WorkerEvent) => void): void;
  addEventListener(name: 'fetch', listen: (event: WorkerFetch) => void): void;
}

const scope = self as unknown as OfflineWorkerScope;
const { version, languages } = scope.vigiaOffline;
const PREFIX = 'vigia-offline-';
const KEPT = `${PREFIX}${version}`;
const pageOf = (language: string): string => `/${language}/offline`;

scope.addEventListener('install', (event) => {
  event.waitUntil((version === null ? Promise.resolve() : keepPages()).then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    dropOthers().then(() => (version === null ? scope.registration.unregister() : scope.clients.claim())),
  );
});

if (version !== null)
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    if (request.mode === 'navigate') {
      if (isOurs(request)) event.respondWith(fetch(request).catch(() => offlinePage(request)));
    } else if (request.url.startsWith(`${scope.location.origin}/assets/`)) {
      event.respondWith(fetch(request).catch(() => keptOr(request, () => Response.error())));
    }
  });

/**
 * A form that another site sends must not pass through here: it would reach the server as one of ours. Whoever types an address or
 * comes from a mail brings no referrer, and asks for a page only.
 */
function isOurs({ referrer, method }: Request): boolean {
  return referrer.startsWith(`${scope.location.origin}/`) || (referrer === '' && method === 'GET');
}

/** The page in each language, as somebody unknown gets it, and the styles, fonts and script that it names. Nothing else is ever kept. */
async function keepPages(): Promise<void> {
  const cache = await caches.open(KEPT);
  const pages = languages.map(pageOf);
  await cache.addAll(pages.map((page) => new Request(page, { credentials: 'omit', cache: 'reload' })));
  const named = new Set<string>();
  for (const page of pages) {
    const html = (await (await cache.match(page))?.text()) ?? '';
    for (const [, asset = ''] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) named.add(asset);
  }
  await cache.addAll([...named]);
}

async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter(
    (name) => name.startsWith(PREFIX) && (version === null || name !== KEPT),
  );
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** In the language of the address, else of what stood there before (forms are sent to addresses without one), else of the browser. */
async function offlinePage({ url, referrer }: Request): Promise<Response> {
  const open = await scope.clients.matchAll({ type: 'window' });
  const spoken = [url, referrer, ...open.map((client) => client.url)].map((one) => one.split('/')[3] ?? '');
  const wanted = [...spoken, scope.navigator.language.slice(0, 2), ...languages];
  const language = wanted.find((one) => languages.includes(one)) ?? '';
  return keptOr(new Request(pageOf(language)), () => Response.error());
}

async function keptOr(request: Request, otherwise: () => Response): Promise<Response> {
  return (await (await caches.open(KEPT)).match(request.url)) ?? otherwise();
}
