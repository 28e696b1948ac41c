import type { StatementDraftList, StatementList, StatementView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import {
  ListSearch,
  NextPage,
  NothingFound,
  askedOf,
  isNarrowed,
  listQuery,
} from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { openingOf } from './paragraphs.js';
import { authorName, titleOf } from './statement-body.js';
import { speaksPublicly } from './statement-rights.js';

const NARROWS = ['recommendation'] as const;
/** Letters that a list shows of each; the API gives a few more. */
const OPENING = 280;

interface Data extends Record<string, unknown> {
  readonly list: StatementList;
  /** For the ombudsperson. */
  readonly drafts?: StatementDraftList;
}

/** What the ombudsperson said in public, the newest first; for the ombudsperson, also what is being written. */
export const statementsPage: Page<Data> = {
  load: ({ language, parameters, query }, viewer) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/statements'), listQuery(query, NARROWS)),
      ...(speaksPublicly(viewer, iso3)
        ? { drafts: apiUrl(language, statePath(iso3, '/statement-drafts')) }
        : {}),
    };
  },
  show: ({ list, drafts }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.statement;
    return {
      documentTitle: words.title,
      current: 'statements',
      crumbs: [{ label: list.state.name, path: statePath(list.state.iso3) }, { label: words.shortTitle }],
      today: list.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.list.lede}</p>
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          {drafts && <Drafts drafts={drafts} visit={visit} />}
          {(list.items.length > 0 || isNarrowed(address, NARROWS)) && (
            <ListSearch visit={visit} narrows={NARROWS} keeps={NARROWS} />
          )}
          {(address.query.get('recommendation') ?? '') !== '' && (
            <p class="note">
              {`${words.list.ofItem} `}
              <a href={pageUrl(wording.language, address.path)}>{words.list.all}</a>
            </p>
          )}
          <Statements list={list} visit={visit} />
          <NextPage visit={visit} cursor={list.nextCursor} keeps={NARROWS} />
        </>
      ),
    };
  },
};

function Drafts({ drafts, visit }: { readonly drafts: StatementDraftList; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.statement;
  const path = statePath(drafts.state.iso3, '/statement-drafts');
  return (
    <Section title={words.list.drafts} aside={words.list.draftsWhat}>
      {drafts.items.length === 0 ? (
        <p class="quiet">{words.list.noDrafts}</p>
      ) : (
        <ul class="statement-drafts">
          {drafts.items.map((draft) => (
            <li key={draft.id}>
              <a href={pageUrl(wording.language, `${path}/${draft.id}`)} lang={titleOf(draft).language}>
                {titleOf(draft).title}
              </a>
              <span class="second">
                {[
                  ...(draft.number > 1 ? [words.list.correctionOf(String(draft.statement))] : []),
                  words.list.draftOf(wording.date(draft.writtenOn), draft.writtenBy),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="statement-act">
        <a class="button button-main" href={pageUrl(wording.language, `${path}/new`)}>
          {words.list.write}
        </a>
      </p>
    </Section>
  );
}

function Statements({ list, visit }: { readonly list: StatementList; readonly visit: Visit }) {
  const { address, wording } = visit;
  const words = wording.say.statement.list;
  if (list.items.length > 0)
    return (
      <ol class="statements">
        {list.items.map((statement) => (
          <Listed key={statement.id} statement={statement} list={list} visit={visit} />
        ))}
      </ol>
    );
  if (askedOf(address) !== '') return <NothingFound visit={visit} keeps={NARROWS} />;
  return (
    <div class="empty">
      <p>{isNarrowed(address, NARROWS) ? words.emptyItem : words.empty}</p>
      <p>{words.emptyWhat}</p>
    </div>
  );
}

interface ListedProps {
  readonly statement: StatementView;
  readonly list: StatementList;
  readonly visit: Visit;
}

function Listed({ statement, list: { state, sought }, visit: { wording } }: ListedProps) {
  const words = wording.say.statement;
  const { title, language } = titleOf(statement);
  const text = statement.texts[0]?.text ?? null;
  const { recommendations, withdrawnOn, number, publishedOn } = statement;
  return (
    <li data-row>
      <p class="overline">
        {words.page.by(authorName(statement, wording), wording.date(statement.datedOn))}
        {withdrawnOn !== null && <b class="statement-withdrawn">{` ${words.withdrawnMark}`}</b>}
      </p>
      <h2>
        <a
          href={pageUrl(wording.language, statePath(state.iso3, `/statements/${statement.id}`))}
          lang={language}
        >
          <Sought text={title} words={sought} />
        </a>
      </h2>
      {text !== null && (
        <p class="statement-opening" lang={language}>
          <Sought text={openingOf(text, OPENING)} words={sought} />
        </p>
      )}
      {withdrawnOn !== null && <p class="note">{words.page.reason(statement.withdrawnReason ?? '')}</p>}
      <p class="note">
        {[
          recommendations.length === 0 ? words.wholeState : words.about(recommendations.length),
          ...(number > 1 ? [words.corrected(wording.date(publishedOn))] : []),
        ].join(' · ')}
      </p>
    </li>
  );
}
