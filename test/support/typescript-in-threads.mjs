// Jest compiles what it loads itself; a thread that the code under test starts is loaded by Node. This preload teaches such
// threads to read the sources, so that tests never run a stale build of them. `npm run jest` passes it on.
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) register('./typescript-hooks.mjs', import.meta.url);
