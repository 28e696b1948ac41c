import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The desk of whoever answers for an institution. */
export const deskEn = {
  documentTitle: 'My desk',
  title: (owed: number, late: number, more: boolean): string => {
    if (owed === 0) return 'You owe nothing at the moment.';
    const first = `You owe ${more ? 'more than ' : ''}${words(owed)}.`;
    if (late === 0) return `${first} ${owed === 1 ? 'It is not late.' : 'None is late.'}`;
    return owed === 1
      ? `${first} It is late.`
      : `${first} ${capital(words(late))} ${late === 1 ? 'is' : 'are'} late.`;
  },
  late: 'Late',
  returned: 'Returned to you',
  ahead: 'Due',
  undated: 'Without a fixed date',
  waiting: 'Waiting for the review',
  daysLate: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  due: (date: string) => `due ${date}`,
  waitingFor: (days: number) =>
    days === 0 ? 'handed in today' : days === 1 ? 'handed in yesterday' : `handed in ${days} days ago`,
  draft: 'draft begun',
  because: (reason: string) => `“${reason}”`,
  noReason: 'no reason was written',
  answer: 'Answer',
  goOn: 'Go on',
  mend: 'Mend it',
  see: 'See it',
  about: (button: string, title: string) => `${button}: ${title}`,
  empty:
    'Nothing is owed and nothing waits. When a date comes near, it appears here, and a reminder reaches you by mail.',
  reminders: 'Reminders to answer',
  noReminders: 'No reminder waits for an answer.',
  acknowledge: 'Acknowledge',
  otherAnswers: 'Put off, or not ours',
  moreReminders: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  allReminders: 'All reminders',
  more: 'Also',
  submissions: 'All that you sent',
  handOver: 'Hand over to a colleague',
  importFigures: 'Take in a file of figures',
  rhythm: 'How often mail comes',
  calendar: 'Dates in your calendar',
  actions: 'Actions and evidence',
  docket: 'What is overdue, by age',
};
