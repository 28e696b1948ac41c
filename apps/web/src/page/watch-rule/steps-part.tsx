import type { WatchRulesView } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { Field } from '../../form/field.js';
import { statePath } from '../../router/address.js';
import type { PartProps } from './part-props.js';
import { RuleReason, saidBy } from './rule-reason.js';

type Steps = WatchRulesView['escalation']['steps'];

const ABOVE = ['head', 'coordinating_body', 'docket'] as const;

/** Who hears of what nobody answers, and after how long. */
export function StepsPart({ rules, visit, iso3 }: PartProps) {
  const { wording } = visit;
  const { steps: words } = wording.say.watchRule;
  const { addressees } = wording.say.people;
  const { steps, usual, from, to, reason, person } = rules.escalation;
  const action = statePath(iso3, '/watch-rules/escalation');
  return (
    <>
      <p>{words.lede}</p>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {(['owner', ...ABOVE] as const).map((addressee) => {
            const days = daysTo(addressee, steps);
            return (
              <tr key={addressee}>
                <td class="what">{addressees[addressee]}</td>
                <td data-label={words.after}>{days === null ? words.never : words.days(days)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="note">{reason === null ? words.usual : words.own(saidBy(reason, person, wording))}</p>
      {rules.mayChange && (
        <FoldedForm visit={visit} action={action} summary={words.change} button={words.save} main={false}>
          <p class="note">{words.hint(from, to)}</p>
          {ABOVE.map((addressee) => (
            <Field
              key={addressee}
              name={addressee}
              label={addressees[addressee] ?? addressee}
              required={false}
              longest={3}
              value={String(daysTo(addressee, steps) ?? '')}
            />
          ))}
          <RuleReason wording={wording} />
        </FoldedForm>
      )}
      {rules.mayChange && reason !== null && (
        <FoldedForm
          visit={visit}
          action={`${action}-usual`}
          summary={words.back}
          button={words.backButton}
          main={false}
        >
          <p class="note">{words.backWhat(ABOVE.map((addressee) => daysTo(addressee, usual)).join(', '))}</p>
          <RuleReason wording={wording} />
        </FoldedForm>
      )}
    </>
  );
}

function daysTo(wanted: Steps[number]['addressee'], steps: Steps): number | null {
  return steps.find(({ addressee }) => addressee === wanted)?.workingDays ?? null;
}
