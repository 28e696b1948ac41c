/** The second step of signing in, and the page where one's own factors are kept. */
export const secondFactorEn = {
  signIn: {
    documentTitle: 'Second step',
    title: 'One more proof that it is you',
    lede: 'Your password was right. Nothing is open yet: this step takes a moment and keeps others out.',
    code: 'Code',
    codeHint: 'The six digits that your authenticator app shows now, or one of your recovery codes.',
    recoveryHint: 'One of your recovery codes. Each works once.',
    button: 'Go on',
    passkeyTitle: 'With your passkey',
    passkeyWhy: 'Your device asks for your finger, your face, its PIN, or for the key you carry.',
    passkey: 'Use passkey',
    needsScript: 'Passkeys need JavaScript, which is switched off here. Use a recovery code.',
    lost: 'Neither at hand? Ask the secretariat for a new invitation. Nobody can read your codes for you.',
    gone: 'No sign-in waits here',
    goneWhy: 'This step belongs to a sign-in that was begun less than 15 minutes ago. Sign in again.',
  },
  account: {
    documentTitle: 'Second factor',
    titleNone: 'Your password alone opens your account',
    titleSet: 'Your account opens with a second proof',
    lede: 'A second factor keeps others out even when they know your password.',
    app: 'Authenticator app',
    appNone: 'An app on your phone shows a new code every 30 seconds. It works without a network.',
    appSet: 'Set up. The app is asked for when you sign in.',
    appBegin: 'Set up an app',
    appAgain: 'Make another key',
    scan: 'Photograph this with the app',
    qrLabel: 'QR code with the key for your authenticator app',
    type: 'Or type this key into the app',
    keyWaits: 'The key waits 15 minutes for its first code.',
    firstCode: 'The code that the app shows now',
    confirm: 'Confirm',
    passkeys: 'Passkeys',
    passkeysWhy:
      'A passkey is kept by your phone, your computer or a key you carry. It cannot be guessed, and it answers to this address only.',
    passkeysHere:
      'Passkeys work only at a host name over https, or at localhost. This installation is reached by another kind of address.',
    needsScript: 'Adding a passkey needs JavaScript, which is switched off here.',
    name: 'Name',
    nameHint: 'So that you know it again: office computer, blue key.',
    added: 'Added',
    lastUsed: 'Last used',
    never: 'never',
    add: 'Add passkey',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    recovery: 'Recovery codes',
    recoveryLeft: (left: number) =>
      left === 1 ? 'One code is left.' : `${left} codes are left. Each works once.`,
    recoveryNone: 'You get ten codes with your first factor, for the day when it is not at hand.',
    recoveryNew: 'Make new codes',
    recoveryNewWhy: 'New codes end the earlier ones.',
    shownTitle: 'Write these ten codes down now',
    shownWhy:
      'They are shown this once. Each opens your account once, in place of your factor. Keep them on paper, not beside your password.',
    shownBefore: 'The codes were shown already. If you did not keep them, make new ones.',
    proof: 'Code from your app, or a recovery code',
    proofHint: 'It proves that it is still you.',
    proofOrPasskey: 'It proves that it is still you. Left empty, your passkey is asked instead.',
    done: {
      added: 'Added.',
      removed: 'Removed.',
    } as Record<string, string>,
  },
  /** By the code that the address carries. */
  problems: {
    'permission.second_factor_missing':
      'Your role needs a second proof. Set an app or a passkey up here; then everything else opens.',
    'second_factor.refused':
      'That did not prove who you are. The code may be wrong or used, or there were too many tries: then wait ten minutes.',
    'second_factor.not_due': 'No sign-in waits for this step any more. Sign in again.',
    'second_factor.not_confirmed':
      'The code does not belong to this key. Look at the clock of your phone, and give the newest code.',
    'second_factor.not_fresh':
      'You signed in more than 15 minutes ago. Sign in again, then add your second factor.',
    'second_factor.exists': 'An app is set up already. Remove it first to set up another one.',
    'secret.unreadable':
      'The key of your app can no longer be read here. Use a recovery code, then set the app up again.',
    'passkey.address': 'Browsers offer no passkeys at this address.',
    'passkey.stopped': 'The browser did not finish with the passkey. Try again, or use another way.',
    'sign_in.oidc_refused':
      "The answer of your organisation's sign-in does not hold, or is no longer fresh. Begin again.",
    'sign_in.oidc_unreachable':
      "Your organisation's sign-in does not answer. Try again later, or sign in with your password.",
    'sign_in.oidc_unknown':
      'Nobody was invited under the mail address that your organisation gives for you. Ask the secretariat for an invitation.',
    'sign_in.oidc_absent': 'No sign-in of an organisation is configured here.',
  } as Record<string, string>,
};
