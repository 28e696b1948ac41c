import type { Grammar } from '../grammar/grammar.js';

/** A treaty body and the treaty that it watches. What they are called is in the grammars. */
export interface Committee {
  readonly mechanism: string;
  /** Beginning of its document symbols. */
  readonly symbolPrefix: string;
  /** What the text calls its treaty when it speaks of no other. */
  readonly treaty: 'convention' | 'covenant';
}

export const COMMITTEES: readonly Committee[] = [
  {
    mechanism: 'CRC',
    symbolPrefix: 'CRC/',
    treaty: 'convention',
  },
  {
    mechanism: 'CEDAW',
    symbolPrefix: 'CEDAW/',
    treaty: 'convention',
  },
  {
    mechanism: 'CCPR',
    symbolPrefix: 'CCPR/',
    treaty: 'covenant',
  },
  {
    mechanism: 'CESCR',
    symbolPrefix: 'E/C.12/',
    treaty: 'covenant',
  },
  {
    mechanism: 'CAT',
    symbolPrefix: 'CAT/',
    treaty: 'convention',
  },
  {
    mechanism: 'CERD',
    symbolPrefix: 'CERD/',
    treaty: 'convention',
  },
  {
    mechanism: 'CMW',
    symbolPrefix: 'CMW/',
    treaty: 'convention',
  },
  {
    mechanism: 'CRPD',
    symbolPrefix: 'CRPD/',
    treaty: 'convention',
  },
  {
    mechanism: 'CED',
    symbolPrefix: 'CED/',
    treaty: 'convention',
  },
];

/** Optional protocols with a reporting procedure of their own, by the segment of their symbols. */
export const REPORTING_PROTOCOLS: readonly {
  readonly segment: string;
  readonly instrument: string;
}[] = [
  {
    segment: '/OPSC/',
    instrument: 'CRC-OP-SC',
  },
  {
    segment: '/OPAC/',
    instrument: 'CRC-OP-AC',
  },
];

export function committeeOfSymbol(symbol: string): Committee | null {
  return COMMITTEES.find((committee) => symbol.startsWith(committee.symbolPrefix)) ?? null;
}

export function committeeNamedIn(text: string, grammar: Grammar): Committee | null {
  return COMMITTEES.find(({ mechanism }) => grammar.names.committees[mechanism]?.test(text) === true) ?? null;
}

/** The treaty, or the protocol with reports of its own, that a document is about. */
export function instrumentOf(
  committee: Committee,
  symbol: string | null,
  title: string,
  grammar: Grammar,
): string {
  const protocol = REPORTING_PROTOCOLS.find(
    ({ segment, instrument }) =>
      symbol?.includes(segment) ?? grammar.names.protocols[instrument]?.test(title) === true,
  );
  return protocol?.instrument ?? committee.mechanism;
}
