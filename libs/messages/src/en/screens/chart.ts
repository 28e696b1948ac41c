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
    `Figures are rounded to protect children: at most ${error} off; figures below ten print “<10”.`,
  verbatim: 'Shown word for word as its source published it.',
  derived: 'Computed from published figures only.',
  notRounded: 'Not rounded: these figures count no children.',
  gap: (years: string) => `${years}: never reported, a gap, not zero.`,
  noRecord: (sources: number) =>
    `No figure of record has been agreed; ${sources === 2 ? 'both' : `all ${words(sources)}`} are shown.`,
  ringed: 'Ringed: the figure of record.',
  drawnOf: (drawn: number, all: number) =>
    `The chart draws ${words(drawn)} of the ${words(all)} groups; the table holds them all.`,
  onlyFor: (group: string) => `Only for ${group}; the CSV file holds the other groups.`,
  group: (dimension: string, category: string) => `${lower(dimension)} “${category}”`,
  showTable: 'Show as table',
  downloadCsv: 'Download CSV',
  downloadJson: 'JSON',
  savePng: 'Save as picture',
  pngFailed: 'The picture could not be made. The table and the CSV file hold the same figures.',
  link: 'Link to this chart',
  embed: 'Embed this chart',
  embedHow: 'Copy this into a page of yours. It shows the published figures of the day on which it is read.',
  openInVigia: 'Open in Vigía',
  pair: (first: string, second: string) => `${first} (${second})`,
  breakdowns: (first: string, second: string) => `${first} and ${lower(second)}`,
  sameScale: (least: string, most: string, first: string, last: string) =>
    `All on one scale, ${least} to ${most}, ${first} to ${last}.`,
  untold: {
    missing: 'Never reported',
    lt10: 'Fewer than 10',
    below_bound: 'Below a bound',
    not_shown: 'Kept back to protect persons',
    not_applicable: 'The question does not arise',
    structural_zero: 'It cannot occur',
  } as Record<string, string>,
  partsAre: 'The groups are parts of the total.',
  places: {
    title: 'Where',
    finding: (period: string, place: string, value: string, told: number, all: number) =>
      `${period}: highest in ${place}, ${value}. ${told === all ? 'Every place has a figure' : `${capital(words(told))} of ${words(all)} places ${told === 1 ? 'has' : 'have'} a figure`}`,
    allSame: (period: string, told: number, all: number) =>
      `${period}: ${told === 0 ? 'no place' : words(told)} of ${words(all)} ${told === 1 ? 'has' : 'have'} a figure of ten or more`,
    unit: (unit: string, period: string) => `${unit}, ${period}`,
    ranking: 'From most to least',
    untold: (count: number) => `Nothing is told of ${words(count)}`,
    key: 'One tile a place, about where it lies: a tile says nothing of area or of how many people live there. The stronger the colour, the more; the figure stands on each that has one. Dotted: fewer than ten.',
    hatched: (reason: string, count: number, all: number) => `${reason}: ${count} of ${all}`,
    period: 'Period',
  },
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
  break: 'break in the series',
  breakMark: 'b',
  ofRecordMark: 'r',
  legend:
    '“<10”: fewer than ten, zero included. Missing: asked for, not received. n. a.: the question does not arise. “-”: it cannot occur. Not shown: received, and kept back to protect persons. p: provisional. b: break, not comparable with the one before. r: figure of record.',
  finding: {
    ofRecord: (year: string, value: string, source: string, others: readonly string[]) =>
      `${year}: the figure of record is ${value} (${source}); other sources say ${formatList('en', others)}`,
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
    withoutLine: (purposes: string) => `No budget line is for ${purposes}.`,
    otherCurrencies: (codes: string) =>
      `Lines in ${codes} are not among the sums: amounts of two currencies are not added up.`,
    sharedLines: 'Lines that serve other purposes too count with the share that is for this one.',
    months: {
      title: 'Month by month',
      lede: 'Each month tells what was spent since January, what was spent in it alone, and how much of the year had passed.',
      behind: (on: string, spent: string, purpose: string, elapsed: string, points: number) =>
        `By ${on}, ${spent} of the money for ${purpose} was spent and ${elapsed} of the year had passed: ${points} ${points === 1 ? 'point' : 'points'} behind.`,
      onPace: (on: string, spent: string, purpose: string, elapsed: string) =>
        `By ${on}, ${spent} of the money for ${purpose} was spent and ${elapsed} of the year had passed.`,
      unknown: (on: string, purpose: string) =>
        `Amounts for ${purpose} were told by month up to ${on}; how much there was to spend was not told.`,
      caption: (purpose: string, year: number, currency: string) => `${purpose}, ${year}, ${currency}`,
      unit: (year: number) =>
        `Share of the budget that was spent by the end of each month of ${year}, beside the share of the year that had passed`,
      samePrices: 'Shares of one year are the same at constant prices.',
      month: 'Up to',
      inMonth: 'Spent in the month',
      soFar: 'Spent since January',
      budgetThen: 'Budget by then',
      yearPassed: 'Year passed',
      yearBefore: 'Share spent a year before',
      unknownBefore: 'not known',
      showTable: (purpose: string) => `Show the months: ${purpose}`,
      file: 'All months as a file (CSV)',
    },
    prices: {
      title: 'At constant prices',
      lede: (base: number, sources: string) =>
        `What the named purposes together would have cost at the prices of ${base}, beside the amounts as they were told. Prices: ${sources}.`,
      none: 'No deflator table is on record, so that no amount is given at constant prices. The amounts stand as they were told.',
      missing: (years: string) => `Nothing is given for ${years}: the deflator table has no index for it.`,
      approvedAt: (base: number) => `approved, at ${base} prices`,
      executedAt: (base: number) => `spent, at ${base} prices`,
      notGiven: 'no deflator',
    },
    victims: {
      title: 'Spending for each registered victim',
      lede: 'What was spent on the named purposes in a year, over the number of victims registered in it. Both as they were published.',
      spent: 'Spent',
      registered: 'Registered victims',
      each: 'For each victim',
      sources: (year: number, spending: string, victims: string) =>
        `${year}: spending from ${spending}; victims from ${victims}.`,
      error: (most: number) =>
        `The published count of victims may differ from the register by up to ${most}.`,
      withheld: {
        year_not_over: 'the year is not over',
        spending_not_published: 'spending not published',
        victims_not_published: 'count of victims not published',
        no_victim_registered: 'no victim registered',
      },
    },
    lineTable: {
      title: 'Every line',
      lede: 'Each line in its newest year: for whom, at which level, and which share of it is for the purpose.',
      line: 'Line',
      level: 'Level',
      levels: { national: 'national', regional: 'regional', local: 'local' } as Record<string, string>,
      year: 'Year',
      share: 'For the purpose',
    },
    purpose: 'Purpose',
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
    disputed: 'Different counts of the same people',
    disputedWhy:
      'The sources count at different moments and by different rules. None is added to another, and there is no average. Until the State names one that counts, all stand here.',
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
