import type { CivilDate, Departure, Instant, KeyedFigure, ReferencePeriod, SeriesKey } from '#domain';
import { CASE_COUNTS, WHOLE_COUNTRY, budgetDepartures, caseDepartures, differs, monthEndOn } from '#domain';
import { seriesKeyText } from '#persistence';
import type {
  AskedIndicator,
  FigureOnRecord,
  HandedInFigure,
  KnownLine,
  LineFigureRepository,
  LineShape,
  NamedDimension,
  NamedSource,
  SubmissionFigureRepository,
} from '#persistence';

/** Figures that stand together in a form: a cohort of cases by stage, or a budget line by month. */
export interface FigureGroup {
  readonly key: string;
  readonly categories: SeriesKey;
  /** Where nothing is on record of it yet, the currency of the other lines. */
  readonly currency: string | null;
  readonly institutionName: KnownLine['institutionName'];
  readonly rows: readonly SeriesKey[];
}

export interface LineSheet {
  readonly source: NamedSource | null;
  readonly dimensions: readonly NamedDimension[];
  readonly groups: readonly FigureGroup[];
  /** How many more there are than one form can send: they come in a file, or by a program. */
  readonly groupsLeftOut: number;
  readonly accepted: readonly FigureOnRecord[];
  readonly earlier: readonly FigureOnRecord[];
}

/** Cohorts whose cases may still move when a year is reported: those of so many years before it. */
const OPEN_YEARS = 5;
/** As many as one form can send beside its texts: a row is up to 300 bytes, a form 64 KB. More come in files, or by a program. */
const MOST_COHORTS = 12;
const MOST_LINES = 5;
const DIMENSIONS: Readonly<Record<LineShape, readonly string[]>> = {
  cases: ['cohort', 'facet', 'offence', 'department', 'stage'],
  budget: ['level', 'phase', 'purpose'],
};

/** The forms of counts of cases by stage, and of amounts by budget line and month. */
export class LineFigures {
  constructor(
    private readonly lines: LineFigureRepository,
    private readonly figures: SubmissionFigureRepository,
  ) {}

  async read(
    stateId: number,
    indicator: AskedIndicator,
    shape: LineShape,
    period: ReferencePeriod | null,
  ): Promise<LineSheet> {
    const known = await this.lines.listLines(stateId, indicator.id, shape);
    const accepted = (await this.lines.listAccepted(stateId, indicator.id, shape)).map((figure) => ({
      ...figure,
      numerator: null,
      denominator: null,
      period: yearOf(Number(figure.categories['year'])),
    }));
    const all =
      period === null
        ? []
        : shape === 'cases'
          ? caseGroups(known, period)
          : budgetGroups(known, indicator.requiredPurposes, period);
    const groups = all.slice(0, shape === 'cases' ? MOST_COHORTS : MOST_LINES);
    const named = await this.figures.listDimensions(DIMENSIONS[shape]);
    return {
      source: await this.lines.findSource(stateId, indicator.id, shape),
      dimensions: shape === 'cases' ? caseDimensions(named, period) : budgetDimensions(named, known, period),
      groups,
      groupsLeftOut: all.length - groups.length,
      accepted,
      earlier: earlierOf(groups, accepted),
    };
  }

  /** Puts on record what differs from what is there. Whoever calls has seen to it that every change has its reason. */
  async accept(
    stateId: number,
    { indicator, groups, accepted, handedIn }: AcceptedSheet,
    with_: { readonly submissionId: number; readonly at: Instant },
  ): Promise<void> {
    const onRecord = new Map(accepted.map((figure) => [seriesKeyText(figure.categories), figure]));
    const changes = handedIn.flatMap((figure) => {
      const before = onRecord.get(seriesKeyText(figure.categories));
      if (before && !differs(figure, before)) return [];
      return [{ ...figure, revision: (before?.revision ?? 0) + 1 }];
    });
    const brought = { ...with_, indicatorId: indicator.id };
    if (indicator.shape === 'cases') return this.lines.acceptCases(stateId, changes, brought);
    const currencies = new Map(groups.map(({ key, currency }) => [key, currency]));
    const [only = ''] = currencies.values();
    await this.lines.acceptAmounts(
      stateId,
      changes.map((figure) => ({
        ...figure,
        currency: currencies.get(seriesKeyText(lineOf(figure.categories))) ?? only ?? '',
        throughOn: throughOf(figure.categories),
      })),
      brought,
    );
  }
}

