/** What the edge needs of the configuration, as values. */
export interface ApiSettings {
  readonly publicUrl: string;
  /** Folder of the built dashboard: `client/` and `server/`. */
  readonly webRoot: string;
  readonly demonstration: boolean;
  /** Addresses and networks whose X-Forwarded-For is believed; none by default. */
  readonly trustedProxies?: readonly string[];
  /** What the relay proves itself with when it hands in a mail that came back; null or absent: nothing is taken. */
  readonly bounceToken?: string | null;
  /** Roles whose holders set a second factor up before anything else; none by default. */
  readonly secondFactorRoles?: readonly string[];
  /** False: browsers that hold the page for a broken connection let go of it. True by default. */
  readonly offlinePage?: boolean;
}

export const API_SETTINGS = Symbol('ApiSettings');
