import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record of what happened: written once, never changed. */
const HISTORY = ['audit_entry', 'deadline_history', 'alert_transition', 'delivery'];
const KEPT = ['installation'];

/** What the migrations before this one created, so that the tables of others in the schema are left alone. */
const OURS = `
  SELECT c.oid, c.relname, c.relkind FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relowner = current_user::regrole AND c.relkind IN ('r', 'v', 'S')`;

interface Relation {
  readonly relname: string;
  readonly relkind: 'r' | 'v' | 'S';
}

/**
 * Three roles: the owner migrates; vigia_app works and owns nothing; vigia_public reads what is published. The two are groups
 * of the whole server, so a second Vigía database on it shares them; their rights are per database.
 */
export class GrantRoles1764000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const role of ['vigia_app', 'vigia_public']) await createIfAbsent(runner, role);
    await runner.query(`
      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO vigia_app, vigia_public;
      GRANT SELECT ON migrations TO vigia_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vigia_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO vigia_app`);
    for (const { relname, relkind } of (await runner.query(OURS)) as Relation[]) {
      if (relname === 'migrations' || relname === 'migrations_id_seq') continue;
      await runner.query(`GRANT ${rightsOfApplication(relname, relkind)} ON ${relname} TO vigia_app`);
      if (relname.startsWith('public_') || relname === 'published_figure') {
        await runner.query(`GRANT SELECT ON ${relname} TO vigia_public`);
      }
    }
  }

  /** The roles stay: another database of the server may use them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM vigia_app;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM vigia_app;
      REVOKE ALL ON ALL TABLES IN SCHEMA public FROM vigia_app, vigia_public;
      REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM vigia_app, vigia_public;
      REVOKE ALL ON SCHEMA public FROM vigia_app, vigia_public`);
  }
}

function rightsOfApplication(name: string, kind: Relation['relkind']): string {
  if (kind === 'S') return 'USAGE, SELECT';
  if (kind === 'v') return 'SELECT';
  if (HISTORY.includes(name)) return 'SELECT, INSERT';
  if (KEPT.includes(name)) return 'SELECT, INSERT, UPDATE';
  return 'SELECT, INSERT, UPDATE, DELETE';
}

/** Roles belong to the server: another database may be creating the same one at this moment. */
async function createIfAbsent(runner: QueryRunner, role: string): Promise<void> {
  await runner.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN; END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
}
