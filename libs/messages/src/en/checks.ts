import { formatDate, formatNumber, formatPercent } from '../format/format.js';
import type { Parameters } from '../parameters.js';
import { codesOf, numberOf, textOf } from '../parameters.js';
import { dimensionEn } from './dimension.js';
import { caseSeriesEn } from './screens/case-series.js';
import { chartEn } from './screens/chart.js';

const date = (parameters: Parameters, key: string): string => formatDate('en', textOf(parameters, key));
const days = (count: number): string => `${formatNumber('en', count)} ${count === 1 ? 'day' : 'days'}`;

/** `the recovery of victims`; an unknown code as it is. */
function purpose(parameters: Parameters): string {
  const code = textOf(parameters, 'purpose');
  return chartEn.budget.inSentence[code] ?? code;
}

/** `Sexual exploitation`; an unknown code as it is. */
function offence(parameters: Parameters): string {
  const code = textOf(parameters, 'offence');
  return chartEn.prosecutions.offences[code] ?? code;
}

/** `complaints made in 2021`: which cases are meant depends on the rule they are counted by. */
function cohort(parameters: Parameters): string {
  const cohorts: Readonly<Record<string, (year: number) => string>> = chartEn.prosecutions.cohorts;
  const year = numberOf(parameters, 'cohortYear');
  return cohorts[textOf(parameters, 'cohortRule')]?.(year) ?? `cases of ${year}`;
}

/** `convictions`; an unknown code as it is. */
function stage(parameters: Parameters, key: string): string {
  const code = textOf(parameters, key);
  return caseSeriesEn.counts[code] ?? code;
}

/** `trials, reparation paid`; an unknown code as it is. */
function stages(parameters: Parameters): string {
  return codesOf(parameters, 'stages', (code) => caseSeriesEn.counts[code] ?? code);
}

