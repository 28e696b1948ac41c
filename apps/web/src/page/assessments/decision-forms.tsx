import type { ItemAssessments } from '#contracts';

import { DayField } from '../../form/day-field.js';
import { recommendationPath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { Hindrances } from './decision-words.js';

interface DecisionFormsProps {
  readonly reading: ItemAssessments;
  readonly visit: Visit;
}

/** For the secretariat: the one decision that is possible now, after what stands in the way of another. */
export function DecisionForms({ reading, visit }: DecisionFormsProps) {
  const { wording } = visit;
  const words = wording.say.assessment;
  const [newest] = reading.decisions;
  const inTheWay = reading.inTheWay ?? [];
  const stands = newest !== undefined && newest.decision !== 'reopened';
  const possible = stands ? 'reopened' : inTheWay.length === 0 ? 'implemented' : 'overridden';
  const action = `${recommendationPath(reading.state.iso3, reading.recommendation.id)}/implementation`;
  const typed = visit.typedInto(action);
  return (
    <>
      {!stands && (
        <>
          <p>
            <b>{inTheWay.length === 0 ? words.item.nothingInTheWay : words.item.inTheWayNow}</b>
          </p>
          {inTheWay.length > 0 && <Hindrances inTheWay={inTheWay} wording={wording} />}
        </>
      )}
      <details class="change" open={typed.size > 0}>
        <summary>{words.form[possible]}</summary>
        <form class="act" method="post" action={action}>
          <input type="hidden" name="lang" value={wording.language} />
          <input type="hidden" name="language" value={wording.language} />
          <input type="hidden" name="decision" value={possible} />
          <DayField
            name="decided_on"
            label={words.form.decidedOn}
            value={typed.get('decided_on') ?? reading.today}
            until={reading.today}
          />
          <label class="field">
            <span class="field-label">{words.form.decisionReason}</span>
            <span class="field-hint">
              {possible === 'overridden' ? words.form.overriddenHint : words.form.decisionHint}
            </span>
            <textarea
              name="reason"
              rows={4}
              maxLength={2000}
              minLength={possible === 'overridden' ? 40 : undefined}
              required
            >
              {typed.get('reason') ?? ''}
            </textarea>
          </label>
          <button class="button button-main" type="submit">
            {words.form[possible]}
          </button>
        </form>
      </details>
    </>
  );
}
