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
  leftOut: 'It is left out of what is shown below.',
  blank: (percent: string) => `${percent} blank`,
  groups: 'In one chart',
  groupsHint: 'Two to four groups; none ticked: all of them.',
  oneGroup: 'One group alone compares with nothing. Tick a second one.',
  tooManyGroups: 'More than four lines cannot be told apart. The first four are shown.',
  andBy: 'And by',
  drawnAs: 'Drawn as',
  asUsual: 'Lines or bars',
  asSmall: 'One small chart a group',
  asStacked: 'Parts of the total',
  asMatrix: 'A table of squares',
  show: 'Show',
  total: 'Total',
  period: 'Period',
  answersTo: 'What it answers to',
  about: 'About this indicator',
  unit: 'Unit',
  population: 'Who is counted',
  kind: 'Kind of figure',
  kinds: {
    person_count: 'Count of persons, protected before publication',
    derived_rate: 'Rate of two published figures',
    plain: 'As accepted: it counts no persons',
    citation: 'Citation: as its source published it',
  },
  protection: 'How these figures protect children',
  /** What a ministry is told, word for word. */
  standIn:
    'Before publication the register is replaced by a stand-in made of groups of five children, built so that every total is as close as possible to the real one; all charts, tables, files and messages are added up from it, so they always agree, every figure is a multiple of five and differs from the truth by at most 4 (no or one characteristic) or 9 (two characteristics). Any figure below ten, zero included, is printed as “<10”.',
  revised:
    'A period that was published is revised at most once a year, with ten changed records or more; from then on a figure by one characteristic may differ by up to 7.',
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
