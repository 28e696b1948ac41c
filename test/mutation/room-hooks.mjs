import * as typescript from '../support/typescript-hooks.mjs';

/** What specs take from Jest they get without its sandbox. */
const GLOBALS = new URL('./room-globals.mjs', import.meta.url).href;
const LOAD = /\?load=\d+$/;
const compiled = new Map();

/** What a spec reaches by relative paths is loaded anew with it; what it reaches by the name of a library or a package is not. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const [load] = LOAD.exec(context.parentURL ?? '') ?? [''];
  const parentURL = context.parentURL?.replace(LOAD, '');
  const found = await typescript.resolve(specifier, { ...context, parentURL }, next);
  return load !== '' && specifier.startsWith('.') ? { ...found, url: found.url + load } : found;
}

export async function load(url, context, next) {
  const file = url.replace(LOAD, '');
  if (!compiled.has(file)) compiled.set(file, await typescript.load(file, context, next));
  return compiled.get(file);
}
