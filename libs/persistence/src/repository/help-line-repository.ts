import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What a line is called, when it answers and in which languages, in one language of the pages. */
export interface HelpLineWording {
  readonly language: 'en' | 'es';
  readonly name: string;
  readonly hours: string;
  readonly spoken: string;
}

/** What is told of a line. */
export interface HelpLineContent {
  readonly telephone: string;
  readonly freeOfCharge: boolean;
  readonly webAddress: string | null;
  /** One at least. */
  readonly wordings: readonly HelpLineWording[];
}

export interface HelpLine extends HelpLineContent {
  readonly id: number;
  readonly state: 'draft' | 'shown';
  /** The line that this draft takes the place of. */
  readonly replaces: number | null;
  readonly place: number;
  readonly version: number;
  readonly writtenBy: string;
  readonly writtenAt: Instant;
  readonly checkedBy: string | null;
  readonly checkedOn: CivilDate | null;
}

export interface PublicHelpLine extends HelpLineContent {
  readonly checkedOn: CivilDate;
}

interface Wish extends HelpLineContent {
  readonly personId: number;
  readonly at: Instant;
}

const WORDING = `json_build_object('language', w.language, 'name', w.name, 'hours', w.hours, 'spoken', w.spoken)`;

/** Whom children can call. In a transaction of the State, save for what is public. */
export class HelpLineRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** What children are shown, in its order: through the public role. */
  listPublic(stateId: number): Promise<PublicHelpLine[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicHelpLine>(
        `SELECT w.telephone, w.free_of_charge AS "freeOfCharge", w.web_address AS "webAddress", w.checked_on AS "checkedOn",
           json_agg(${WORDING} ORDER BY w.language) AS wordings
         FROM public_help_line w WHERE w.state_id = $1
         GROUP BY w.id, w.place, w.telephone, w.free_of_charge, w.web_address, w.checked_on ORDER BY w.place, w.id`,
        [stateId],
      ),
    );
  }

  /** Drafts and what is shown, each draft after what it would replace. */
  list(stateId: number): Promise<HelpLine[]> {
    return this.record.current().rows<HelpLine>(
      `SELECT h.id, h.line_state AS state, h.replaces, h.place, h.telephone, h.free_of_charge AS "freeOfCharge",
         h.web_address AS "webAddress", h.version, p.name AS "writtenBy", (extract(epoch FROM h.written_at) * 1000)::float8 AS "writtenAt",
         c.name AS "checkedBy", h.checked_on AS "checkedOn",
         (SELECT json_agg(${WORDING} ORDER BY w.language) FROM help_line_wording w WHERE w.state_id = h.state_id AND w.help_line_id = h.id) AS wordings
       FROM help_line h JOIN person p ON p.id = h.written_by LEFT JOIN person c ON c.id = h.checked_by
       WHERE h.state_id = $1 AND h.line_state IN ('draft', 'shown') ORDER BY h.place, coalesce(h.replaces, h.id), h.id`,
      [stateId],
    );
  }

  /** Nobody else changes a line of the State until the transaction ends. */
  async lock(stateId: number): Promise<void> {
    await this.record
      .current()
      .rows(`SELECT id FROM help_line WHERE state_id = $1 ORDER BY id FOR UPDATE`, [stateId]);
  }

  /** @param place null: after all others. */
  async add(
    stateId: number,
    { replaces, place, ...wish }: Wish & { readonly replaces: number | null; readonly place: number | null },
  ): Promise<number> {
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO help_line (state_id, line_state, replaces, place, telephone, free_of_charge, web_address, written_by, written_at)
       VALUES ($1, 'draft', $2, coalesce($3::smallint, (SELECT coalesce(max(place), 0) + 1 FROM help_line WHERE state_id = $1 AND line_state IN ('draft', 'shown'))),
         $4, $5, $6, $7, to_timestamp($8::float8 / 1000)) RETURNING id`,
      [stateId, replaces, place, wish.telephone, wish.freeOfCharge, wish.webAddress, wish.personId, wish.at],
    );
    const id = row?.id ?? 0;
    await this.saveWordings(stateId, id, wish.wordings);
    return id;
  }

  /** Writes a draft anew. */
  async rewrite(stateId: number, id: number, wish: Wish): Promise<void> {
    await this.record.current().execute(
      `UPDATE help_line SET telephone = $3, free_of_charge = $4, web_address = $5, written_by = $6, written_at = to_timestamp($7::float8 / 1000),
         version = version + 1 WHERE state_id = $1 AND id = $2 AND line_state = 'draft'`,
      [stateId, id, wish.telephone, wish.freeOfCharge, wish.webAddress, wish.personId, wish.at],
    );
    await this.saveWordings(stateId, id, wish.wordings);
  }

  /** From then on it is shown; what it replaces gives way. */
  async show(
    stateId: number,
    checked: {
      readonly id: number;
      readonly replaces: number | null;
      readonly personId: number;
      readonly on: CivilDate;
    },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE help_line SET line_state = 'replaced' WHERE state_id = $1 AND id = $2 AND line_state = 'shown'`,
      [stateId, checked.replaces],
    );
    await sql.execute(
      `UPDATE help_line SET line_state = 'shown', replaces = NULL, checked_by = $3, checked_on = $4 WHERE state_id = $1 AND id = $2`,
      [stateId, checked.id, checked.personId, checked.on],
    );
  }

  /** With the draft that would replace it. */
  async withdraw(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE help_line SET line_state = 'withdrawn' WHERE state_id = $1 AND (id = $2 OR (replaces = $2 AND line_state = 'draft'))`,
        [stateId, id],
      );
  }

  /** In that order; a draft goes with what it would replace. */
  async order(stateId: number, ids: readonly number[]): Promise<void> {
    await this.record.current().execute(
      `UPDATE help_line h SET place = o.place FROM unnest($2::integer[]) WITH ORDINALITY AS o (id, place)
       WHERE h.state_id = $1 AND (h.id = o.id OR (h.replaces = o.id AND h.line_state = 'draft'))`,
      [stateId, ids],
    );
  }

  private async saveWordings(
    stateId: number,
    id: number,
    wordings: readonly HelpLineWording[],
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(`DELETE FROM help_line_wording WHERE state_id = $1 AND help_line_id = $2`, [
      stateId,
      id,
    ]);
    await sql.execute(
      `INSERT INTO help_line_wording (state_id, help_line_id, language, name, hours, spoken)
       SELECT $1, $2, w.language, w.name, w.hours, w.spoken FROM jsonb_to_recordset($3::jsonb) AS w (language text, name text, hours text, spoken text)`,
      [stateId, id, JSON.stringify(wordings)],
    );
  }
}
