import { formatList, numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The frame around every chart, and the sentences that a chart says. */
export const chartEn = {
  source: (names: string) => `Source: ${names}.`,
  demonstration: 'demo',
  withDemonstration: (name: string) => `${name} (demo)`,
  period: (first: string, last: string) =>
    first === last ? `Period: ${first}.` : `Period: ${first}–${last}.`,
  rounded: (error: number) =>
    `Figures are rounded to protect children: at most ${error} off; fewer than ten prints “<10”.`,
  verbatim: 'Shown word for word as its source published it.',
  derived: 'Computed from published figures only.',
  notRounded: 'Not rounded: these figures count no children.',
  gap: (years: string) => `${years}: never reported, a gap, not zero.`,
  noRecord: (sources: number) =>
    `No figure of record has been agreed; ${sources === 2 ? 'both' : `all ${words(sources)}`} are shown.`,
  drawnOf: (drawn: number, all: number) =>
    `The chart draws ${words(drawn)} of the ${words(all)} groups; the table holds them all.`,
  onlyFor: (group: string) => `Only for ${group}; the CSV file holds the other groups.`,
  group: (dimension: string, category: string) => `${lower(dimension)} “${category}”`,
  showTable: 'Show as table',
  downloadCsv: 'Download CSV',
  link: 'Link to this chart',
  year: 'Year',
  sourceHead: 'Source',
  namedBy: (name: string, dimension: string) => `${name}, by ${lower(dimension)}`,
  namedTotal: (name: string) => `${name}, total`,
  noData: 'no data',
  target: (value: string, year: string) => `Target: ${value} by ${year}`,
  failed: 'The chart could not be drawn. The table is complete.',
  keys: 'Left and right arrow read the points, up and down change the series, T opens the table.',
  reading: (series: string, label: string, value: string) => `${series}, ${label}: ${value}`,
  described: (headline: string, detail: string) => `${headline}. ${detail}`,
  chartOf: (name: string, first: string, last: string) => `Chart of ${name}, ${first} to ${last}`,
  flags: {
    lt10: '<10',
    structural_zero: '-',
    missing: 'missing',
    not_applicable: 'n. a.',
    not_shown: 'not shown',
  },
  belowBound: (bound: string) => `<${bound}`,
  provisional: 'p',
  legend:
    '“<10”: fewer than ten, zero included. Missing: asked for, not received. n. a.: the question does not arise.',
  finding: {
    thenNow: (name: string, first: string, firstYear: string, last: string, lastYear: string) =>
      `${name}: ${first} in ${firstYear}, ${last} in ${lastYear}`,
    unchanged: (name: string, value: string, firstYear: string, lastYear: string) =>
      `${name}: ${value}, the same in ${firstYear} and ${lastYear}`,
    single: (name: string, value: string, year: string) => `${name}: ${value} in ${year}`,
    never: (name: string) => `${name}: never reported`,
    allFlagged: (name: string) => `${name}: no number can be shown`,
    differ: (period: string, sources: number, numbers: readonly string[]) =>
      `In ${period}, ${words(sources)} sources give ${words(numbers.length)} different numbers: ${formatList('en', numbers)}`,
    same: (period: string, sources: number, number: string) =>
      `In ${period}, ${words(sources)} sources give the same number: ${number}`,
    bySource: (period: string, source: string) => `${period} (${source})`,
    spent: (name: string, executed: string, revised: string, year: string) =>
      `${name}: ${executed} of ${revised} spent in ${year}`,
    groups: (name: string, high: string, highValue: string, low: string, lowValue: string) =>
      `${name}: ${high} ${highValue}, ${low} ${lowValue}`,
  },
  budget: {
    documentTitle: 'Budget',
    empty: 'No budget line has been published',
    emptyLede: 'Paragraph 18 asks for clear budgets. Nothing of them has been reported.',
    title: (elapsedTenths: number, purpose: string, unspentPercent: string) =>
      elapsedTenths >= 10
        ? `The year is over. ${unspentPercent} of the money for ${purpose} is unspent.`
        : `The year is ${numberInWords('en', elapsedTenths)} ${elapsedTenths === 1 ? 'tenth' : 'tenths'} over. ${unspentPercent} of the money for ${purpose} is unspent.`,
    titleOnPace: 'Every purpose keeps pace with the year',
    lede: 'Paragraph 18 asks for clear budgets for four purposes. This is what was approved, what it was changed to, and what was spent.',
    byPurposeNone: (best: string) => `No purpose keeps pace with the year; ${best} comes closest`,
    byPurposeAll: 'Every purpose keeps pace with the year',
    byPurposeSome: (behind: number, total: number) =>
      `${capital(numberInWords('en', behind))} of ${numberInWords('en', total)} purposes ${behind === 1 ? 'falls' : 'fall'} behind the year`,
    unit: (scale: string, currency: string, year: number, through: string) =>
      `${scale} ${currency}, fiscal year ${year}, to ${through}`,
    unitYears: (scale: string, currency: string) =>
      `${scale} ${currency}, the named purposes together; % = spent of revised`,
    inMillions: 'Millions of',
    inUnits: 'In',
    currencies: { PEN: 'soles' } as Record<string, string>,
    approved: 'approved',
    revised: 'revised',
    executed: 'spent',
    share: 'Share spent',
    elapsed: (percent: string) => `${percent} of the year has passed`,
    spentOf: (executed: string, revised: string) => `${executed} of ${revised}`,
    yearsFalling: (since: number) => `Each year since ${since}, a smaller share is spent`,
    yearsLast: (percent: string, year: number) => `In ${year}, ${percent} of the money was spent`,
    yearsNone: 'No finished year has been reported',
    yearUnfinished: (year: number) => `${year} is not over: striped, and not to be compared with full years.`,
    earmarked: 'Earmarked lines only; shared lines are not counted.',
    purpose: 'Purpose',
    lines: 'Lines',
    otherPurposes: 'Purposes that the paragraph does not name',
    purposes: {
      criminal_investigation: 'Criminal investigation',
      legal_assistance: 'Legal assistance',
      compensation: 'Compensation',
      recovery: 'Recovery of victims',
      prevention: 'Prevention',
      information_systems: 'Information systems',
      coordination: 'Coordination',
      training: 'Training',
      awareness: 'Awareness',
      other: 'Other',
    } as Record<string, string>,
    inSentence: {
      criminal_investigation: 'criminal investigation',
      legal_assistance: 'legal assistance',
      compensation: 'compensation',
      recovery: 'the recovery of victims',
      prevention: 'prevention',
      information_systems: 'information systems',
      coordination: 'coordination',
      training: 'training',
      awareness: 'awareness',
      other: 'other purposes',
    } as Record<string, string>,
  },
  prosecutions: {
    documentTitle: 'Prosecutions',
    empty: 'No prosecution figure has been published',
    emptyLede: 'Paragraph 26 asks for figures by offence. Nothing of them has been reported.',
    titleOneIn: (cohort: string, oneIn: number) =>
      `Of the ${cohort}, one in ${numberInWords('en', oneIn)} has led to a conviction`,
    titleMost: (cohort: string, percent: string) => `Of the ${cohort}, ${percent} have led to a conviction`,
    titleNone: (cohort: string) => `Of the ${cohort}, fewer than ten are known to have led to a conviction`,
    titleUnknown: (cohort: string) => `Of the ${cohort}, nobody can say how many led to a conviction`,
    cohorts: {
      year_of_event: (year: number) => `cases that happened in ${year}`,
      year_of_complaint: (year: number) => `complaints made in ${year}`,
      year_of_decision: (year: number) => `cases decided in ${year}`,
    },
    cohortLabel: 'Cohort',
    cohortRules: {
      year_of_event: 'by year of event',
      year_of_complaint: 'by year of complaint',
      year_of_decision: 'by year of decision',
    },
    lede: 'Every number is of one cohort: the cases of one year, counted by one rule, followed to today. Bars start from one edge and share one scale, so that offences can be compared.',
    otherRules: 'Counted by another rule, and never beside these',
    otherRulesWhy:
      'A share of the cases of one rule or year in those of another is refused: they are not the same cases.',
    unit: 'Persons or cases as the source counts them, followed to today',
    stage: 'Stage',
    stages: {
      complaint: 'Complaints',
      investigation: 'Investigated',
      charge: 'Charged',
      trial: 'Tried',
      conviction: 'Convicted',
      sentence: 'Sentenced',
      reparation_ordered: 'Reparation ordered',
      reparation_paid: 'Reparation paid',
    },
    offences: {
      all: 'All offences',
      sale_of_children: 'Sale of children',
      sexual_exploitation: 'Sexual exploitation',
      child_sexual_abuse_material: 'Child sexual abuse material',
      travel_and_tourism: 'Travel and tourism',
      trafficking: 'Trafficking for exploitation',
    } as Record<string, string>,
    notCountable: 'Cannot be counted',
    notCountableWhy: 'Domestic law does not name it as an offence of its own. That is not zero.',
    offence: (name: string, first: string, convicted: string) =>
      `${name}: ${first} complaints, ${convicted} convicted`,
  },
};
