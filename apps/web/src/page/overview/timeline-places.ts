import type { Overview } from '#contracts';

import { dueWords } from '../../due/due-words.js';
import type { Wording } from '../../wording/wording.js';

export interface TimelinePlace {
  readonly key:
    'recommendations' | 'today' | Overview['milestones'][number]['kind'] | 'nextDate' | 'nextReport';
  readonly label: string;
  readonly detail: string;
  /** Percent of the line's length. */
  readonly at: number;
}

export interface TimelineModel {
  readonly places: readonly TimelinePlace[];
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

const YEAR_STEPS = [1, 2, 5, 10];
const MOST_YEARS = 11;

/** Years of room at the end of the line for a report whose date nobody has set. */
const OPEN_END = 4;

/** Known days on one scale of years. A date that the Committee has not set has no place on it and stands at its end. */
export function timelineOf(overview: Overview, wording: Wording): TimelineModel {
  const { timeline } = wording.say.overview;
  const today = yearShare(overview.today);
  const started = overview.document.adoptedOn === null ? today - 1 : yearShare(overview.document.adoptedOn);
  const report = overview.nextReport;
  const reported =
    report?.dueOn !== null && report?.dueOn !== undefined
      ? yearShare(report.dueOn)
      : (report?.estimatedYear ?? null);
  const round = overview.nextRound?.due.dueOn ?? null;
  const milestones = overview.milestones.map((one) => ({ ...one, year: yearShare(one.on) }));
  const from = Math.floor(Math.min(started, ...milestones.map(({ year }) => year)));
  const last = Math.max(today + 1, reported ?? 0, round === null ? 0 : yearShare(round));
  const until = Math.ceil(last) + (reported === null ? OPEN_END : 1);
  const at = (year: number): number => Math.round(((year - from) / (until - from)) * 1000) / 10;
  const step = YEAR_STEPS.find((candidate) => (until - from) / candidate <= MOST_YEARS) ?? 10;
  const places: TimelinePlace[] = [];
  if (overview.document.adoptedOn !== null) {
    places.push({
      key: 'recommendations',
      label: timeline.recommendations,
      detail: wording.shortDate(overview.document.adoptedOn),
      at: at(started),
    });
  }
  for (const { kind, on, year } of milestones)
    places.push({
      key: kind,
      label: timeline.milestones[kind],
      detail: wording.shortDate(on),
      at: at(year),
    });
  places.push({
    key: 'today',
    label: timeline.today,
    detail: wording.shortDate(overview.today),
    at: at(today),
  });
  if (round !== null) {
    places.push({
      key: 'nextDate',
      label: timeline.nextDate,
      detail: wording.shortDate(round),
      at: at(yearShare(round)),
    });
  }
  if (report) {
    places.push({
      key: 'nextReport',
      label: timeline.nextReport,
      detail: dueWords(report, wording),
      at: reported === null ? 100 : at(reported),
    });
  }
  const years = Array.from(
    { length: Math.floor((until - from) / step) + 1 },
    (_, index) => from + index * step,
  );
  places.sort((left, right) => left.at - right.at);
  return { places, years: years.map((year) => ({ year, at: at(year) })) };
}

/** 1 July 2016 is about 2016.5. */
function yearShare(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year + (month - 1) / 12 + (day - 1) / 365;
}
