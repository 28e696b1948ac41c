import type { LadderPreviewView, WatchRulesView } from '#contracts';
import {
  DEFAULT_ESCALATION,
  DEFAULT_THRESHOLDS,
  ESCALATION_BOUNDS,
  THRESHOLD_BOUNDS,
  THRESHOLD_NAMES,
} from '#domain';
import type { Language } from '#messages';
import type { LadderPreview, WatchRulesReading } from '#tracking';

import { inLanguage } from './wording.js';

const LADDERS_SHOWN = 50;

export function watchRulesView(
  reading: WatchRulesReading,
  mayChange: boolean,
  language: Language,
): WatchRulesView {
  const { calendar, ladders, standing, thresholds, thresholdsSet, duties } = reading;
  return {
    today: reading.today,
    mayChange,
    year: reading.year,
    calendar: {
      ...calendar,
      weekend: [...calendar.weekend],
      holidays: calendar.holidays.map(({ on, name, reckoned }) => ({
        on,
        name: inLanguage(name, language),
        reckoned,
      })),
      days: calendar.days.map(({ on, standing: stands, reason, person }) => ({
        on,
        standing: stands,
        reason,
        person,
      })),
    },
    standing: standing.map(({ kind, ladder }) => ({
      kind,
      ladder: { ...ladder, rungs: [...ladder.rungs] },
    })),
    ladders: ladders
      .slice(-LADDERS_SHOWN)
      .reverse()
      .map(({ id, kind, institution, ladder, validFrom, validUntil, reason, person }) => ({
        id,
        kind,
        institution: institution && { code: institution.code, name: inLanguage(institution.name, language) },
        ladder: ladder && { ...ladder, rungs: [...ladder.rungs] },
        validFrom,
        validUntil,
        reason,
        person,
      })),
    thresholds: THRESHOLD_NAMES.map((name) => {
      const set = thresholdsSet.find((one) => one.name === name);
      return {
        name,
        value: thresholds[name],
        usual: DEFAULT_THRESHOLDS[name],
        ...THRESHOLD_BOUNDS[name],
        reason: set?.reason ?? null,
        person: set?.person ?? null,
      };
    }),
    escalation: {
      steps: reading.steps.map((step) => ({ ...step })),
      usual: DEFAULT_ESCALATION.map((step) => ({ ...step })),
      ...ESCALATION_BOUNDS,
      reason: reading.stepsSet?.reason ?? null,
      person: reading.stepsSet?.person ?? null,
    },
    duties: duties.map((duty) => ({
      id: duty.id,
      recommendation: duty.recommendation,
      institution: duty.institution,
      indicator: duty.indicator,
      kind: duty.kind,
      title: duty.title,
      required: duty.required,
      firstDueOn: duty.firstDueOn,
      everyMonths: duty.everyMonths,
      until: duty.until,
      opensDaysBefore: duty.opensDaysBefore,
      firstPeriod: duty.firstPeriod,
      coming: duty.coming.map(({ dueOn }) => dueOn),
    })),
  };
}

export function ladderPreviewView(
  previews: readonly LadderPreview[],
  language: Language,
): LadderPreviewView['items'] {
  return previews.map(({ about, anchor, now, then }) => ({
    title: about && inLanguage(about.title, language),
    recommendation: about?.recommendation ?? null,
    institution: about?.institution ?? null,
    anchor,
    now: [...now],
    then: [...then],
  }));
}
