/** Pages that say what went wrong, and what still works. */
export const errorEn = {
  notFound: 'There is no such page',
  notFoundWhat:
    'The address may be mistyped, or the item may have moved. Nothing has been deleted without a trace.',
  signIn: 'This page is for those who are signed in',
  signInWhat:
    'Sign in with your address and password. Whoever has none is invited by the secretariat of the State; in the demonstration, one click is enough.',
  signInLink: 'To the sign-in page',
  forbidden: 'This page is not open to your role',
  forbiddenWhat:
    'The docket is for the ombudsperson, the secretariat and the focal points of institutions; people are entered by the secretariat and the operator; the watch is for the operator. Your role can read everything that is public.',
  gone: 'This link no longer works',
  unavailable: 'Vigía cannot answer at the moment',
  unavailableWhat:
    'A part that it needs is not reachable. Reminders are kept and leave when it is back. Try again in a minute.',
  broken: 'Something failed on our side',
  brokenWhat: 'The page could not be made. The fault has been recorded. Other pages may work.',
  badRequest: 'This address asks for something that cannot be read',
  tryAgain: 'Try again',
  withoutConditions: 'The same page without conditions',
  home: 'To the start page',
  code: (code: string) => `Code: ${code}`,
};
