import { FoldedForm } from '../../form/act-form.js';
import { Choice, Field } from '../../form/field.js';
import { statePath } from '../../router/address.js';
import type { PartProps } from './part-props.js';
import { RuleReason, saidBy } from './rule-reason.js';

/** From what the checks speak. */
export function ThresholdsPart({ rules, visit, iso3 }: PartProps) {
  const { wording } = visit;
  const words = wording.say.watchRule;
  const { thresholds } = words;
  return (
    <>
      <table class="list stacked">
        <thead>
          <tr>
            <th scope="col">{thresholds.threshold}</th>
            <th scope="col">{thresholds.value}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rules.thresholds.map(({ name, value, usual, reason, person }) => (
            <tr key={name}>
              <td class="what">{thresholds.names[name]}</td>
              <td data-label={thresholds.value}>
                {value === usual
                  ? wording.number(value)
                  : `${wording.number(value)} (${thresholds.usual(usual)})`}
              </td>
              <td data-label={words.reason}>{reason === null ? '' : saidBy(reason, person, wording)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rules.mayChange && (
        <FoldedForm
          visit={visit}
          action={statePath(iso3, '/watch-rules/threshold')}
          summary={thresholds.change}
          button={thresholds.save}
          main={false}
        >
          <Choice name="name" label={thresholds.threshold}>
            {rules.thresholds.map(({ name, from, to }) => (
              <option key={name} value={name}>
                {`${thresholds.names[name] ?? name} (${thresholds.bounds(from, to)})`}
              </option>
            ))}
          </Choice>
          <Field name="value" label={thresholds.value} longest={6} />
          <RuleReason wording={wording} />
        </FoldedForm>
      )}
    </>
  );
}
