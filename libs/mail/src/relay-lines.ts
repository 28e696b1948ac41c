import { SmtpLine } from './smtp-line.js';
import type { RelayPatience } from './smtp-line.js';

/** Relays close connections that have carried many mails; ours leaves first. */
const MAILS_PER_LINE = 100;
/** Lines that were opened together leave one after another, this many mails apart, so that never all of them are being opened. */
const LEAVE_APART = 5;
const LEAVE_IN_TURNS = 10;
/** So many mails before it leaves a line is replaced where the relay has room for one more: the next mail finds one that is open. */
const REPLACED_BEFORE = 10;

/** The connections to one relay. They stay open between mails; more are opened when more are asked for at once. */
export class RelayLines {
  /** Open lines, and how many mails each carries at most. */
  private readonly open = new Map<SmtpLine, number>();
  private readonly idle: SmtpLine[] = [];
  /** Opened in place of others, for whoever comes first: no mail waits for a relay's greeting. */
  private readonly coming: Promise<SmtpLine>[] = [];
  /** Whose successor is on its way, or has come. */
  private readonly replaced = new WeakSet<SmtpLine>();
  /** Leave as soon as they are given back. */
  private readonly leaving = new WeakSet<SmtpLine>();
  private opened = 0;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly patience: RelayPatience,
    /** How many stay open between mails. */
    private readonly most: number,
  ) {}

  /** One that carries one mail, to be given back. Rejects with what the relay, or the way to it, answers. */
  async take(): Promise<SmtpLine> {
    return this.idle.pop() ?? (await (this.coming.shift() ?? this.connect()));
  }

  giveBack(line: SmtpLine): void {
    if (!line.isOpen) return;
    const left = (this.open.get(line) ?? 0) - line.carried;
    const spent = left <= 0;
    const leaves = this.closed || spent || this.leaving.has(line) || this.idle.length >= this.most;
    if (leaves) line.quit();
    else this.idle.push(line);
    if (this.closed || this.replaced.has(line)) return;
    const hasRoom = this.open.size + this.coming.length < this.most;
    if ((spent && this.idle.length < this.most) || (left <= REPLACED_BEFORE && hasRoom)) this.replace(line);
  }

  /** Opens one, and leaves it: whether the relay can be reached and lets us in. */
  async probe(): Promise<void> {
    (await this.connect()).quit();
  }

  /** What is idle leaves now, and what carries a mail once it is given back. */
  close(): void {
    this.closed = true;
    for (const line of this.idle.splice(0)) line.quit();
  }

  private async connect(): Promise<SmtpLine> {
    const line = await SmtpLine.open(this.url, this.patience);
    this.open.set(line, MAILS_PER_LINE - LEAVE_APART * (this.opened % LEAVE_IN_TURNS));
    this.opened += 1;
    // A line that the relay closed while it lay idle must not be given to the next mail.
    line.onceClosed(() => {
      this.open.delete(line);
      remove(this.idle, line);
    });
    return line;
  }

  private replace(old: SmtpLine): void {
    this.replaced.add(old);
    const next = this.connect();
    this.coming.push(next);
    next.then(
      (line) => {
        if (remove(this.coming, next)) this.giveBack(line);
        this.leaving.add(old);
        if (remove(this.idle, old)) old.quit();
      },
      // Whoever took it has learnt of it; if nobody did, the old line carries on, or the next mail asks the relay itself.
      () => {
        remove(this.coming, next);
        this.replaced.delete(old);
      },
    );
  }
}

/** Whether it was there. */
function remove<T>(list: T[], item: T): boolean {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}
