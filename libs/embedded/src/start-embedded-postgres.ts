import { keptSecret } from '#config';

import { findBinaries } from './binaries.js';
import { assertSameMajor, createCluster, isCreated } from './cluster.js';
import { reachableHome } from './data-folder.js';
import { Holders } from './holders.js';
import { applicationUrl, prepareOwner } from './login.js';
import { findAnswering, startServer, stopServer } from './server.js';
import { serverAccount } from './server-account.js';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** False gives up what survives a power cut, for speed; only for data that nobody will miss. */
  readonly durable?: boolean;
  onProgress?(step: 'creating' | 'starting' | 'adopting'): void;
}

export interface EmbeddedPostgres {
  /** Login that owns the database and is no superuser, so that row-level security binds it. */
  readonly ownerUrl: string;
  /** Login for the application; the migration creates it with the password given here. */
  readonly applicationUrl: string;
  /** True when a server of an earlier process was still running on the data. */
  readonly adopted: boolean;
  /** A fast shutdown once no other process uses it: running transactions are rolled back, nothing committed is lost. */
  stop(): Promise<void>;
}

/** Starts the one-machine PostgreSQL, takes over one that outlived its parent, or recovers one that was killed. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = serverAccount();
  const home = reachableHome(options.dataDir, account);
  const password = keptSecret(options.dataDir, 'database-password');
  // Entered before the server is looked for, so that a process that leaves meanwhile does not stop it.
  const holders = new Holders(options.dataDir);
  holders.enter();
  try {
    const running = await findAnswering(home, password);
    const binaries = findBinaries(account, home);
    options.onProgress?.(running ? 'adopting' : isCreated(home) ? 'starting' : 'creating');
    if (!isCreated(home)) {
      createCluster(binaries, home, password, account);
      options.onProgress?.('starting');
    }
    assertSameMajor(home);
    const durable = options.durable ?? true;
    const postmaster = running ?? (await startServer({ binaries, home, password, account, durable }));
    return {
      ownerUrl: await prepareOwner(postmaster, password),
      applicationUrl: applicationUrl(postmaster, password),
      adopted: running !== null,
      stop: async () => {
        if (holders.leave()) await stopServer(binaries, home, account);
      },
    };
  } catch (error) {
    holders.leave();
    throw error;
  }
}
