/** Settings as one frozen value. What is null is not set. */
export interface Config {
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string };
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
    readonly from: string;
    readonly bounceToken: string | null;
    readonly operatorEmail: string | null;
  };
  readonly secrets: { readonly session: string | null; readonly disclosure: string | null };
  readonly dataDir: string;
  /** Load the demonstration State. */
  readonly demonstration: boolean;
  /** One-click sign-in and the mailbox page: demonstration, on loopback, and not in production. */
  readonly openDemonstration: boolean;
  readonly startsAt: string | null;
  readonly production: boolean;
}
