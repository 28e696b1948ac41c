import type { CivilDate } from '../calendar/clock.js';
import type { UprPosition } from '../document/upr-report.js';

/** What the Universal Human Rights Index takes a passage for: something asked of the State, or something observed. */
export type UhriKind = 'recommendation' | 'observation';

/** Languages in which the record has words to lay beside those of an export. */
export const UHRI_LANGUAGES = ['en', 'es'] as const;
export type UhriLanguage = (typeof UHRI_LANGUAGES)[number];

/** A passage of a United Nations document as the Universal Human Rights Index has it. Never our official text. */
export interface UhriAnnotation {
  /** OHCHR's own number of it, a UUID in lower case: the same in every export. */
  readonly annotationId: string;
  /** Symbol of the document, with plain hyphens. */
  readonly symbol: string;
  /** `CRC-OP-SC`, `UPR`, `SR Education`. */
  readonly body: string;
  readonly kind: UhriKind;
  /** What stands before the number of the paragraph. */
  readonly heading: string | null;
  /** `49`; `133.12` in reports of the Universal Periodic Review. Null where the passage prints none. */
  readonly paragraph: string | null;
  readonly text: string;
  readonly countries: readonly string[];
  readonly regions: readonly string[];
  readonly themes: readonly string[];
  readonly affectedPersons: readonly string[];
  /** `16 - PEACE, JUSTICE AND STRONG INSTITUTIONS` for a goal, `16.3 - Promote the rule of law` for a target. */
  readonly sdgs: readonly string[];
  readonly publishedOn: CivilDate | null;
  /** When the Index took it in, `2026-04-13T11:59:28`; the export names no time zone. */
  readonly listedAt: string | null;
  readonly recommendingStates: readonly string[];
  readonly recommendingRegions: readonly string[];
  readonly uprPosition: UprPosition | null;
  readonly uprSession: number | null;
}

/** Everything of an annotation that an export can change. */
export type UhriContent = Omit<UhriAnnotation, 'annotationId'>;

/** What is expected of a value, as a code that has words. */
export const UHRI_EXPECTATIONS = [
  'annotation_id',
  'body',
  'country',
  'day',
  'kind',
  'list',
  'moment',
  'once',
  'position',
  'row',
  'session',
  'symbol',
  'text',
] as const;
export type UhriExpectation = (typeof UHRI_EXPECTATIONS)[number];

/** A value of a row that cannot be taken in, for whoever looks it up in the file. */
export interface UhriRejection {
  /** As the file names it; the printed name where the file lacks it. */
  readonly column: string;
  /** The beginning of what stands there. */
  readonly value: string;
  readonly expected: UhriExpectation;
}
