/** Whatever a library or a relay quotes: a local part may be quoted and then holds blanks (RFC 5321, 4.1.2). */
const ADDRESS = /(?:"[^"\n]{0,64}"|[^\s<>"'(),:;@/]{1,64})@[^\s<>"'(),:;@]{1,255}/g;
/** What follows in the address of a page or a form that is opened by a link from a mail. */
const LINK = /\/(answers?|sign-in|invitation|recovery)\/[\w.~%-]+/g;
/** A token of ours has 256 random bits, a signed link two halves: both are one long word of base64url. */
const TOKEN = /[\w-]{20,}\.[\w-]{20,}|[\w-]{40,}/g;
/** `scheme://login:password@host` */
const CREDENTIALS = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@]{1,200}@/g;

/**
 * A line for the log without what a log must not hold. It is a net: nothing should write such things, but a message of another's
 * library may quote them.
 */
export function redacted(text: string): string {
  return text
    .replace(CREDENTIALS, '$1<credentials>@')
    .replace(LINK, '/$1/<token>')
    .replace(TOKEN, '<token>')
    .replace(ADDRESS, (whole) => (whole.includes('<credentials>') ? whole : '<address>'));
}
