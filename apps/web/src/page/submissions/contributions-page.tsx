import type { ContributionList } from '#contracts';

import { Choice, Field } from '../../form/field.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, recommendationPath, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { contributesHere, contributionsPath } from './submission-words.js';
import { TextArea } from './text-area.js';

/** What was published about a recommendation, and the form with which everybody can write. */
export const contributionsPage: Page<{ list: ContributionList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(
      language,
      `${recommendationPath(parameters['iso3'] ?? '', parameters['id'] ?? '')}/contributions`,
      listQuery(query),
    ),
  }),
  show: ({ list }, visit) => {
    const { wording, address, state } = visit;
    const words = wording.say.submission.contributions;
    const iso3 = address.parameters['iso3'] ?? '';
    const { recommendation } = list;
    return {
      documentTitle: words.title(wording.code(recommendation.code)),
      current: 'recommendations',
      crumbs: [
        { label: state?.name ?? iso3, path: statePath(iso3) },
        {
          label: wording.say.recommendation.paragraph(wording.code(recommendation.code)),
          path: recommendationPath(iso3, recommendation.id),
        },
        { label: words.documentTitle },
      ],
      body: <Body list={list} visit={visit} iso3={iso3} />,
    };
  },
};

interface BodyProps {
  readonly list: ContributionList;
  readonly visit: Visit;
  readonly iso3: string;
}

function Body({ list, visit, iso3 }: BodyProps) {
  const { wording, address, viewer } = visit;
  const words = wording.say.submission.contributions;
  const searched = askedOf(address) !== '';
  const signedIn = contributesHere(viewer, iso3);
  const { id, code, title } = list.recommendation;
  return (
    <>
      <h1>{words.title(wording.code(code))}</h1>
      <p class="lede">{title}</p>
      <p class="note">{words.lede}</p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      {(searched || list.items.length > 0) && <ListSearch visit={visit} />}
      {list.items.length === 0 && searched ? (
        <NothingFound visit={visit} />
      ) : list.items.length === 0 ? (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      ) : (
        <Published list={list} visit={visit} />
      )}
      <NextPage visit={visit} cursor={list.nextCursor} />
      <Section title={words.write}>
        {signedIn ? (
          <p class="links">
            <a
              href={pageUrl(
                wording.language,
                statePath(iso3, `/submissions/new/recommendation/${encodeURIComponent(id)}`),
              )}
            >
              {words.writeSignedIn}
            </a>
            <a href={pageUrl(wording.language, statePath(iso3, '/submissions'))}>{words.own}</a>
          </p>
        ) : (
          <PublicForm list={list} visit={visit} iso3={iso3} />
        )}
      </Section>
    </>
  );
}

function Published({ list, visit: { wording } }: Omit<BodyProps, 'iso3'>) {
  const words = wording.say.submission;
  return (
    <ol class="plain-list contributions">
      {list.items.map(({ id, authorKind, organisation, publishedOn, texts }) => (
        <li key={id}>
          <h2>{words.by(words.authors[authorKind] ?? authorKind, organisation)}</h2>
          <p class="note">{words.contributions.publishedOn(wording.date(publishedOn))}</p>
          {Object.entries(texts).map(([language, text]) => (
            <p key={language} class="written" lang={language}>
              <Sought text={text} words={list.sought} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The field that people do not see stands between the others: programs fill in what they find. */
function PublicForm({ list, visit, iso3 }: BodyProps) {
  const { wording, typedInto } = visit;
  const words = wording.say.submission.contributions;
  const action = contributionsPath(iso3, list.recommendation.id);
  const typed = typedInto(action);
  return (
    <>
      <p>{words.what}</p>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <input type="hidden" name="opened" value={list.opened} />
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          rows={9}
          longest={2000}
          required
          value={typed.get('text') ?? ''}
        />
        <Choice name="language" label={words.language} required>
          {Object.entries(words.languages).map(([language, name]) => (
            <option key={language} value={language} selected={language === wording.language}>
              {name}
            </option>
          ))}
        </Choice>
        <Field
          name="organisation"
          label={words.organisation}
          hint={words.organisationHint}
          required={false}
          autocomplete="organization"
          longest={200}
          value={typed.get('organisation') ?? ''}
        />
        <Field
          name="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          required={false}
          autocomplete="email"
          longest={254}
          value={typed.get('email') ?? ''}
        />
        <div class="trap" aria-hidden="true">
          <label>
            {words.trap}
            <input type="text" name="website" tabIndex={-1} autocomplete="off" value="" />
          </label>
        </div>
        <button class="button button-main" type="submit">
          {words.button}
        </button>
      </form>
    </>
  );
}
