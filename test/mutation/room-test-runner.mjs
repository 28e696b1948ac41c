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
const NAMESPACE = '__stryker__';
const PASSED = 0;
const FAILED = 1;

/**
 * Runs the specs of a room for Stryker: loaded once in this process, each change is switched on and the tests that reach it are
 * run again. Jest would load all of them anew for each of a thousand changes, which takes a hundred times as long.
 */
class RoomTestRunner {
  #tests = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    // Two runs give one score, and a change that one case shows is killed: a smaller case need not be looked for.
    fc.configureGlobal({ seed: 20_261_127, endOnFailure: true });
    globalThis[NAMESPACE] ??= {};
    register('./room-hooks.mjs', import.meta.url);
    for (const file of namedRoom().folders.flatMap(specsIn)) {
      const before = new Set(testsOf(getState().rootDescribeBlock));
      await import(pathToFileURL(file).href);
      for (const test of testsOf(getState().rootDescribeBlock))
        if (!before.has(test)) this.#tests.set(`${file} ${fullName(test)}`, { file, test });
    }
  }

  async dryRun() {
    const tests = [];
    for (const [id, { file, test }] of this.#tests) {
      globalThis[NAMESPACE].currentTestId = id;
      const from = performance.now();
      const failure = await failureOf(test);
      tests.push({
        id,
        name: fullName(test),
        fileName: file,
        timeSpentMs: performance.now() - from,
        ...(failure === null ? { status: PASSED } : { status: FAILED, failureMessage: failure }),
      });
    }
    delete globalThis[NAMESPACE].currentTestId;
    return { status: 'complete', tests, mutantCoverage: globalThis[NAMESPACE].mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const shared = globalThis[NAMESPACE];
    Object.assign(shared, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    let nrOfTests = 0;
    try {
      for (const id of testFilter ?? this.#tests.keys()) {
        nrOfTests += 1;
        const failureMessage = await failureOf(this.#tests.get(id).test);
        if (shared.hitCount > hitLimit) return { status: 'timeout', reason: 'It goes round and round.' };
        if (failureMessage !== null) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } finally {
      delete shared.activeMutant;
    }
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