interface AcceptedSheet extends Pick<LineSheet, 'groups' | 'accepted'> {
  readonly indicator: AskedIndicator;
  readonly handedIn: readonly HandedInFigure[];
}

/** Fills in what a program need not say; null where it does not say which figure it is. */
export function completeLine(
  shape: LineShape,
  { groups }: LineSheet,
  period: ReferencePeriod | null,
  told: SeriesKey,
): SeriesKey | null {
  const year = period?.endOn.slice(0, 4) ?? '';
  const known = groups.map(({ categories }) => categories);
  if (shape === 'cases') {
    const cohort = told['cohort'] ?? onlyOne(known.map((line) => line['cohort']));
    const whole = { facet: 'main', offence: 'all', region: WHOLE_COUNTRY, year, ...told };
    return cohort === undefined || told['stage'] === undefined ? null : { ...whole, cohort };
  }
  const lines = known.filter((line) =>
    ['institution', 'level', 'purpose'].every(
      (code) => told[code] === undefined || told[code] === line[code],
    ),
  );
  const [line] = lines;
  const { phase } = told;
  const named = Object.fromEntries(Object.entries(told).filter(([code]) => code !== 'month'));
  if (phase === undefined || line === undefined || lines.length > 1) return null;
  return { ...line, ...named, ...(phase === 'approved' ? {} : { month: told['month'] ?? '12' }) };
}

export function lineDepartures(
  shape: LineShape,
  handedIn: readonly KeyedFigure[],
  onRecord: readonly KeyedFigure[],
): Departure[] {
  return shape === 'cases' ? caseDepartures(handedIn, onRecord) : budgetDepartures(handedIn, onRecord);
}

/** The newest year first, and in each what was told of before, as it was told. */
function caseGroups(known: readonly KnownLine[], { endOn }: ReferencePeriod): FigureGroup[] {
  const last = Number(endOn.slice(0, 4));
  const kinds = new Map<string, SeriesKey>();
  for (const { categories } of known) {
    const kind = Object.fromEntries(Object.entries(categories).filter(([code]) => code !== 'year'));
    kinds.set(seriesKeyText(kind), kind);
  }
  const told = new Set(known.map(({ categories }) => seriesKeyText(categories)));
  const ordered = [...kinds.values()].sort((one, other) => apartness(one) - apartness(other));
  return Array.from({ length: OPEN_YEARS + 1 }, (_, ago) => last - ago)
    .flatMap((year) => ordered.map((kind): SeriesKey => ({ ...kind, year: String(year) })))
    .filter((series) => series['year'] === String(last) || told.has(seriesKeyText(series)))
    .map((series) => ({
      key: seriesKeyText(series),
      categories: series,
      currency: null,
      institutionName: null,
      rows: CASE_COUNTS.map((stage) => ({ ...series, stage })),
    }));
}

const apartness = ({ facet, region }: SeriesKey): number =>
  (facet === 'main' ? 0 : 2) + (region === WHOLE_COUNTRY ? 0 : 1);

/** Every line on record, and every purpose that is asked for and has none. */
function budgetGroups(
  known: readonly KnownLine[],
  purposes: readonly string[],
  { endOn }: ReferencePeriod,
): FigureGroup[] {
  const year = endOn.slice(0, 4);
  const currency = onlyOne(known.map((line) => line.currency ?? undefined)) ?? null;
  const level = onlyOne(known.map(({ categories }) => categories['level'])) ?? 'national';
  const missing = purposes.filter(
    (purpose) => !known.some(({ categories }) => categories['purpose'] === purpose),
  );
  const begun = currency === null ? [] : missing;
  const lines = [
    ...known,
    ...begun.map((purpose) => ({
      categories: { institution: 'none', level, purpose },
      currency,
      institutionName: null,
    })),
  ];
  const months = Array.from({ length: Number(endOn.slice(5, 7)) }, (_, at) => String(at + 1));
  return lines.map(({ categories, ...line }) => {
    const ofYear: SeriesKey = { ...categories, year };
    return {
      ...line,
      key: seriesKeyText(ofYear),
      categories: ofYear,
      rows: [
        { ...ofYear, phase: 'approved' },
        ...months.flatMap((month) =>
          ['revised', 'executed'].map((phase): SeriesKey => ({ ...ofYear, phase, month })),
        ),
      ],
    };
  });
}

