import type { ProsecutionsView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

type Stage = ProsecutionsView['offences'][number]['stages'][number]['stage'];

/** Of a cohort, how many have led to a conviction; over the offences that report both ends, and the total row alone where there is one. */
export function prosecutionTitle(view: ProsecutionsView, wording: Wording): string {
  const { prosecutions: say } = wording.say.chart;
  if (view.offences.length === 0 || view.cohortRule === null || view.cohortYear === null) return say.empty;
  const cohort = say.cohorts[view.cohortRule](view.cohortYear);
  const total = view.offences.filter(({ offence }) => offence === 'all');
  const counted = (total.length > 0 ? total : view.offences).filter(({ countable }) => countable);
  const ends = counted.map((offence) => ({
    first: cellOf(offence, 'complaint') ?? cellOf(offence, 'investigation'),
    convicted: cellOf(offence, 'conviction'),
  }));
  const both = ends.filter(
    ({ first, convicted }) => typeof first?.value === 'number' && typeof convicted?.value === 'number',
  );
  if (both.length === 0) {
    return ends.some(({ convicted }) => convicted?.flag === 'lt10')
      ? say.titleNone(cohort)
      : say.titleUnknown(cohort);
  }
  const first = sum(both.map((end) => end.first?.value ?? 0));
  const convicted = sum(both.map((end) => end.convicted?.value ?? 0));
  if (first === 0) return say.titleUnknown(cohort);
  if (convicted === 0) return say.titleNone(cohort);
  const oneIn = Math.round(first / convicted);
  return oneIn >= 2
    ? say.titleOneIn(cohort, oneIn)
    : say.titleMost(cohort, wording.percent((convicted / first) * 100));
}

function cellOf(offence: ProsecutionsView['offences'][number], stage: Stage) {
  return offence.stages.find((candidate) => candidate.stage === stage)?.cell;
}

function sum(values: readonly number[]): number {
  return values.reduce((left, right) => left + right, 0);
}
