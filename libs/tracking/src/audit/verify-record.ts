import { ChainVerification, UserError, hashOf } from '#domain';
import type { ChainHead, ChainVerdict } from '#domain';
import { sha256 } from '#persistence';
import type {
  AuditTrailRepository,
  CheckedPlace,
  LedgerCheckRepository,
  RecordDatabase,
  State,
  StateRepository,
} from '#persistence';

import type { VerifyContents } from './verify-contents.js';

/** A head that was published or mailed at some time, as it stands in `STATE:POSITION:HASH`. */
export interface PublishedHead extends ChainHead {
  readonly state: string;
}

export interface StateVerdict {
  readonly state: string;
  readonly chain: ChainVerdict;
  readonly ledger: readonly CheckedPlace[];
  readonly ok: boolean;
}

const ENTRIES_AT_ONCE = 1_000;
/** Ten years of days. */
const MOST_DAYS = 3_660;

/** Reads each State's audit from its first entry and its ledger, and names the first bad place of each. */
export class VerifyRecord {
  constructor(
    private readonly record: RecordDatabase,
    private readonly repositories: {
      readonly states: StateRepository;
      readonly trail: AuditTrailRepository;
      readonly ledger: LedgerCheckRepository;
    },
    private readonly contents: VerifyContents,
  ) {}

  /** @throws UserError when a head names a State that is not followed here: a State that has vanished is no small matter. */
  async verify(published: readonly PublishedHead[] = []): Promise<StateVerdict[]> {
    const states = await this.repositories.states.listStates();
    const unknown = published.find((head) => !states.some((state) => state.iso3 === head.state));
    if (unknown)
      throw new UserError(
        'not_found',
        'verify.state_gone',
        `A head of ${unknown.state} was published, and no State ${unknown.state} is followed here: it was removed, or this is another installation.`,
      );
    const verdicts: StateVerdict[] = [];
    for (const state of states)
      verdicts.push(
        await this.verifyState(
          state,
          published.filter((head) => head.state === state.iso3),
        ),
      );
    return verdicts;
  }

  private async verifyState(state: State, published: readonly PublishedHead[]): Promise<StateVerdict> {
    const { trail, ledger } = this.repositories;
    const kept = await this.contents.check(state);
    return this.record.runState(state.id, async () => {
      await trail.freeze();
      const days = await trail.listDayHeads(state.id, MOST_DAYS);
      const chain = await this.readChain(state, [...days, ...published]);
      const checks = [...(await ledger.check(state.id)), ...kept];
      return {
        state: state.iso3,
        chain,
        ledger: checks,
        ok: chain.fault === null && checks.every(({ place }) => place === null),
      };
    });
  }

  /** Page by page: memory does not grow with the chain. */
  private async readChain(state: State, kept: readonly ChainHead[]): Promise<ChainVerdict> {
    const { trail } = this.repositories;
    const verification = new ChainVerification(state.iso3, (entry) => hashOf(entry, sha256), kept);
    let after = 0;
    for (let undecided = true; undecided;) {
      const entries = await trail.listChain(state.id, after, ENTRIES_AT_ONCE);
      undecided = entries.length > 0 && entries.every((entry) => verification.read(entry));
      after = entries.at(-1)?.position ?? after;
    }
    return verification.end(await trail.findHead(state.id));
  }
}
