import type { ComponentChildren } from 'preact';

import type { AssessmentView, ItemAssessments } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { Assessed } from './assessed.js';

export const ASSESSORS = ['state', 'ombudsperson', 'committee'] as const;

interface ThreeProps {
  readonly reading: ItemAssessments;
  readonly wording: Wording;
  /** Whether what was superseded or withdrawn is read here as well. */
  readonly earlier?: boolean;
  readonly under?: (assessment: AssessmentView) => ComponentChildren;
}

/** The State, the ombudsperson and the Committee side by side, each for itself. */
export function ThreeAssessments({ reading, wording, earlier = false, under }: ThreeProps) {
  const words = wording.say.assessment;
  return (
    <div class="assessors">
      {ASSESSORS.map((assessor) => {
        const own = reading.assessments.filter((assessment) => assessment.assessor === assessor);
        const [newest, ...rest] = own;
        return (
          <div key={assessor}>
            <h3>{words.assessors[assessor]}</h3>
            {newest ? (
              <Assessed assessment={newest} wording={wording}>
                {under?.(newest)}
              </Assessed>
            ) : (
              <p class="assessed quiet">{words.none[assessor]}</p>
            )}
            {earlier && rest.length > 0 && (
              <details class="change">
                <summary>{words.earlier(rest.length)}</summary>
                {rest.map((assessment) => (
                  <Assessed key={assessment.id} assessment={assessment} wording={wording}>
                    {under?.(assessment)}
                  </Assessed>
                ))}
              </details>
            )}
          </div>
        );
      })}
    </div>
  );
}
