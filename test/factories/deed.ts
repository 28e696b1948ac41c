import fc from 'fast-check';

import type { CivilDate } from '#domain';
import type { Sql } from '#persistence';

export const RECOMMENDATIONS = 3;
export const INSTITUTIONS = ['A', 'B'];
/** What somebody does to a State, on a day, in SQL as any code could write it: nobody is told that something is watched. */
export type Deed = (sql: Sql, stateId: number, on: CivilDate) => Promise<unknown>;

/** One statement; `$1` is the State, `$2` the day. Its other values are the deed's own numbers. */
export const deed = (text: string): Deed =>
  Object.assign((sql: Sql, stateId: number, on: CivilDate) => sql.execute(text, [stateId, on]), {
    [fc.toStringMethod]: () => text,
  });

export const REC = (code: number): string =>
  `(SELECT id FROM recommendation WHERE state_id = $1 AND code = '${code}')`;
export const INST = (code: string): string =>
  `(SELECT id FROM institution WHERE state_id = $1 AND id = (SELECT min(id) FROM institution WHERE state_id = $1) + ${INSTITUTIONS.indexOf(code)})`;
export const OBLIGATIONS = `SELECT id FROM obligation WHERE state_id = $1 ORDER BY id`;
export const nth = (list: string, place: number): string => `(${list} OFFSET ${place} LIMIT 1)`;

export const rec = fc.integer({ min: 1, max: RECOMMENDATIONS });
export const inst = fc.constantFrom(...INSTITUTIONS);
export const ahead = fc.integer({ min: -40, max: 130 });
export const place = fc.nat(4);
