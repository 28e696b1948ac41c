/** What a column of the export holds, by our names. */
export type UhriColumn =
  | 'text'
  | 'countries'
  | 'body'
  | 'symbol'
  | 'themes'
  | 'affectedPersons'
  | 'sdgs'
  | 'publishedOn'
  | 'recommendingStates'
  | 'uprPosition'
  | 'kind'
  | 'annotationId'
  | 'uprSession'
  | 'regions'
  | 'recommendingRegions'
  | 'listedAt';

/**
 * Each column as the spreadsheet of the Index prints it, its misspellings included, and the names that stand in its JSON and in
 * spreadsheets where the misspelling was mended.
 */
const NAMES: Readonly<Record<UhriColumn, readonly [printed: string, ...others: string[]]>> = {
  text: ['Text'],
  countries: ['Countries Concerned', 'Countries'],
  body: ['Reccomending Body', 'Recommending Body', 'Body'],
  symbol: ['Document Symbol', 'Symbol'],
  themes: ['Themes'],
  affectedPersons: ['Affected Persons'],
  sdgs: ['Sdgs'],
  publishedOn: ['Document Publication Date', 'Publication Date'],
  recommendingStates: ['UPR Reccomending States', 'UPR Recommending States'],
  uprPosition: ['UPR Position'],
  kind: ['Type', 'Annotation Type'],
  annotationId: ['OHCHR Annotation Id', 'Annotation Id'],
  uprSession: ['UPR Session'],
  regions: ['Regions Concerned', 'Regions'],
  recommendingRegions: ['Recommending Regions', 'Reccomending Regions'],
  listedAt: ['Date of publication on UHRI', 'UHRI Publication Date'],
};

const BY_NAME: ReadonlyMap<string, UhriColumn> = new Map(
  (Object.keys(NAMES) as UhriColumn[]).flatMap((column) =>
    NAMES[column].map((name): [string, UhriColumn] => [plain(name), column]),
  ),
);

export function printedName(column: UhriColumn): string {
  return NAMES[column][0];
}

/** The column that a name stands for, however it is spaced and capitalised: `AnnotationId`, `annotation_id`. */
export function columnNamed(name: string): UhriColumn | null {
  return BY_NAME.get(plain(name)) ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
