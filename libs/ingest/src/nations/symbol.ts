const SEGMENT = String.raw`\/[A-Z0-9](?:[A-Za-z0-9.–-]{0,24}[A-Za-z0-9])?`;

/** A symbol of a United Nations document, `CRC/C/OPSC/PER/CO/1`, `A/RES/70/1`. */
export const DOCUMENT_SYMBOL = new RegExp(
  String.raw`(?<![A-Za-z0-9/.])(?:(?:CRC|CEDAW|CCPR|CAT|CERD|CMW|CRPD|CED|HRI)(?:${SEGMENT}){2,8}|(?:A|E|S|ST)(?:${SEGMENT}){2,8})`,
);
const EVERY_SYMBOL = new RegExp(DOCUMENT_SYMBOL.source, 'g');

export interface PrintedSymbol {
  /** With plain hyphens, however they are printed. */
  readonly symbol: string;
  readonly index: number;
  readonly length: number;
}

/** Every symbol in a text, with where it stands. */
export function findSymbols(text: string): readonly PrintedSymbol[] {
  return [...text.matchAll(EVERY_SYMBOL)].map(({ 0: printed, index }) => ({
    symbol: printed.replaceAll('–', '-'),
    index,
    length: printed.length,
  }));
}

/** `CRC/C/PER/CO/4-5`, `CCPR/CO/70/PER`, `CRC/C/15/Add.120`: the series in which concluding observations appear. */
export function isConcludingObservationsSymbol(symbol: string): boolean {
  return /\/CO\/|\/15\/Add\.|\/79\/Add\.|\/C\/304\/Add\.|^E\/C\.12\/1\/Add\.|^CAT\/C\/CR\/|\/OAI\//.test(
    symbol,
  );
}

/** `CRC/C/OPSC/PER/1`, `E/C.12/PER/5`: a report of a State, not a list of issues nor an addendum. */
const STATE_REPORT = /^((?:[A-Z]{3,5}\/C|E\/C\.12)(?:\/OP[A-Z]{2})?\/([A-Z]{3}))\/(\d{1,2}(?:[-–]\d{1,2})?)$/;

/** `CRC/C/3/Add.48`, `E/1990/5/Add.70`: how reports were numbered before about 2005. */
const FORMER_STATE_REPORT = /^(?:(?:CRC|CCPR|CAT|CERD)\/C\/\d{1,3}|E\/\d{4}\/\d{1,3})\/Add\.\d{1,3}$/;

export function isStateReportSymbol(symbol: string): boolean {
  return (
    STATE_REPORT.test(symbol) || (FORMER_STATE_REPORT.test(symbol) && !isConcludingObservationsSymbol(symbol))
  );
}

/** The symbol that concluding observations on a report bear by the custom of the committees. */
export function concludingObservationsOn(reportSymbol: string): string | null {
  const parts = STATE_REPORT.exec(reportSymbol);
  return parts === null ? null : `${parts[1]}/CO/${parts[3]}`;
}

/** The three-letter code of the State in a symbol, as printed. */
export function stateCodeIn(symbol: string): string | null {
  return /\/([A-Z]{3})(?:\/|$)/.exec(symbol)?.[1] ?? null;
}
