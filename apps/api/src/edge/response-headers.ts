const TWO_YEARS_S = 2 * 365 * 86_400;

type Headers = Readonly<Record<string, string>>;

/** What an answer is, as far as a browser's rules for it go. */
export type AnswerKind = 'page' | 'embed' | 'data' | 'mailbox' | 'mail';

function policy(...directives: readonly string[]): string {
  return [...directives, "base-uri 'none'"].join('; ');
}

const OF_PAGES = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:"],
  ...["font-src 'self'", "connect-src 'self'"],
] as const;

/**
 * The content security policy of each kind of answer (CSP 3). Only the body of a caught mail may bring styles of its own: mail
 * readers know no style sheets. It is shown in a frame without rights, in the demonstration only.
 */
export const CONTENT_SECURITY_POLICIES: Readonly<Record<AnswerKind, string>> = {
  page: policy(...OF_PAGES, "form-action 'self'", "frame-ancestors 'none'"),
  // One published chart, rendered for nobody in particular and without a form: there is nothing to be tricked into.
  embed: policy(...OF_PAGES, "form-action 'none'", 'frame-ancestors *'),
  data: policy("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", 'sandbox'),
  mailbox: policy(
    "default-src 'none'",
    "style-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ),
  mail: policy(
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
  ),
};

/** Nothing that a page here does needs these; passkeys are ours alone (Permissions Policy, WebAuthn 5.9). */
const PERMISSIONS = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture'],
  ...['screen-wake-lock', 'serial', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-create=(self)', 'publickey-credentials-get=(self)')
  .join(', ');

/** On every answer, whatever it is. */
const ALWAYS: Headers = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: under that, browsers send our own forms with `Origin: null` (Fetch, 3.2), and those are refused.
  // Other sites still get nothing: addresses may hold the token of a link.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': PERMISSIONS,
};

/** Only over https, where browsers heed it (RFC 6797, 7.2). Other hosts of the domain are not ours to decide about. */
const OVER_HTTPS: Headers = { 'strict-transport-security': `max-age=${TWO_YEARS_S}` };

export interface AnswerFacts {
  readonly kind: AnswerKind;
  readonly overHttps: boolean;
  /** Published data, which other sites may take in. */
  readonly openData: boolean;
}

/** Every header that keeps a browser from guessing, framing, leaking or running what it is given. */
export function securityHeaders({ kind, overHttps, openData }: AnswerFacts): Headers {
  return {
    ...ALWAYS,
    ...(overHttps ? OVER_HTTPS : {}),
    'content-security-policy': CONTENT_SECURITY_POLICIES[kind],
    'cross-origin-resource-policy': openData || kind === 'embed' ? 'cross-origin' : 'same-origin',
  };
}

/** What a visitor whom nobody knows may keep for a minute, also in a cache on the way. All else is kept by nobody. */
export const KEEP_A_MINUTE = 'public, max-age=60';
export const KEEP_NOTHING = 'no-store';