function caseDimensions(named: readonly NamedDimension[], period: ReferencePeriod | null): NamedDimension[] {
  const last = Number(period?.endOn.slice(0, 4) ?? 0);
  return [
    ...named.map((dimension) =>
      dimension.code === 'department'
        ? { ...dimension, code: 'region', categories: [WHOLE, ...dimension.categories] }
        : dimension,
    ),
    numbers(
      'year',
      YEAR,
      Array.from({ length: OPEN_YEARS + 1 }, (_, ago) => last - ago),
    ),
  ];
}

function budgetDimensions(
  named: readonly NamedDimension[],
  known: readonly KnownLine[],
  period: ReferencePeriod | null,
): NamedDimension[] {
  const institutions = new Map(
    known.map(({ categories, institutionName }) => [categories['institution'] ?? '', institutionName]),
  );
  return [
    ...named,
    {
      code: 'institution',
      name: { en: 'Institution', es: 'Institución' },
      categories: [...institutions.set('none', institutions.get('none') ?? null)].map(([code, name]) => ({
        code,
        name: name ?? { en: code, es: code },
      })),
    },
    numbers('year', YEAR, [Number(period?.endOn.slice(0, 4) ?? 0)]),
    numbers(
      'month',
      { en: 'Month', es: 'Mes' },
      Array.from({ length: 12 }, (_, at) => at + 1),
    ),
  ];
}

const WHOLE = { code: WHOLE_COUNTRY, name: { en: 'Whole country', es: 'Todo el país' } };
const YEAR = { en: 'Year', es: 'Año' };

function numbers(code: string, name: NamedDimension['name'], values: readonly number[]): NamedDimension {
  const categories = values.map((value) => {
    const text = String(value);
    return { code: text, name: { en: text, es: text } };
  });
  return { code, name, categories };
}

/** Of each figure that is asked for, the newest of the same kind of an earlier year. */
function earlierOf(groups: readonly FigureGroup[], accepted: readonly FigureOnRecord[]): FigureOnRecord[] {
  const withoutYear = (categories: SeriesKey): string => seriesKeyText({ ...categories, year: '' });
  const byKind = new Map<string, FigureOnRecord[]>();
  for (const figure of accepted) {
    const kind = withoutYear(figure.categories);
    byKind.set(kind, [...(byKind.get(kind) ?? []), figure]);
  }
  return groups.flatMap(({ rows }) =>
    rows.flatMap((categories) => {
      const before = (byKind.get(withoutYear(categories)) ?? [])
        .filter((figure) => figure.categories['year']! < categories['year']! && figure.value !== null)
        .sort((one, other) => (one.period.endOn < other.period.endOn ? 1 : -1));
      return before.slice(0, 1).map((figure) => ({ ...figure, categories }));
    }),
  );
}

const yearOf = (year: number): ReferencePeriod => ({ startOn: `${year}-01-01`, endOn: `${year}-12-31` });

const lineOf = (categories: SeriesKey): SeriesKey =>
  Object.fromEntries(Object.entries(categories).filter(([code]) => code !== 'phase' && code !== 'month'));

function throughOf({ year, month }: SeriesKey): CivilDate {
  return month === undefined ? `${year}-12-31` : monthEndOn(Number(year), Number(month));
}

/** What all of them say; undefined where they differ, or there are none. */
function onlyOne(values: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = new Set(values);
  return others.length === 0 ? first : undefined;
}
