import type { CivilDate, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** Whom the Committee asks that its recommendations be transmitted to. */
export const RECIPIENT_KINDS = ['ministry', 'parliament', 'national_authority', 'local_authority'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

export interface Transmission {
  readonly id: number;
  readonly institution: string;
  readonly institutionName: Bilingual;
  readonly documentSlug: string;
  readonly documentTitle: string;
  readonly recipientKind: RecipientKind;
  readonly sentOn: CivilDate;
  readonly letter: string;
  readonly receivedOn: CivilDate | null;
  readonly recordedBy: string | null;
  readonly version: number;
  /** Codes of the recommendations that were sent; none: the whole document. */
  readonly items: readonly string[];
}

const TRANSMISSION = `SELECT t.id, n.code AS institution, n.name AS "institutionName", d.slug AS "documentSlug", d.title AS "documentTitle",
  t.recipient_kind AS "recipientKind", t.sent_on AS "sentOn", t.letter, t.received_on AS "receivedOn", p.name AS "recordedBy", t.version,
  (SELECT coalesce(array_agg(r.code ORDER BY r.position), '{}') FROM transmission_item i
   JOIN recommendation r ON r.state_id = i.state_id AND r.id = i.recommendation_id
   WHERE i.state_id = t.state_id AND i.transmission_id = t.id) AS items
  FROM transmission t JOIN institution n ON n.state_id = t.state_id AND n.id = t.institution_id
  JOIN document d ON d.state_id = t.state_id AND d.id = t.document_id LEFT JOIN person p ON p.id = t.recorded_by`;

/** What a letter is found by. */
const SHOWN = [
  ...['en', 'es'].flatMap((language) => [`n.name->>'${language}'`, `n.short_name->>'${language}'`]),
  ...['d.title', 'd.symbol', 't.letter', 'p.name'],
  `(SELECT string_agg(r.code, ' ') FROM transmission_item i JOIN recommendation r ON r.state_id = i.state_id AND r.id = i.recommendation_id
    WHERE i.state_id = t.state_id AND i.transmission_id = t.id)`,
];

export interface TransmissionPage {
  readonly before: number | null;
  readonly missingOnly: boolean;
  readonly search?: ListSearch | undefined;
  readonly limit: number;
}

/** Which recommendations went to whom, by what letter, and when it arrived. */
export class TransmissionRepository {
  constructor(private readonly record: RecordDatabase) {}

  listTransmissions(stateId: number, page: TransmissionPage): Promise<Transmission[]> {
    const parameters: unknown[] = [stateId, page.before, page.missingOnly, page.limit];
    const found = andHolds(SHOWN, page.search, parameters);
    return this.record
      .current()
      .rows<Transmission>(
        `${TRANSMISSION} WHERE t.state_id = $1 AND ($2::int IS NULL OR t.id < $2) AND (NOT $3 OR t.received_on IS NULL) ${found} ORDER BY t.id DESC LIMIT $4`,
        parameters,
      );
  }

  /** How many recipients of each kind were sent something, and how many receipts are missing. */
  countByKind(
    stateId: number,
  ): Promise<{ readonly kind: RecipientKind; readonly sent: number; readonly missing: number }[]> {
    return this.record.current().rows(
      `SELECT k.kind, count(t.id)::int AS sent, (count(t.id) FILTER (WHERE t.received_on IS NULL))::int AS missing
       FROM unnest($2::text[]) WITH ORDINALITY AS k(kind, position)
       LEFT JOIN transmission t ON t.state_id = $1 AND t.recipient_kind = k.kind GROUP BY k.kind, k.position ORDER BY k.position`,
      [stateId, [...RECIPIENT_KINDS]],
    );
  }

  findDocument(
    stateId: number,
    slug: string | null,
  ): Promise<{ readonly id: number; readonly slug: string } | null> {
    return this.record
      .current()
      .row<{ id: number; slug: string }>(
        `SELECT id, slug FROM document WHERE state_id = $1 AND ($2::text IS NULL OR slug = $2) ORDER BY adopted_on DESC NULLS LAST, id DESC LIMIT 1`,
        [stateId, slug],
      );
  }

  /** Ids of the recommendations of a document with these codes. */
  findItems(
    stateId: number,
    documentId: number,
    codes: readonly string[],
  ): Promise<{ readonly id: number; readonly code: string }[]> {
    return this.record
      .current()
      .rows(
        `SELECT id, code FROM recommendation WHERE state_id = $1 AND document_id = $2 AND code = ANY($3)`,
        [stateId, documentId, [...codes]],
      );
  }

  /** Null where this letter to that institution is recorded already. */
  async addTransmission(
    stateId: number,
    transmission: {
      readonly institutionId: number;
      readonly documentId: number;
      readonly recipientKind: RecipientKind;
      readonly sentOn: CivilDate;
      readonly letter: string;
      readonly receivedOn: CivilDate | null;
      readonly items: readonly number[];
      readonly recordedBy: number | null;
      readonly recordedAt: Instant;
    },
  ): Promise<number | null> {
    const sql = this.record.current();
    const row = await sql.row<{ id: number }>(
      `INSERT INTO transmission (state_id, institution_id, document_id, recipient_kind, sent_on, letter, received_on, recorded_by, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))
       ON CONFLICT ON CONSTRAINT uq_transmission_letter DO NOTHING RETURNING id`,
      [
        stateId,
        transmission.institutionId,
        transmission.documentId,
        transmission.recipientKind,
        transmission.sentOn,
        transmission.letter,
        transmission.receivedOn,
        transmission.recordedBy,
        transmission.recordedAt,
      ],
    );
    if (!row) return null;
    await sql.execute(
      `INSERT INTO transmission_item (state_id, transmission_id, recommendation_id) SELECT $1, $2, unnest($3::int[])`,
      [stateId, row.id, [...transmission.items]],
    );
    await this.keepVersion(stateId, row.id, transmission.recordedBy, transmission.recordedAt);
    return row.id;
  }

  lockTransmission(stateId: number, id: number): Promise<Transmission | null> {
    return this.record
      .current()
      .row<Transmission>(`${TRANSMISSION} WHERE t.state_id = $1 AND t.id = $2 FOR UPDATE OF t`, [
        stateId,
        id,
      ]);
  }

  async setReceipt(
    stateId: number,
    id: number,
    receipt: { readonly receivedOn: CivilDate; readonly personId: number | null; readonly at: Instant },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE transmission SET received_on = $3, version = version + 1 WHERE state_id = $1 AND id = $2`,
        [stateId, id, receipt.receivedOn],
      );
    await this.keepVersion(stateId, id, receipt.personId, receipt.at);
  }

  private async keepVersion(
    stateId: number,
    id: number,
    personId: number | null,
    at: Instant,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO transmission_history (state_id, transmission_id, version, received_on, person_id, changed_at)
       SELECT state_id, id, version, received_on, $3, to_timestamp($4::float8 / 1000) FROM transmission WHERE state_id = $1 AND id = $2`,
      [stateId, id, personId, at],
    );
  }
}
