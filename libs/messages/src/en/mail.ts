import { formatDate, numberInWords } from '../format/format.js';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words of mails and of the mailbox page. */
export const mailEn = {
  digest: {
    /** Worst first; at most 60 characters; no figures about children. */
    subject: (overdue: number, due: number, conditions: number) =>
      [
        overdue > 0 ? `${overdue} overdue` : '',
        due > 0 ? `${due} due` : '',
        conditions > 0 ? `${conditions} to look at` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    preheader: (oldest: string) => `First: ${oldest}`,
    title: (who: string, owed: number, overdue: number) =>
      owed === 0
        ? `${who}: something to look at`
        : `${who} owes ${numberInWords('en', owed)} ${plural(owed, 'submission', 'submissions')}. ${
            overdue === 0
              ? 'None is overdue.'
              : `${capital(numberInWords('en', overdue))} ${plural(overdue, 'is', 'are')} overdue.`
          }`,
    you: 'Your office',
    lede: (on: string) => `Summary of ${formatDate('en', on)}.`,
    overdue: (count: number) => `Overdue: ${count}`,
    due: (dueOn: string, count: number) => `Due ${formatDate('en', dueOn)}: ${count}`,
    conditions: (count: number) => `Also: ${count}`,
    paragraph: (code: string) => `Para. ${code}`,
    late: 'This reminder is late: nothing ran on its day.',
    acknowledge: 'Acknowledge',
    desk: 'Open my list',
    nextReport: {
      confirmed: (dueOn: string) => `Next report to the Committee: ${formatDate('en', dueOn)}.`,
      estimated: (year: number) =>
        `Next report to the Committee: about ${year}. It is an estimate; the Committee has not set a date.`,
      awaiting: 'Next report to the Committee: date not set. The Committee will communicate it.',
    },
    privacy:
      'Do not answer this mail with data of children. Dates that lie ahead are attached as a calendar (vigia.ics).',
    demonstration:
      'Demonstration: dates, owners and figures are invented. They say nothing about any institution.',
    less: 'Receive less',
  },
  calendar: {
    summary: (code: string, title: string) => `${title} (para. ${code})`,
  },
  mailbox: {
    title: 'Mailbox',
    lede: 'Mails of the demonstration. Nothing here left this machine.',
    empty: 'No mail has come yet. The first reminders arrive when the day has been checked.',
    to: 'To',
    subject: 'Subject',
    sentAt: 'Sent',
    copies: (count: number) => `${count} copies`,
    back: 'All mails',
    text: 'Text part',
    headers: 'Headers',
    body: 'The mail as it is shown',
    dashboard: 'Dashboard',
    otherLanguage: 'Español',
  },
};
