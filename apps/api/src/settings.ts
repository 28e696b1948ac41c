/** What the edge needs of the configuration, as values. */
export interface ApiSettings {
  readonly publicUrl: string;
  /** Folder of the built dashboard: `client/` and `server/`. */
  readonly webRoot: string;
  readonly demonstration: boolean;
}

export const API_SETTINGS = Symbol('ApiSettings');
