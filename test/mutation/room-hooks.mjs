import * as typescript from '../support/typescript-hooks.mjs';

/** What specs take from Jest they get without its sandbox. */
const GLOBALS = new URL('./room-globals.mjs', import.meta.url).href;

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  return typescript.resolve(specifier, context, next);
}

export const { load } = typescript;
