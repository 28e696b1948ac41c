import type { Instant } from '#domain';
import type { ClaimedMessage } from '#persistence';
import type { SendOutcome } from '#mail';

/** How a claimed mail ended: by what the relay said, or because it could not be written. */
export type Ended =
  | { readonly message: ClaimedMessage; readonly outcome: SendOutcome; readonly at: Instant }
  | { readonly message: ClaimedMessage; readonly notWritten: string; readonly at: Instant };

/** What one turn at the ledger writes and asks for, all in one transaction. */
export interface Turn {
  readonly ended: readonly Ended[];
  /** Claimed, and never sent: they go back. */
  readonly unsent: readonly ClaimedMessage[];
  /** How many more mails to claim, at most. */
  readonly claim: number;
}

export interface DeliveryGround {
  /** Settles a turn and answers what was claimed, as it holds now. `drained` where nothing more is due. */
  readonly settle: (turn: Turn) => Promise<{ readonly claimed: ClaimedMessage[]; readonly drained: boolean }>;
  /** Never rejects. */
  readonly send: (message: ClaimedMessage) => Promise<Ended>;
  readonly now: () => Instant;
  readonly stopped: () => boolean;
}

export interface DeliveryPace {
  /** Mails on their way over a line at once. */
  readonly connections: number;
  /** Mails that are claimed and whose end is not on record: the bound on repeats when a process dies. */
  readonly inFlight: number;
  /** How long a claimed mail may wait for a line. Longer, and it may no longer hold, or its lease run out before the relay answers. */
  readonly waitAtMostMs: number;
  /** Pauses before what has ended is offered to a ledger again that could not be written. */
  readonly ledgerBackAfterMs: readonly number[];
}

interface Waiting {
  readonly message: ClaimedMessage;
  readonly since: Instant;
}

/**
 * Keeps every line busy while the ledger is written: what ended meanwhile is recorded in one transaction, which claims the next
 * mails as well. So the cost of a commit is shared by as many mails as a relay takes while one runs, and no mail waits to be
 * recorded until others have ended.
 */
export class DeliveryRun {
  private waiting: Waiting[] = [];
  private ended: Ended[] = [];
  private sending = 0;
  private drained = false;
  /** A mail waited too long for a line: from then on none is claimed ahead. */
  private slow = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly ground: DeliveryGround,
    private readonly pace: DeliveryPace,
  ) {}

  /**
   * Until nothing is due or a stop is asked for. Rejects when the ledger cannot be written, once all lines are at rest.
   * @param handed mails that are claimed already: where there are any, no others are
   */
  async run(handed: readonly ClaimedMessage[] = []): Promise<void> {
    try {
      this.drained = handed.length > 0;
      this.wait(handed);
      this.fillLines();
      for (;;) {
        const turn = this.nextTurn();
        if (turn) await this.take(turn);
        else if (this.sending === 0) return;
        else await this.somethingEnds();
      }
    } catch (error) {
      await this.rest();
      throw error;
    }
  }

  private wait(claimed: readonly ClaimedMessage[]): void {
    const since = this.ground.now();
    this.waiting.push(...claimed.map((message) => ({ message, since })));
  }

  private async take(turn: Turn): Promise<void> {
    try {
      const { claimed, drained } = await this.ground.settle(turn);
      if (turn.claim > 0) this.drained = drained;
      this.wait(claimed);
    } catch (error) {
      this.ended.unshift(...turn.ended);
      this.waiting.unshift(...turn.unsent.map((message) => ({ message, since: -Infinity })));
      throw error;
    }
    this.fillLines();
  }

  private nextTurn(): Turn | null {
    const unsent = this.outdated();
    if (unsent.length > 0) {
      this.drained = false;
      this.slow = true;
    }
    const most = this.slow ? this.pace.connections : this.pace.inFlight;
    const free = Math.max(0, most - this.sending - this.waiting.length);
    const claim = this.drained || this.ground.stopped() ? 0 : free;
    const ended = this.ended;
    if (ended.length === 0 && unsent.length === 0 && claim === 0) return null;
    this.ended = [];
    return { ended, unsent, claim };
  }

  /** Takes out what waited too long, or all that waits once a stop is asked for. */
  private outdated(): ClaimedMessage[] {
    const old = this.waiting.filter((waiting) => this.isOutdated(waiting));
    this.waiting = this.waiting.filter((waiting) => !this.isOutdated(waiting));
    return old.map(({ message }) => message);
  }

  private isOutdated({ since }: Waiting): boolean {
    return this.ground.stopped() || since <= this.ground.now() - this.pace.waitAtMostMs;
  }

  private fillLines(): void {
    while (this.sending < this.pace.connections) {
      const next = this.waiting[0];
      if (!next || this.isOutdated(next)) return;
      this.waiting.shift();
      this.sending += 1;
      void this.ground.send(next.message).then((ended) => {
        this.sending -= 1;
        this.ended.push(ended);
        this.fillLines();
        this.wake();
      });
    }
  }

  /** Or a mail has waited for a line as long as it may. */
  private somethingEnds(): Promise<void> {
    return new Promise((resolve) => {
      const patience =
        this.waiting.length > 0 ? setTimeout(() => this.wake(), this.pace.waitAtMostMs) : undefined;
      this.wake = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }

  /** The ledger failed: nothing new goes over a line, and what has ended by then is offered to it again, so that it is not repeated. */
  private async rest(): Promise<void> {
    const unsent = this.waiting.splice(0).map(({ message }) => message);
    while (this.sending > 0) await this.somethingEnds();
    const ended = this.ended.splice(0);
    if (ended.length + unsent.length === 0) return;
    for (const pause of this.pace.ledgerBackAfterMs) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (await this.isSettled({ ended, unsent, claim: 0 })) return;
    }
  }

  private async isSettled(turn: Turn): Promise<boolean> {
    try {
      await this.ground.settle(turn);
      return true;
    } catch {
      return false;
    }
  }
}
