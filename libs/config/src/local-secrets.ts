import type { Config } from './config.js';
import { keptSecret } from './kept-secret.js';

export interface Secrets {
  readonly session: string;
  readonly disclosure: string;
}

/** The two secrets of an installation; what the settings leave out is made once and kept in the data folder. */
export function secretsOf(config: Config): Secrets {
  return {
    session: config.secrets.session ?? keptSecret(config.dataDir, 'session-secret'),
    disclosure: config.secrets.disclosure ?? keptSecret(config.dataDir, 'disclosure-key'),
  };
}
