import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The list of indicators, and the explorer of one. */
export const indicatorEn = {
  documentTitle: 'Indicators',
  listTitle: (total: number, never: number) =>
    total === 0
      ? 'No indicator has been set yet'
      : never === 0
        ? `${capital(words(total))} indicators, and each has a figure`
        : `${capital(words(total))} indicators; ${words(never)} ${never === 1 ? 'has' : 'have'} never been reported`,
  name: 'Indicator',
  class: 'Kind',
  newest: 'Newest figure',
  responsible: 'Who reports',
  target: 'Target',
  classes: { structural: 'Structural', process: 'Process', outcome: 'Outcome' },
  tracks: { data: 'Disaggregated data', budget: 'Budget lines', prosecutions: 'Prosecutions' },
  targetBy: (value: string, date: string) => `${value} by ${date}`,
  noTarget: 'none set',
  never: 'never reported',
  byPhase: 'by phase',
  byStage: 'by stage',
  nobody: 'nobody',
  compareBy: 'Compare by',
  nothing: 'Nothing',
  noDataFor: 'no data',
  show: 'Show',
  total: 'Total',
  period: 'Period',
  answersTo: 'What it answers to',
  about: 'About this indicator',
  unit: 'Unit',
  population: 'Who is counted',
  required: 'Breakdowns asked for',
  progress: 'Progress',
  progressClasses: {
    target_achieved: 'Target achieved',
    on_track: 'On track',
    moderate: 'Moderate',
    limited: 'Limited',
    deteriorating: 'Deteriorating',
    no_data: 'No data',
  },
  progressGone: (percent: string) => `${percent} of the expected way`,
  progressMethod: (expected: string) =>
    `On a straight line from the baseline to the target the newest figure would stand at ${expected}. On track: at least three quarters of that way; moderate: at least half; limited: less; deteriorating: away from the target.`,
  baseline: 'Baseline',
  valueOn: (value: string, date: string) => `${value} on ${date}`,
  asTable: 'The same figures as a table',
  licence: 'Open data, CC BY 4.0',
  json: 'JSON',
  jsonStat: 'JSON-stat',
  sdmxCsv: 'SDMX-CSV',
  metadata: 'Metadata',
  notPublished: 'This indicator has no declared kind of figure, so nothing of it is published.',
  neverReported: 'No figure has ever been published for this indicator.',
  owedBy: (institution: string) => `${institution} reports it.`,
  yes: 'yes',
  no: 'no',
};
