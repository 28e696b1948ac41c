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
import { registerCode } from '#ingest';
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
  /** Register whose codes its categories are named by. Null: nobody said, so that a code of two registers is refused. Left out: ours. */
  readonly codes?: CodeSystem | null | undefined;
}

export const CODE_SYSTEMS = ['inei', 'reniec', 'iso'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

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
    | 'figure.code_ambiguous'
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
    const told = codesOf(written, dimensions);
    const categories = typeof told === 'string' ? null : complete(told);
    const { figure, problem } = readFigure(indicator, written, decimalMark);
    if (!categories)
      faults.push({ key, field: 'categories', code: typeof told === 'string' ? told : UNKNOWN });
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

const UNKNOWN = 'figure.category_unknown';
const AMBIGUOUS = 'figure.code_ambiguous';

/** By our codes; or why one of them names none of its dimension, or several. */
function codesOf(
  { categories, codes }: WrittenSubmissionFigure,
  dimensions: readonly NamedDimension[],
): SeriesKey | typeof UNKNOWN | typeof AMBIGUOUS {
  const found: Record<string, string> = {};
  for (const [dimension, category] of Object.entries(categories)) {
    const known = dimensions.find(({ code }) => code === dimension)?.categories ?? [];
    const meant = meantBy(category, codes, known);
    if (meant.length > 1 && codes === null && /^\d/u.test(category.trim())) return AMBIGUOUS;
    if (meant.length !== 1) return UNKNOWN;
    found[dimension] = meant[0]!;
  }
  return found;
}

/** Codes of the categories that a text can mean. Codes of ISO 3166-2 begin with letters: they are nobody else's. */
function meantBy(
  text: string,
  system: CodeSystem | null | undefined,
  known: NamedDimension['categories'],
): string[] {
  const given = registerCode(text);
  const isNumber = /^\d/u.test(given);
  const registered = known.filter(({ codes = {} }) =>
    Object.entries(codes).some(
      ([register, code]) =>
        registerCode(code) === given && (register === system || system === null || !isNumber),
    ),
  );
  const own = known.filter(({ code }) => code === text);
  const wanted = plainName(text);
  const named =
    wanted === ''
      ? []
      : known.filter(({ name }) => Object.values(name).some((word) => plainName(word) === wanted));
  const first = system === undefined ? [own, named, registered] : [registered, own, named];
  return (first.find((found) => found.length > 0) ?? []).map(({ code }) => code);
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
