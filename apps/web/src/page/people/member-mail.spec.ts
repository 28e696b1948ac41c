import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import { render } from 'preact-render-to-string';

import type { InvitationView, Members } from '#contracts';

import { wordingFor } from '../../wording/wording.js';
import { MemberMail, NotReached } from './member-mail.js';

type Member = Members['members'][number];

const ANA: Member = {
  membership: 1,
  name: 'Ana',
  email: 'ana@mimp.example',
  role: 'focal_point',
  institution: null,
  since: '2026-01-05',
  isHead: false,
  mayHead: false,
  reachable: true,
  unreachableSince: null,
  arrived: true,
  invitation: null,
  lastSignInOn: null,
  hasSecondFactor: false,
  mayEnd: true,
  mayResetFactors: false,
};
const UNREACHABLE = { reachable: false, unreachableSince: '2026-11-26' };

function invited(became: InvitationView['became'], why: InvitationView['why']): Partial<Member> {
  return { arrived: false, invitation: { became, why, on: '2026-11-24' } };
}

function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const cell = (member: Partial<Member>): string =>
  textOf(render(h(MemberMail, { member: { ...ANA, ...member }, wording: wordingFor('en') })));

describe('the mail of a member', () => {
  it.each([
    ['arrives', {}, 'Arrives'],
    ['comes back from whoever has come in', UNREACHABLE, 'Comes back since 26 Nov 2026 Ask for the right'],
    ['is an invitation that was sent', invited('sent', null), 'Invitation sent on 24 Nov 2026'],
    [
      'is an invitation that was refused at once',
      { ...UNREACHABLE, ...invited('failed', 'permanent') },
      'The invitation did not leave on 24 Nov 2026: the relay refuses the address for good Check the address.',
    ],
    [
      'is an invitation that came back later',
      { ...UNREACHABLE, ...invited('returned', 'address_unusable') },
      'The invitation came back on 24 Nov 2026: no mail reaches this address Check the address.',
    ],
    [
      'is an invitation to a full mailbox',
      invited('returned', 'given_up'),
      'The invitation came back on 24 Nov 2026: the other side took no mail for days, for example because the mailbox is full Once the cause is gone',
    ],
    [
      'is a second invitation to an address that gave the first one back',
      { ...UNREACHABLE, ...invited('sent', null) },
      'Comes back since 26 Nov 2026',
    ],
  ] as const)('%s', (_, member, expected) => {
    expect(cell(member)).toContain(expected);
  });

  it('says what to do only to whoever may do it', () => {
    expect(cell({ ...UNREACHABLE, mayEnd: false })).toBe('Comes back since 26 Nov 2026');
    expect(cell({ ...invited('returned', 'refused'), mayEnd: false })).not.toContain('Invite');
  });
});

describe('the line above the list of people', () => {
  const line = (members: readonly Partial<Member>[]): string => {
    const people = members.map((member, index) => ({ ...ANA, email: `${index}@mimp.example`, ...member }));
    return textOf(
      render(h(NotReached, { people: { members: people } as unknown as Members, wording: wordingFor('en') })),
    );
  };

  it('is not there where mail reaches everybody', () => {
    expect(line([{}, invited('sent', null)])).toBe('');
  });

  it('names each person once, whatever the number of roles', () => {
    const returned = { ...invited('returned', 'refused'), email: 'luz@mimp.example', name: 'Luz' };
    expect(line([{}, returned, { ...returned, membership: 2 }])).toBe('Mail did not reach one person: Luz');
  });

  it('counts those whom it does not name', () => {
    const people = Array.from({ length: 7 }, (_, index) => ({ ...UNREACHABLE, name: `P${index}` }));
    expect(line(people).replaceAll(' ,', ',')).toBe(
      'Mail did not reach 7 people: P0, P1, P2, P3, P4 and 2 more, marked in the list.',
    );
  });
});
