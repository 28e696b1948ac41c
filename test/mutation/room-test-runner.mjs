import { readdirSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

import fc from 'fast-check';

import { namedRoom } from './rooms.mjs';

const ofJest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { getState } = ofJest('jest-circus');

/** Where the changed code and Stryker tell each other which change is on, and who ran it. */
const shared = (globalThis.__stryker__ ??= {});
const PASSED = 0;
const FAILED = 1;

/**
 * Runs the specs of a room for Stryker. For each change it loads only the specs whose tests reach it, and only the room's own
 * modules anew, so that nothing a change left behind meets the next one. Jest would set up a sandbox for every spec of the room
 * each time, which takes ten times as long.
 */
class RoomTestRunner {
  #files = [];
  #loads = 0;
  /** Milliseconds that a test took without any change: the quick ones are asked first. */
  #took = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    // Two runs give one score, and a change that one case shows is killed: a smaller case need not be looked for.
    fc.configureGlobal({ seed: 20_261_127, endOnFailure: true });
    register('./room-hooks.mjs', import.meta.url);
    this.#files = namedRoom().folders.flatMap(specsIn);
  }

  async dryRun() {
    const tests = [];
    for (const file of this.#files)
      for (const [id, test] of await this.#load(file)) {
        shared.currentTestId = id;
        const from = performance.now();
        const failure = await failureOf(test);
        delete shared.currentTestId;
        this.#took.set(id, performance.now() - from);
        tests.push({
          id,
          name: fullName(test),
          fileName: file,
          timeSpentMs: this.#took.get(id),
          ...(failure === null ? { status: PASSED } : { status: FAILED, failureMessage: failure }),
        });
      }
    this.#files.sort((one, other) => this.#slowestOf(one) - this.#slowestOf(other));
    return { status: 'complete', tests, mutantCoverage: shared.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    let nrOfTests = 0;
    const on = { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined };
    if (mutantActivation === 'static') Object.assign(shared, on);
    try {
      for (const file of this.#files) {
        if (testFilter && !testFilter.some((id) => id.startsWith(`${file} `))) continue;
        const loaded = await this.#load(file);
        Object.assign(shared, on);
        for (const [id, test] of loaded) {
          if (testFilter && !testFilter.includes(id)) continue;
          nrOfTests += 1;
          const failureMessage = await failureOf(test);
          if (shared.hitCount > hitLimit) return { status: 'timeout', reason: 'It goes round and round.' };
          if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
        }
        if (mutantActivation !== 'static') delete shared.activeMutant;
      }
      return { status: 'survived', nrOfTests };
    } catch (error) {
      // A change that a module does not survive being loaded with.
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests };
    } finally {
      delete shared.activeMutant;
    }
  }

  #slowestOf(file) {
    return Math.max(0, ...[...this.#took].map(([id, took]) => (id.startsWith(`${file} `) ? took : 0)));
  }

  /** The tests of one file, by a name that is theirs alone. */
  async #load(file) {
    const root = getState().rootDescribeBlock;
    root.children.length = 0;
    this.#loads += 1;
    await import(`${pathToFileURL(file).href}?load=${this.#loads}`);
    return testsOf(root)
      .map((test, place) => [`${file} ${place} ${fullName(test)}`, test])
      .sort(([one], [other]) => (this.#took.get(one) ?? 0) - (this.#took.get(other) ?? 0));
  }
}

function specsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.spec.ts'))
    .sort()
    .map((name) => resolve(join(folder, name)));
}

function testsOf(block) {
  return block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));
}

function fullName({ name, parent }) {
  return parent?.parent ? `${fullName(parent)} ${name}` : name;
}

/** What the test says when it fails; null where it passes. */
async function failureOf({ fn }) {
  try {
    await fn();
    return null;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

const createRunner = () => new RoomTestRunner();
createRunner.inject = [];

export const strykerPlugins = [{ kind: 'TestRunner', name: 'room', factory: createRunner }];
