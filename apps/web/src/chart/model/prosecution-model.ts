import type { ProsecutionsView } from '#contracts';

import { printCell } from '../../cell/printed-cell.js';
import type { Wording } from '../../wording/wording.js';
import type { ChartTableModel, FunnelModel } from './chart-model.js';

type Offence = ProsecutionsView['offences'][number];
type Stage = Offence['stages'][number]['stage'];

/** Stages that at least one offence of the cohort has something to say about: a number, or a flag other than "missing". */
export function reportedStages(view: ProsecutionsView): Stage[] {
  const first = view.offences[0]?.stages ?? [];
  return first
    .map(({ stage }) => stage)
    .filter((stage) =>
      view.offences.some(({ stages, countable }) => {
        const cell = stages.find((candidate) => candidate.stage === stage)?.cell;
        return countable && cell !== undefined && cell.flag !== 'missing';
      }),
    );
}

/** The largest number of the cohort: one scale over all offences. */
export function largestStage(view: ProsecutionsView): number {
  return Math.max(1, ...view.offences.flatMap(({ stages }) => stages.map(({ cell }) => cell.value ?? 0)));
}

export function funnelModel(view: ProsecutionsView, offence: Offence, wording: Wording): FunnelModel {
  const { say } = wording;
  const name = say.chart.prosecutions.offences[offence.offence] ?? offence.offence;
  const stages = reportedStages(view).map((stage) => ({
    label: say.chart.prosecutions.stages[stage],
    cell: offence.stages.find((candidate) => candidate.stage === stage)?.cell,
  }));
  const printed = stages.map(({ cell }) =>
    cell ? printCell(cell, 'number', wording).text : say.chart.flags.missing,
  );
  const labels = stages.map(({ label }) => label);
  return {
    kind: 'funnel',
    summary: `${name}: ${labels.map((label, index) => `${label} ${printed[index]}`).join(', ')}`,
    readings: [{ name, points: labels.map((label, index) => ({ label, text: printed[index] ?? '' })) }],
    labels,
    values: stages.map(({ cell }) => cell?.value ?? null),
    printed,
    most: largestStage(view),
  };
}

export function stageTable(view: ProsecutionsView, caption: string, wording: Wording): ChartTableModel {
  const { say } = wording;
  const stages = reportedStages(view);
  return {
    caption,
    corner: say.chart.prosecutions.stage,
    columns: view.offences.map(({ offence }) => say.chart.prosecutions.offences[offence] ?? offence),
    rows: stages.map((stage) => ({
      head: say.chart.prosecutions.stages[stage],
      cells: view.offences.map((offence) => {
        const cell = offence.stages.find((candidate) => candidate.stage === stage)?.cell;
        return cell
          ? printCell(cell, 'number', wording)
          : { text: say.chart.flags.missing, flag: 'missing', provisional: false };
      }),
    })),
  };
}
