import type { CommentList } from '#contracts';

import { Section } from '../../layout/section.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { authorOf } from './comment-thread.js';

/** The newest comments, each with the way to its thread. */
export function LatestComments({
  comments,
  visit,
}: {
  readonly comments: CommentList;
  readonly visit: Visit;
}) {
  const { wording } = visit;
  const words = wording.say.comment;
  const { iso3 } = comments.state;
  const at = (about = ''): string => pageUrl(wording.language, statePath(iso3, '/comments'), { about });
  return (
    <Section title={words.latest} id="comments" aside={<a href={at()}>{words.all}</a>}>
      {comments.items.length === 0 ? (
        <div class="empty">
          <p>{words.emptyAll}</p>
        </div>
      ) : (
        <ul class="entries">
          {comments.items.map((thread) => (
            <li key={thread.id}>
              <a href={`${at(`${thread.about.kind}:${thread.about.id}`)}#comment-${thread.id}`}>
                {words.subject(
                  words.kinds[thread.about.kind] ?? thread.about.kind,
                  wording.code(thread.about.code),
                  thread.about.title,
                )}
              </a>
              <span class="second">
                {`${authorOf(thread, wording)}, ${wording.shortDate(thread.writtenAt.slice(0, 10))}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
