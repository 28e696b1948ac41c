import type { CivilDate, Instant } from '#domain';

/** A composed mail as it is kept until it has left. */
export interface MessageBody {
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/** A person with a role, or an address of the public: exactly one of them. */
export type MailRecipient = { readonly personId: number } | { readonly subscriberId: number };

export interface NewMessage {
  readonly to: MailRecipient;
  readonly civilOn: CivilDate;
  /** 0 is the mail of the day; 1 the one extra; from 2 on what is no digest. */
  readonly sequence: number;
  readonly messageId: string;
  readonly subject: string;
  readonly body: MessageBody;
  readonly createdAt: Instant;
  /** The act that it tells of, which can be undone until then. */
  readonly held?: { readonly for: string; readonly until: Instant };
  /** Ids of the notices that it carries. */
  readonly notices?: readonly number[];
  /** Whoever writes it sends it: its first attempt begins with it. */
  readonly claim?: MailClaim;
}

/** A lease: whoever dies with a mail gives it back by doing nothing. */
export interface MailClaim {
  readonly by: string;
  readonly leaseUntil: Instant;
}

export interface ClaimedMessage {
  readonly id: number;
  /** Null: it is for a subscriber. */
  readonly personId: number | null;
  readonly subscriberId: number | null;
  readonly to: string;
  readonly toName: string;
  readonly messageId: string;
  readonly subject: string;
  readonly body: MessageBody;
  /** Counts this attempt. */
  readonly attempt: number;
  /** How often an earlier attempt ended without the relay's answer, by outcome or by a process that died. */
  readonly unanswered: number;
}

export type DeliveryOutcome = 'accepted' | 'temporary' | 'permanent' | 'in_doubt' | 'failed';

export interface DeliveryResult {
  readonly id: number;
  readonly attempt: number;
  readonly outcome: DeliveryOutcome;
  readonly smtpCode: number | null;
  readonly response: string;
  readonly at: Instant;
  /** Null when the message is settled. */
  readonly nextAttemptAt: Instant | null;
  readonly settledAs: 'accepted' | 'permanent' | 'in_doubt' | 'dead' | null;
}

export interface DayMessage {
  readonly id: number;
  readonly personId: number;
  readonly civilOn: CivilDate;
  readonly sequence: number;
  readonly deliveryState: string;
}
