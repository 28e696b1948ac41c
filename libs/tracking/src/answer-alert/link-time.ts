/** A link from a mail serves until the next monthly repeat brings a new one. */
export const LINK_FOR_MS = 35 * 86_400_000;
