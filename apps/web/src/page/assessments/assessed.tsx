import type { ComponentChildren } from 'preact';

import type { AssessmentView } from '#contracts';

import type { Wording } from '../../wording/wording.js';
import { Marked } from '../search/marked.js';

interface AssessedProps {
  readonly assessment: AssessmentView;
  readonly wording: Wording;
  readonly children?: ComponentChildren;
}

/** One assessment: never a grade without its scale, nor a scale of ours without saying that it is. */
export function Assessed({ assessment, wording, children }: AssessedProps) {
  const words = wording.say.assessment;
  const { graded, cited, source, publishedOn, withdrawnOn, withdrawnReason, supersededBy } = assessment;
  const gone = withdrawnOn !== null || supersededBy !== null;
  const facts = [
    cited && words.cited(cited.symbol, cited.paragraph),
    source === null ? null : words.source(source),
    words.on(wording.date(assessment.assessedOn)),
    publishedOn === null ? words.confidential : words.published(wording.date(publishedOn)),
    words.number(String(assessment.id)),
  ].filter((fact): fact is string => fact !== null);
  return (
    <div class={gone ? 'assessed assessed-gone' : 'assessed'}>
      {supersededBy !== null && (
        <p>
          <b>{words.supersededBy(String(supersededBy))}</b>
        </p>
      )}
      {withdrawnOn !== null && (
        <p>
          <b>{words.withdrawn(wording.date(withdrawnOn))}</b> {words.why(withdrawnReason ?? '')}
        </p>
      )}
      <Grade graded={graded} wording={wording} />
      <blockquote lang={assessment.language}>
        <Marked text={assessment.text} />
      </blockquote>
      <p class="assessed-facts">{facts.join(' · ')}</p>
      {assessment.supersedes !== null && (
        <p class="assessed-facts">
          {words.supersedes(String(assessment.supersedes))} {words.why(assessment.supersedeReason ?? '')}
        </p>
      )}
      {children}
    </div>
  );
}

function Grade({
  graded,
  wording,
}: {
  readonly graded: AssessmentView['graded'];
  readonly wording: Wording;
}) {
  const words = wording.say.assessment;
  if (graded === null) return <p class="assessed-scale">{words.noScale}</p>;
  const letter = /^[A-E][12]?$/.test(graded.grade) ? `${graded.grade} · ` : '';
  return (
    <>
      <p class="assessed-grade">{`${letter}${graded.name}`}</p>
      <p class="assessed-scale">
        {graded.internal ? <b>{words.internal}</b> : words.ofCommittee(graded.scaleName, graded.version)}
      </p>
    </>
  );
}
