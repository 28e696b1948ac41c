import { numberInWords } from '../../format/format.js';

const words = (value: number): string => numberInWords('en', value);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Pages for those who answer and those who watch. */
export const peopleEn = {
  roles: {
    public: 'public',
    contributor: 'civil-society contributor',
    focal_point: 'focal point',
    monitoring_body: 'monitoring body',
    ombudsperson: 'ombudsperson',
    secretariat: 'secretariat',
    operator: 'operator',
  } as Record<string, string>,
  /** Who hears of what nobody answers. */
  addressees: {
    owner: 'the institution that is asked',
    head: 'the head of the institution',
    coordinating_body: 'the coordinating body',
    docket: 'the ombudsperson',
  } as Record<string, string>,
  escalations: {
    unanswered: 'nobody answered',
    unanswered_late: 'nobody answered, and its day had passed when the watch looked again',
    nobody_there: 'there is nobody at this step: the next one was told at once',
    unreachable: 'mail does not reach whoever is at this step: the next one was told at once',
    asked_already: 'whoever is at this step is the one who was asked',
    nobody_before: 'there was nobody to tell at the step before',
  } as Record<string, string>,
  docket: {
    documentTitle: 'Docket',
    title: (overdue: number, unreached: number) => {
      const late =
        overdue === 0
          ? 'Nothing is overdue.'
          : `${capital(words(overdue))} ${overdue === 1 ? 'item is' : 'items are'} overdue.`;
      const mail =
        unreached === 0
          ? ''
          : unreached === 1
            ? ' In one case nobody received the reminder.'
            : ` In ${words(unreached)} cases nobody received the reminder.`;
      return late + mail;
    },
    titleOwn: (overdue: number) =>
      overdue === 0
        ? 'You owe nothing that is late.'
        : `You owe ${words(overdue)} ${overdue === 1 ? 'answer that is' : 'answers that are'} late.`,
    ages: ['up to 30 days', '31 to 90', '91 to 180', '181 to 365', 'more than a year'] as readonly string[],
    agesLabel: 'Overdue items by age',
    glance: {
      label: 'At a glance',
      overdue: (count: number) => (count === 1 ? 'item overdue' : 'items overdue'),
      oldest: (code: string) => `days: the oldest, paragraph ${code}`,
      unreached: 'of them without a reminder that reached anybody',
      today: 'Waits for you today',
      nothing: 'Nothing. No request is late, and no answer is unread.',
      lateRequests: (count: number) =>
        count === 1
          ? '1 formal request without an answer in time'
          : `${count} formal requests without an answer in time`,
      answers: (count: number) =>
        count === 1
          ? '1 answer to read, and to close or ask again'
          : `${count} answers to read, and to close or ask again`,
    },
    shows: {
      label: 'Show',
      all: 'All',
      unreached: 'Mail problem',
      nobody: 'Nobody responsible',
      request: 'Request running',
      none: 'Nothing on the docket is like that.',
      whole: 'See the whole docket',
    },
    moreOverdue: (count: number) => (count === 1 ? '1 more is overdue' : `${count} more are overdue`),
    comesDue: (count: number) => (count === 1 ? '1 comes due soon' : `${count} come due soon`),
    elsewhere: 'Other lists and settings',
    days: 'Days',
    ahead: (days: number) => `in ${days}`,
    paragraph: 'Para.',
    owed: 'What is owed',
    owner: 'Owner',
    reminder: 'Last reminder',
    answer: 'Answer',
    request: 'Information request',
    noOwner: 'Nobody is responsible',
    noFocalPoint: 'No focal point',
    neverSent: 'None sent',
    attempts: (attempts: number) => (attempts === 1 ? '1 attempt' : `${attempts} attempts`),
    outcomes: {
      pending: 'Waiting to be sent',
      accepted: 'Delivered',
      temporary: 'Delayed',
      permanent: 'Refused by the relay',
      returned: 'Came back',
      in_doubt: 'In doubt',
      superseded: 'Replaced by a newer one',
      dead: 'Given up',
      not_sent: 'Not sent',
    },
    alertStates: {
      open: 'no answer yet',
      acknowledged: 'acknowledged',
      snoozed: 'put off',
      resolved: 'settled',
    },
    empty:
      'Nothing is overdue and nothing is due soon. When a confirmed date passes without an answer, it appears here.',
    mailWaiting: (count: number) =>
      count === 1 ? 'One mail waits to be sent.' : `${capital(words(count))} mails wait to be sent.`,
    relayDown: 'The mail relay cannot be reached. No reminder leaves until it can; nothing is lost.',
    onlyOwn: (institution: string) => `Only what ${institution} owes is shown.`,
  },
  signIn: {
    documentTitle: 'Sign in',
    title: (name: string) => `Sign in as ${name}`,
    lede: 'This link works once. Nothing happens until you press the button.',
    as: 'You will be',
    role: (role: string, institution: string | null, state: string) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`}${state === '' ? '' : ` (${state})`}`,
    button: 'Sign in',
    gone: 'This sign-in link no longer works',
    goneWhy:
      'It was used, or its time is over. On the sign-in page you can have one sent for a new password.',
  },
  answer: {
    documentTitle: 'Answer a reminder',
    title: (code: string) => `Recommendation ${code} waits for your answer`,
    doneWhat: 'Thank you for telling us. What is owed stays open until it is sent.',
    alreadyDone: 'This reminder has been answered already.',
    settled: 'This matter is settled. Nothing is waiting for you here.',
    asked: (name: string, institution: string | null) =>
      institution === null ? `Asked of ${name}` : `Asked of ${name}, ${institution}`,
    reason: 'Reason or message (optional)',
    reasonHint: 'The coordinating body and the ombudsperson can read it. Write no names of children.',
    personalData: (found: readonly string[]) =>
      `The message was not saved. Leave out what points at a person${found.length === 0 ? '' : `: ${found.join(', ')}`}. Say what was done, not about whom.`,
    personalDataKinds: {
      child_name: 'the name or the initials of a child',
      identity_document: 'the number of an identity document',
      date_of_birth: 'a date of birth',
      email: 'an e-mail address',
      phone: 'a telephone number',
      case_number: 'the number of a case file',
    } as Record<string, string>,
    button: 'Acknowledge',
    expires: (date: string) => `This link works until ${date}.`,
    read: 'Read the recommendation',
    gone: 'This link no longer works',
    goneWhy: 'Its time is over, or it was changed on the way. The newest mail holds a link that works.',
  },
};
