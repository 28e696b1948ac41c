import { databaseFailure } from '../transaction/database-failure.js';
import { ownerDataSource } from './owner-data-source.js';

/**
 * The statements that would bring the database to what the entities say; none when the migrations did. It does not see
 * policies, grants, or the text of checks and partial indexes.
 */
export async function listSchemaDrift(ownerUrl: string): Promise<readonly string[]> {
  const source = ownerDataSource(ownerUrl);
  try {
    await source.initialize();
    const drift = await source.driver.createSchemaBuilder().log();
    return drift.upQueries.map((statement) => statement.query);
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}