/** Words for statuses, findings and decisions. Keys are the codes of libs/domain. */
export const checksEn = {
  status: {
    implemented: 'Implemented',
    on_track: 'On track',
    awaiting_review: 'Awaiting review',
    at_risk: 'At risk',
    overdue: 'Overdue',
    no_data: 'No data',
  },
  statusReason: {
    decided_implemented: (p: Parameters) => `Decided by the secretariat on ${date(p, 'on')}.`,
    obligation_overdue: (p: Parameters) => `Due ${date(p, 'dueOn')}; nothing was sent.`,
    submission_waits: (p: Parameters) =>
      numberOf(p, 'daysLate') > 0
        ? `Sent ${date(p, 'submittedOn')}, ${days(numberOf(p, 'daysLate'))} after the due day. It waits for review.`
        : `Sent ${date(p, 'submittedOn')}. It waits for review.`,
    never_reported: () => 'No value has ever been sent.',
    figures_too_old: (p: Parameters) =>
      `The newest figure ends on ${date(p, 'newestPeriodEndOn')}, too long ago to use.`,
    due_soon: (p: Parameters) => `Due ${date(p, 'dueOn')}; nothing has been sent yet.`,
    off_path: (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')} has gone ${formatPercent('en', numberOf(p, 'pathPercent'))} of the way it should have gone by now.`,
    breakdowns_missing: (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')} came with ${formatPercent('en', numberOf(p, 'completenessPercent'))} of the breakdowns asked for.`,
    budget_behind: (p: Parameters) =>
      `Spending is ${formatNumber('en', numberOf(p, 'pointsBehind'))} points behind the year.`,
    action_late: (p: Parameters) =>
      numberOf(p, 'actions') === 1
        ? `An action should have ended on ${date(p, 'plannedEndOn')} and is not done.`
        : `${formatNumber('en', numberOf(p, 'actions'))} actions are late; the first should have ended on ${date(p, 'plannedEndOn')}.`,
    nobody_reachable: () => 'Nobody who can be reached answers for it.',
    figures_fresh: () => 'The figures asked for have come, and nothing is late.',
    figures_partly_fresh: () =>
      'Nothing is late, but some of the figures asked for never came or are too old to use.',
    nothing_due: () => 'Nothing is due.',
    never_checked: () => 'Not checked yet.',
  },
  finding: {
    'deadline.due_soon': (p: Parameters) => `Due ${date(p, 'dueOn')}, in ${days(numberOf(p, 'daysLeft'))}`,
    'deadline.due_today': (p: Parameters) => `Due today, ${date(p, 'dueOn')}`,
    'deadline.overdue': (p: Parameters) => `${days(numberOf(p, 'daysLate'))} late, due ${date(p, 'dueOn')}`,
    'figure_stale.never_reported': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')}: no value has ever been sent`,
    'figure_stale.too_old': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')}: the newest value ends on ${date(p, 'newestPeriodEndOn')}`,
    'off_path.behind': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')} stands at ${formatNumber('en', numberOf(p, 'value'))} and should stand at ${formatNumber('en', numberOf(p, 'expected'))} by ${date(p, 'newestPeriodEndOn')}: ${formatPercent('en', numberOf(p, 'pathPercent'))} of the way it should have gone`,
    'off_path.moving_away': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')} stands at ${formatNumber('en', numberOf(p, 'value'))}, further from its target than where it began; it should stand at ${formatNumber('en', numberOf(p, 'expected'))} by ${date(p, 'newestPeriodEndOn')}`,
    'regression.worse_than_before': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')} has gone back: ${formatNumber('en', numberOf(p, 'value'))} in the period to ${date(p, 'newestPeriodEndOn')}, after ${formatNumber('en', numberOf(p, 'previousValue'))} in the one to ${date(p, 'previousPeriodEndOn')} (${formatPercent('en', numberOf(p, 'worsePercent'))} worse)`,
    'disaggregation_gap.dimensions_missing': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')}: ${numberOf(p, 'received')} of ${numberOf(p, 'asked')} breakdowns came; missing: ${codesOf(p, 'missing', (code) => dimensionEn[code] ?? code)}${p['owing'] === undefined ? '' : `; owed by ${codesOf(p, 'owing', (code) => code)}`}`,
    'budget_execution.behind_the_year': (p: Parameters) =>
      `${formatPercent('en', numberOf(p, 'executedPercent'))} of the ${numberOf(p, 'fiscalYear')} money for ${purpose(p)} was spent when ${formatPercent('en', numberOf(p, 'elapsedPercent'))} of the year had passed${p['yearBeforePercent'] === undefined ? '' : ` (the year before, ${formatPercent('en', numberOf(p, 'yearBeforePercent'))} by then)`}`,
    'budget_execution.never_reported': (p: Parameters) => `No amounts have ever been sent for ${purpose(p)}`,
    'budget_cut.in_amounts': (p: Parameters) =>
      `The ${numberOf(p, 'fiscalYear')} money for ${purpose(p)} is ${formatPercent('en', numberOf(p, 'cutPercent'))} less than in ${numberOf(p, 'previousYear')}${typeof p['constantCutPercent'] !== 'number' ? '' : `, ${formatPercent('en', numberOf(p, 'constantCutPercent'))} less at constant prices`}`,
    'budget_cut.in_prices': (p: Parameters) =>
      `At constant prices, the ${numberOf(p, 'fiscalYear')} money for ${purpose(p)} is ${formatPercent('en', numberOf(p, 'constantCutPercent'))} less than in ${numberOf(p, 'previousYear')}`,
    'budget_purpose.no_line': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')}: no budget line is for ${codesOf(p, 'missingPurposes', (code) => chartEn.budget.inSentence[code] ?? code)}`,
    'prosecution_outcome.outcome_never_reported': (p: Parameters) =>
      `${offence(p)}: what became of the ${cohort(p)} was never reported`,
    'prosecution_outcome.no_conviction': (p: Parameters) =>
      `${offence(p)}: of the ${cohort(p)}, none has led to a conviction`,
    'prosecution_conversion.falling': (p: Parameters) =>
      `${offence(p)}: of the ${cohort(p)}, a smaller share has led to a conviction than of those of ${numberOf(p, 'earlierYear')}`,
    'prosecution_stage.never_reported': (p: Parameters) =>
      `${offence(p)}: never reported for any year: ${stages(p)}`,
    'nobody_responsible.no_lead': () => 'No institution leads on this recommendation',
    'nobody_responsible.institution_ended': () => 'The leading institution has ended and has no successor',
    'nobody_responsible.membership_ended': () => 'The last focal point of the leading institution has left',
    'nobody_responsible.unreachable': () => 'Mail does not reach the focal point of the leading institution',
    'nobody_responsible.no_focal_point': () =>
      'The leading institution has no focal point who can be reached',
    'nobody_responsible.not_mine': (p: Parameters) =>
      `${textOf(p, 'institution')} said on ${date(p, 'saidOn')} that this is not its own: “${textOf(p, 'why')}”`,
    'action_late.end_passed': (p: Parameters) =>
      `An action should have ended on ${date(p, 'plannedEndOn')} and is not done`,
    'evidence_expired.nothing_in_its_place': (p: Parameters) =>
      `Evidence expired on ${date(p, 'expiresOn')}, and nothing stands in its place`,
    'sources_disagree.unexplained': (p: Parameters) =>
      `Indicator ${textOf(p, 'indicator')}: for ${textOf(p, 'year')} one source says ${formatNumber('en', numberOf(p, 'low'))} (${textOf(p, 'lowSource')}) and another ${formatNumber('en', numberOf(p, 'high'))} (${textOf(p, 'highSource')}), and nobody has explained why`,
    'validation_broken.stage_above_earlier': (p: Parameters) =>
      `${offence(p)}: of the ${cohort(p)}, more are counted under “${stage(p, 'stage')}” than under “${stage(p, 'earlierStage')}” before it, and nobody has said why`,
    'mail_bouncing.some_mailboxes': (p: Parameters) =>
      `Mail to ${numberOf(p, 'unreachable')} of the ${numberOf(p, 'people')} focal points of ${textOf(p, 'institution')} has been refused for good since ${date(p, 'since')}`,
    'mail_bouncing.every_mailbox': (p: Parameters) =>
      `Mail to every focal point of ${textOf(p, 'institution')} (${numberOf(p, 'people')}) has been refused for good since ${date(p, 'since')}`,
    'snooze_ending.ends_soon': (p: Parameters) =>
      `A reminder that was put off comes back after ${date(p, 'until')}`,
    'information_request.asked': (p: Parameters) =>
      `Request ${numberOf(p, 'request')} of the ombudsperson of ${date(p, 'sentOn')}: answer by ${date(p, 'dueOn')}, in ${days(numberOf(p, 'daysLeft'))}`,
    'information_request.due_soon': (p: Parameters) =>
      `Request ${numberOf(p, 'request')} of the ombudsperson: the answer is due ${date(p, 'dueOn')}, in ${days(numberOf(p, 'daysLeft'))}`,
    'information_request.due_today': (p: Parameters) =>
      `Request ${numberOf(p, 'request')} of the ombudsperson: the answer is due today, ${date(p, 'dueOn')}`,
    'information_request.overdue': (p: Parameters) =>
      `Request ${numberOf(p, 'request')} of the ombudsperson: the answer is ${days(numberOf(p, 'daysLate'))} late, due ${date(p, 'dueOn')}`,
  },
  noticeReason: {
    rung_reached: 'Sent: a reminder day was reached',
    rung_reached_late: 'Sent late: its reminder day had already passed',
    superseded_by_later_rung: 'Not sent: a later reminder took its place',
    already_sent: 'The newest reminder was sent; the next day is not reached',
    no_rung_yet: 'No reminder day is reached yet',
    snoozed_until: 'Not sent: snoozed',
    acknowledged: 'Not sent: acknowledged',
    parent_overdue: 'Not sent: part of a late submission that is already reminded of',
    no_owner: 'Not sent: nobody responsible',
    handed_over: 'Not sent: it went over to another focal point',
    told_before: 'Not sent again: the predecessor was reminded',
    unreachable: 'Not sent: the mailbox refused earlier mail',
    resolved: 'Not sent: it was settled first',
    not_mine: 'Not sent: the institution says that it is not its own',
    escalated: 'Sent one step up: nobody answered',
    escalated_late: 'Sent one step up, late: nobody answered, and its day had already passed',
    escalated_past: 'Sent one step up: there was nobody to tell at the step before',
  },
};
