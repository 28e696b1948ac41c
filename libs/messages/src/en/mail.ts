import { formatDate, numberInWords } from '../format/format.js';
import { peopleEn } from './screens/people.js';

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Words of mails and of the mailbox page. */
export const mailEn = {
  digest: {
    /** Worst first; at most 60 characters; no figures about children. */
    subject: (overdue: number, due: number, conditions: number) =>
      listed([
        ...(overdue > 0 ? [`${overdue} overdue`] : []),
        ...(due > 0 ? [`${due} due`] : []),
        ...(conditions > 0 ? [`${conditions} to look at`] : []),
      ]),
    preheader: (oldest: string, nextDueOn: string | null) =>
      nextDueOn === null
        ? `First: ${oldest}`
        : `First: ${oldest}. Next due day: ${formatDate('en', nextDueOn)}`,
    title: (who: string, owed: number, overdue: number, conditions: number) => {
      if (owed === 0)
        return `${who}: ${numberInWords('en', conditions)} ${plural(conditions, 'point', 'points')} to look at`;
      const debt = `${who} owes ${numberInWords('en', owed)} ${plural(owed, 'submission', 'submissions')}`;
      if (overdue === 0) return `${debt}. ${owed === 1 ? 'It is not overdue.' : 'None is overdue.'}`;
      if (overdue === owed) return `${debt}. ${plural(owed, 'It is', 'All are')} overdue.`;
      return `${debt}. ${capital(numberInWords('en', overdue))} ${plural(overdue, 'is', 'are')} overdue.`;
    },
    you: 'Your institution',
    lede: (on: string) => `Summary of ${formatDate('en', on)}.`,
    overdue: (count: number) => `Overdue: ${count}`,
    due: (dueOn: string, count: number) => `Due ${formatDate('en', dueOn)}: ${count}`,
    dueToday: (count: number) => `Due today: ${count}`,
    conditions: (count: number) => `To look at: ${count}`,
    paragraph: (code: string) => `Para. ${code}`,
    late: 'This reminder is late: its day has already passed.',
    sendFigure: 'Send the figure',
    acknowledge: 'Answer',
    escalated: (days: number) =>
      `Nobody has answered for ${days} working ${plural(days, 'day', 'days')}: that is why you are told.`,
    openAlert: 'See who was told',
    folded: (overdue: number, due: number, conditions: number) =>
      `Not listed here: ${listed([
        ...(overdue > 0 ? [`${overdue} overdue`] : []),
        ...(due > 0 ? [`${due} due`] : []),
        ...(conditions > 0 ? [`${conditions} to look at`] : []),
      ])}.`,
    desk: 'Open my list',
    nextReport: {
      confirmed: (dueOn: string) => `Next report to the Committee: ${formatDate('en', dueOn)}. Confirmed.`,
      estimatedDay: (dueOn: string) =>
        `Next report to the Committee: about ${formatDate('en', dueOn)}. Estimated; the Committee has not set the date.`,
      estimatedYear: (year: number) =>
        `Next report to the Committee: about ${year}. Estimated; the Committee has not set the date.`,
      awaiting: 'Next report to the Committee: date not set. The Committee will communicate it.',
    },
    attached: 'The dates ahead are attached as a calendar (vigia.ics).',
    privacy: 'Do not answer this mail with data of children.',
    demonstration:
      'Demonstration: dates, owners and figures are invented. They say nothing about any institution.',
    less: 'Receive less',
  },
  access: {
    roles: peopleEn.roles,
    appointed: (by: string | null, role: string, institution: string | null, state: string) =>
      `${by ?? 'The operator of Vigía'} has entered you as ${role}${institution === null ? '' : ` of ${institution}`} for ${state}. Vigía follows what the State has shown of what a treaty body asked for.`,
    unexpected:
      'If you did not expect this mail, delete it and tell the secretariat. Nobody needs your password.',
    invitation: {
      subject: (state: string) => `Your way into Vigía: ${state}`,
      title: (state: string) => `You are invited to Vigía for ${state}`,
      button: 'Choose a password',
      valid: (until: string) => `The link works once, until ${formatDate('en', until)}.`,
    },
    new_role: {
      subject: (state: string) => `A further role in Vigía: ${state}`,
      title: (state: string) => `You have a further role in Vigía, for ${state}`,
      button: 'Sign in',
    },
    recovery: {
      subject: 'A new password for Vigía',
      title: 'Choose a new password',
      lede: 'Somebody, we hope you, asked for a new password for this address.',
      button: 'Choose a new password',
      valid: 'The link works once, for one hour. A second factor is asked for as before.',
      unexpected: 'If it was not you, delete this mail: your password stays as it is.',
    },
    access_ended: {
      subject: 'You were signed out of Vigía everywhere',
      title: 'Your sessions were ended and your API tokens revoked',
      lede: (by: string, role: string, state: string, on: string) =>
        `${by} (${role}, ${state}) ended all your sessions and revoked all your API tokens on ${formatDate('en', on)}. Your roles and your password stay as they are.`,
      button: 'Sign in',
      closing: [
        'If you do not know why, ask before you sign in again. If somebody else may know your password, choose a new one with “I have lost my password” on the sign-in page.',
        'Programs that worked with a token of yours need a new one.',
      ],
    },
    factors_reset: {
      subject: 'Your second factor for Vigía was taken away',
      title: 'Your second factors were taken away',
      lede: (by: string, role: string, state: string, on: string) =>
        `${by} (${role}, ${state}) took away your authenticator app, passkeys and recovery codes on ${formatDate('en', on)}, and ended all your sessions. Your password stays as it is.`,
      button: 'Sign in',
      closing: [
        'Sign in with your password, then add a second factor on the page of your account.',
        'If you did not ask for this, tell the operator at once and choose a new password with “I have lost my password” on the sign-in page.',
      ],
    },
  },
  /** Who hands over and who takes over are both told, each with what stands open. */
  /** Asks whether an address wants to hear of what is published. */
  subscription: {
    subject: (state: string) => `Confirm: news about ${state} by mail`,
    title: (topic: string) => `Do you want to follow “${topic}” by mail?`,
    lede: (state: string) =>
      `Somebody asked on the public pages of Vigía that this address should hear of what is published about it in ${state}: at most one mail a day.`,
    button: 'Open the page that confirms it',
    ignore: (days: number) =>
      `If that was not you, do nothing: no other mail comes, and the address is deleted after ${days} days.`,
  },
  /** What was published about what somebody follows. */
  news: {
    subject: (state: string, count: number) =>
      `${state}: ${count} ${plural(count, 'change', 'changes')} published`,
    title: (state: string, count: number) =>
      `${capital(numberInWords('en', count))} ${plural(count, 'change was', 'changes were')} published about what you follow in ${state}`,
    lede: 'Everything in this mail is public and stands on the pages it links to.',
    more: (count: number) => `${count} more on the page`,
    why: 'You get this mail because this address was confirmed on the public pages of Vigía. It is used for nothing else, and deleted when you stop.',
    end: 'Stop, or choose what to follow',
  },
  handOver: {
    new: {
      subject: (institution: string) => `You now answer for ${institution}`,
      title: (institution: string) => `You now answer for ${institution}`,
      lede: (other: string, institution: string, from: string) =>
        `From ${formatDate('en', from)} you are focal point of ${institution}, after ${other}. What was owed is now asked of you.`,
      list: (count: number, more: boolean) => `What came over to you${more ? ` (the first ${count})` : ''}:`,
      next: 'Reminders that your predecessor was sent are not repeated. The next one comes to you.',
    },
    former: {
      subject: (institution: string) => `You have handed over: ${institution}`,
      title: (institution: string) => `Somebody else answers for ${institution} now`,
      lede: (other: string, institution: string, from: string) =>
        `From ${formatDate('en', from)} ${other} is focal point of ${institution} in your place. You are no longer reminded.`,
      list: (count: number, more: boolean) => `What went over${more ? ` (the first ${count})` : ''}:`,
      next: 'If this is not right, tell the secretariat. Links from earlier mails no longer serve.',
    },
    note: 'Note',
    nothing: 'Nothing stands open at the moment.',
    snoozed: (until: string) => `Put off until ${formatDate('en', until)}.`,
    button: 'Open Vigía',
  },
  /** What became of something that was sent in. */
  requestAnswered: {
    subject: (institution: string, request: string) => `${institution} has answered request ${request}`,
    title: (institution: string) => `${institution} has answered`,
    about: (request: string, code: string, about: string) =>
      `Request ${request}, recommendation ${code}: ${about}`,
    inTime: 'The answer came in time.',
    late: 'The answer came late.',
    next: 'It is confidential and stands in Vigía only. Read it, then close the request, ask again, or publish question and answer.',
    button: 'Read the answer',
  },
  submission: {
    about: (code: string, about: string) => `Recommendation ${code}: ${about}`,
    reason: 'Reason',
    button: 'Open it in Vigía',
    address: 'Your address was kept for this answer only.',
    accepted: {
      subject: (code: string) => `Accepted: what you sent for ${code}`,
      title: 'What you sent was accepted',
      next: 'Its period is closed. The secretariat can open it again if something has to be corrected.',
    },
    returned: {
      subject: (code: string) => `Returned: what you sent for ${code}`,
      title: 'What you sent was returned',
      next: 'What was due is open again until you hand in a new revision. Open it, mend it and hand it in.',
    },
    author_commented: {
      subject: (code: string) => `New comment on a submission for ${code}`,
      title: 'The author of a submission has commented on it',
      next: 'What it says stands in Vigía only. You get one such mail a day from each who comments.',
    },
    reviewer_commented: {
      subject: (code: string) => `New comment on what you sent for ${code}`,
      title: 'Somebody who reviews what you sent has commented on it',
      next: 'What it says stands in Vigía only. You get one such mail a day from each who comments.',
    },
    received: {
      subject: (code: string) => `Received: your contribution to ${code}`,
      title: 'Your contribution has arrived',
      next: 'Somebody reads it before it is published. You will be told how that ended, once; then your address is deleted.',
    },
    published: {
      subject: (code: string) => `Published: your contribution to ${code}`,
      title: 'Your contribution was published',
      next: 'It stands on the page of the recommendation. Your address has been deleted.',
    },
    not_published: {
      subject: (code: string) => `Not published: your contribution to ${code}`,
      title: 'Your contribution was not published',
      next: 'You can write again. Your address has been deleted.',
    },
  },
  /** To the operator, in a mailbox that the database's owner cannot rewrite. */
  incident: {
    stands: (what: string) => `Stands still: ${what}`,
    moves: (what: string) => `Moves again: ${what}`,
    parts: {
      scheduler: () => 'the scheduler',
      sweep: (state: string | null) => `the sweep of ${state ?? ''}`,
      digest: (state: string | null) => `the writing of the mails of ${state ?? ''}`,
      relay: (state: string | null) => `the mails of ${state ?? ''}`,
    },
    since: (at: string) => `Since ${at}. Nobody is being warned of what falls due meanwhile.`,
    lasted: (from: string, until: string) =>
      `It stood still from ${from} until ${until}. What fell due meanwhile is being made up for.`,
    advice: {
      scheduler:
        'No worker has asked what is due. See whether a worker runs and reaches the database and the queue.',
      sweep:
        'The day of this State, or what changed on it, has not been checked. See the failed jobs and the log of the workers.',
      digest:
        'The hour of the mail day is over, and its mails are not written. See the failed jobs and the log of the workers.',
      relay:
        'Mails that are due do not leave. See whether the relay takes mail, and whether a worker delivers.',
    },
  },
  auditHeads: {
    subject: (on: string) => `Audit heads of ${formatDate('en', on)}`,
    title: (on: string) => `Where the audit of each State ended on ${formatDate('en', on)}`,
    keep: 'Keep this mail where nobody who runs the database can change it. It holds no data of anybody.',
    check:
      'Each line is State, position and SHA-256. "vigia verify --head LINE" tells whether anything before it was changed since.',
    none: 'No State is followed yet.',
  },
  calendar: {
    summary: (code: string, title: string) => `${title}, para. ${code}`,
  },
  mailbox: {
    title: 'Mailbox',
    lede: 'Mails of the demonstration. None of them left this computer.',
    empty: 'No mail has come yet. The first reminders arrive when the day has been checked.',
    to: 'To',
    subject: 'Subject',
    sentAt: 'Sent',
    copies: (count: number) => `${count} copies`,
    noSubject: 'No subject',
    back: 'All mails',
    text: 'Text part',
    headers: 'Headers',
    body: 'The mail as it is shown',
    dashboard: 'Dashboard',
  },
};
