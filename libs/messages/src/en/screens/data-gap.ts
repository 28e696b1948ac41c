/** Breakdowns asked for, and which of them came. */
export const dataGapEn = {
  documentTitle: 'Data gaps',
  title: (asked: number, missing: number, year: number) =>
    missing === 0
      ? `All ${asked} breakdowns that were asked for came for ${year}.`
      : `${asked} breakdowns are asked for. For ${year}, ${missing} ${missing === 1 ? 'is' : 'are'} missing.`,
  titleWithout: (asked: number) => `${asked} breakdowns are asked for. None has ever come.`,
  titleNothing: 'No breakdown is asked for',
  nothing: 'No indicator of this State has breakdowns that were asked for.',
  lede: (indicators: number) =>
    `What the Committee asked to see broken down, by ${indicators} ${indicators === 1 ? 'indicator' : 'indicators'} and dimension, beside what came.`,
  year: 'Year',
  paragraph: 'Para.',
  indicator: 'Indicator',
  others: 'Others',
  received: 'Received',
  receivedOf: (received: number, asked: number) => `${received} of ${asked}`,
  all: 'Received, all indicators',
  byInstitution: 'Received, by who reports',
  nobodyReports: 'Nobody reports it',
  caption: (year: string) => `Breakdowns received for ${year}, by indicator`,
  note: 'What came, from accepted figures; numbers stand nowhere here. A breakdown whose cells are not shown, because they would tell too much of few children, has come and counts as received; one that does not apply is not asked for.',
  series: 'Received over the years',
  seriesNote:
    'A year in which an indicator has no figure counts as one in which all its breakdowns are missing. The check of breakdowns reads the same figure for the newest period.',
  seriesCaption: 'Breakdowns received, of those asked for, by year',
  percent: 'Share',
  seriesCsv: 'By indicator and year (CSV)',
  seriesJson: 'By indicator and year (JSON)',
  states: {
    received: 'Reported',
    zero: 'Zero, reported',
    hidden: 'Reported, not shown',
    missing: 'Missing',
    not_applicable: 'Not applicable',
  },
  marks: { received: '✓', zero: '0', not_applicable: 'n. a.' },
  key: 'What the cells say',
  never: (dimension: string) => `Nobody reports ${dimension.toLowerCase()}`,
  neverWhy: (asked: number) =>
    `It is asked for of ${asked} ${asked === 1 ? 'indicator' : 'indicators'}, and none has it.`,
};
