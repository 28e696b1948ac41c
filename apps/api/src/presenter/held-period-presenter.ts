import type { ReviewQueue } from '#contracts';
import { civilDayOf } from '#domain';
import type { Language } from '#messages';
import type { HeldPeriods, State } from '#tracking';

import { inLanguage } from './wording.js';

export function heldPeriodsView(
  { total, items }: HeldPeriods,
  { timeZone }: State,
  language: Language,
): ReviewQueue['held'] {
  return {
    total,
    items: items.map((held) => ({
      indicators: held.indicators.map(({ code, name }) => ({ code, name: inLanguage(name, language) })),
      source: inLanguage(held.sourceName, language) || held.sourceCode,
      period: { startOn: held.periodStartOn, endOn: held.periodEndOn },
      reason: held.waitingReason ?? 'failed',
      records: held.waitingRecords,
      since: civilDayOf(held.waitingSince ?? held.failedAt ?? 0, timeZone),
      publishedOn: held.publishedOn,
    })),
  };
}
