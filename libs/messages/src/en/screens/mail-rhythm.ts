/** How often a person gets mail: on the page of the account, and behind the link that stands in each mail. */
export const mailRhythmEn = {
  documentTitle: 'Mail',
  title: (weekday: string, day: string) => `Your next mail: ${weekday} ${day}`,
  titleOfMany: (states: number) => `You get the mails of ${states} States`,
  titleOfNone: 'You get no reminders by mail',
  noneWhat:
    'Reminders go to focal points, the coordinating body and the ombudsperson. None of your roles is one of these.',
  nextOn: (weekday: string, day: string) =>
    `The next mail is of ${weekday} ${day}, if there is something to say.`,
  waiting: (count: number) =>
    count === 0
      ? 'No reminder waits for it.'
      : count === 1
        ? 'One reminder waits for it.'
        : `${count} reminders wait for it.`,
  rhythm: 'How often',
  rhythms: {
    daily: 'Every day on which there is something to say',
    weekly: 'Once a week',
    monthly: 'Once a month, on the first working day',
  } as Record<string, string>,
  weekday: 'Day of the weekly mail',
  weekdayHint: 'Only counts where the mail comes once a week.',
  quiet: 'Days without mail',
  quietLede: 'At least one day of the week has to be left.',
  closed: (state: string) => `Weekends and public holidays of ${state}`,
  save: 'Save',
  onlyIf: 'It comes if there is something to say that day.',
  never:
    'A reminder cannot be turned off. However seldom mails come, this does not wait: what is due within 14 days or has been overdue for up to 30, what was sent back, and what others left unanswered. A day without mail delays nothing that is due on it or before the next mail.',
  done: { saved: 'Saved. From now on mails come like this.' } as Record<string, string>,
  link: {
    documentTitle: 'Receive less',
    title: 'How often should mails come?',
    lede: (person: string, state: string) => `For ${person}: reminders about ${state}.`,
    done: (weekday: string, day: string) => `Saved. Your next mail: ${weekday} ${day}`,
    more: 'Sign in to choose the weekday and days without mail',
    expires: (date: string) => `This link works until ${date}.`,
  },
  waits: {
    weekly: (weekday: string, day: string) => `Waits for the ${weekday} mail, ${day}`,
    monthly: (weekday: string, day: string) => `Waits for the monthly mail: ${weekday} ${day}`,
    quiet_day: (weekday: string, day: string) => `Waits until after the days without mail: ${weekday} ${day}`,
    next_day: (weekday: string, day: string) =>
      `Arose after the mail of the day: leaves on ${weekday} ${day}`,
  } as Record<string, (weekday: string, day: string) => string>,
  problems: {
    'form.rhythm': 'Choose how often.',
    'mail_rhythm.no_mail': 'You get no mails about this State.',
    'mail_rhythm.weekday': 'Choose the day of the weekly mail.',
    'mail_rhythm.weekday_quiet':
      'The day of the weekly mail is one of the days without mail. Choose another one.',
    'mail_rhythm.no_day': 'At least one day of the week has to be left for mail.',
  } as Record<string, string>,
};
