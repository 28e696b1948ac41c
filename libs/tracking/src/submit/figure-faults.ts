import type {
  AcceptableFigure,
  DecimalMark,
  DepartureRule,
  FigureProblemCode,
  ReferencePeriod,
  SeriesKey,
  WrittenFigure,
} from '#domain';
import { UserError, differs, plainName, readFigure } from '#domain';
import { screensEn } from '#messages';
import { seriesKeyText } from '#persistence';
import type {
  FigureOnRecord,
  AskedIndicator,
  HandedInFigure,
  KeptDeparture,
  NamedDimension,
} from '#persistence';

/** One figure as somebody typed it, or a program sent it. */
export interface WrittenSubmissionFigure extends WrittenFigure {
  /** One category per dimension, by its code or by its name in any language; empty for the total. */
  readonly categories: SeriesKey;
  /** Why it differs from what was accepted before. */
  readonly reason: string | null;
}

/** All figures of a submission: what is not in it is gone. */
export interface FigureHandIn {
  readonly figures: readonly WrittenSubmissionFigure[];
  /** Why figures that do not add up stand all the same. */
  readonly departureReason: string | null;
  /** As the one who typed writes decimals. */
  readonly decimalMark: DecimalMark;
}

/** What keeps a figure from being handed in, at which series and field. */
export interface FigureFault {
  readonly key: string;
  readonly field: 'value' | 'numerator' | 'denominator' | 'categories' | 'reason' | 'departureReason';
  readonly code:
    | FigureProblemCode
    | 'figure.category_unknown'
    | 'figure.repeated'
    | 'figure.reason_missing'
    | 'figure.amount_only'
    | DepartureRule;
  /** Of a departure: what the parts come to, and the total. */
  readonly numbers?: readonly [parts: number, total: number];
  /** Of a departure: whose parts they are. */
  readonly dimension?: string;
}

const MOST_TOLD = 20;
/** Between key, field and code in the details of a refusal; stands in no code. */
export const FAULT_MARK = '\t';

/** One refusal for all of them, so that all can be mended at once. */
export function refusedFigures(faults: readonly FigureFault[]): UserError {
  const told = faults
    .slice(0, MOST_TOLD)
    .map((fault) => `${fault.key === '' ? 'total' : fault.key}, ${fault.field}: ${sentenceOf(fault)}`);
  const rest = faults.length > MOST_TOLD ? ` And ${faults.length - MOST_TOLD} more.` : '';
  return new UserError('invalid_input', 'submission.figures', `figures: ${told.join(' ')}${rest}`, {
    details: {
      faults: faults.map(({ key, field, code, numbers = [], dimension }) =>
        [key, field, code, ...numbers, ...(dimension === undefined ? [] : [dimension])].join(FAULT_MARK),
      ),
    },
  });
}

function sentenceOf({ code, numbers }: FigureFault): string {
  const { departures, problems } = screensEn.figure;
  if (!numbers) return problems[code] ?? code;
  const [parts, total] = numbers;
  return `${departures[code as DepartureRule](String(parts), String(total))} Correct one of them, or say in departureReason why they stand.`;
}

export interface ReadFigures {
  readonly read: readonly (AcceptableFigure & {
    readonly categories: SeriesKey;
    readonly reason: string | null;
  })[];
  readonly faults: readonly FigureFault[];
}

/**
 * Reads everything that can be read, and names the rest.
 * @param complete fills in what need not be said; null where it does not say which figure it is
 */
export function readFigures(
  indicator: AskedIndicator,
  dimensions: readonly NamedDimension[],
  { figures, decimalMark }: FigureHandIn,
  complete: (categories: SeriesKey) => SeriesKey | null,
): ReadFigures {
  const read: ReadFigures['read'][number][] = [];
  const faults: FigureFault[] = [];
  const seen = new Set<string>();
  for (const written of figures) {
    const key = seriesKeyText(written.categories);
    const told = codesOf(written.categories, dimensions);
    const categories = told && complete(told);
    const { figure, problem } = readFigure(indicator, written, decimalMark);
    if (!categories) faults.push({ key, field: 'categories', code: 'figure.category_unknown' });
    else if (seen.has(seriesKeyText(categories)))
      faults.push({ key, field: 'categories', code: 'figure.repeated' });
    else if (problem) faults.push({ key, field: problem.field, code: problem.code });
    // An amount on record is a number: what is not known of a budget is not sent.
    else if (indicator.shape === 'budget' && (figure.state !== 'reported' || figure.provisional))
      faults.push({ key, field: 'value', code: 'figure.amount_only' });
    else read.push({ ...figure, categories, reason: written.reason });
    if (categories) seen.add(seriesKeyText(categories));
  }
  return { read, faults };
}

/** Null where one of them is none of its dimension, or the name of several. */
function codesOf(written: SeriesKey, dimensions: readonly NamedDimension[]): SeriesKey | null {
  const codes: Record<string, string> = {};
  for (const [dimension, category] of Object.entries(written)) {
    const known = dimensions.find(({ code }) => code === dimension)?.categories ?? [];
    const wanted = plainName(category);
    const exact = known.filter(({ code }) => code === category);
    const named = known.filter(({ name }) => Object.values(name).some((word) => plainName(word) === wanted));
    const [found, second] = exact.length > 0 ? exact : named;
    if (!found || second || wanted === '') return null;
    codes[dimension] = found.code;
  }
  return codes;
}

/** What still stands between a draft and handing it in. */
export function faultsOf(
  figures: readonly HandedInFigure[],
  accepted: readonly FigureOnRecord[],
  departures: readonly KeptDeparture[],
  needsTotal: boolean,
): FigureFault[] {
  if (figures.length === 0) return [];
  const onRecord = new Map(accepted.map((figure) => [seriesKeyText(figure.categories), figure]));
  const keyed = figures.map((figure) => ({ figure, key: seriesKeyText(figure.categories) }));
  const faults: FigureFault[] = [];
  if (needsTotal && !keyed.some(({ key }) => key === ''))
    faults.push({ key: '', field: 'value', code: 'figure.value_missing' });
  for (const { figure, key } of keyed) {
    const before = onRecord.get(key);
    if (before && differs(figure, before) && figure.revisionReason === null)
      faults.push({ key, field: 'reason', code: 'figure.reason_missing' });
  }
  for (const departure of departures)
    if (departure.reason === null)
      faults.push({
        key: keyOfDeparture(departure),
        field: 'departureReason',
        code: departure.rule,
        numbers: [departure.parts, departure.total],
        dimension: departure.dimension,
      });
  return faults;
}

/** The row that it is shown at: the part that is too large, or the total that the parts do not come to. */
export function keyOfDeparture({ whole, dimension, category }: KeptDeparture): string {
  return seriesKeyText(category === null ? whole : { ...whole, [dimension]: category });
}

/** As the audit says it: codes and numbers, nothing that somebody wrote. */
export function auditedFigure(
  figure: AcceptableFigure & { categories: SeriesKey; period: ReferencePeriod },
): string {
  const key = seriesKeyText(figure.categories);
  const { startOn, endOn } = figure.period;
  const parts = figure.numerator === null ? '' : ` (${figure.numerator}/${figure.denominator})`;
  const value =
    figure.value === null
      ? figure.state
      : `${figure.state === 'below_threshold' ? '<' : ''}${figure.value}${parts}`;
  return `${key === '' ? 'total' : key} ${startOn}/${endOn} ${value}${figure.provisional ? ' provisional' : ''}`;
}
