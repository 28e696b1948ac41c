/** What came up to the ombudsperson because nobody answered. */
export const escalationEn = {
  title: 'Escalations received',
  lede: 'Matters that the steps of the State carried up to the ombudsperson because nobody answered: when each came, who owes, and what was done before.',
  open: (count: number) =>
    count === 0
      ? 'None of them waits for an answer.'
      : count === 1
        ? 'One of them is still without an answer.'
        : `${count} of them are still without an answer.`,
  link: (open: number) =>
    open === 0 ? 'Escalations received' : `Escalations received, ${open} without an answer`,
  waiting: (open: number) =>
    open === 1
      ? '1 matter came up to you and has no answer'
      : `${open} matters came up to you and have no answer`,
  empty:
    'Nothing has come up to the ombudsperson yet. What an institution leaves unanswered goes to its head, then to the coordinating body, and then it stands here.',
  emptyFiltered: 'Nothing here is like that. Choose less, or see the whole list.',
  any: 'any',
  stands: 'How it stands',
  standsAs: { open: 'no answer yet', answered: 'answered since', settled: 'settled' } as Record<
    string,
    string
  >,
  told: 'Mail to the office',
  toldAs: {
    sent: 'sent',
    waiting: 'still waiting',
    in_doubt: 'in doubt',
    refused: 'refused',
    none: 'nobody was told',
  } as Record<string, string>,
  institution: 'Who owes',
  what: 'What came up',
  owes: 'Who owes, since when',
  came: 'Came up',
  since: (day: string) => `since ${day}`,
  due: (day: string) => `due ${day}`,
  after: (days: number) => `after ${days} working ${days === 1 ? 'day' : 'days'}`,
  before: 'Done before',
  steps: (count: number) => (count === 1 ? '1 step' : `${count} steps`),
  reminders: (count: number) => (count === 1 ? '1 reminder sent' : `${count} reminders sent`),
  noReminders: 'no reminder sent',
  nothing: 'Nothing was recorded before.',
  to: (who: string) => `to ${who}`,
  mail: (outcome: string, day: string) => (day === '' ? outcome : `${outcome}, ${day}`),
};
