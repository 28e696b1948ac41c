import { Fragment } from 'preact';
import type { ComponentChildren } from 'preact';

import type { InvitationView, Members } from '#contracts';

import type { Wording } from '../../wording/wording.js';

type Member = Members['members'][number];

/** Of more than these a line would become a list of its own. */
const MOST_NAMED = 5;

interface MailProps {
  readonly member: Member;
  readonly wording: Wording;
}

/** Whom no mail reaches, as far as the list that is shown tells: nobody has to look through all of it. */
export function NotReached({ people, wording }: { readonly people: Members; readonly wording: Wording }) {
  const { notReached, notReachedMore } = wording.say.account.people;
  // Who has two roles stands in two rows.
  const those = people.members.filter(
    ({ email, reachable, invitation }, index) =>
      (!reachable || (invitation !== null && invitation.became !== 'sent')) &&
      people.members.findIndex((other) => other.email === email) === index,
  );
  if (those.length === 0) return null;
  return (
    <p class="not-reached">
      <b class="late-words">{notReached(those.length)}</b>{' '}
      {those.slice(0, MOST_NAMED).map(({ membership, name }, index) => (
        <Fragment key={membership}>
          {index > 0 && ', '}
          <a href={`#member-${membership}`}>{name}</a>
        </Fragment>
      ))}
      {those.length > MOST_NAMED && ` ${notReachedMore(those.length - MOST_NAMED)}`}
    </p>
  );
}

/** Whether mails reach a member, what became of the invitation of whoever has not come in, and what to do where it did not arrive. */
export function MemberMail({ member, wording }: MailProps) {
  const words = wording.say.account.people;
  const { reachable, unreachableSince, arrived, invitation, mayEnd } = member;
  if (!arrived && invitation !== null && (invitation.became !== 'sent' || reachable))
    return (
      <Invitation invitation={invitation} wording={wording}>
        {mayEnd && (
          <>
            {isOfAddress(invitation) ? words.invitation.mendAddress : words.invitation.inviteAgain}{' '}
            <a href="#invite">{words.toInvite}</a>
          </>
        )}
      </Invitation>
    );
  if (reachable) return <>{words.reachable}</>;
  return (
    <>
      <b class="late-words">{words.unreachable}</b>
      {unreachableSince !== null && (
        <span class="second">{words.unreachableSince(wording.shortDate(unreachableSince))}</span>
      )}
      {mayEnd && (
        <span class="second">
          {words.mendAddress} <a href="#invite">{words.toInvite}</a>
        </span>
      )}
    </>
  );
}

interface InvitationProps {
  readonly invitation: InvitationView;
  readonly wording: Wording;
  /** What to do where it did not arrive. */
  readonly children?: ComponentChildren;
}

/** What became of an invitation. */
export function Invitation({ invitation: { became, why, on }, wording, children }: InvitationProps) {
  const words = wording.say.account.people.invitation;
  const date = wording.shortDate(on);
  if (became === 'sent')
    return (
      <>
        {words.became.sent}
        <span class="second">{words.on(date)}</span>
      </>
    );
  return (
    <>
      <b class="late-words">{words.became[became]}</b>
      <span class="second">{why === null ? words.on(date) : words.because(date, words.why[why])}</span>
      {children && <span class="second">{children}</span>}
    </>
  );
}

function isOfAddress({ why }: InvitationView): boolean {
  return why === 'address_unusable' || why === 'permanent';
}
