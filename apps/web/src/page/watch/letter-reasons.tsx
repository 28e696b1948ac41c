import type { DeadLetterReasonView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Section } from '../../layout/section.js';
import { statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { relayWords } from './relay-words.js';

interface ReasonsProps {
  readonly reasons: readonly DeadLetterReasonView[];
  readonly visit: Visit;
}

/** Reasons for which several mails wait, each with the way to send them all again; how many that are stands on it. */
export function LetterReasons({ reasons, visit }: ReasonsProps) {
  const { wording, state, address } = visit;
  const letters = wording.say.operation.letters;
  const words = letters.reasons;
  const action = statePath(state?.iso3 ?? address.parameters['iso3'] ?? '', '/dead-letters/replay');
  return (
    <Section title={words.title} aside={words.aside}>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{letters.why}</th>
            <th scope="col">{letters.mail}</th>
            <th scope="col">{letters.act}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((one) => {
            const [sends, count] = [wording.number(one.sends), wording.number(one.count)];
            const summary = one.sends < one.count ? words.summaryPart(sends, count) : words.summary(sends);
            const reason = [letters.states[one.state], relayWords(one)].filter((part) => part !== '');
            return (
              <tr key={one.key}>
                <td class="what">
                  {letters.states[one.state]}
                  {relayWords(one) !== '' && <span class="second">{relayWords(one)}</span>}
                </td>
                <td class="day" data-label={letters.mail}>
                  {words.mails(count)}
                </td>
                <td data-label={letters.act}>
                  <FoldedForm
                    visit={{ ...visit, typedInto: () => new URLSearchParams() }}
                    action={action}
                    summary={summary}
                    label={words.label(summary, reason.join(', '))}
                    button={words.button(sends)}
                    main={false}
                  >
                    <p class="second">{words.what(sends)}</p>
                    {one.state === 'in_doubt' && <p class="second">{words.mayComeTwice}</p>}
                    <input type="hidden" name="reason" value={one.key} />
                    <input type="hidden" name="until" value={one.until} />
                  </FoldedForm>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
