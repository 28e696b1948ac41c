/** Asks the browser to hold a page of ours ready for when the connection breaks. Where it will not, its own page comes then. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/offline-worker.js', { updateViaCache: 'none' }).catch(() => undefined);
}
