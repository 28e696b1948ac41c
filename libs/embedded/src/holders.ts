import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isAlive } from './postmaster.js';

/** Processes that use the embedded server, by a file each: the last one to leave stops it. */
export class Holders {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'holders');
    mkdirSync(this.folder, { recursive: true });
  }

  enter(): void {
    writeFileSync(this.own(), '');
  }

  /** True when nobody else who is alive still uses the server. */
  leave(): boolean {
    rmSync(this.own(), { force: true });
    for (const name of readdirSync(this.folder)) {
      if (isAlive(Number(name))) return false;
      rmSync(join(this.folder, name), { force: true });
    }
    return true;
  }

  private own(): string {
    return join(this.folder, String(process.pid));
  }
}
