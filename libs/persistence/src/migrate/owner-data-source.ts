import { DataSource, type ColumnType, type Logger } from 'typeorm';

import { entities } from '../entity/entities.js';
import { ONE_BYTE_CHARACTER } from '../entity/one-byte-character.js';
import { SnakeCaseNaming } from '../entity/snake-case-naming.js';
import { migrations } from '../migration/migrations.js';
import { typeParsers } from '../transaction/type-parsers.js';

/** Connections: one holds the lock, one migrates. */
const POOL_SIZE = 2;

/** Failures are thrown; TypeORM's own loggers would print them a second time, to the standard output. */
const silent: Logger = {
  log: () => undefined,
  logMigration: () => undefined,
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
};

/** The owner's connection: the only one that knows the entities, which exist so that the schema can be compared with them. */
export function ownerDataSource(ownerUrl: string): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    poolSize: POOL_SIZE,
    applicationName: 'vigia-migrate',
    entities: [...entities],
    namingStrategy: new SnakeCaseNaming(),
    migrations,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    logger: silent,
    poolErrorHandler: () => undefined,
    extra: { types: typeParsers },
  });
  source.driver.supportedDataTypes.push(ONE_BYTE_CHARACTER as ColumnType);
  return source;
}
