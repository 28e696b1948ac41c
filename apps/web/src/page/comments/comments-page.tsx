import type { CommentList } from '#contracts';

import { ActForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, indicatorPath, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { COMMENT_LETTERS, CommentThread } from './comment-thread.js';

type About = NonNullable<CommentList['about']>;
const KEPT = ['about'] as const;

/** What was written about one thing, or about all of them. */
export const commentsPage: Page<{ list: CommentList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/comments'), listQuery(query, KEPT)),
  }),
  show: ({ list }, visit) => {
    const words = visit.wording.say.comment;
    return {
      documentTitle: words.documentTitle,
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        ...(list.about
          ? [
              { label: words.documentTitle, path: statePath(list.state.iso3, '/comments') },
              { label: `${words.kinds[list.about.kind]} ${visit.wording.code(list.about.code)}` },
            ]
          : [{ label: words.documentTitle }]),
      ],
      today: list.today,
      body: <Body list={list} visit={visit} />,
    };
  },
};

function Body({ list, visit }: { readonly list: CommentList; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.comment;
  const asked = address.query.get('about') ?? '';
  const { about } = list;
  return (
    <>
      <h1>{about ? words.titleOn(nameOf(about, wording)) : words.titleAll}</h1>
      {about && (
        <p class="lede">
          <a href={pageUrl(wording.language, pathOf(list.state.iso3, about))}>{about.title}</a>
        </p>
      )}
      <p class="note">{words.lede}</p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      {about && (
        <Section title={words.write} id="write">
          <ActForm visit={visit} action={`/states/${list.state.iso3}/comments`} button={words.writeButton}>
            <input type="hidden" name="about" value={`${about.kind}:${about.id}`} />
            <TextField
              name="text"
              label={words.text}
              hint={words.textHint}
              required
              longest={COMMENT_LETTERS}
            />
          </ActForm>
        </Section>
      )}
      <Section title={about ? words.documentTitle : words.latest} id="comments">
        {(list.items.length > 0 || askedOf(address) !== '') && <ListSearch visit={visit} keeps={KEPT} />}
        {list.items.length === 0 && askedOf(address) !== '' ? (
          <NothingFound visit={visit} keeps={KEPT} />
        ) : list.items.length === 0 ? (
          <div class="empty">
            <p>{about ? words.empty : asked === '' ? words.emptyAll : words.notHere}</p>
          </div>
        ) : (
          <div class="comments">
            {list.items.map((thread) => (
              <div key={thread.id}>
                {!about && (
                  <p class="comment-about">
                    <a
                      href={pageUrl(wording.language, statePath(list.state.iso3, '/comments'), {
                        about: `${thread.about.kind}:${thread.about.id}`,
                      })}
                    >
                      {words.subject(
                        words.kinds[thread.about.kind] ?? thread.about.kind,
                        wording.code(thread.about.code),
                        thread.about.title,
                      )}
                    </a>
                  </p>
                )}
                <CommentThread thread={thread} list={list} visit={visit} />
              </div>
            ))}
          </div>
        )}
        <NextPage visit={visit} keeps={KEPT} cursor={list.nextCursor} />
      </Section>
    </>
  );
}

function nameOf({ kind, code }: About, wording: Wording): string {
  const word = wording.say.comment.kinds[kind] ?? kind;
  return `${word.charAt(0).toLowerCase()}${word.slice(1)} ${wording.code(code)}`;
}

function pathOf(iso3: string, { kind, id }: About): string {
  if (kind === 'recommendation') return recommendationPath(iso3, id);
  return kind === 'indicator'
    ? indicatorPath(iso3, id)
    : statePath(iso3, `/alerts/${encodeURIComponent(id)}`);
}
