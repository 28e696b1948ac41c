/** Whom children can call: what the secretariat enters and checks. What children read is in `children.ts`. */
export const helpLineEn = {
  documentTitle: 'Help line for children',
  link: 'Help line',
  title: (shown: number) =>
    shown === 0
      ? 'Children find no help line on their page'
      : shown === 1
        ? 'Children find one help line on their page'
        : `Children find ${shown} help lines on their page`,
  lede: 'A wrong number harms: a child calls once. Nothing is shown before somebody here has called it and says so.',
  childrenPage: 'Open the page for children',
  toDo: 'To do: children find no help line on their page. Find out which service answers them, call it, and enter it.',
  toCheck: (count: number) =>
    count === 1
      ? 'To do: nobody has called the number of a help line for more than a year. Call it, and say whether it is still right.'
      : `To do: nobody has called the numbers of ${count} help lines for more than a year. Call them, and say whether they are still right.`,
  shownTitle: 'What children are shown',
  draftsTitle: 'Drafts, which children do not see',
  noDrafts: 'There is no draft.',
  none: 'Nothing is shown. Their page tells children to turn to a grown-up whom they trust and to the ombudsperson’s office, and gives no number.',
  preview: (language: string) => `On the page in ${language}:`,
  noWording: (language: string) =>
    `Nothing is written in ${language}: children who read that page see the other language.`,
  languages: { en: 'English', es: 'Spanish' } as Record<string, string>,
  checkedBy: (day: string, person: string) => `${person} called the number on ${day}.`,
  due: 'That is more than a year ago. Children read that it may have changed.',
  draftOf: (day: string, person: string) => `Draft of ${day}, by ${person}.`,
  changes: (number: string) =>
    `It takes the place of ${number}, which children see until this one was called.`,
  check: 'I called this number today and everything is right: show it',
  checkAgain: 'I called it today and everything is still right',
  change: 'Change it',
  save: 'Save as a draft',
  up: 'Move it up',
  withdraw: 'Show it no more',
  discard: 'Give the draft up',
  add: 'Write a new help line',
  form: {
    telephone: 'Number',
    telephoneHint:
      'As people write it: 100, or +51 1 234 5678. Only digits, spaces, brackets, dots, hyphens and a leading plus.',
    charge: 'What the call costs',
    free: 'It is free from every telephone',
    charged: 'It may cost something',
    web: 'Web address, if it has one',
    webHint: 'It begins with https://',
    language: (language: string) => `In ${language}`,
    languageHint: 'Leave the name empty where you do not write in this language.',
    name: 'Name of the service',
    hours: 'When it answers',
    hoursHint: 'In words that a child understands: every day, day and night.',
    spoken: 'Languages in which it answers',
  },
  done: {
    help_line_written: 'The draft was saved. Children see it once somebody has called the number.',
    help_line_checked: 'Children are shown it, with the day of today.',
    help_line_withdrawn: 'It was taken away.',
    help_line_moved: 'It was moved up.',
  } as Record<string, string>,
  problems: {
    'form.telephone':
      'This is no telephone number. Write only digits, spaces, brackets, dots, hyphens and a leading plus; two digits at least.',
    'form.charge': 'Say whether the call is free.',
    'form.web': 'The web address has to begin with https://, or be left empty.',
    'form.name_en': 'Write the name of the service in English, or empty what you wrote in English.',
    'form.hours_en': 'Write in English when the line answers.',
    'form.name_es': 'Write the name of the service, in Spanish or in English.',
    'form.hours_es': 'Write in Spanish when the line answers.',
    'help_line.gone': 'It is there no more: somebody withdrew or replaced it meanwhile.',
    'help_line.changed': 'Somebody changed it meanwhile. Read it again below, call the number, then say so.',
    'help_line.too_many':
      'So many lines and drafts are kept that children could not choose. Withdraw one first.',
  } as Record<string, string>,
};
