import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a form of these pages says when it cannot do what was asked. */
const problems = {
  'form.text': 'Write something, with at most 2,000 characters (a comment: 1,000).',
  'form.text_en': 'The English text is longer than 10,000 characters.',
  'form.text_es': 'The Spanish text is longer than 10,000 characters.',
  'form.organisation': 'The name of the organisation is longer than 200 characters.',
  'form.email': 'This is not an e-mail address. It may also be left out.',
  'form.period': 'Give the first and the last day of the period, or neither.',
  'form.period_from': 'The first day of the period is not a day.',
  'form.period_to': 'The last day of the period is not a day.',
  'form.version': 'The form was not complete. Open the page again.',
  'form.opened': 'The form was not complete. Open the page again.',
  'submission.unknown': 'There is no such submission, or it is not yours to read.',
  'submission.not_yours': 'Only its author, or a focal point of its institution, can write in it.',
  'submission.stale':
    'Somebody changed this submission after you had opened it. The history below says what changed: read it, then decide again. Nothing was saved.',
  'submission.not_now':
    'This cannot be done in the state in which the submission is now. Nothing was changed.',
  'submission.own':
    'You had a hand in this submission. Another member of the secretariat decides on it. Nothing was changed.',
  'submission.reason': 'Say what is missing or wrong, so that the author can mend it.',
  'submission.no_text':
    'Write something in at least one language, or a figure where one is asked for, before you hand it in.',
  'submission.figures':
    'The figures cannot be handed in as they are. What has to be mended stands beside each of them.',
  'submission.figures_unwanted': 'No figure is asked for here.',
  'submission.figures_period': 'Give the first and the last day of the time that the figures are about.',
  'submission.figures_outdated':
    'Another figure was accepted for the same period since this was handed in. Return it, so that its author can say what changed.',
  'link.used': 'This link has been used already. What you sent waits for the review.',
  'submission.organisation':
    'Give the name of the organisation under which it is published, never that of a person.',
  'submission.period': 'The last day of the period comes before the first.',
  'submission.period_locked':
    'This period was accepted and is locked. If something has to be corrected, ask the secretariat to unlock it.',
  'submission.open_already': 'A submission for this is open already. Go on with that one.',
  'submission.obligation_unknown': 'Your institution owes nothing of that number. Choose from the list.',
  'submission.recommendation_unknown': 'There is no such recommendation.',
  'submission.not_locked': 'The period is not locked: there is nothing to unlock.',
  'submission.personal_data':
    'The text holds what points at a person: a name of a child, an identity number, an address, a telephone or a case number. Take it out; nothing was saved. If the text is no longer in the form, go back one page: your browser has kept it.',
  'contribution.robot': 'A field that people do not see was filled in. Leave it empty and send it again.',
  'contribution.form_expired':
    'The form was open for too long. What you wrote is still there: send it again.',
  'contribution.too_fast': 'That was faster than anybody writes. Wait a few seconds and send it again.',
  'contribution.too_many':
    'Several texts came from your network, or for this mailbox, within a day. Write again tomorrow.',
} as Record<string, string>;

