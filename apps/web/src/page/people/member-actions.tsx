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
  const heads = visit.wording.say.alert.head;
  const base = `/states/${encodeURIComponent(iso3)}/people/${member.membership}`;
  return (
    <>
      {member.mayHead && (
        <ReasonForm
          action={`${base}/head`}
          summary={heads.summary}
          label={heads.label(member.name)}
          what={heads.what}
          button={member.isHead ? heads.unmark : heads.mark}
          head={member.isHead ? '0' : '1'}
          visit={visit}
        />
      )}
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
  /** What is said of the person, where that is what the form says. */
  readonly head?: '0' | '1';
  readonly visit: Visit;
}

function ReasonForm({ what, head, visit, ...form }: FormProps) {
  const { reason } = visit.wording.say.account.people;
  return (
    <FoldedForm visit={visit} main={false} {...form}>
      {head !== undefined && <input type="hidden" name="head" value={head} />}
      <TextField name="reason" label={reason} hint={what} required />
    </FoldedForm>
  );
}
