/** A local part may be quoted and then holds blanks; an apostrophe is a letter in it (RFC 5321, 4.1.2). */
const ADDRESS = /(?:"[^"]*"|[^\s<>"(),:;]+)@[^\s<>"(),:;]+/g;

/** Relays quote the address they refuse; it must not reach the ledger or a log. */
export function redactAddresses(text: string): string {
  return text.replace(ADDRESS, '<address>');
}
