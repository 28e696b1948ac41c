const ADDRESS = /[^\s<>"'():,;]+@[^\s<>"'():,;]+/g;

/** Relays quote the address they refuse; it must not reach the ledger or a log. */
export function redactAddresses(text: string): string {
  return text.replace(ADDRESS, '<address>');
}
