import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a form says when it cannot do what was asked, by the code of the refusal. */
const problems = {
  'sign_in.wrong': 'Address and password do not belong together. Both may be mistyped.',
  'sign_in.wait':
    'There were too many attempts. Wait a while before the next one, or have a link sent to your address: that works at once.',
  'sign_in.busy': 'Too many people are signing in at this moment. Try again in a minute.',
  'sign_in.no_role': 'You hold no role here any more. Ask the secretariat of your State to invite you again.',
  'sign_in.link_used': 'This link was used before or its time is over. Ask for a new one.',
  'permission.sign_in': 'You were signed out meanwhile. Sign in, then send the form again.',
  'permission.second_factor': 'Your second factor is still due. Sign in again, then send the form again.',
  'password.short': 'The password is too short: it needs at least 12 characters. Several words are best.',
  'password.long': 'The password is too long: at most 128 characters.',
  'password.common': 'This password is on the lists that are tried first. Choose another.',
  'password.guessable':
    'This password is made of your name, your address, your institution or the name of this service. Choose another.',
  'password.wrong': 'The current password is another one. Nothing was changed.',
  'password.none': 'You have no password yet. To set one, use “I have lost my password” on the sign-in page.',
  'form.email': 'This is not an e-mail address: write it as name@institution.example.',
  'form.name': 'The name is missing, or longer than 200 characters.',
  'form.reason': 'A reason is needed, in at most 500 characters.',
  'form.role': 'Choose a role.',
  'form.password': 'The password is missing, or longer than 128 characters.',
  'form.current': 'The current password is missing.',
  'invite.role': 'Your role does not appoint people to that role.',
  'invite.institution_missing': 'A focal point answers for an institution: choose one.',
  'invite.institution_unknown': 'This State has no such institution.',
  'invite.already':
    'This person holds that role already. Whoever has lost the way in uses “I have lost my password” on the sign-in page.',
  'membership.unknown': 'This role is not held any more.',
  'membership.own': 'You cannot take your own role away: somebody has to be left who can. Ask a colleague.',
  'membership.role': 'Your role does not take that role away.',
  'member_access.own': 'Your own sessions, tokens and second factors are on the page of your account.',
  'member_access.elsewhere':
    'This person also runs the installation or has a role in another State, where ending the access would reach. Ask the operator.',
  'member_access.no_factor': 'This person has no second factor. Nothing was changed.',
  'demonstration.unknown_role': 'Nobody holds that role in the demonstration.',
} as Record<string, string>;

