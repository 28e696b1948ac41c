import { UserError, readPastedFigures } from '#domain';
import type { Language } from '#messages';
import { CODE_SYSTEMS, FAULT_MARK, seriesKeyText } from '#tracking';
import type { FigureHandIn, WrittenSubmissionFigure } from '#tracking';

/** Fields of one row are named by what they hold and the key of its series: `value:sex=female`. */
const FIELDS = ['have', 'value', 'numerator', 'denominator'] as const;
const LONGEST = 60;
const LONGEST_REASON = 500;
/** More than the largest form has: twelve cohorts of nine counts, or five budget lines of a year by month. */
const MOST_ROWS = 200;
/** Lines of one dimension with more categories than a form has rows for: `lines:region`. */
const LINES = 'lines:';
/** Register whose codes stand in them: `codes:department`. */
const CODES = 'codes:';
const LONGEST_LINES = 40_000;

const ABSENT = { missing: 'missing', not_applicable: 'not_applicable' } as const;

type Form = Readonly<Record<string, unknown>>;

/**
 * The figures of a form, as they were typed; null where it has no room for any. A row in which nothing stands is not sent, but
 * for the total where another row is.
 */
export function figuresOf(form: Form, language: Language): FigureHandIn | null {
  const keys = Object.keys(form).flatMap((name) =>
    name.startsWith('have:') ? [name.slice('have:'.length)] : [],
  );
  if (keys.length === 0) return null;
  const reason = textOf(form, 'figure_reason', LONGEST_REASON);
  const rows = keys.slice(0, MOST_ROWS).map((key) => rowOf(form, key, reason === '' ? null : reason));
  const told = rows.filter(({ filled }) => filled);
  const pasted = Object.keys(form).flatMap((name) =>
    name.startsWith(LINES) ? linesOf(form, name, reason === '' ? null : reason) : [],
  );
  const departureReason = textOf(form, 'departure_reason', LONGEST_REASON);
  return {
    figures: [...told.map(({ figure }) => figure), ...pasted],
    departureReason: departureReason === '' ? null : departureReason,
    decimalMark: language === 'es' ? ',' : '.',
  };
}

/** Fields of a table of figures that somebody filled in, and what is said about all of them. */
export const ofFigures = (name: string, value: unknown): boolean =>
  value !== '' &&
  value !== 'number' &&
  (FIELDS.some((field) => name.startsWith(`${field}:`)) ||
    name.startsWith(LINES) ||
    name.startsWith(CODES) ||
    name === 'figure_reason' ||
    name === 'departure_reason');

interface DraftWithFigures {
  readonly figures: FigureHandIn | null;
  readonly handIn: boolean;
}

/** Only these say that a figure cannot be read; all others say that figures that were read do not fit. */
const UNREAD: readonly string[] = ['value', 'numerator', 'denominator', 'categories'];

/**
 * What can be kept of a hand-in whose figures were refused: all of it, as a draft, but for the rows that could not be read.
 * Null where it was refused for something else.
 */
export function asDraft<D extends DraftWithFigures>(
  draft: D,
  error: unknown,
): { readonly draft: D; readonly unread: (name: string) => boolean } | null {
  if (!(error instanceof UserError) || error.code !== 'submission.figures' || !draft.figures) return null;
  const unread = new Set(
    [error.details['faults'] ?? []].flat().flatMap((fault) => {
      const [key = '', field = ''] = String(fault).split(FAULT_MARK);
      return UNREAD.includes(field) ? [key] : [];
    }),
  );
  const figures = draft.figures.figures.filter(({ categories }) => !unread.has(seriesKeyText(categories)));
  const names = new Set([...unread].flatMap((key) => FIELDS.map((field) => `${field}:${key}`)));
  return {
    draft: { ...draft, figures: { ...draft.figures, figures }, handIn: false },
    unread: (name) =>
      names.has(name) ||
      [LINES, CODES].some((mark) => name.startsWith(mark) && hasUnread(name.slice(mark.length), unread)),
  };
}

/** All lines of a table come back where one of them could not be read: it is mended among its neighbours. */
function hasUnread(dimension: string, unread: ReadonlySet<string>): boolean {
  return [...unread].some((key) => key.startsWith(`${dimension}=`));
}

/** A category stands as it was written: who reads the figures knows its names. */
function linesOf(form: Form, name: string, reason: string | null): WrittenSubmissionFigure[] {
  const dimension = name.slice(LINES.length);
  const text = form[name];
  const codes = CODE_SYSTEMS.find((system) => system === form[`${CODES}${dimension}`]) ?? null;
  return readPastedFigures(typeof text === 'string' ? text.slice(0, LONGEST_LINES) : '').map(
    ({ category, ...figure }) => ({ ...figure, categories: { [dimension]: category }, reason, codes }),
  );
}

function rowOf(form: Form, key: string, reason: string | null) {
  const [have, value, numerator, denominator] = FIELDS.map((field) =>
    textOf(form, `${field}:${key}`, LONGEST),
  );
  const absent = Object.entries(ABSENT).find(([word]) => word === have)?.[1];
  const bound = have === 'below_threshold' && value !== '' ? ({ state: 'below_threshold' } as const) : {};
  const figure: WrittenSubmissionFigure = {
    categories: categoriesOf(key),
    value: value!,
    numerator: numerator!,
    denominator: denominator!,
    provisional: have === 'provisional',
    reason,
    ...(absent === undefined ? bound : { state: absent }),
  };
  return {
    figure,
    filled: absent !== undefined || [value, numerator, denominator].some((text) => text !== ''),
  };
}

function categoriesOf(key: string): Record<string, string> {
  return Object.fromEntries(
    key
      .split('|')
      .filter((part) => part !== '')
      .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
}

function textOf(form: Form, name: string, longest: number): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}
