import type { AssessmentScaleList } from '#contracts';

import { Section } from '../../layout/section.js';
import type { Wording } from '../../wording/wording.js';

/** Every scale in its versions, so that a letter can be looked up in the one that it belongs to. */
export function Scales({
  scales,
  wording,
}: {
  readonly scales: AssessmentScaleList;
  readonly wording: Wording;
}) {
  const words = wording.say.assessment;
  return (
    <Section title={words.scales.title} id="scales" aside={words.scales.noneFor}>
      {scales.items.map((scale) => (
        <details class="change" key={scale.code}>
          <summary>{scale.name}</summary>
          <p class="assessed-facts">
            {[
              scale.internal ? words.internal : scale.version,
              scale.validFrom && words.scales.from(wording.date(scale.validFrom)),
              scale.validUntil && words.scales.until(wording.date(scale.validUntil)),
              scale.internal ? null : words.source(scale.source),
            ]
              .filter((part): part is string => part !== null)
              .join(' · ')}
          </p>
          {scale.doubtful && <p class="note">{words.scales.doubtful}</p>}
          <dl class="scale-grades">
            {scale.grades.map(({ code, name }) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </Section>
  );
}
