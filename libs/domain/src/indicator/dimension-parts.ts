/** How the categories of a dimension stand to their total. */
export interface PartsOfDimension {
  /** Whether each unit is counted in one category, or may be in several: a child can be indigenous and live in the street. */
  readonly counted: 'once' | 'in_several';
  /** Whether the categories cover everything there is, "not recorded" among them. */
  readonly covering: boolean;
  /** Categories that hold others, or are held by one: no part beside them. */
  readonly overlapping: readonly string[];
}

const ONCE_AND_COVERING: PartsOfDimension = { counted: 'once', covering: true, overlapping: [] };
const IN_SEVERAL: PartsOfDimension = { counted: 'in_several', covering: false, overlapping: [] };

const PARTS: Readonly<Record<string, PartsOfDimension>> = {
  sex: ONCE_AND_COVERING,
  // The bands of children and "18+" are its parts; the brackets of adults, and those over both, come in files.
  age: {
    ...ONCE_AND_COVERING,
    overlapping: ['0-17', '0-14', '18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75+'],
  },
  nationality: ONCE_AND_COVERING,
  ethnic_origin: ONCE_AND_COVERING,
  area: ONCE_AND_COVERING,
  socioeconomic_status: ONCE_AND_COVERING,
  level: ONCE_AND_COVERING,
  risk_group: IN_SEVERAL,
  offence: { ...IN_SEVERAL, overlapping: ['all'] },
  country: IN_SEVERAL,
};

/** Of a dimension that is not told about, only that no category can exceed the total. */
export function partsOf(dimension: string): PartsOfDimension {
  return Object.hasOwn(PARTS, dimension) ? PARTS[dimension]! : IN_SEVERAL;
}
