import type { InTheWayView, ItemAssessments } from '#contracts';
import { statusSentence, statusWord } from '#messages';

import type { Wording } from '../../wording/wording.js';
import { Marked } from '../search/marked.js';

export function Hindrances({
  inTheWay,
  wording,
}: {
  readonly inTheWay: readonly InTheWayView[];
  readonly wording: Wording;
}) {
  return (
    <ul class="hindrances">
      {inTheWay.map((one) => (
        <li key={`${one.hindrance} ${one.indicator ?? ''}`}>{hindranceWords(one, wording)}</li>
      ))}
    </ul>
  );
}

function hindranceWords(
  { hindrance, indicator, indicatorName, value, target }: InTheWayView,
  wording: Wording,
): string {
  const named = indicatorName === null ? (indicator ?? '') : wording.say.assessment.item.named(indicatorName);
  const words = wording.say.assessment.item.hindrances;
  const number = (one: number | null): string | null =>
    one === null ? null : wording.number(one, Number.isInteger(one) ? 0 : 1);
  switch (hindrance) {
    case 'no_evidence':
      return words.no_evidence();
    case 'not_at_target':
      return words.not_at_target(named, number(value), number(target));
    default:
      return words[hindrance](named);
  }
}

interface PartProps {
  readonly reading: ItemAssessments;
  readonly wording: Wording;
}

/** The decision that stands, with what was and is to be said against it; nothing where there is none. */
export function DecisionNotice({ reading, wording }: PartProps) {
  const words = wording.say.assessment.item;
  const [stands] = reading.decisions;
  if (!stands || stands.decision === 'reopened') return null;
  const { beside, inTheWay } = reading;
  if (stands.decision === 'implemented' && !beside && (inTheWay ?? []).length === 0) return null;
  return (
    <div class="override-notice">
      {stands.decision === 'overridden' && (
        <>
          <p>
            <b>{words.decided.overridden(wording.date(stands.decidedOn))}</b>
          </p>
          <p lang={stands.language}>
            <Marked text={stands.reason} />
          </p>
          <p>{words.inTheWayThen}</p>
          <Hindrances inTheWay={stands.inTheWay} wording={wording} />
        </>
      )}
      {beside && (
        <p>
          <b>{words.beside(statusWord(wording.language, beside.status))}</b>{' '}
          {statusSentence(wording.language, beside.reason.code, beside.reason.parameters)}
        </p>
      )}
      {inTheWay && inTheWay.length > 0 && (
        <>
          <p>{words.inTheWayNow}</p>
          <Hindrances inTheWay={inTheWay} wording={wording} />
        </>
      )}
      <p class="note">{words.besideWhy}</p>
    </div>
  );
}

/** Every decision, newest first. */
export function DecisionHistory({ reading, wording }: PartProps) {
  const words = wording.say.assessment.item;
  if (reading.decisions.length === 0) return <p class="quiet">{words.noDecision}</p>;
  return (
    <>
      {reading.decisions.map((decision) => (
        <div class="assessed" key={decision.id}>
          <p>
            <b>{words.decided[decision.decision](wording.date(decision.decidedOn))}</b>
          </p>
          <blockquote lang={decision.language}>
            <Marked text={decision.reason} />
          </blockquote>
          {decision.decision !== 'reopened' && (
            <p class="assessed-facts">{words.evidence(decision.evidence)}</p>
          )}
          {decision.inTheWay.length > 0 && decision.decision === 'overridden' && (
            <>
              <p class="assessed-facts">{words.inTheWayThen}</p>
              <Hindrances inTheWay={decision.inTheWay} wording={wording} />
            </>
          )}
        </div>
      ))}
    </>
  );
}
