import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything that is due, by date. */
export const deadlinesEn = {
  documentTitle: 'Deadlines',
  link: 'All deadlines',
  title: (overdue: number, next: string | null) =>
    `${overdue === 0 ? 'Nothing is overdue' : `${capital(numberInWords('en', overdue))} ${overdue === 1 ? 'deadline is' : 'deadlines are'} overdue`}. ${next === null ? 'No confirmed date is to come.' : `The next is ${next}.`}`,
  titleNothing: 'Nothing is due',
  nothing:
    'No date has been recorded for this State yet. The dates of a document appear here once it has been taken in, and what institutions owe once the secretariat asks for it.',
  lede: 'What is due, who owes it and how sure the date is. Only a confirmed date counts down or can be late; an estimate is a year; some dates only the Committee can set.',
  when: 'Which',
  coming: (count: number) => `To come (${count})`,
  overdue: (count: number) => `Overdue (${count})`,
  past: (count: number) => `Past (${count})`,
  all: 'All',
  kind: 'Kind',
  kinds: {
    data_submission: 'Figures',
    report: 'Report of an institution',
    follow_up: 'Follow-up to the Committee',
    next_report: 'Report to the Committee',
  } as Record<string, string>,
  institution: 'Who owes it',
  any: 'All',
  clear: 'Show all',
  estimatedYear: (year: number) => `About ${year}, estimated`,
  notSet: 'Date to be set by the Committee',
  what: 'What',
  who: 'Who owes it',
  due: 'Due',
  outcome: 'What came',
  state: 'The State',
  nobody: 'Nobody yet',
  item: (code: string) => `Recommendation ${code}`,
  period: (from: string, to: string) => `for ${from} – ${to}`,
  optional: 'not required',
  outcomes: {
    open: 'not yet due',
    undated: 'no date to be late by',
    overdue: 'nothing came',
    not_sent: 'nothing came; it was not required',
    not_recorded: 'not recorded here',
    on_time: 'on time',
    late: 'late',
    sent: 'came',
  } as Record<string, string>,
  cameOn: (day: string) => `came on ${day}`,
  daysAfter: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  empty: {
    coming: 'Nothing is to come that fits this choice.',
    overdue: 'Nothing is overdue that fits this choice.',
    past: 'Nothing is past that fits this choice.',
    all: 'No date fits this choice.',
  } as Record<string, string>,
  timeliness: {
    title: 'On time, late, outstanding',
    method:
      'What was required of it by a confirmed day, by the year of that day. It counts on the day on which what stands was handed in; what was given back and not sent again counts as outstanding. Estimated dates make nobody late and are not counted.',
    none: 'Nothing was required of it by a confirmed day yet.',
    year: 'Due in',
    onTime: 'On time',
    late: 'Late',
    outstanding: 'Outstanding',
    open: 'Not yet due',
    csv: 'Download CSV',
    caption: 'What came on time, late or not at all, by year',
  },
  next: 'Further dates',
  notRecorded:
    'Whether a follow-up reached the Committee is not recorded here; see the document and the Committee’s own pages.',
};
