import { Command } from 'commander';

import { loadConfig, readEnvironment } from '#config';
import { UserError } from '#domain';
import { migrateInstallation } from '#installation';

import { output } from '../print/output.js';
import { withInstallation } from './with-installation.js';

export function migrateCommand(): Command {
  return new Command('migrate').description('bring the database to this version').action(async () => {
    const { database } = loadConfig(readEnvironment(), 'migrate');
    if (database.url !== null && database.ownerUrl === null)
      throw new UserError(
        'invalid_input',
        'migrate.owner',
        "DATABASE_OWNER_URL: required to migrate a database of your own, the owner's login.",
      );
    // Opening the embedded database migrates it.
    if (database.ownerUrl === null) await withInstallation(() => Promise.resolve());
    else await migrateInstallation(database.ownerUrl, database.url);
    output.result('The database is at this version.');
  });
}