/** Sending in, reviewing, and what was published of it. */
export const submissionEn = {
  problems,
  states: {
    draft: 'Draft',
    submitted: 'Awaiting review',
    accepted: 'Accepted',
    returned: 'Returned',
    withdrawn: 'Withdrawn',
  } as Record<string, string>,
  /** Of a contribution, which is published when it is accepted. */
  contributionStates: { accepted: 'Published', returned: 'Not published' } as Record<string, string>,
  authors: {
    institution: 'Institution',
    civil_society: 'Civil society',
    monitoring_body: 'Human-rights institution or monitoring body',
    public: 'Member of the public',
  } as Record<string, string>,
  by: (kind: string, organisation: string | null) =>
    organisation === null ? kind : `${organisation} (${kind.toLowerCase()})`,
  revision: (revision: number) => `Revision ${revision}`,
  period: (from: string, to: string) => `${from} to ${to}`,
  late: (days: number) => (days === 1 ? '1 day after the due day' : `${days} days after the due day`),
  locked: 'Locked',
  lockedWhat:
    'This period was accepted. It takes nothing more until the secretariat unlocks it, with a reason.',
  all: 'All',
  next: 'Next page',
  item: 'About',
  author: 'Author',
  state: 'State',
  sent: 'Handed in',
  list: {
    documentTitle: 'Submissions',
    title: 'What you have sent in',
    titleOfState: 'What was sent in',
    lede: 'A draft is yours alone. Once handed in, it waits for the review: the clock of its due day stands still until it is decided.',
    empty: 'Nothing has been sent in yet.',
    emptyContributor: 'You have written nothing yet. Open a recommendation and choose “Contributions”.',
    nothingFound: 'No submission fits all of these.',
    owed: 'What you can answer',
    owedWhat: 'Choose what you answer. One answer at a time is open for each.',
    due: 'Due',
    answer: 'Answer',
    answerLabel: (title: string) => `Answer: ${title}`,
    goOn: 'Go on',
    open: 'Open',
    see: 'See what was accepted',
    noObligationFound: 'Nothing that is owed here holds these words.',
    noObligation: 'Your institution owes nothing that can be answered here.',
    none: 'no date',
  },
  write: {
    documentTitle: 'Write an answer',
    titleOfContribution: 'Write a contribution',
    lede: 'Say what was done in the period and what it changed. Write in English, in Spanish, or in both.',
    ledeOfFigures:
      'Send the figures of the period, and say in a few words what stands behind them: in English, in Spanish, or in both. What you do not know yet can stay empty.',
    ledeOfContribution:
      'Say what you know about how this recommendation is followed. It is published under the name of your organisation, after a review.',
    personal:
      'No names of children, no identity or case numbers, no addresses, no telephone numbers: a text that holds them is refused.',
    textEn: 'Text in English',
    textEs: 'Text in Spanish',
    organisation: 'Organisation',
    organisationHint: 'Published beside the text. Never the name of a person.',
    periodFrom: 'First day of the period',
    periodTo: 'Last day of the period',
    periodHint: 'Which time the text is about.',
    save: 'Save the draft',
    handIn: 'Hand it in',
    unknown: 'There is nothing of that number that you can answer.',
    back: 'To your submissions',
    seeAccepted: 'See what was accepted',
  },
  /** Evidence that comes with an answer. */
  attachments: {
    title: 'Evidence with it',
    aside:
      'Read by the institution and the secretariat; public once the answer is accepted, where it is marked so.',
    none: 'Nothing is attached yet. Attach files and links before you hand it in.',
  },
  detail: {
    crumb: (id: number) => `Submission ${id}`,
    answers: 'Answers',
    contributes: 'Contribution',
    recommendation: (code: string) => `Recommendation ${code}`,
    institution: 'Institution',
    about: 'Period',
    due: 'Due',
    sent: 'Handed in',
    decided: 'Decided',
    returnedBecause: 'Returned because',
    textIn: { en: 'Text in English', es: 'Text in Spanish' } as Record<string, string>,
    noText: 'Nothing has been written yet.',
    cameWithoutText: 'It was handed in without a text.',
    earlier: (revision: number) => `As it was in revision ${revision}`,
    edit: 'Go on writing',
    withdraw: 'Withdraw the draft',
    withdrawWhat: 'A withdrawn draft stays in the history and cannot be opened again.',
    reopen: 'Open it again',
    reopenWhat: 'The text is copied into a new revision, which you change and hand in again.',
    decide: 'Decide',
    accept: 'Accept',
    acceptWhat: 'The period is locked from then on.',
    acceptFiguresWhat:
      'The figures go on record as accepted, with what stood there before beside them, and are published. The period is locked from then on.',
    confirmTitle: (figures: number) =>
      figures === 1 ? 'Accept this one figure?' : `Accept these ${figures} figures?`,
    confirmRecord: (added: number, revised: number) =>
      `They are in the table above: ${added} new, ${revised} in place of what is on record.`,
    confirmPublished: 'They are published at once. This cannot be undone: look at them before you accept.',
    confirmLocked:
      'The period is locked, and the author will be told by mail. A mistake is mended by unlocking the period and a correction.',
    confirmAccept: 'Accept and publish',
    notYet: 'Not yet',
    publish: 'Publish',
    publishWhat: 'The text stands on the page of the recommendation, for everybody, from then on.',
    return: 'Return it',
    doNotPublish: 'Do not publish',
    takeDown: 'Take it down',
    takeDownWhat: 'The text is no longer shown. The history keeps why.',
    reason: 'Reason',
    reasonHint: 'The author reads it. Nothing that points at a person.',
    ownHand:
      'You had a hand in this submission, so another member of the secretariat decides on it (four eyes).',
    unlock: 'Unlock the period',
    unlockWhat:
      'The institution can then send a correction. What was accepted stands until that is accepted too.',
    comments: 'Comments',
    noComments: 'Nobody has written a comment.',
    comment: 'Comment',
    commentHint: 'Read by the author’s institution and the reviewers. Nothing that points at a person.',
    commentButton: 'Write the comment',
    history: 'History',
    when: 'When',
    who: 'Who',
    what: 'What',
    why: 'Why',
    somebody: 'Nobody by name',
    steps: {
      begin: 'Began a draft',
      edit: 'Changed the draft',
      submit: 'Handed it in',
      accept: 'Accepted it',
      return: 'Returned it',
      reopen: 'Opened it again',
      withdraw: 'Withdrew it',
      take_down: 'Took it down',
      undo_submit: 'Undid handing it in',
      undo_withdraw: 'Undid withdrawing it',
      undo_accept: 'Undid accepting it',
      undo_return: 'Undid returning it',
      undo_take_down: 'Undid taking it down',
    } as Record<string, string>,
    done: {
      given: 'The evidence has been attached.',
      saved: 'The draft has been saved. It has not been handed in yet.',
      submitted: 'It has been handed in and waits for the review.',
      submit: 'It has been handed in and waits for the review.',
      reopen: 'It is open again: change it and hand it in.',
      withdraw: 'The draft has been withdrawn.',
      accept: 'It has been accepted. Its author will be told by mail.',
      return: 'It has been returned. Its author will be told by mail.',
      take_down: 'It is no longer published.',
      commented: 'The comment has been written.',
      unlocked: 'The period is unlocked: a correction can be sent.',
    },
  },
  reviews: {
    documentTitle: 'Reviews',
    title: (waiting: number) =>
      waiting === 0
        ? 'Nothing waits for a review'
        : waiting === 1
          ? 'One submission waits for a review'
          : capital(`${numberInWords('en', waiting)} submissions wait for a review`),
    lede: 'What waits longest stands first. While it waits, it is not overdue for whoever sent it.',
    empty: 'Everything that was handed in has been decided.',
    nothingFound: 'Nothing that waits fits all of these.',
    days: 'Days',
    text: 'Text',
  },
  held: {
    title: (count: number) =>
      count === 1 ? 'Figures of one period are held back' : `Figures of ${count} periods are held back`,
    lede: 'These counts of persons were accepted and are not published yet. Until then everybody reads the earlier figures, or none, so that no child can be worked out from the difference.',
    figure: 'Figures',
    since: 'Since',
    why: 'What they wait for',
    fewRecords: (records: number) =>
      `${records === 1 ? 'One record has' : `${capital(numberInWords('en', records))} records have`} changed. At least ten are published together: hand in the next ones when they are known.`,
    yearNotOver: (records: number, publishedOn: string) =>
      `${records === 0 ? 'A new breakdown' : `${records} changed records`} will be published one year after the last publication, which was on ${publishedOn}.`,
    reasons: {
      year_not_over: 'They are published one year after the last publication.',
      breakdown_gone:
        'A total, a breakdown or a part that is published was not handed in again, or does not fit its total. Hand it in with the others. Where only a breakdown or a part is missing, the rest is published one year after the last publication, with ten changed records or more.',
      everybody_changed:
        'The indicator that counted everybody in the register was not handed in again. Hand it in with the others.',
      overlaps_published:
        'Shorter periods within it are published already. Its total is published as their sum as soon as they make it up; a second count of the same children would reveal some of them.',
      published_in_other_cube:
        'Its figures are published together with other indicators than those it names now. Give the indicator back the register that it had.',
      failed: 'Publishing failed. The operator of this installation finds the reason in its log.',
    } as Record<string, string>,
    more: (count: number) => (count === 1 ? 'One more period is held.' : `${count} more periods are held.`),
  },
  contributions: {
    documentTitle: 'Contributions',
    link: 'Contributions of civil society and the public',
    title: (code: string) => `Contributions to recommendation ${code}`,
    lede: 'What organisations, monitoring bodies and members of the public wrote about it. Each was read before it was published; none of it is the word of the State or of the Committee.',
    published: 'Published',
    publishedOn: (on: string) => `Published on ${on}`,
    empty: 'Nothing has been published yet.',
    write: 'Write a contribution',
    writeSignedIn: 'Write in the name of your organisation',
    own: 'Your contributions',
    what: 'Everybody can write, without an account. A person reads it before it is published. It appears with the name of your organisation if you give one, and never with yours.',
    text: 'What you know about it',
    textHint:
      'At most 2,000 characters. No names of children, no identity or case numbers, no addresses or telephone numbers: a text that holds them is refused.',
    language: 'Language of the text',
    languages: { en: 'English', es: 'Spanish' } as Record<string, string>,
    organisation: 'Organisation',
    organisationHint: 'Optional. Without one it appears as from a member of the public.',
    email: 'Your e-mail address',
    emailHint:
      'Optional. You are told that it arrived and whether it was published. The address is deleted with that answer, at the latest after 180 days, and never shown.',
    trap: 'Leave this field empty',
    button: 'Send it for review',
    done: { contributed: 'Thank you. It has arrived and is read before it is published.' },
  },
};
