/** Dates with their certainty. */
export const dueEn = {
  about: (year: number) => `about ${year}`,
  notSet: 'date not set',
  confirmed: 'Confirmed.',
  estimated: 'Estimated.',
  awaiting: 'Awaiting the Committee.',
  inDays: (days: number) => (days === 1 ? 'In 1 day.' : `In ${days} days.`),
  today: 'Today.',
  daysAgo: (days: number) => (days === 1 ? '1 day ago.' : `${days} days ago.`),
  due: (date: string) => `Due ${date}`,
  daysLate: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  sent: 'Sent',
};
