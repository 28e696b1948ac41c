import type { CommentList, CommentView } from '#contracts';
import type { Language } from '#messages';
import type { CommentReading, CommentsReading, State } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

type Subject = NonNullable<CommentsReading['about']>;
const instant = (ms: number): string => new Date(ms).toISOString();

export function commentListView(
  state: State,
  { today, about, threads }: CommentsReading,
  language: Language,
): Omit<CommentList, 'nextCursor' | 'sought'> {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    today,
    about: about && aboutView(about, language),
    items: threads.map((thread) => ({
      ...commentView(thread, language),
      about: aboutView(thread.about, language),
      answers: thread.answers.map((answer) => commentView(answer, language)),
    })),
  };
}

function aboutView(
  { kind, key, code, titles }: Subject,
  language: Language,
): CommentList['items'][number]['about'] {
  return { kind, id: key, code, title: titles[language] ?? titles['en'] ?? code };
}

/** Who wrote it is a role and an institution: readers of other institutions learn no names. */
function commentView(comment: CommentReading, language: Language): CommentView {
  return {
    id: comment.id,
    author: {
      role: comment.role as CommentView['author']['role'],
      institution: comment.institution && institutionView(comment.institution, language),
      own: comment.own,
    },
    language: comment.language,
    text: comment.text,
    writtenAt: instant(comment.writtenAt),
    editedAt: comment.editedAt === null ? null : instant(comment.editedAt),
    former: comment.former.map(({ text, replacedAt }) => ({ text, replacedAt: instant(replacedAt) })),
    withdrawn:
      comment.withdrawnAt === null
        ? null
        : { at: instant(comment.withdrawnAt), reason: comment.withdrawnReason ?? '' },
    mayEdit: comment.mayEdit,
    mayWithdraw: comment.mayWithdraw,
  };
}
