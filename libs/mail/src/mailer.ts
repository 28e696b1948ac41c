/** A composed mail on its way out. */
export interface OutgoingMail {
  readonly from: string;
  /** Where a relay reports to when the mail does not arrive (RFC 5321, 4.4); without one, the sender. */
  readonly returnPath?: string;
  readonly to: { readonly name: string; readonly address: string };
  /** With its angle brackets; the same for every repeat. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/** How an attempt ended. `in_doubt`: everything was handed over and the relay never said whether it took it. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'temporary'; readonly code: number | null; readonly response: string }
  | { readonly kind: 'permanent'; readonly code: number; readonly response: string }
  | { readonly kind: 'in_doubt'; readonly response: string };

/** Hands mails to a relay. Never throws for what relays do; the ledger owns every repeat. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  /** Whether the relay answers now. */
  verify(): Promise<boolean>;
  close(): Promise<void>;
}
