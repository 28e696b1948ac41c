import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import {
  COMPUTED_FROM,
  DIRECTIONS,
  FIGURE_KINDS,
  INDICATOR_CLASSES,
  INDICATOR_TRACKS,
  OperationalError,
  SHEET_HEADINGS,
  VALUE_TYPES,
  faultsOfDefinition,
} from '#domain';
import type { ComputedFrom, IndicatorDefinition, SheetHeading } from '#domain';

/** From the sources, and from what is built of them: the folder stands beside both. */
const FOLDERS = ['../../../../samples/library', '../../../../../samples/library'];

const BilingualSchema = z.strictObject({ en: z.string().trim().min(1), es: z.string().trim().min(1) });
const CodeSchema = z.string().regex(/^[A-Za-z0-9().-]{1,60}$/, 'expected letters, digits, dots and hyphens');

const IndicatorSchema = z.strictObject({
  code: CodeSchema,
  track: z.enum(INDICATOR_TRACKS),
  class: z.enum(INDICATOR_CLASSES),
  name: BilingualSchema,
  unit: BilingualSchema,
  population: BilingualSchema.nullable().default(null),
  valueType: z.enum(VALUE_TYPES),
  /** What a ratio is told per. */
  ratioPer: z.number().positive().nullable().default(null),
  figureKind: z.enum(FIGURE_KINDS).nullable(),
  direction: z.enum(DIRECTIONS),
  /** Null for a structural fact that is reported when it changes. */
  periodicityMonths: z.number().int().nullable(),
  requiredDimensions: z.array(z.string()).default([]),
  /** Purposes for which money is asked to be seen, of an indicator of the budget. */
  requiredPurposes: z.array(z.string()).default([]),
  countsVictims: z.boolean().default(false),
  /** Codes of institutions that are asked to report it, the lead first; those that a State has not are left out. */
  reporters: z.array(CodeSchema).default([]),
  /** Worked out by the program from this series of its own: nobody sends its figures. */
  computed: z.enum(COMPUTED_FROM).nullable().default(null),
  /** A text, or the name of one of `texts`. */
  sheet: z.partialRecord(z.enum(SHEET_HEADINGS), z.union([z.string(), BilingualSchema])),
});

const LibraryFileSchema = z.strictObject({
  /** Code of the instrument in the vocabulary of instruments. */
  instrument: CodeSchema,
  /** Symbol of the document whose paragraphs the items are; in other documents they are found by their theme. */
  document: z.string().min(1),
  name: BilingualSchema,
  /** Where the proposals are from. */
  source: BilingualSchema,
  /** Texts of metadata sheets that several indicators share. */
  texts: z.record(z.string(), BilingualSchema).default({}),
  items: z.array(
    z.strictObject({
      code: z.string().min(1),
      theme: z.string().min(1),
      indicators: z.array(z.strictObject({ code: CodeSchema, required: z.boolean() })).min(1),
    }),
  ),
  indicators: z.array(IndicatorSchema),
});

export interface LibraryIndicator extends IndicatorDefinition {
  readonly code: string;
  readonly reporters: readonly string[];
  readonly computed: ComputedFrom | null;
}

/** What is proposed for one instrument: a paragraph of its document, its theme and the indicators that answer to it. */
export interface IndicatorLibrary {
  readonly instrument: string;
  readonly document: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly source: { readonly en: string; readonly es: string };
  readonly items: readonly {
    readonly code: string;
    readonly theme: string;
    readonly indicators: readonly { readonly code: string; readonly required: boolean }[];
  }[];
  readonly indicators: ReadonlyMap<string, LibraryIndicator>;
}

/** Every `*.json` of the folder that comes with the product: a new instrument is a file. */
export async function readLibraries(folder: string = ownFolder()): Promise<IndicatorLibrary[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => readLibrary(name, await readFile(join(folder, name), 'utf8'))),
  );
}

/** @throws OperationalError `library.invalid`, naming file, place and what is expected there. */
export function readLibrary(name: string, text: string): IndicatorLibrary {
  const result = LibraryFileSchema.safeParse(parsed(name, text));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw invalid(name, issue?.path.join('.') ?? '', issue?.message ?? 'not valid');
  }
  const { indicators, items, texts, ...file } = result.data;
  const byCode = new Map<string, LibraryIndicator>();
  for (const [index, { sheet, ...indicator }] of indicators.entries()) {
    const at = `indicators.${index}`;
    if (byCode.has(indicator.code))
      throw invalid(name, `${at}.code`, `"${indicator.code}" stands twice; expected a code of its own`);
    const whole = {
      ...indicator,
      baseline: null,
      target: null,
      sheet: Object.fromEntries(
        Object.entries(sheet).map(([heading, written]) => [
          heading,
          textOf(name, `${at}.sheet.${heading}`, written, texts),
        ]),
      ) as Partial<Record<SheetHeading, { en: string; es: string }>>,
    };
    const [fault] = faultsOfDefinition(whole, null);
    if (fault) throw invalid(name, `${at}.${fault.field}`, `expected ${fault.expected}`);
    byCode.set(indicator.code, whole);
  }
  for (const [index, item] of items.entries())
    for (const [place, { code }] of item.indicators.entries())
      if (!byCode.has(code))
        throw invalid(
          name,
          `items.${index}.indicators.${place}.code`,
          `"${code}" is none of the indicators of this file`,
        );
  const placed = new Set(items.flatMap((item) => item.indicators.map(({ code }) => code)));
  const stray = [...byCode.keys()].find((code) => !placed.has(code));
  if (stray !== undefined)
    throw invalid(name, 'items', `no item names the indicator "${stray}"; expected each under an item`);
  return { ...file, items, indicators: byCode };
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(name, '', `expected JSON; ${(error as Error).message}`);
  }
}

function textOf(
  name: string,
  at: string,
  written: string | { en: string; es: string },
  texts: Readonly<Record<string, { en: string; es: string }>>,
): { en: string; es: string } {
  if (typeof written !== 'string') return written;
  const text = Object.hasOwn(texts, written) ? texts[written] : undefined;
  if (text) return text;
  throw invalid(name, at, `"${written}" is none of the texts of this file`);
}

function invalid(name: string, place: string, problem: string): OperationalError {
  return new OperationalError(
    'library.invalid',
    `${basename(name)}${place === '' ? '' : `: ${place}`}: ${problem}.`,
  );
}

function ownFolder(): string {
  const folder = FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (folder !== undefined) return folder;
  throw new OperationalError(
    'library.missing',
    'The folder samples/library, in which the libraries of indicators are, does not stand beside the program.',
  );
}
