import type { ChainHead, ChainedEntry } from './audit-entry.js';
import { CHAIN_START } from './audit-entry.js';

/**
 * What was done to a chain, as far as what is left can tell. `head_differs`: the entries agree with one another, and not with a
 * head that was kept: the whole chain up to there was written anew, or other entries than these were published.
 */
export type ChainFault = 'altered' | 'missing' | 'reordered' | 'inserted' | 'head_differs';

export interface ChainVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** Where the good part ends. */
  readonly head: ChainHead;
  /** The first bad place; null when everything holds. */
  readonly fault: { readonly kind: ChainFault; readonly position: number } | null;
}

/** The hash that an entry must bear; `hashOf` with the digest of the machine. */
type Hasher = (entry: ChainedEntry) => string;

/** The first entry that does not fit. Whether it was moved or its neighbour removed, only what follows can tell. */
interface Suspect {
  readonly position: number;
  readonly previousHash: string;
  readonly otherwise: ChainFault;
}

/**
 * Reads one State's chain in the order of its positions and names the first bad place. It keeps two heads and one suspect,
 * however long the chain is.
 */
export class ChainVerification {
  private entries = 0;
  private last: ChainHead = CHAIN_START;
  private lastButOne: ChainHead = CHAIN_START;
  private suspect: Suspect | null = null;
  private fault: ChainVerdict['fault'] = null;
  private readonly kept: ReadonlyMap<number, readonly string[]>;
  private readonly furthest: number;

  /** @param kept heads of this chain that were kept elsewhere at any time. */
  constructor(
    private readonly state: string,
    private readonly hashOf: Hasher,
    kept: readonly ChainHead[] = [],
  ) {
    const byPosition = new Map<number, string[]>();
    for (const { position, hash } of kept)
      byPosition.set(position, [...(byPosition.get(position) ?? []), hash.toLowerCase()]);
    this.kept = byPosition;
    this.furthest = Math.max(0, ...byPosition.keys());
  }

  /** Takes the next entry. False once nothing that follows can change the verdict. */
  read(entry: ChainedEntry): boolean {
    if (this.fault) return false;
    this.entries += 1;
    if (this.suspect) return this.readOn(entry, this.suspect);
    const expected = this.last.position + 1;
    const hash = this.hashOf(entry);
    const fits = entry.position === expected && entry.previousHash === this.last.hash;
    if (fits && hash === entry.hash && entry.state === this.state) return this.advance(entry);
    if (fits) return this.blame('altered', expected);
    if (entry.position < expected) return this.blame('inserted', entry.position);
    if (entry.position > expected) return this.suspectAt(expected, entry, 'missing');
    return this.judgeBrokenLink(entry, hash === entry.hash);
  }

  /**
   * The verdict after the last entry.
   * @param head where the State's own row says that the chain ends.
   */
  end(head: ChainHead | null): ChainVerdict {
    if (this.suspect && !this.fault) this.blame(this.suspect.otherwise, this.suspect.position);
    if (!this.fault) this.compareEnd(head ?? CHAIN_START);
    return { entries: this.entries, head: this.last, fault: this.fault };
  }

  private advance({ position, hash }: ChainedEntry): boolean {
    if (this.kept.get(position)?.some((kept) => kept !== hash)) return this.blame('head_differs', position);
    this.lastButOne = this.last;
    this.last = { position, hash };
    return true;
  }

  /** The position is right and the predecessor another one: something was put in, taken out, exchanged or written anew. */
  private judgeBrokenLink(entry: ChainedEntry, whole: boolean): boolean {
    const { position } = entry;
    if (entry.previousHash === this.lastButOne.hash && this.isWholeAt(entry, position - 1))
      return this.blame('inserted', position - 1);
    if (!whole && this.isWholeAt(entry, position + 1)) return this.suspectAt(position, entry, 'missing');
    // A whole entry that follows another predecessor than the one that stands there: that one was exchanged.
    if (whole) return this.suspectAt(Math.max(1, position - 1), entry, 'altered');
    return this.suspectAt(position, entry, 'altered');
  }

  /** Whether the entry bears the hash that it would have at another place: then only its number was changed. */
  private isWholeAt(entry: ChainedEntry, position: number): boolean {
    return this.hashOf({ ...entry, position }) === entry.hash;
  }

  private readOn(entry: ChainedEntry, suspect: Suspect): boolean {
    const predecessor = entry.hash === suspect.previousHash;
    const stray = suspect.otherwise === 'missing' && entry.position === suspect.position;
    return predecessor || stray ? this.blame('reordered', suspect.position) : true;
  }

  private suspectAt(position: number, { previousHash }: ChainedEntry, otherwise: ChainFault): boolean {
    this.suspect = { position, previousHash, otherwise };
    return true;
  }

  private compareEnd(head: ChainHead): void {
    const { position, hash } = this.last;
    if (position < head.position) this.blame('missing', position + 1);
    else if (position > head.position) this.blame('inserted', head.position + 1);
    else if (hash !== head.hash) this.blame('head_differs', position);
    else if (position < this.furthest) this.blame('missing', position + 1);
  }

  private blame(kind: ChainFault, position: number): false {
    this.fault = { kind, position };
    return false;
  }
}
