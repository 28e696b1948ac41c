import { spawnSync } from 'node:child_process';

import { UserError } from '#domain';

/** The account the server runs under; empty: that of this process. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: there it runs as postgres, else nobody. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new UserError(
    'invalid_input',
    'embedded.account',
    'PostgreSQL does not run as root, and this machine has no account "postgres" or "nobody" to run it under. Start Vigía as another user, or set DATABASE_URL.',
  );
}

function idOf(option: '-u' | '-g', account: string): number | null {
  const answer = spawnSync('id', [option, account], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}
