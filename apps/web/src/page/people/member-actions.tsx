import type { Members } from '#contracts';

import { FoldedForm } from '../../form/act-form.js';
import { TextField } from '../../form/field.js';
import type { Visit } from '../../router/page.js';

interface ActionsProps {
  readonly member: Members['members'][number];
  readonly iso3: string;
  readonly visit: Visit;
}

/** What the reader may do about a member; nothing about oneself. */
export function MemberActions({ member, iso3, visit }: ActionsProps) {
  const words = visit.wording.say.account.people;
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
          visit={visit}
        />
      )}
      {member.mayResetFactors && (
        <ReasonForm
          action={`${base}/reset-factors`}
          summary={words.resetFactors}
          label={words.resetFactorsLabel(member.name)}
          what={words.resetFactorsWhat}
          button={words.resetFactorsButton}
          visit={visit}
        />
      )}
      {member.mayEnd && (
        <ReasonForm
          action={`${base}/end`}
          summary={words.end}
          label={words.endLabel(member.name)}
          what={words.endWhat}
          button={words.endButton}
          visit={visit}
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
  readonly visit: Visit;
}

function ReasonForm({ what, visit, ...form }: FormProps) {
  const { reason } = visit.wording.say.account.people;
  return (
    <FoldedForm visit={visit} main={false} {...form}>
      <TextField name="reason" label={reason} hint={what} required />
    </FoldedForm>
  );
}
