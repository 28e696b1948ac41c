import type { CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { INSTITUTION } from './page-of-recommendations.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import type { Bilingual } from './state-repository.js';

/** A day on which something is due, by a confirmed date. */
export interface DatedDuty {
  /** Of the obligation, or of the document's own date. */
  readonly kind: 'obligation' | 'deadline';
  readonly id: number;
  readonly dueOn: CivilDate;
  /** Null: a date of a document. */
  readonly obligation: {
    readonly title: Bilingual;
    readonly code: string;
    readonly publicId: string;
    readonly institution: PublicInstitution | null;
  } | null;
  /** Null: an obligation. */
  readonly document: { readonly slug: string; readonly title: Bilingual; readonly purpose: string } | null;
}

/** What calendars are made of: public dates only, and nobody's name. */
export class PublicCalendarRepository {
  constructor(private readonly record: RecordDatabase) {}

  /**
   * What is due from that day on and was not handed in, soonest first.
   * @param institution its code; null: of all, and with the dates of documents
   */
  listDuties(
    stateId: number,
    { since, institution, limit }: { since: CivilDate; institution: string | null; limit: number },
  ): Promise<DatedDuty[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<DatedDuty>(
        `SELECT * FROM (
           SELECT 'obligation' AS kind, o.id, o.due_on AS "dueOn",
                  jsonb_build_object('title', o.title, 'code', r.code, 'publicId', r.public_id, 'institution', ${INSTITUTION('n')}) AS obligation,
                  NULL::jsonb AS document
           FROM public_obligation o JOIN public_recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
           LEFT JOIN public_institution n ON n.state_id = o.state_id AND n.id = o.institution_id
           WHERE o.state_id = $1 AND o.certainty = 'confirmed' AND o.due_on >= $2 AND NOT o.submitted AND ($3::text IS NULL OR n.code = $3)
           UNION ALL
           SELECT 'deadline', d.id, d.due_on, NULL, jsonb_build_object('slug', p.slug, 'purpose', d.purpose,
                    'title', coalesce(p.short_title, jsonb_build_object('en', p.title, 'es', p.title)))
           FROM public_deadline d JOIN public_document p ON p.state_id = d.state_id AND p.id = d.document_id
           WHERE d.state_id = $1 AND d.certainty = 'confirmed' AND d.due_on >= $2 AND $3::text IS NULL) t
         ORDER BY "dueOn", kind, id LIMIT $4`,
        [stateId, since, institution, limit],
      ),
    );
  }
}
