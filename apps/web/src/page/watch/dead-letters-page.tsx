import type { DeadLetterList } from '#contracts';

import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { Done } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { NextPage, listQuery } from '../../form/list-search.js';
import { UnknownChoices, unknownOf } from '../../form/unknown-choice.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { LetterReasons } from './letter-reasons.js';
import { LetterTable } from './letter-table.js';

const LISTS = ['waiting', 'set_aside'] as const;
const KEEPS = ['show'];

function shownList({ query }: Pick<Address, 'query'>): (typeof LISTS)[number] {
  return LISTS.find((one) => one === query.get('show')) ?? 'waiting';
}

/** Mails that wait for a person to send them again or to set them aside, and those that were set aside. */
export const deadLettersPage: Page<{ list: DeadLetterList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/dead-letters'), {
      ...listQuery(query),
      show: shownList({ query }),
    }),
  }),
  show: ({ list }, visit) => {
    const { wording, state, address } = visit;
    const words = wording.say.operation.letters;
    const shown = shownList(address);
    return {
      documentTitle: words.documentTitle,
      current: 'watch',
      crumbs: [
        { label: wording.say.operation.documentTitle, path: '/watch' },
        { label: words.documentTitle },
      ],
      body: (
        <>
          <h1>{words.title(state?.name ?? address.parameters['iso3'] ?? '')}</h1>
          <p class="lede">{words.lede}</p>
          <UnknownChoices
            unknown={unknownOf(address, 'show', words.lists.label, LISTS)}
            visit={visit}
            shown={words.lists.instead}
          />
          <nav class="links" aria-label={words.lists.label}>
            {LISTS.map((one) => (
              <a
                key={one}
                href={pageUrl(wording.language, address.path, { show: one === 'waiting' ? '' : one })}
                aria-current={one === shown ? 'page' : undefined}
              >
                {words.lists[one]}
              </a>
            ))}
          </nav>
          <DoneOrUndo
            visit={visit}
            words={wording.say.operation.done}
            undoable={['set_aside']}
            of={{ kind: 'dead_letter', id: actedOn(address) }}
          />
          <AllReplayed visit={visit} />
          <FormProblem address={address} wording={wording} />
          {list.reasons.length > 0 && <LetterReasons reasons={list.reasons} visit={visit} />}
          <Letters list={list} visit={visit} />
          <NextPage visit={visit} keeps={KEEPS} cursor={list.nextCursor} />
        </>
      ),
    };
  },
};

/** Under a title of its own only where reasons stand before it. */
function Letters({ list, visit }: { readonly list: DeadLetterList; readonly visit: Visit }) {
  const words = visit.wording.say.operation.letters;
  if (list.items.length === 0)
    return <p class="empty">{shownList(visit.address) === 'waiting' ? words.none : words.noneSetAside}</p>;
  const table = <LetterTable items={list.items} visit={visit} />;
  return list.reasons.length === 0 ? table : <Section title={words.each}>{table}</Section>;
}

/** How many were sent again for one reason, and how many could not be. */
function AllReplayed({ visit: { address, wording } }: { readonly visit: Visit }) {
  const words = wording.say.operation.letters.reasons;
  const [replayed, left] = ['replayed', 'left'].map((name) => {
    const value = address.query.get(name) ?? '';
    return /^\d{1,6}$/.test(value) ? Number(value) : null;
  });
  if (replayed === null || replayed === undefined) return null;
  return <Done>{left ? `${words.done(replayed)} ${words.left(left)}` : words.done(replayed)}</Done>;
}
