import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Figures that are handed in with a submission. */
export const figureEn = {
  title: 'Figures',
  about: (unit: string, period: string) => `In ${unit}, for ${period}.`,
  source: (name: string) => `Source: ${name}.`,
  counted: (population: string) => `Who is counted: ${population}.`,
  definition: 'Definition and figures so far',
  lastAccepted: (value: string, period: string) => `Last accepted value: ${value} (${period}).`,
  neverAccepted: 'No value has been accepted yet.',
  whole: 'Total',
  acceptedColumn: 'Accepted so far',
  handedIn: 'Handed in',
  change: 'Change',
  group: 'Group',
  have: 'What do you have?',
  value: 'Figure',
  accepted: (value: string) => `Accepted for this period: ${value}`,
  earlier: (value: string, period: string) => `${period}: ${value}`,
  nothingYet: 'nothing yet',
  states: {
    number: 'A number',
    day: 'A day',
    stage: 'A stage',
    answer: 'An answer',
    provisional: 'Provisional',
    below_threshold: 'Fewer than',
    missing: 'Not known',
    not_applicable: 'Does not apply',
  },
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  stages: {
    none: 'none',
    bill: 'bill',
    committee: 'in committee',
    passed: 'passed',
    in_force: 'in force',
  } as Record<string, string>,
  numerator: 'Part',
  denominator: 'Out of',
  computed: 'Or the result alone',
  fewerThan: (value: string) => `fewer than ${value}`,
  parts: (value: string, numerator: string, denominator: string) =>
    `${value} (${numerator} of ${denominator})`,
  provisionalValue: (value: string) => `${value}, provisional`,
  missing: 'not known',
  notApplicable: 'does not apply',
  perDimension: (name: string) => `By ${name.toLowerCase()}`,
  filled: (told: number, of: number) => (told === 0 ? 'not filled in' : `${told} of ${of} filled in`),
  dimensionHint:
    'Leave empty what you cannot send yet. “Not known” says that nobody has it: the public then reads “missing”, never zero.',
  severalHint: 'Somebody may be counted in several of these groups.',
  inFile: (name: string) => `${name}: not asked for here. Send it in a file.`,
  codes: 'Codes in the lines below',
  codesUnsaid: 'Names, or codes of one register only',
  lines: (name: string) => `${name}, one a line`,
  linesHint:
    'Write each figure after its group, or paste two columns of a spreadsheet. Lines without a figure are not sent. “<5” is fewer than five; “missing”: nobody has it; “n. a.”: it does not apply; a “p” at the end: provisional; “7/12”: part and whole.',
  reason: 'Reason for the change',
  reasonHint:
    'Only where a figure differs from one that was accepted. The accepted figure stays on record beside the new one. Nothing that points at a person.',
  departureReason: 'Why the figures do not add up',
  departureReasonHint:
    'Correct the figures, or say why they stand all the same. The reviewer reads it. Nothing that points at a person.',
  check: (count: number) =>
    count === 1
      ? 'One thing to check before you can hand it in'
      : `${capital(numberInWords('en', count))} things to check before you can hand it in`,
  keptTyped: 'What you typed is still in the form. Nothing has been handed in.',
  at: (place: string, problem: string) => `${place}: ${problem}`,
  problems: {
    'figure.value_missing':
      'A figure is missing. Write it, or choose “Not known” or “Does not apply”. Zero is a figure: write 0.',
    'figure.value_unwanted':
      'You chose that there is no figure, and wrote one. Take it out, or choose “A number”.',
    'figure.not_a_number': 'This is not a number. Write digits, with a point before decimals: 1234.5',
    'figure.not_a_count': 'This counts whole things: write a whole number.',
    'figure.negative': 'This cannot be below zero.',
    'figure.too_large': 'This is larger than any figure can be. Look at the digits again.',
    'figure.not_yes_or_no': 'Choose yes or no.',
    'figure.not_a_day': 'Write the day as year, month, day: 2026-11-26',
    'figure.not_a_stage': 'Choose a stage: none, bill, in committee, passed or in force.',
    'figure.bound_unwanted': '“Fewer than” fits numbers only. Choose a value.',
    'figure.ratio_half': 'Give both the part and what it is out of, or neither.',
    'figure.ratio_zero':
      'Nothing can be a part of zero. Write what it is out of, or choose “Does not apply”.',
    'figure.ratio_disagrees':
      'This is not what the part and the whole come to. Correct one of them, or leave it out.',
    'figure.category_unknown': 'No such group is asked for.',
    'figure.code_ambiguous':
      'This code means one place in one register and another in another. Choose above whose codes these are.',
    'figure.repeated': 'This group was given twice.',
    'figure.amount_only':
      'An amount on record is a number and final. Leave the field empty where it is not known.',
    'figure.reason_missing': 'It differs from what was accepted. Say why it changed.',
  } as Record<string, string>,
  departures: {
    'parts.exceed_total': (parts: string, total: string) =>
      `The groups come to ${parts}, which is more than the total of ${total}.`,
    'parts.below_total': (parts: string, total: string) =>
      `All groups are filled in and come to ${parts}, which is less than the total of ${total}.`,
    'stage.exceeds_earlier': (later: string, earlier: string) =>
      `${later} at this stage is more than the ${earlier} at an earlier stage of the same cohort.`,
    'part.exceeds_total': (part: string, total: string) => `${part} is more than the total of ${total}.`,
    'executed.exceeds_budget': (executed: string, budget: string) =>
      `${executed} was executed, which is more than the budget of ${budget}.`,
  },
  mend: 'Correct one of them, or say below why they stand.',
  received: 'Breakdowns asked for',
  receivedRate: (received: number, asked: number) => `${received} of ${asked} received`,
  came: 'received',
  partly: (told: number, of: number) => `${told} of ${of} groups`,
  notCame: 'not received',
  overridden: 'Does not add up, with a reason',
  overriddenBecause: (reason: string) => `Reason given: ${reason}`,
  changedBecause: (reason: string) => `Reason for the change: ${reason}`,
  asBefore: 'as before',
  isNew: 'new',
  revised: 'revised',
  none: 'No figures were handed in with it.',
  publicNever:
    'Seen by your institution and the reviewers only. The public sees a figure after it was accepted and published.',
  grouped: {
    cases:
      'Each count is of one cohort: the cases of one year, followed to today. Leave empty what you do not send: it stays as it is on record. 0 is a count. “Not known” says that nobody has counted it, “Does not apply” that there can be none.',
    budget:
      'What was executed counts since January, up to the day named. Leave empty what you do not send: it stays as it is on record. 0 is an amount.',
    periodFirst:
      'Say above what time it is about, and keep it as a draft: the fields for that year then stand here.',
    leftOut: {
      cases: (count: number) =>
        `${count === 1 ? 'One more cohort does' : `${count} more cohorts do`} not fit into this form. Give the secretariat a file of all of them: it takes in any number.`,
      budget: (count: number) =>
        `${count === 1 ? 'One more budget line does' : `${count} more budget lines do`} not fit into this form. Give the secretariat a file of all of them: it takes in any number.`,
    },
    cohort: (offence: string, cohort: string) => `${offence}, ${cohort}`,
    inRegion: (region: string, cohort: string) => `${region}: ${cohort}`,
    apart: (facet: string, cohort: string) => `${facet}: ${cohort}`,
    budgetLine: (purpose: string, year: string) => `${purpose}, ${year}`,
    ofLevel: (level: string, line: string) => `${line}, ${level.toLowerCase()}`,
    ofInstitution: (institution: string, line: string) => `${institution}: ${line}`,
    approved: 'Approved for the year',
    revised: (on: string) => `Revised budget, ${on}`,
    executed: (on: string) => `Executed since January, up to ${on}`,
  },
  link: {
    documentTitle: 'Send a figure',
    lede: (name: string, institution: string | null) =>
      institution === null
        ? `You answer as ${name}. No password is needed: the link in your mail is yours alone.`
        : `You answer as ${name}, for ${institution}. No password is needed: the link in your mail is yours alone.`,
    textHint: 'Optional where you send a figure. No names of children, no identity or case numbers.',
    text: 'What was done, in your own words',
    button: 'Send it for review',
    done: 'Thank you. It has arrived and waits for the review.',
    used: 'This link has been used: what you sent is below. It cannot be sent again from here.',
    sentBy: (date: string) => `Sent on ${date}.`,
    begun: 'Somebody of your institution has begun to answer this. Sign in to go on with it.',
    waits: 'An answer to this was sent already and waits for the review.',
    accepted: 'An answer to this was accepted. Nothing is waiting for you here.',
    signIn: 'Sign in',
    expires: (date: string) => `This link works until ${date}, once.`,
  },
};
