import type { UhriAnnotationList } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { UhriLinks } from './uhri-links.js';
import { WordRuns } from './word-runs.js';

/** What is on record of the Universal Human Rights Index, beside our paragraphs. */
export const uhriAnnotationsPage: Page<{ list: UhriAnnotationList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/uhri-annotations'), listQuery(query)),
  }),
  show: ({ list }, visit) => {
    const words = visit.wording.say.uhri;
    return {
      documentTitle: words.annotations.documentTitle,
      current: 'intake',
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        { label: words.documentTitle, path: statePath(list.state.iso3, '/imports/uhri') },
        { label: words.annotations.documentTitle },
      ],
      today: list.today,
      body: <AnnotationsBody list={list} visit={visit} />,
    };
  },
};

function AnnotationsBody({ list, visit }: { readonly list: UhriAnnotationList; readonly visit: Visit }) {
  const { wording, address } = visit;
  const { annotations: words } = wording.say.uhri;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <ListSearch visit={visit} />
      {list.items.length === 0 && askedOf(address) !== '' && <NothingFound visit={visit} />}
      {list.items.length === 0 && askedOf(address) === '' && (
        <div class="empty">
          <p>{words.empty}</p>
        </div>
      )}
      {list.items.map((item) => (
        <Annotation
          key={`${item.annotationId} ${item.language}`}
          item={item}
          sought={list.sought}
          iso3={list.state.iso3}
          visit={visit}
        />
      ))}
      <NextPage visit={visit} cursor={list.nextCursor} />
    </>
  );
}

type Item = UhriAnnotationList['items'][number];

function Annotation({
  item,
  sought,
  iso3,
  visit,
}: {
  readonly item: Item;
  readonly sought: readonly string[];
  readonly iso3: string;
  readonly visit: Visit;
}) {
  const { wording } = visit;
  const { annotations: words, kinds } = wording.say.uhri;
  return (
    <article class="comparison" id={`annotation-${item.annotationId}`}>
      <div>
        <h2>{wording.say.uhri.place(item.symbol, item.paragraph)}</h2>
        <p class="comparison-place">
          {[item.body, kinds[item.kind] ?? item.kind, item.gone ? words.gone : '', item.annotationId]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        <p class="comparison-lines" lang={item.language}>
          <Sought text={item.text} words={sought} />
        </p>
        {item.themes.length > 0 && (
          <p class="comparison-place">
            <Sought text={item.themes.join('; ')} words={sought} />
          </p>
        )}
      </div>
      <div class="comparison-reading">
        <p>
          <b>{words.ours}</b>
        </p>
        <Link item={item} wording={wording} />
        <UhriLinks item={item} iso3={iso3} visit={visit} />
      </div>
    </article>
  );
}

function Link({ item: { link }, wording }: { readonly item: Item; readonly wording: Wording }) {
  const { annotations: words } = wording.say.uhri;
  if (link === null) return <p class="quiet">{words.unlinked}</p>;
  return (
    <>
      <p>{words.paragraph(link.paragraph)}</p>
      {link.basis === 'suggested' && <p>{words.suggested(`${Math.round((link.likeness ?? 0) * 100)} %`)}</p>}
      <p>{link.sameWords === null ? words.notCompared : link.sameWords ? words.same : words.differs}</p>
      {link.words.length > 0 && (
        <details class="change">
          <summary>{words.compare}</summary>
          <p class="comparison-place">
            <del>{words.removed}</del> <ins>{words.added}</ins>
          </p>
          <WordRuns words={link.words} />
        </details>
      )}
    </>
  );
}
