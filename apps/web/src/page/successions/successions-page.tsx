import type { SuccessionList } from '#contracts';

import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { AddForm } from './add-form.js';
import { Pair } from './pair.js';

const STATES = ['suggested', 'confirmed', 'rejected'] as const;
type ShownState = (typeof STATES)[number];

function shownState({ query }: Address): ShownState {
  return STATES.find((state) => state === query.get('state')) ?? 'suggested';
}

/** Pairs of items over cycles, side by side, for those who decide what became of them and those who watch it. */
export const successionsPage: Page<{ list: SuccessionList }> = {
  load: (address) => ({
    list: apiUrl(address.language, statePath(address.parameters['iso3'] ?? '', '/successions'), {
      state: shownState(address),
      ...listQuery(address.query),
    }),
  }),
  show: ({ list }, visit) => {
    const words = visit.wording.say.cycle;
    return {
      documentTitle: words.successions.documentTitle,
      current: 'documents',
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        { label: words.list.documentTitle, path: statePath(list.state.iso3, '/documents') },
        { label: words.successions.documentTitle },
      ],
      today: list.today,
      body: <SuccessionsBody list={list} visit={visit} />,
    };
  },
};

function SuccessionsBody({ list, visit }: { readonly list: SuccessionList; readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.cycle.successions;
  const shown = shownState(address);
  const waiting = list.items.length;
  const title =
    words.titleOf[shown] ?? (list.nextCursor === null ? words.title(waiting) : words.titleMore(waiting));
  return (
    <>
      <h1>{title}</h1>
      <p class="lede">{words.lede}</p>
      <p class="links">
        {STATES.map((state) => (
          <a
            key={state}
            href={pageUrl(wording.language, address.path, { state, q: askedOf(address) })}
            aria-current={state === shown ? 'page' : undefined}
          >
            {words.states[state]}
          </a>
        ))}
      </p>
      <DoneOrUndo
        visit={visit}
        words={wording.say.cycle.done}
        undoable={['confirmed', 'rejected']}
        of={{ kind: 'succession', id: actedOn(address) }}
      />
      <FormProblem address={address} wording={wording} />
      <ListSearch visit={visit} keeps={['state']} />
      {list.items.length === 0 && askedOf(address) !== '' && <NothingFound visit={visit} keeps={['state']} />}
      {list.items.length === 0 && askedOf(address) === '' && <p class="empty">{words.empty[shown]}</p>}
      {list.items.map((item) => (
        <Pair key={item.id} item={item} list={list} visit={visit} />
      ))}
      <NextPage visit={visit} keeps={['state']} cursor={list.nextCursor} label={words.next} />
      {list.mayDecide && (
        <Section title={words.add} aside={words.addWhat}>
          <AddForm list={list} visit={visit} />
        </Section>
      )}
    </>
  );
}
