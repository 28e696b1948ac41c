import type { DimensionList, IndicatorDefinitionView, LibraryProposals } from '#contracts';
import type { Language } from '#messages';
import type { DefinedIndicator, PlannedIndicator, PublicDimension } from '#tracking';

import { inLanguage } from './wording.js';

export function definitionView({ indicator, inUse }: DefinedIndicator): IndicatorDefinitionView {
  const { recommendations, requiredDimensions } = indicator;
  return {
    code: indicator.code,
    track: indicator.track,
    class: indicator.class,
    name: indicator.name,
    unit: indicator.unit,
    population: indicator.population,
    valueType: indicator.valueType,
    ratioPer: indicator.ratioPer,
    figureKind: indicator.figureKind,
    direction: indicator.direction,
    periodicityMonths: indicator.periodicityMonths,
    baseline: indicator.baseline,
    target: indicator.target,
    sheet: indicator.sheet,
    institution: indicator.institution,
    reporters: indicator.reporters.map((reporter) => ({ ...reporter })),
    requiredPurposes: [...(indicator.requiredPurposes ?? [])],
    countsVictims: indicator.countsVictims ?? false,
    requiredDimensions: [...requiredDimensions],
    recommendations: recommendations.map(({ publicId, code, required }) => ({
      id: publicId,
      code,
      required,
    })),
    inUse: { figures: inUse.figures, dimensions: [...inUse.dimensions] },
  };
}

export function dimensionsView(dimensions: readonly PublicDimension[], language: Language): DimensionList {
  const named = (those: readonly { readonly code: string; readonly name: PublicDimension['name'] }[]) =>
    those.map(({ code, name }) => ({ code, name: inLanguage(name, language) }));
  const purposes = dimensions.find(({ code }) => code === 'purpose')?.categories ?? [];
  return { items: named(dimensions), purposes: named(purposes) };
}

export function proposalsView(
  recommendation: LibraryProposals['recommendation'],
  plan: readonly PlannedIndicator[],
  dimensions: readonly PublicDimension[],
  language: Language,
): LibraryProposals {
  const names = new Map(dimensions.map(({ code, name }) => [code, inLanguage(name, language)]));
  return {
    recommendation,
    items: plan.map(({ indicator, required, step }) => ({
      code: indicator.code,
      name: inLanguage(indicator.name, language),
      unit: inLanguage(indicator.unit, language),
      track: indicator.track,
      class: indicator.class,
      valueType: indicator.valueType,
      figureKind: indicator.figureKind,
      periodicityMonths: indicator.periodicityMonths,
      required,
      dimensions: indicator.requiredDimensions.map((code) => ({ code, name: names.get(code) ?? code })),
      definition: indicator.sheet.definition ? inLanguage(indicator.sheet.definition, language) : null,
      step,
    })),
  };
}
