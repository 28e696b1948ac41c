import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

/** `dueOn` in TypeScript is `due_on` in the database; keys are named after their table. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }

  override primaryKeyName(table: Table | string): string {
    return `pk_${typeof table === 'string' ? table : table.name}`;
  }
}
