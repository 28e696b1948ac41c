import type { AuditedFields, IndicatorDefinition } from '#domain';

/** An indicator as it stands in the history. */
export function auditedDefinition(
  definition: IndicatorDefinition & { readonly institution: string | null },
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
    requiredFor: idsOf(true),
    usefulFor: idsOf(false),
    sheet: Object.fromEntries(Object.entries(sheet).filter(([, text]) => text !== undefined)),
  };
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
