import type { Instant } from '../calendar/clock.js';
import type { Role } from '../institution/institution.js';

/** What can be commented on. */
export const COMMENT_SUBJECTS = ['recommendation', 'indicator', 'alert'] as const;
export type CommentSubjectKind = (typeof COMMENT_SUBJECTS)[number];

export const COMMENT_MOST_LETTERS = 4_000;
/** Long enough to mend what one sees on reading it again; after that others may have read it. */
export const COMMENT_EDITED_WITHIN_MS = 30 * 60_000;
/** Of one person in an hour. */
export const COMMENTS_AN_HOUR = 20;
/** Answers to one comment: a longer talk wants another place. */
export const ANSWERS_AT_MOST = 50;

export interface CommentStanding {
  readonly personId: number;
  readonly writtenAt: Instant;
  readonly withdrawn: boolean;
}

interface Reader {
  readonly personId: number;
  readonly role: Role;
}

/** Only whoever wrote it, and only for a short time. */
export function mayEdit(comment: CommentStanding, { personId }: Reader, now: Instant): boolean {
  return (
    !comment.withdrawn && comment.personId === personId && now - comment.writtenAt <= COMMENT_EDITED_WITHIN_MS
  );
}

/** Whoever wrote it, at any time; and the secretariat, where something stands there that must not. */
export function mayWithdraw(comment: CommentStanding, { personId, role }: Reader): boolean {
  return !comment.withdrawn && (comment.personId === personId || role === 'secretariat');
}
