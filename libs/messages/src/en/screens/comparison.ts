import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const is = (count: number): string => (count === 1 ? 'is' : 'are');

/** The room of those who monitor: institutions, causes and reporting cycles beside each other. */
export const comparisonEn = {
  link: 'Monitoring',
  documentTitle: 'Monitoring',
  title: (due: number, missing: number, oldest: number | null) =>
    due === 0
      ? 'Nothing was due yet by a confirmed date.'
      : missing === 0
        ? `Everything that was due has come: ${words(due)} of ${words(due)}.`
        : `${capital(words(missing))} of ${words(due)} submissions that were due ${is(missing)} missing.${oldest === null ? '' : ` The oldest is ${oldest} days late.`}`,
  titleOfYear: (due: number, missing: number, year: number) =>
    due === 0
      ? `Nothing was due by a confirmed date in ${year}.`
      : missing === 0
        ? `Everything that was due in ${year} has come: ${words(due)} of ${words(due)}.`
        : `Of ${words(due)} submissions that were due in ${year}, ${words(missing)} ${is(missing)} missing.`,
  most: (names: string) => `Missing most: ${names}.`,
  lede: 'What institutions lead, what came by its day, what stands open and why, and what became of earlier recommendations. Every number leads to the list behind it.',
  glance: 'At a glance',
  facts: {
    onTime: 'came on time',
    missing: 'are missing',
    alerts: 'reminders are not settled',
    implemented: 'of all recommendations are implemented',
    breakdowns: (year: number) => `of the breakdowns asked for came for ${year}`,
  },
  year: 'Due in',
  allYears: 'all years',
  institutions: {
    title: 'Institutions beside each other',
    caption: 'By institution: recommendations led, what was due and what became of it, breakdowns, reminders',
    institution: 'Institution',
    nobody: 'Nobody is responsible',
    all: 'All together',
    led: 'Leads, by status',
    due: 'Due',
    on_time: 'On time',
    late: 'Late',
    missing: 'Missing',
    oldest: 'Oldest, days late',
    breakdowns: 'Breakdowns received',
    alerts: 'Reminders open',
    of: (received: number, asked: number) => `${received} of ${asked}`,
    nothing: '–',
    sortBy: (column: string, falling: boolean) =>
      `${column}: sort, ${falling ? 'the most first' : 'the least first'}`,
    sortByName: (falling: boolean) => `Institution: sort from ${falling ? 'Z to A' : 'A to Z'}`,
    howCounted:
      'Due: a confirmed day that is over, of figures and reports. On time: sent by that day and not returned. Missing: never sent, withdrawn or returned. Breakdowns are those of the page of data gaps. A recommendation that two institutions lead is counted for each.',
    csv: 'Download this table (CSV)',
    json: 'As JSON',
    empty: 'No institution leads or owes anything yet. The secretariat enters who is responsible.',
    counted: (count: number, column: string, who: string) => `${who}, ${column}: ${count}`,
  },
  chart: {
    title: (share: string, late: number) =>
      late === 0
        ? `${share} of what was due came on time`
        : `${share} of what was due came on time; ${words(late)} came late`,
    unit: 'Submissions due by a confirmed day that is over',
    onTime: 'on time',
    late: 'late',
    missing: 'missing',
    source: 'Source: obligations and submissions recorded here.',
    only: (count: number) => `The ${count} institutions to which most was due.`,
  },
  causes: {
    title: 'Reminders by cause',
    finding: (total: number, cause: string, count: number) =>
      `${total} are not settled. Most often: ${cause} (${count}).`,
    caption:
      'Reminders that are not settled, by the check that found them, how grave they are and how long they have stood',
    cause: 'What was found',
    total: 'All',
    severities: { critical: 'Critical', warning: 'Warning', notice: 'Notice' } as Record<string, string>,
    ages: {
      month: 'to 30 days',
      quarter: '31 to 90',
      half_year: '91 to 180',
      year: '181 to 365',
      older: 'more than a year',
    } as Record<string, string>,
    oldest: 'Oldest since',
    empty: 'No reminder is open: every check is content, or the watch has not looked yet.',
    all: 'All reminders',
    trend: (opened: number, resolved: number) =>
      `In the last twelve months ${opened} began and ${resolved} ${resolved === 1 ? 'was' : 'were'} settled`,
    trendUnit: 'Reminders by month',
    opened: 'began',
    resolved: 'settled',
    month: 'Month',
    unwatched: 'not watched yet',
    since: (day: string) => `The watch has looked since ${day}; before it nobody counted.`,
    never: 'The watch has not looked yet.',
    source: 'Source: history of the reminders kept here.',
  },
  cycles: {
    title: 'Reporting cycles beside each other',
    caption:
      'By document: recommendations by status, share implemented, and what became of them in the next cycle',
    document: 'Document',
    items: 'Recommendations',
    statuses: 'By status today',
    implemented: 'Implemented',
    became: 'What became of them later',
    kinds: {
      repeated: 'repeated',
      narrowed: 'narrowed',
      absorbed: 'absorbed',
      dropped: 'not taken up again',
      implemented: 'implemented',
      undecided: 'nobody has said yet',
    } as Record<string, string>,
    open: 'The cycle is open: no later document yet.',
    noText: 'Text not taken in yet',
    empty: 'No document has been taken in yet, so there is no cycle to compare.',
    number: (number: number) => `cycle ${number}`,
    howCounted:
      'Statuses are those of today. What became of an item is said by a person of the secretariat; suggestions do not count. An item that went into two is counted under each.',
    list: {
      documentTitle: 'What became of each recommendation',
      title: (count: number, more: boolean) =>
        more
          ? `More than ${count} recommendations`
          : `${capital(words(count))} ${count === 1 ? 'recommendation' : 'recommendations'}`,
      paragraph: 'Para.',
      recommendation: 'Recommendation',
      status: 'Status today',
      later: 'In later cycles',
      any: 'all',
      document: 'Document',
      empty: 'There are no recommendations of this kind.',
      isNow: (status: string) => `now ${status}`,
    },
  },
  due: {
    documentTitle: 'What was due',
    title: (count: number, more: boolean) =>
      more
        ? `More than ${count} submissions were due`
        : `${capital(words(count))} ${count === 1 ? 'submission was' : 'submissions were'} due`,
    lede: 'What was due by a confirmed day that is over, and what became of it.',
    only: (who: string) => `Only: ${who}`,
    what: 'What is owed',
    owner: 'Owner',
    dueOn: 'Due',
    sentOn: 'Sent',
    outcome: 'What became of it',
    outcomes: { on_time: 'on time', late: 'late', missing: 'missing' } as Record<string, string>,
    any: 'all',
    daysLate: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} late`,
    empty: 'Nothing of this kind was due.',
  },
};
