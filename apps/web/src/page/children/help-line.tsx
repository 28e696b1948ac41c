import type { HelpLineView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

interface HelpLineProps {
  /** Without a day: of a draft, which nobody has checked. */
  readonly line: Omit<HelpLineView, 'checkedOn' | 'checkDue'> &
    Partial<Pick<HelpLineView, 'checkedOn' | 'checkDue'>>;
  readonly wording: Wording;
}

/** Whom a child can call: the number first, large enough to be found and touched at once. */
export function HelpLine({ line, wording }: HelpLineProps) {
  const words = wording.say.children.helpLine;
  const { name, hours, spoken, language } = line.wording;
  const day = line.checkedOn === undefined ? null : wording.date(line.checkedOn);
  return (
    <div class="help-line">
      <p class="help-line-name" lang={language}>
        {name}
      </p>
      <p class="help-line-number">
        <a href={`tel:${line.dialled}`} aria-label={words.callOne(line.telephone, name)}>
          {line.telephone}
        </a>
      </p>
      <p>
        <b>{line.freeOfCharge ? words.free : words.charged}</b> <span lang={language}>{sentence(hours)}</span>{' '}
        {spoken !== '' && (
          <>
            {`${words.spoken} `}
            <span lang={language}>{sentence(spoken)}</span>
          </>
        )}
      </p>
      {line.webAddress?.startsWith('https://') === true && (
        <p>
          <a href={line.webAddress} rel="noreferrer noopener">
            {words.web}
          </a>
        </p>
      )}
      {day !== null && <p class="note">{line.checkDue === true ? words.old(day) : words.checked(day)}</p>}
    </div>
  );
}

/** What people wrote without a full stop gets one, so that it does not run into what follows. */
function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
