import type { AuditedFields, IndicatorDefinition } from '#domain';
import type { AskedInstitution } from '#persistence';

/** An indicator as it stands in the history. */
export function auditedDefinition(
  definition: IndicatorDefinition & {
    readonly institution: string | null;
    readonly reporters: readonly AskedInstitution[];
  },
  links: readonly { readonly publicId: string; readonly required: boolean }[],
): AuditedFields {
  const { baseline, target, sheet } = definition;
  const idsOf = (required: boolean): string[] =>
    links.filter((link) => link.required === required).map(({ publicId }) => publicId);
  return {
    name: definition.name,
    unit: definition.unit,
    population: definition.population,
    track: definition.track,
    indicatorClass: definition.class,
    valueType: definition.valueType,
    ratioPer: definition.ratioPer,
    figureKind: definition.figureKind,
    direction: definition.direction,
    periodicityMonths: definition.periodicityMonths,
    baseline: baseline && `${baseline.value} (${baseline.on})`,
    target: target && `${target.value} (${target.dueOn})`,
    dimensions: definition.requiredDimensions,
    institution: definition.institution,
    reporters: reportersOf(definition.reporters),
    requiredPurposes: definition.requiredPurposes ?? [],
    countsVictims: definition.countsVictims ?? false,
    requiredFor: idsOf(true),
    usefulFor: idsOf(false),
    sheet: Object.fromEntries(Object.entries(sheet).filter(([, text]) => text !== undefined)),
  };
}

/** One that is asked alone and without days is the institution of the indicator, and stands there. */
function reportersOf(reporters: readonly AskedInstitution[]): string[] {
  const isDated = ({ startsOn, endsOn }: AskedInstitution): boolean => startsOn !== null || endsOn !== null;
  if (reporters.length < 2 && !reporters.some(isDated)) return [];
  return reporters.map((reporter) =>
    isDated(reporter)
      ? `${reporter.institution} (${reporter.startsOn ?? '…'} – ${reporter.endsOn ?? '…'})`
      : reporter.institution,
  );
}

/** Only the fields of the one that the other has not, or has otherwise. */
export function differing(one: AuditedFields, other: AuditedFields): AuditedFields {
  const others = other as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(one).filter(
      ([field, value]) => JSON.stringify(sorted(value)) !== JSON.stringify(sorted(others[field])),
    ),
  );
}

/** The order of keys, and of codes in a list, is no change. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as string[])].sort();
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
