import type { FigureValue } from '#domain';

const FINAL: Readonly<Record<FigureValue['state'], string>> = {
  reported: 'A',
  below_threshold: 'Q',
  missing: 'O',
  not_applicable: 'M',
};
const PROVISIONAL: Readonly<Record<FigureValue['state'], string>> = {
  reported: 'P',
  below_threshold: 'q',
  missing: 'o',
  not_applicable: 'm',
};

/** The letter under which an observation keeps its state, of SDMX's CL_OBS_STATUS 2.2; the view `accepted_figure` tells it in words. */
export function observationStatus({
  state,
  provisional,
}: Pick<FigureValue, 'state' | 'provisional'>): string {
  return (provisional ? PROVISIONAL : FINAL)[state];
}