/** Signing in, one's own account, and the people of a State. */
export const accountEn = {
  problems,
  problem: (code: string) => `This could not be done (code: ${code}). Nothing was changed.`,
  signIn: {
    documentTitle: 'Sign in',
    title: 'Sign in',
    lede: 'For those who answer and those who watch. Everything public can be read without.',
    email: 'E-mail address',
    password: 'Password',
    button: 'Sign in',
    passkey: 'Sign in with a passkey',
    organisation: (host: string) => `Sign in at your organisation (${host})`,
    leaving: 'On to your organisation’s sign-in',
    leavingLink: 'Go on if nothing happens',
    lost: 'I have lost my password, or have none yet',
    demonstration: 'Take a place in the demonstration',
    demonstrationWhat: 'One click, no password. All these people are invented.',
    enterAs: (role: string, state: string) => `${capital(role)}, ${state}`,
  },
  recover: {
    documentTitle: 'A new password',
    title: 'Have a link sent for a new password',
    lede: 'The link works once, for one hour. A second factor is asked for as before.',
    button: 'Send the link',
    done: 'If this address is known here, a mail is on its way',
    doneWhat:
      'It comes within minutes. If it does not, look among unwanted mail, or ask the secretariat of your State which address is known.',
    back: 'To the sign-in page',
  },
  setPassword: {
    documentTitle: 'Choose a password',
    title: (name: string) => `Choose a password, ${name}`,
    lede: {
      invitation: 'With it and your address you sign in from now on.',
      recovery: 'The new password ends every session that is open under the old one.',
    },
    as: 'You are',
    role: (role: string, institution: string | null, state: string) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`} (${state})`,
    password: 'New password',
    hint: 'At least 12 characters, better 15 or more; several words are best. Every character counts, spaces too.',
    button: 'Set the password and sign in',
    gone: 'This link no longer works',
    goneWhy: 'It was used, or its time is over. On the sign-in page you can have a new one sent.',
  },
  account: {
    documentTitle: 'Account',
    title: (places: number) =>
      places === 1
        ? 'Your account is open in one place'
        : `Your account is open in ${numberInWords('en', places)} places`,
    name: 'Name',
    links: 'Pages of your account',
    overview: 'Account',
    email: 'E-mail address',
    roles: 'Roles',
    role: (role: string, institution: string | null, state: string) =>
      `${capital(role)}${institution === null ? '' : `, ${institution}`} (${state})`,
    sessions: 'Where you are signed in',
    device: 'Device',
    opened: 'Since',
    lastSeen: 'Last seen',
    moment: (date: string, time: string) => `${date}, ${time}`,
    here: 'here',
    unknownDevice: 'Unknown device',
    end: 'End',
    endLabel: (device: string) => `End the session: ${device}`,
    endOthers: 'End all other sessions',
    password: 'Password',
    current: 'Current password',
    next: 'New password',
    change: 'Change the password',
    changeWhat: 'Changing it ends all other sessions.',
    none: 'You have no password yet. To set one, have a link sent to your address.',
    done: {
      password: 'The password was changed, and all other sessions were ended.',
      sessions: 'All other sessions were ended.',
      session: 'The session was ended.',
    } as Record<string, string>,
  },
  people: {
    documentTitle: 'People',
    title: (count: number, state: string) =>
      count === 1 ? `One person works for ${state} here` : `${count} people work for ${state} here`,
    lede: 'Who is entered, in which role, whether mails reach them, and how they sign in.',
    name: 'Name',
    role: 'Role',
    institution: 'Institution',
    since: 'Since',
    mail: 'Mail',
    reachable: 'Arrives',
    unreachable: 'Comes back',
    unreachableSince: (date: string) => `since ${date}`,
    mendAddress:
      'Ask for the right address in another way than by mail, invite that one, and take the role away here.',
    toInvite: 'Invite',
    notReached: (count: number) =>
      count === 1 ? 'Mail did not reach one person:' : `Mail did not reach ${count} people:`,
    notReachedMore: (count: number) => `and ${count} more, marked in the list.`,
    invitation: {
      became: {
        sent: 'Invitation sent',
        failed: 'The invitation did not leave',
        returned: 'The invitation came back',
      },
      on: (date: string) => `on ${date}`,
      because: (date: string, why: string) => `on ${date}: ${why}`,
      why: {
        permanent: 'the relay refuses the address for good',
        temporary: 'the relay did not take it for two hours',
        in_doubt: 'the relay never said whether it took it',
        address_unusable: 'no mail reaches this address',
        refused: 'the other side refused this mail',
        given_up: 'the other side took no mail for days, for example because the mailbox is full',
      },
      mendAddress: 'Check the address. Take the role away here, then invite the right one.',
      inviteAgain: 'Once the cause is gone, take the role away here and invite the person again.',
    },
    notArrived: 'has not come in yet',
    end: 'Take the role away',
    endWhat: 'It ends today, at once. The person is told by you, not by Vigía.',
    reason: 'Reason',
    endButton: 'End it',
    endLabel: (name: string) => `Take the role away: ${name}`,
    invite: 'Invite a person',
    inviteWhat: 'A mail with a link that works once, for seven days, goes to the address.',
    email: 'E-mail address',
    language: 'Language of mails',
    chooseRole: 'Choose a role',
    noInstitution: 'None',
    institutionHint: 'A focal point needs one.',
    inviteButton: 'Send the invitation',
    signIn: 'Last sign-in',
    noSignIn: 'not recorded',
    secondFactor: 'with a second factor',
    noSecondFactor: 'no second factor',
    endAccess: 'End the access now',
    endAccessLabel: (name: string) => `End the access now: ${name}`,
    endAccessWhat:
      'Ends all sessions and revokes all API tokens of this person, at once and wherever they are. The role and the password stay: who must not come back also loses the role. The person gets a mail, without your reason.',
    endAccessButton: 'End all sessions and revoke API tokens',
    resetFactors: 'Reset second factors',
    resetFactorsLabel: (name: string) => `Reset second factors: ${name}`,
    resetFactorsWhat:
      'First make sure who asks, in another way than by mail. Takes away the authenticator app, passkeys and recovery codes, and ends all sessions. The password stays. The person gets a mail, without your reason.',
    resetFactorsButton: 'Take the second factors away',
    done: {
      access_ended:
        'All sessions of the person were ended and all API tokens revoked. It is in the record, with your reason.',
      factors_reset:
        'The person has no second factor any more and is signed out everywhere. It is in the record, with your reason.',
      head_marked:
        'The person heads the institution: what nobody there answers is carried up to them. It is in the record, with your reason.',
      head_unmarked: 'The person no longer heads the institution. It is in the record, with your reason.',
    } as Record<string, string>,
    toldOf: {
      queued: 'A mail about it is on its way. Where the address refuses it, this list says so.',
      not_queued: 'No mail about it leaves: the job queue did not answer. Tell the person yourself.',
    } as Record<string, string>,
    ended: 'The role was taken away. It is in the record, with your reason.',
    invited: {
      queued:
        'The person was entered, and the mail is on its way: where the relay does not take it now, it is tried again for two hours. Where the address refuses it, or the mail comes back later, this list says so.',
      not_queued:
        'The person was entered, but no mail leaves: the job queue did not answer. The person gets a link with “I have lost my password” on the sign-in page.',
    } as Record<string, string>,
  },
};
