import type { KeptHelpLines } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface HelpLineToDoProps {
  readonly kept: KeptHelpLines;
  readonly wording: Wording;
  /** Where it can be done, if not on this page. */
  readonly href?: string;
}

/** That children find no help line, or one that nobody called for more than a year; nothing where all is well. */
export function HelpLineToDo({ kept, wording, href }: HelpLineToDoProps) {
  const words = wording.say.helpLine;
  const shown = kept.items.filter(({ state }) => state === 'shown');
  const due = shown.filter(({ checkDue }) => checkDue).length;
  if (shown.length > 0 && due === 0) return null;
  return (
    <p class="to-do">
      {shown.length === 0 ? words.toDo : words.toCheck(due)}
      {href !== undefined && (
        <>
          {' '}
          <a href={href}>{words.link}</a>
        </>
      )}
    </p>
  );
}
