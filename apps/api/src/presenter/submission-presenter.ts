import type { ContributionList, ListedSubmissionView, ObligationList, SubmissionDetail } from '#contracts';
import { civilTimeOf, daysBetween, markText, wordsOf } from '#domain';
import type { Instant } from '#domain';
import type { Language } from '#messages';
import type {
  AnswerableObligation,
  ListedSubmission,
  PublishedContribution,
  State,
  SubmissionReading,
} from '#tracking';

import { figureSheetView } from './figure-presenter.js';
import { inLanguage, institutionView } from './wording.js';

const LONGEST_EXCERPT = 200;

/** Days since 1970: the first part of the cursor of the queue. */
export function dayNumberOf(day: string): number {
  return daysBetween('1970-01-01', day);
}

function sharedView(row: ListedSubmission, language: Language): Omit<ListedSubmissionView, 'excerpt'> {
  const { periodStartOn, periodEndOn, dueOn, submittedOn } = row;
  const late = dueOn === null || submittedOn === null ? 0 : daysBetween(dueOn, submittedOn);
  return {
    id: row.id,
    state: row.state,
    revision: row.revision,
    version: row.version,
    authorKind: row.authorKind,
    organisation: row.organisation,
    institution: row.institution === null ? null : institutionView(row.institution, language),
    obligation:
      row.obligationId === null
        ? null
        : { id: row.obligationId, title: inLanguage(row.obligation, language), dueOn },
    recommendation: {
      id: row.publicId,
      code: row.code,
      title: row.titles[language] ?? row.titles['en'] ?? row.code,
    },
    period:
      periodStartOn === null || periodEndOn === null ? null : { startOn: periodStartOn, endOn: periodEndOn },
    submittedOn,
    daysLate: late > 0 ? late : null,
    decidedOn: row.decidedOn,
    reason: row.reason,
    locked: row.locked,
  };
}

/** The beginning of the text, or of a search the part around the first hit. */
export function listedSubmissionView(
  row: ListedSubmission,
  sought: readonly string[],
  language: Language,
): ListedSubmissionView {
  const hits = new Set(sought);
  const texts = [row.texts[language], ...Object.values(row.texts)].filter((text) => text !== undefined);
  const holding = texts.find((text) => wordsOf(text).some((word) => hits.has(word)));
  const text = (holding ?? texts[0] ?? '').replace(/\s+/g, ' ');
  const excerpt = markText(text, hits, LONGEST_EXCERPT).map((stretch) => stretch.text);
  return { ...sharedView(row, language), excerpt: excerpt.join('') };
}

export function submissionDetailView(
  { today, submission, history, comments, earlier, steps, ownHand, figures }: SubmissionReading,
  state: State,
  language: Language,
): SubmissionDetail {
  return {
    ...sharedView(submission, language),
    today,
    texts: submission.texts,
    earlier: earlier.map(({ revision, texts }) => ({ revision, texts })),
    history: history.map(({ version, step, from, to, revision, personName, actor, reason, happenedAt }) => ({
      version,
      step,
      from,
      to,
      revision,
      name: personName,
      actor,
      reason,
      ...momentOf(happenedAt, state),
    })),
    comments: comments.map(({ id, personName, actor, text, writtenAt }) => ({
      id,
      name: personName,
      actor,
      text,
      ...momentOf(writtenAt, state),
    })),
    steps: [...steps],
    ownHand,
    figures: figures && figureSheetView(figures, language, submission.state === 'draft'),
  };
}

function momentOf(instant: Instant, { timeZone }: State): { readonly on: string; readonly time: string } {
  const { on, minuteOfDay } = civilTimeOf(instant, timeZone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return { on, time: `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}` };
}

export function answerableView(
  row: AnswerableObligation,
  language: Language,
): ObligationList['items'][number] {
  const { periodStartOn, periodEndOn, openId, openState } = row;
  return {
    id: row.id,
    title: inLanguage(row.title, language),
    institution: row.institution === null ? null : institutionView(row.institution, language),
    recommendation: { id: row.publicId, code: row.code },
    certainty: row.certainty,
    dueOn: row.dueOn,
    estimatedYear: row.certainty === 'estimated' ? row.dueYear : null,
    period:
      periodStartOn === null || periodEndOn === null ? null : { startOn: periodStartOn, endOn: periodEndOn },
    open: openId === null || openState === null ? null : { id: openId, state: openState },
    lockedBy: row.lockedBy,
  };
}

export function contributionView(row: PublishedContribution): ContributionList['items'][number] {
  return {
    id: row.id,
    authorKind: row.authorKind,
    organisation: row.organisation,
    publishedOn: row.publishedOn,
    texts: row.texts,
  };
}
