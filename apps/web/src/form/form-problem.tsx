import type { ComponentChildren } from 'preact';

import { Mark } from '../status/mark.js';
import type { Address } from '../router/address.js';
import type { Wording } from '../wording/wording.js';

/** Codes are words and dots: anything else in the address was put there by somebody and is not shown. */
const CODE = /^[a-z_]+(\.[a-z_]+)+$/;

/** Why the form that was sent could not do what was asked, in words. */
export function FormProblem({ address, wording }: { readonly address: Address; readonly wording: Wording }) {
  const code = address.query.get('problem');
  if (code === null || !CODE.test(code)) return null;
  const {
    account,
    action,
    alert,
    apiToken,
    assessment,
    classification,
    comparability,
    cycle,
    definition,
    figureImport,
    informationRequest,
    institution,
    intake,
    mailRhythm,
    operation,
    secondFactor,
    submission,
    uhri,
    watchRule,
    savedView,
    comment,
    feed,
    follow,
    plainText,
    statement,
    helpLine,
    undo,
  } = wording.say;
  const problems: Record<string, string> = {
    ...statement.problems,
    ...informationRequest.problems,
    ...action.problems,
    ...alert.problems,
    ...definition.problems,
    ...submission.problems,
    ...assessment.problems,
    ...institution.problems,
    ...apiToken.problems,
    ...secondFactor.problems,
    ...cycle.problems,
    ...classification.problems,
    ...comparability.problems,
    ...watchRule.problems,
    ...feed.problems,
    ...savedView.problems,
    ...comment.problems,
    ...follow.problems,
    ...plainText.problems,
    ...helpLine.problems,
    ...undo.problems,
    ...mailRhythm.problems,
    ...account.problems,
    ...intake.problems,
    ...operation.problems,
    ...uhri.problems,
    ...figureImport.problems,
  };
  return <Failed>{Object.hasOwn(problems, code) ? problems[code] : account.problem(code)}</Failed>;
}

interface FailedProps {
  /** Until a script has something to complain of. */
  readonly hidden?: boolean;
  readonly children: ComponentChildren;
}

/** Something did not work: always with the mark of an error, which is not that of an overdue item. */
export function Failed({ hidden = false, children }: FailedProps) {
  return (
    <p class="failed" role="alert" hidden={hidden}>
      <Mark status="error" size={17} />
      <span>{children}</span>
    </p>
  );
}
