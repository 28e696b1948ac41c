import type { Members } from '#contracts';

import type { Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

interface ActionsProps {
  readonly member: Members['members'][number];
  readonly iso3: string;
  readonly wording: Wording;
  readonly typedInto: Visit['typedInto'];
}

/** What the reader may do about a member; nothing about oneself. */
export function MemberActions({ member, iso3, wording, typedInto }: ActionsProps) {
  const words = wording.say.account.people;
  const base = `/states/${encodeURIComponent(iso3)}/people/${member.membership}`;
  return (
    <>
      {member.mayEnd && (
        <ReasonForm
          action={`${base}/end-access`}
          summary={words.endAccess}
          label={words.endAccessLabel(member.name)}
          what={words.endAccessWhat}
          button={words.endAccessButton}
          wording={wording}
          typedInto={typedInto}
        />
      )}
      {member.mayResetFactors && (
        <ReasonForm
          action={`${base}/reset-factors`}
          summary={words.resetFactors}
          label={words.resetFactorsLabel(member.name)}
          what={words.resetFactorsWhat}
          button={words.resetFactorsButton}
          wording={wording}
          typedInto={typedInto}
        />
      )}
      {member.mayEnd && (
        <ReasonForm
          action={`${base}/end`}
          summary={words.end}
          label={words.endLabel(member.name)}
          what={words.endWhat}
          button={words.endButton}
          wording={wording}
          typedInto={typedInto}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly action: string;
  readonly summary: string;
  /** Names the person: a list of links that all say the same helps nobody who hears them. */
  readonly label: string;
  readonly what: string;
  readonly button: string;
  readonly wording: Wording;
  readonly typedInto: Visit['typedInto'];
}

function ReasonForm({ action, summary, label, what, button, wording, typedInto }: FormProps) {
  const reason = typedInto(action).get('reason');
  return (
    <details class="change" open={reason !== null}>
      <summary aria-label={label}>{summary}</summary>
      <form class="act" method="post" action={action}>
        <input type="hidden" name="lang" value={wording.language} />
        <label class="field">
          <span class="field-label">{wording.say.account.people.reason}</span>
          <span class="field-hint">{what}</span>
          <textarea name="reason" rows={2} maxLength={500} required value={reason ?? undefined} />
        </label>
        <button class="button" type="submit">
          {button}
        </button>
      </form>
    </details>
  );
}
