import type { Grammar } from '../grammar/grammar.js';
import { isCountryCode } from '../nations/country-code.js';
import { committeeNamedIn, committeeOfSymbol, type Committee, instrumentOf } from '../nations/committee.js';
import { stateNamedIn } from '../nations/state-name.js';
import {
  concludingObservationsOn,
  findSymbols,
  isConcludingObservationsSymbol,
  isStateReportSymbol,
  stateCodeIn,
} from '../nations/symbol.js';
import type { WarningList } from '../warning/warning-list.js';

/** The parts of a document that say which document it is. */
export interface IdentitySource {
  readonly header: string;
  readonly title: string;
  /** The first paragraph, which names the report considered. */
  readonly opening: string;
  /** Symbols that stood alone on a line above the first paragraph. */
  readonly masthead: readonly string[];
  /** Symbols that stood alone on a line further down. */
  readonly runningHeads: readonly string[];
  /** Lines of the footnotes: some committees cite the report there. */
  readonly footnotes: readonly string[];
  readonly grammar: Grammar;
}

export interface Identity {
  readonly symbol: string | null;
  readonly inferredSymbol: string | null;
  readonly committee: Committee;
  readonly instrument: string;
  readonly state: string | null;
  readonly reportConsidered: readonly string[];
}

/** Whose observations these are, on whose report. Null when no committee is recognised. */
export function readIdentity(source: IdentitySource, warnings: WarningList): Identity | null {
  const symbol = ownSymbol(source);
  const inText = stateReportsIn(source.opening);
  const reportConsidered =
    inText.length > 0 ? inText : stateReportsIn(source.footnotes.join('\n')).slice(0, 1);
  const report = reportConsidered[0] ?? null;
  const inferredSymbol = symbol === null && report !== null ? concludingObservationsOn(report) : null;
  const nearest = symbol ?? inferredSymbol;
  const committee =
    (nearest === null ? null : committeeOfSymbol(nearest)) ??
    committeeNamedIn(source.header, source.grammar) ??
    committeeNamedIn(source.opening, source.grammar) ??
    firstCommitteeCited(source.opening);
  if (committee === null) return null;
  if (inferredSymbol !== null) warnings.add('symbol_inferred', null, inferredSymbol);
  else if (symbol === null) warnings.add('symbol_unknown', null);
  const instrument = instrumentOf(committee, nearest, source.title, source.grammar);
  return {
    symbol,
    inferredSymbol,
    committee,
    instrument,
    reportConsidered,
    state: stateOf(source, nearest, warnings),
  };
}

function stateReportsIn(text: string): readonly string[] {
  return findSymbols(text)
    .map((one) => one.symbol)
    .filter(isStateReportSymbol);
}

/** A symbol is the document's own when it stands in the masthead or heads its pages, never because a sentence cites it. */
function ownSymbol(source: IdentitySource): string | null {
  const printed = findSymbols(source.header.replace(/\([^)]{0,200}\)/g, ' ')).map((one) => one.symbol);
  const candidates = [...source.masthead, ...printed, ...repeated(source.runningHeads)];
  return candidates.find(isConcludingObservationsSymbol) ?? null;
}

/** Symbols that head at least two pages: one alone on a line may be a citation that was wrapped. */
function repeated(symbols: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return symbols.filter((symbol) => seen.size === seen.add(symbol).size);
}

function firstCommitteeCited(text: string): Committee | null {
  const committees = findSymbols(text).map((one) => committeeOfSymbol(one.symbol));
  return committees.find((committee) => committee !== null) ?? null;
}

function stateOf(source: IdentitySource, symbol: string | null, warnings: WarningList): string | null {
  const named = stateNamedIn(source.title, source.grammar);
  const code = symbol === null ? null : stateCodeIn(symbol);
  const coded = code !== null && isCountryCode(code) ? code : null;
  const state = named ?? coded ?? stateNamedIn(source.opening, source.grammar);
  if (named !== null && coded !== null && named !== coded)
    warnings.add('state_contradicted', null, named, coded);
  if (state === null) warnings.add('state_unknown', null);
  return state;
}
