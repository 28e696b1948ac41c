/** Settings as one frozen value. What is null is not set. */
export interface Config {
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    /** Addresses and networks whose X-Forwarded-For is believed. */
    readonly trustedProxies: readonly string[];
  };
  readonly database: {
    /** The application's login; null: the embedded PostgreSQL. */
    readonly url: string | null;
    /** The owner's login, for migrations alone. */
    readonly ownerUrl: string | null;
  };
  readonly redisUrl: string | null;
  readonly mail: {
    /** Null: the built-in mailbox. */
    readonly smtpUrl: string | null;
    /** To the relay at once; null: as many as the mailer holds to be right. */
    readonly connections: number | null;
    readonly from: string;
    /** PEM; null: mails leave unsigned. */
    readonly dkimKey: string | null;
    readonly bounceToken: string | null;
    readonly operatorEmail: string | null;
  };
  readonly secrets: { readonly session: string | null; readonly disclosure: string | null };
  /** Roles whose holders need a second factor. */
  readonly secondFactorRoles: readonly string[];
  /** Path of the list of leaked passwords; null: none. */
  readonly breachedPasswordsFile: string | null;
  /** The organisation's own sign-in; null: people sign in here. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly dataDir: string;
  /** Load the demonstration State. */
  readonly demonstration: boolean;
  /** One-click sign-in and the mailbox page: demonstration, on loopback, and not in production. */
  readonly openDemonstration: boolean;
  /** Ask the links of evidence whether they still answer. */
  readonly linkChecks: boolean;
  /** Leave a page for when the connection breaks in the browsers of those who fill forms in. */
  readonly offlinePage: boolean;
  readonly startsAt: string | null;
  readonly production: boolean;
}
