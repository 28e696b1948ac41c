import type { DeadLetterList, DeadLetterView } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { DoneOrUndo, actedOn } from '../../form/undo-form.js';
import { FormProblem } from '../../form/form-problem.js';
import { NextPage, listQuery } from '../../form/list-search.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { instantWords } from './instant-words.js';

/** Mails that wait for a person to send them again or to set them aside. */
export const deadLettersPage: Page<{ list: DeadLetterList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/dead-letters'), listQuery(query)),
  }),
  show: ({ list }, visit) => {
    const { wording, state, address } = visit;
    const words = wording.say.operation.letters;
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
          <DoneOrUndo
            visit={visit}
            words={wording.say.operation.done}
            undoable={['set_aside']}
            of={{ kind: 'dead_letter', id: actedOn(address) }}
          />
          <FormProblem address={address} wording={wording} />
          {list.items.length === 0 ? (
            <p class="empty">{words.none}</p>
          ) : (
            <Letters items={list.items} visit={visit} />
          )}
          <NextPage visit={visit} cursor={list.nextCursor} />
        </>
      ),
    };
  },
};

function Letters({ items, visit }: { readonly items: readonly DeadLetterView[]; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.operation.letters;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.mail}</th>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.why}</th>
          <th scope="col">{words.act}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} id={`mail-${item.id}`}>
            <td class="what">
              <b>{words.number(String(item.id))}</b>
              <span class="second">{[wording.shortDate(item.on), words.holds(item.notices)].join(', ')}</span>
            </td>
            <td data-label={words.to}>{words.person(String(item.person), item.domain)}</td>
            <td data-label={words.why}>
              {words.states[item.state]}
              {item.reason !== null && item.reason !== '' && <span class="second">{item.reason}</span>}
              <span class="second">
                {[words.attempts(item.attempts), instantWords(wording, item.failedAt)].join(', ')}
              </span>
            </td>
            <td data-label={words.act}>
              <Acts item={item} visit={visit} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Acts({ item, visit }: { readonly item: DeadLetterView; readonly visit: Visit }) {
  const words = visit.wording.say.operation.letters;
  const iso3 = visit.state?.iso3 ?? visit.address.parameters['iso3'] ?? '';
  const action = statePath(iso3, `/dead-letters/${item.id}`);
  return (
    <>
      <ActForm
        visit={{ ...visit, typedInto: () => new URLSearchParams() }}
        action={action}
        button={words.replay}
        label={words.replayOf(String(item.id))}
        main={false}
      >
        <input type="hidden" name="decision" value="replay" />
        {item.state === 'in_doubt' && <p class="second">{words.mayComeTwice}</p>}
      </ActForm>
      <FoldedForm
        visit={visit}
        action={action}
        summary={words.setAside}
        label={words.setAsideOf(String(item.id))}
        button={words.setAside}
        main={false}
      >
        <input type="hidden" name="decision" value="set_aside" />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} required />
      </FoldedForm>
    </>
  );
}
