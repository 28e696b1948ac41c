import type { BudgetView, SourceView } from '#contracts';
import { atConstantPrices } from '#domain';
import type { Language } from '#messages';
import type { BudgetReading, BudgetSummary } from '#tracking';

import { inertCsv } from './csv.js';
import { usedSources } from './track-presenter.js';
import { inLanguage, sourceView } from './wording.js';

export function budgetView(summary: BudgetSummary, reading: BudgetReading, language: Language): BudgetView {
  const { today, published, record } = reading;
  const named = (codes: readonly string[]): SourceView[] =>
    published.sources
      .filter(({ code }) => codes.includes(code))
      .map((source) => sourceView(source, language));
  return {
    today,
    currency: summary.currency,
    otherCurrencies: [...summary.otherCurrencies],
    fiscalYear: summary.fiscalYear,
    executedThrough: summary.executedThrough,
    elapsedShare: summary.elapsedShare,
    purposes: summary.purposes.map((purpose) => ({ ...purpose, indicators: [...purpose.indicators] })),
    purposesWithoutLine: [...summary.purposesWithoutLine],
    years: summary.years.map((year) => ({ ...year })),
    months: summary.months.map((purpose) => ({ ...purpose, months: [...purpose.months] })),
    lines: linesOf(record.amounts, language),
    constantPrices: summary.constantPrices && {
      baseYear: summary.constantPrices.baseYear,
      sources: named(summary.constantPrices.sources),
      missingYears: [...summary.constantPrices.missingYears],
    },
    perVictim: summary.perVictim.map(({ spendingSources, victimSource, ...row }) => ({
      ...row,
      spendingSources: named(spendingSources),
      victimSource: victimSource === null ? null : (named([victimSource])[0] ?? null),
    })),
    sources: usedSources(published, language),
  };
}

type Amount = BudgetReading['record']['amounts'][number];

/** Each line in its newest year, with the newest amount of each phase. */
function linesOf(amounts: readonly Amount[], language: Language): BudgetView['lines'] {
  const lines = new Map<number, Amount[]>();
  for (const amount of amounts) lines.set(amount.lineId, [...(lines.get(amount.lineId) ?? []), amount]);
  return [...lines.values()].map((own) => {
    const fiscalYear = Math.max(...own.map((amount) => amount.fiscalYear));
    const line = own[0]!;
    const newest = (phase: Amount['phase']): number | null => {
      const ofPhase = own.filter((amount) => amount.fiscalYear === fiscalYear && amount.phase === phase);
      return (
        ofPhase.sort((left, right) => left.throughOn.localeCompare(right.throughOn)).at(-1)?.amount ?? null
      );
    };
    return {
      indicator: line.indicatorCode,
      purpose: line.purpose,
      institution: line.institutionName === null ? null : inLanguage(line.institutionName, language),
      level: line.level,
      currency: line.currency,
      attributableShare: line.attributableShare,
      fiscalYear,
      amounts: { approved: newest('approved'), revised: newest('revised'), executed: newest('executed') },
    };
  });
}

/** Every amount by the day that it speaks of, in its own currency, with the same at constant prices beside it. */
export function budgetMonthsAsCsv({ record }: BudgetReading): string {
  const rows = record.amounts.map((amount) => {
    const constant = atConstantPrices(
      amount.amount,
      amount.fiscalYear,
      record.deflators.get(amount.currency) ?? null,
    );
    return {
      indicator: amount.indicatorCode,
      purpose: amount.purpose,
      institution: amount.institutionCode ?? '',
      level: amount.level,
      fiscal_year: amount.fiscalYear,
      phase: amount.phase,
      through: amount.throughOn,
      amount: amount.amount,
      currency: amount.currency,
      attributable_share: amount.attributableShare,
      constant_amount: constant.kind === 'constant' ? constant.amount : '',
      base_year: constant.kind === 'constant' ? constant.baseYear : '',
      source: amount.sourceCode,
      licence: 'CC-BY-4.0',
    };
  });
  return inertCsv(rows, {
    columns: [
      ...['indicator', 'purpose', 'institution', 'level', 'fiscal_year', 'phase', 'through', 'amount'],
      ...['currency', 'attributable_share', 'constant_amount', 'base_year', 'source', 'licence'],
    ],
  });
}
