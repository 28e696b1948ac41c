import { spawnSync } from 'node:child_process';

/** The account the server runs under; empty: that of this process. */
export interface ServerAccount {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: there it runs as postgres, else nobody. */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const name = ['postgres', 'nobody'].find((candidate) => idOf('-u', candidate) !== null);
  const uid = name === undefined ? null : idOf('-u', name);
  const gid = name === undefined ? null : idOf('-g', name);
  return uid === null || gid === null ? {} : { uid, gid };
}

function idOf(option: '-u' | '-g', account: string): number | null {
  const answer = spawnSync('id', [option, account], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}
