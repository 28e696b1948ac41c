/**
 * Makes the secrets of a new installation, once: every run leaves alone what is there. Two folders, because the running
 * application never holds the owner's password.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [application = '/secrets/app', database = '/secrets/database'] = process.argv.slice(2);

/** Hexadecimal, so that it stands in a URL as it is. 32 bytes: as strong as any key derived from it. */
const newSecret = () => randomBytes(32).toString('hex');

function keep(folder, name, make) {
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    // Read by users of other images (postgres), so the volume is what guards it: only who mounts it can read.
    writeFileSync(file, make(), { mode: 0o444, flag: 'wx' });
    process.stdout.write(`made ${file}\n`);
  }
  return readFileSync(file, 'utf8');
}

const url = (login, password) => `postgres://${login}:${password}@postgres:5432/vigia`;

keep(application, 'disclosure_key', newSecret);
keep(application, 'session_secret', newSecret);
keep(database, 'superuser_password', newSecret);
const owner = keep(database, 'owner_password', newSecret);
const login = keep(database, 'application_password', newSecret);
keep(database, 'owner_url', () => url('vigia_owner', owner));
keep(application, 'database_url', () => url('vigia_app_login', login));
