import type { ApiAnswer } from '#contracts';

import type { Address } from './address.js';

/** A value of the address that the page could not read. */
export interface LeftOut {
  /** Name in the address. */
  readonly name: string;
  readonly value: string;
}

const UNREADABLE = 422;
/** What is wrong is said by field: `when: expected …; year: expected …`. */
const FIELD = /(?:^|; )([A-Za-z_]+)(?:\.\d+)*: /g;

/** What of the address the API could not read; nothing where that is not what it refused. */
export function leftOutOf(answers: readonly ApiAnswer[], { query }: Pick<Address, 'query'>): LeftOut[] {
  const refused = answers.filter(({ status }) => status >= 400);
  if (refused.some(({ status }) => status !== UNREADABLE)) return [];
  const names = new Set(
    refused.flatMap(({ body }) => [...detailOf(body).matchAll(FIELD)].map(([, name]) => name)),
  );
  return [...query.entries()].filter(([name]) => names.has(name)).map(([name, value]) => ({ name, value }));
}

/** The same address without it. */
export function without(address: Address, leftOut: readonly LeftOut[]): Address {
  const kept = [...address.query.entries()].filter(([name]) => !leftOut.some((one) => one.name === name));
  return { ...address, query: new URLSearchParams(kept) };
}

function detailOf(body: string): string {
  try {
    const { detail } = JSON.parse(body) as { readonly detail?: unknown };
    return typeof detail === 'string' ? detail : '';
  } catch {
    return '';
  }
}
