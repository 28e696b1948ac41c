import type { CommentList, CommentView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { Sought } from '../../form/sought.js';
import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

export const COMMENT_LETTERS = 4_000;
const REASON_LETTERS = 500;

interface ThreadProps {
  readonly thread: CommentList['items'][number];
  readonly list: CommentList;
  readonly visit: Visit;
}

/** One comment with its answers, and what the reader may do to each. */
export function CommentThread({ thread, list, visit }: ThreadProps) {
  const words = visit.wording.say.comment;
  const about = `${thread.about.kind}:${thread.about.id}`;
  const of = { about, list, visit };
  return (
    <article class="comment-thread">
      <Comment comment={thread} {...of} />
      {thread.answers.length > 0 && (
        <ol class="comment-answers" aria-label={words.answers}>
          {thread.answers.map((answer) => (
            <li key={answer.id}>
              <Comment comment={answer} {...of} />
            </li>
          ))}
        </ol>
      )}
      <FoldedForm
        visit={visit}
        action={`/states/${list.state.iso3}/comments`}
        summary={words.answer}
        label={words.answerTo(authorOf(thread, visit.wording))}
        button={words.answerButton}
        main={false}
      >
        <input type="hidden" name="about" value={about} />
        <input type="hidden" name="answers" value={thread.id} />
        <TextField name="text" label={words.text} hint={words.textHint} required longest={COMMENT_LETTERS} />
      </FoldedForm>
    </article>
  );
}

interface CommentProps {
  readonly comment: CommentView;
  readonly about: string;
  readonly list: CommentList;
  readonly visit: Visit;
}

function Comment({ comment, about, list, visit }: CommentProps) {
  const { wording } = visit;
  const words = wording.say.comment;
  const { text, withdrawn, former } = comment;
  return (
    <div class="comment" id={`comment-${comment.id}`}>
      <p class="comment-head">
        <b>{authorOf(comment, wording)}</b>
        {`, ${minute(comment.writtenAt, wording)}`}
        {comment.editedAt !== null && text !== null && `, ${words.edited(minute(comment.editedAt, wording))}`}
      </p>
      {withdrawn !== null && (
        <p class="comment-gone">{words.withdrawn(minute(withdrawn.at, wording), withdrawn.reason)}</p>
      )}
      {text !== null && (
        <p class="comment-text" lang={comment.language}>
          <Sought text={text} words={list.sought} />
        </p>
      )}
      {former.length > 0 && (
        <details class="change">
          <summary>{words.former(former.length)}</summary>
          <ol class="comment-former">
            {former.map((one) => (
              <li key={one.replacedAt} lang={comment.language}>
                {one.text}
              </li>
            ))}
          </ol>
        </details>
      )}
      {(comment.mayEdit || comment.mayWithdraw) && (
        <div class="comment-acts">
          {comment.mayEdit && <EditForm comment={comment} about={about} list={list} visit={visit} />}
          {comment.mayWithdraw && <WithdrawForm comment={comment} about={about} list={list} visit={visit} />}
        </div>
      )}
    </div>
  );
}

function EditForm({ comment, about, list, visit }: CommentProps) {
  const words = visit.wording.say.comment;
  return (
    <FoldedForm
      visit={visit}
      action={`/states/${list.state.iso3}/comments/${comment.id}`}
      summary={words.edit}
      button={words.editButton}
      main={false}
    >
      <input type="hidden" name="about" value={about} />
      <TextField
        name="text"
        label={words.text}
        hint={words.editWhat}
        required
        longest={COMMENT_LETTERS}
        value={comment.text ?? ''}
      />
    </FoldedForm>
  );
}

function WithdrawForm({ comment, about, list, visit }: CommentProps) {
  const words = visit.wording.say.comment;
  return (
    <FoldedForm
      visit={visit}
      action={`/states/${list.state.iso3}/comments/${comment.id}/withdraw`}
      summary={words.withdraw}
      button={words.withdrawButton}
      main={false}
    >
      <input type="hidden" name="about" value={about} />
      <TextField
        name="reason"
        label={words.reason}
        hint={words.withdrawWhat}
        required
        longest={REASON_LETTERS}
      />
    </FoldedForm>
  );
}

/** `Ministry of Women, focal point`; nobody is named. */
export function authorOf({ author }: CommentView, wording: Wording): string {
  const role = wording.say.people.roles[author.role] ?? author.role;
  const who = [author.institution?.shortName ?? '', role].filter((part) => part !== '').join(', ');
  return author.own ? `${who} (${wording.say.comment.own})` : who;
}

function minute(instant: string, wording: Wording): string {
  return wording.say.apiToken.utc(wording.shortDate(instant.slice(0, 10)), instant.slice(11, 16));
}
