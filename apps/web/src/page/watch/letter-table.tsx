import type { DeadLetterView } from '#contracts';

import { ActForm, FoldedForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { instantWords } from './instant-words.js';
import { relayWords } from './relay-words.js';

interface TableProps {
  readonly items: readonly DeadLetterView[];
  readonly visit: Visit;
}

/** Mails that wait, or that were set aside: whose and why, and what can be done. */
export function LetterTable({ items, visit }: TableProps) {
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
              {relayWords(item) !== '' && <span class="second">{relayWords(item)}</span>}
              <span class="second">
                {[words.attempts(item.attempts), instantWords(wording, item.failedAt)].join(', ')}
              </span>
              {item.setAside !== null && (
                <>
                  <b>{words.setAsideBy(instantWords(wording, item.setAside.at), item.setAside.by)}</b>
                  <span class="second">{item.setAside.reason}</span>
                </>
              )}
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
  if (item.setAside !== null)
    return (
      <ActForm
        visit={{ ...visit, typedInto: () => new URLSearchParams() }}
        action={action}
        button={words.takeUp}
        label={words.takeUpOf(String(item.id))}
        main={false}
      >
        <input type="hidden" name="decision" value="take_up" />
      </ActForm>
    );
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
