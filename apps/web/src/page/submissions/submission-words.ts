import type { ListedSubmissionView, SubmissionDetail, Viewer } from '#contracts';

import { statePath } from '../../router/address.js';
import type { Wording } from '../../wording/wording.js';

export function submissionPath(iso3: string, id: number): string {
  return statePath(iso3, `/submissions/${id}`);
}

export function contributionsPath(iso3: string, recommendation: string): string {
  return statePath(iso3, `/recommendations/${encodeURIComponent(recommendation)}/contributions`);
}

/** Whether accepting it puts figures on record. */
export function bringsFigures(figures: SubmissionDetail['figures']): boolean {
  return figures?.rows.some(({ handedIn }) => handedIn !== null) ?? false;
}

/** What was just done with it that can be undone. Figures that went on record are published: that is asked beforehand, and stays. */
export function undoableOf({ figures }: Pick<SubmissionDetail, 'figures'>): string[] {
  const steps = ['submitted', 'submit', 'withdraw', 'return', 'take_down', 'unlocked'];
  return bringsFigures(figures) ? steps : [...steps, 'accept'];
}

/** A contribution is published or not; an answer is accepted or returned. */
export function stateWords(
  { state, authorKind }: Pick<ListedSubmissionView, 'state' | 'authorKind'>,
  { say }: Wording,
): string {
  const words = say.submission;
  const ofContribution = authorKind === 'institution' ? undefined : words.contributionStates[state];
  return ofContribution ?? words.states[state] ?? state;
}

export function authorWords(
  {
    authorKind,
    organisation,
    institution,
  }: Pick<ListedSubmissionView, 'authorKind' | 'organisation' | 'institution'>,
  { say }: Wording,
): string {
  if (institution !== null) return institution.name;
  const words = say.submission;
  return words.by(words.authors[authorKind] ?? authorKind, organisation);
}

export function periodWords(period: ListedSubmissionView['period'], wording: Wording): string | null {
  if (period === null) return null;
  return wording.say.submission.period(wording.shortDate(period.startOn), wording.shortDate(period.endOn));
}

const WRITERS: readonly string[] = ['secretariat', 'focal_point', 'contributor', 'monitoring_body'];

/** Whether the page offers what only some may do. The API decides; this only hides a dead end. */
export function writesHere(viewer: Viewer | null, iso3: string): boolean {
  return viewer !== null && viewer.state === iso3 && WRITERS.includes(viewer.role);
}

export function answersHere(viewer: Viewer | null, iso3: string): boolean {
  return writesHere(viewer, iso3) && (viewer?.role === 'secretariat' || viewer?.role === 'focal_point');
}

export function contributesHere(viewer: Viewer | null, iso3: string): boolean {
  return writesHere(viewer, iso3) && !answersHere(viewer, iso3);
}
