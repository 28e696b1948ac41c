/**
 * Codes in older document symbols that ISO 3166-1 does not have, or no longer has, with the State of today.
 * Sources: ISO 3166-3 (codes of names no longer used) for all but the last two; those are abbreviations with which the
 * Committee on the Elimination of Discrimination against Women numbered reports before it took ISO codes
 * (`CEDAW/C/GUA/3-4`, `CEDAW/C/UK/3`).
 * Null: the State was divided or joined another, so that the code alone does not tell whose successor reports.
 */
export const FORMER_CODES: ReadonlyMap<string, string | null> = new Map([
  ['BUR', 'MMR'],
  ['BYS', 'BLR'],
  ['DHY', 'BEN'],
  ['HVO', 'BFA'],
  ['NHB', 'VUT'],
  ['RHO', 'ZWE'],
  ['ROM', 'ROU'],
  ['TMP', 'TLS'],
  ['ZAR', 'COD'],
  ['CSK', null],
  ['DDR', null],
  ['SCG', null],
  ['SUN', null],
  ['VDR', null],
  ['YMD', null],
  ['YUG', null],
  ['GUA', 'GTM'],
  ['UK', 'GBR'],
]);
