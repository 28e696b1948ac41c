import type { FigureSheetView, FigureView } from '#contracts';
import { partsOf } from '#domain';
import type { AcceptableFigure, SeriesKey } from '#domain';
import type { Language } from '#messages';
import type { FigureSheet } from '#tracking';
import { keyOfDeparture, seriesKeyText } from '#tracking';

import { inLanguage } from './wording.js';

/** In a group that is named once, what its rows are told apart by. */
const OF_ROW: readonly string[] = ['stage', 'phase', 'month'];

/** More rows than this are lines to paste. */
const MOST_IN_FORM = 12;

/** Figures as those read them who may see the submission. */
export function figureSheetView(sheet: FigureSheet, language: Language, draft: boolean): FigureSheetView {
  const { indicator, dimensions, period } = sheet;
  const isCells = indicator.shape === 'cells';
  const asked = (isCells ? dimensions : []).map((dimension) => {
    const { counted, overlapping } = partsOf(dimension.code);
    const categories = dimension.categories.filter(({ code }) => !overlapping.includes(code));
    const inForm = categories.length > 0 && categories.length <= MOST_IN_FORM;
    return { ...dimension, categories, inForm, inSeveral: counted === 'in_several' };
  });
  const byKey = <T extends { readonly categories: SeriesKey }>(figures: readonly T[]): Map<string, T> =>
    new Map(figures.map((figure) => [seriesKeyText(figure.categories), figure]));
  const handedIn = byKey(sheet.handedIn);
  const accepted = byKey(sheet.accepted);
  const earlier = byKey(sheet.earlier);
  const keys = new Map<string, SeriesKey>(isCells ? [['', {}]] : []);
  for (const row of sheet.groups.flatMap(({ rows }) => rows)) keys.set(seriesKeyText(row), row);
  for (const { code, categories, inForm } of asked)
    if (inForm)
      for (const category of categories) {
        const key = { [code]: category.code };
        keys.set(seriesKeyText(key), key);
      }
  for (const { categories } of sheet.handedIn) keys.set(seriesKeyText(categories), categories);
  const groups = new Map(
    sheet.groups.map(({ key, categories, currency }) => [key, { categories, currency }]),
  );
  if (!isCells)
    for (const categories of keys.values()) {
      const key = seriesKeyText(groupOf(categories));
      if (!groups.has(key)) groups.set(key, { categories: groupOf(categories), currency: null });
    }
  return {
    indicator: {
      code: indicator.code,
      name: inLanguage(indicator.name, language),
      unit: inLanguage(indicator.unit, language),
      population: indicator.population && inLanguage(indicator.population, language),
      valueType: indicator.valueType,
      ratioPer: indicator.ratioPer,
    },
    shape: indicator.shape,
    groups: [...groups].map(([key, { categories, currency }]) => ({
      key,
      categories,
      names: Object.fromEntries(
        Object.entries(categories).map(([code, category]) => [
          code,
          labelOf({ [code]: category }, sheet, language),
        ]),
      ),
      currency,
    })),
    groupsLeftOut: sheet.groupsLeftOut,
    source: sheet.source && inLanguage(sheet.source.name, language),
    period,
    rows: [...keys].map(([key, categories]) => {
      const before = earlier.get(key);
      const codes = Object.keys(categories);
      return {
        key,
        categories,
        dimension: isCells && codes.length === 1 ? codes[0]! : null,
        group: isCells ? null : seriesKeyText(groupOf(categories)),
        label: labelOf(isCells ? categories : rowOf(categories), sheet, language),
        handedIn: figureView(handedIn.get(key)),
        reason: handedIn.get(key)?.revisionReason ?? null,
        accepted: figureView(accepted.get(key)),
        earlier: before ? { ...figureView(before)!, period: before.period } : null,
      };
    }),
    dimensions: asked.map(({ code, name, categories, inForm, inSeveral }) => ({
      choices: inForm
        ? []
        : categories.map((category) => ({
            key: seriesKeyText({ [code]: category.code }),
            name: inLanguage(category.name, language),
          })),
      code,
      name: inLanguage(name, language),
      codeSystems: [...new Set(categories.flatMap(({ codes = {} }) => Object.keys(codes)))].sort(),
      categories: categories.length,
      received: categories.filter((category) => {
        const figure = handedIn.get(seriesKeyText({ [code]: category.code }));
        return figure !== undefined && figure.state !== 'missing';
      }).length,
      inForm,
      inSeveral,
    })),
    departures: sheet.departures.map((departure) => ({
      key: keyOfDeparture(departure),
      dimension: departure.dimension,
      rule: departure.rule,
      parts: departure.parts,
      total: departure.total,
      reason: departure.reason,
    })),
    problems: draft
      ? sheet.faults.map(({ key, field, code, numbers = [], dimension = null }) => ({
          key,
          field,
          code,
          numbers: [...numbers],
          dimension,
        }))
      : [],
  };
}

const groupOf = (categories: SeriesKey): SeriesKey =>
  Object.fromEntries(Object.entries(categories).filter(([code]) => !OF_ROW.includes(code)));
const rowOf = (categories: SeriesKey): SeriesKey =>
  Object.fromEntries(Object.entries(categories).filter(([code]) => OF_ROW.includes(code)));

function labelOf(categories: SeriesKey, { dimensions }: FigureSheet, language: Language): string {
  return Object.entries(categories)
    .map(([dimension, category]) => {
      const known = dimensions.find(({ code }) => code === dimension);
      const named = known?.categories.find(({ code }) => code === category);
      return named ? inLanguage(named.name, language) : category;
    })
    .join(', ');
}

function figureView(figure: AcceptableFigure | undefined): FigureView | null {
  if (!figure) return null;
  const { state, value, numerator, denominator, provisional } = figure;
  return { state, value, numerator, denominator, provisional };
}
