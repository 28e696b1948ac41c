import type { DocumentInCycle, DocumentList } from '#contracts';

import { cycleState } from '../../cycle/cycle-words.js';
import { DueDate } from '../../due/due-date.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, documentPath, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

/** The documents of a State in their cycles, newest first. */
export const documentsPage: Page<{ list: DocumentList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/documents'), listQuery(query)),
  }),
  show: ({ list }, visit) => ({
    documentTitle: visit.wording.say.cycle.list.documentTitle,
    current: 'documents',
    crumbs: [
      { label: list.state.name, path: statePath(list.state.iso3) },
      { label: visit.wording.say.cycle.list.documentTitle },
    ],
    today: list.today,
    body: <DocumentsBody list={list} visit={visit} />,
  }),
};

/** Whose work it is to look at links over cycles. The API decides; this only hides a dead end. */
export function mayReadLinks(viewer: Visit['viewer']): boolean {
  return viewer?.role === 'secretariat' || viewer?.role === 'ombudsperson';
}

function DocumentsBody({ list, visit }: { readonly list: DocumentList; readonly visit: Visit }) {
  const { wording, viewer, address } = visit;
  const { say, language } = wording;
  const words = say.cycle.list;
  const { iso3, name } = list.state;
  const open = list.items.filter(({ cycle }) => cycle.closedOn === null).length;
  return (
    <>
      <h1>
        {list.items.length === 0 || askedOf(address) !== ''
          ? words.documentTitle
          : words.title(list.items.length, open, name)}
      </h1>
      <p class="lede">{list.items.length === 0 && askedOf(address) === '' ? words.empty : words.lede}</p>
      {mayReadLinks(viewer) && (
        <p class="links">
          <a href={pageUrl(language, statePath(iso3, '/successions'))}>{words.links}</a>
        </p>
      )}
      <ListSearch visit={visit} />
      {list.items.length === 0 && askedOf(address) !== '' && <NothingFound visit={visit} />}
      {list.items.length > 0 && (
        <>
          <table class="list stacked">
            <thead>
              <tr>
                <th scope="col">{words.document}</th>
                <th scope="col">{words.cycle}</th>
                <th scope="col">{words.next}</th>
                <th scope="col">{words.items}</th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((document) => (
                <DocumentRow key={document.slug} document={document} list={list} wording={wording} />
              ))}
            </tbody>
          </table>
          <p class="note">{say.cycle.cycleCounted}</p>
        </>
      )}
      <NextPage visit={visit} cursor={list.nextCursor} label={words.older} />
    </>
  );
}

interface RowProps {
  readonly document: DocumentInCycle;
  readonly list: DocumentList;
  readonly wording: Wording;
}

function DocumentRow({ document, list, wording }: RowProps) {
  const words = wording.say.cycle;
  const next = document.deadlines.find(({ purpose }) => purpose === 'next_report');
  const symbol = document.symbol ?? document.inferredSymbol;
  return (
    <tr>
      <td class="what">
        <a href={pageUrl(wording.language, documentPath(list.state.iso3, document.slug))}>
          <Sought text={document.shortTitle} words={list.sought} />
        </a>
        <span class="second">
          {[symbol, document.adoptedOn && wording.date(document.adoptedOn)].filter(Boolean).join(', ')}
        </span>
        <span class="second">{document.instrument.name}</span>
      </td>
      <td data-label={words.list.cycle}>
        {words.cycleNumber(document.cycle.number)}
        <span class="second">{cycleState(document.cycle, wording)}</span>
      </td>
      <td class="day" data-label={words.list.next}>
        {next && <DueDate due={next.due} wording={wording} />}
      </td>
      <td data-label={words.list.items}>
        {document.hasText ? words.openOf(document.open, document.recommendations) : words.noText}
      </td>
    </tr>
  );
}
