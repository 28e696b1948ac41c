import type { CivilDate } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { InstitutionLevel } from './institution-change-repository.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';
import type { RecipientKind } from './transmission-repository.js';

export interface ListedInstitution extends PublicInstitution {
  readonly id: number;
  readonly level: InstitutionLevel;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  readonly leads: number;
  readonly supports: number;
}

export interface InstitutionDetail extends ListedInstitution {
  readonly parent: PublicInstitution | null;
  readonly successor: PublicInstitution | null;
  readonly formerNames: readonly {
    readonly name: Bilingual;
    readonly validFrom: CivilDate | null;
    readonly validUntil: CivilDate;
  }[];
  readonly transmissions: readonly {
    readonly recipientKind: RecipientKind;
    readonly sentOn: CivilDate;
    readonly receivedOn: CivilDate | null;
    readonly items: number;
  }[];
}

export interface InstitutionItem {
  readonly publicId: string;
  readonly code: string;
  readonly role: 'lead' | 'support';
  readonly titles: Readonly<Record<string, string>>;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

export interface Orphan {
  readonly alertId: number;
  readonly reason: string;
  readonly since: CivilDate;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly institution: PublicInstitution | null;
}

export interface InstitutionPage {
  readonly search?: ListSearch | undefined;
  /** A part of any of its names, as it is typed. */
  readonly name: string | null;
  readonly after: number | null;
  readonly limit: number;
}

const NAMED = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE jsonb_build_object('code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name) END`;
const TITLES = (view: string): string =>
  `(SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM ${view} t
    WHERE t.state_id = r.state_id AND t.recommendation_id = r.id)`;
const NOW = `y.basis = 'now_responsible' AND (y.starts_on IS NULL OR y.starts_on <= $2) AND (y.ends_on IS NULL OR y.ends_on >= $2)`;
/** Without case and without the marks of its letters: `Policia` finds `Policía`. */
const FOLDED = (text: string): string =>
  `regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036F]', '', 'g')`;
/** Names stand on lines of their own, so that nothing is found across two of them. */
const NAMES = (alias: string): string =>
  `${alias}.name->>'en', ${alias}.name->>'es', ${alias}.short_name->>'en', ${alias}.short_name->>'es'`;
const HOLDS = (parts: string): string =>
  `strpos(${FOLDED(`concat_ws(chr(10), ${parts})`)}, ${FOLDED('$4')}) > 0`;
const LISTED = `SELECT n.id, n.code, n.name, n.short_name AS "shortName", n.level, n.valid_from AS "validFrom", n.valid_until AS "validUntil",
    (SELECT count(*)::int FROM public_responsibility y WHERE y.state_id = n.state_id AND y.institution_id = n.id AND y.role = 'lead' AND ${NOW}) AS leads,
    (SELECT count(*)::int FROM public_responsibility y WHERE y.state_id = n.state_id AND y.institution_id = n.id AND y.role = 'support' AND ${NOW}) AS supports`;

/** Institutions as the public reads them, and, for the secretariat, what nobody answers for. */
export class InstitutionReadingRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By any of its names, of today or before, or by its code; without regard to case or accents. */
  listInstitutions(stateId: number, today: CivilDate, page: InstitutionPage): Promise<ListedInstitution[]> {
    const parameters: unknown[] = [stateId, today, page.after, page.name, page.limit];
    const former = `(SELECT string_agg(concat_ws(' ', ${NAMES('f')}), ' ') FROM public_institution_name f
      WHERE f.state_id = n.state_id AND f.institution_id = n.id)`;
    const found = andHolds(['n.code', NAMES('n'), former], page.search, parameters);
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<ListedInstitution>(
        `${LISTED} FROM public_institution n WHERE n.state_id = $1 AND ($3::int IS NULL OR n.id > $3)
           AND ($4::text IS NULL OR ${HOLDS(`n.code, ${NAMES('n')}`)}
             OR EXISTS (SELECT FROM public_institution_name f WHERE f.state_id = n.state_id AND f.institution_id = n.id
                        AND ${HOLDS(NAMES('f'))})) ${found}
         ORDER BY n.id LIMIT $5`,
        parameters,
      ),
    );
  }

  findInstitution(stateId: number, today: CivilDate, code: string): Promise<InstitutionDetail | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<InstitutionDetail>(
        `${LISTED}, ${NAMED('p')} AS parent, ${NAMED('s')} AS successor,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'validFrom', f.valid_from, 'validUntil', f.valid_until)
              ORDER BY f.id DESC), '[]') FROM public_institution_name f WHERE f.state_id = n.state_id AND f.institution_id = n.id) AS "formerNames",
           (SELECT coalesce(jsonb_agg(jsonb_build_object('recipientKind', t.recipient_kind, 'sentOn', t.sent_on, 'receivedOn', t.received_on,
              'items', t.items) ORDER BY t.sent_on DESC, t.id DESC), '[]')
            FROM public_transmission t WHERE t.state_id = n.state_id AND t.institution_id = n.id) AS transmissions
         FROM public_institution n
         LEFT JOIN public_institution p ON p.state_id = n.state_id AND p.id = n.parent_id
         LEFT JOIN public_institution s ON s.state_id = n.state_id AND s.id = n.successor_id
         WHERE n.state_id = $1 AND n.code = $3`,
        [stateId, today, code],
      ),
    );
  }

  /** What it leads and supports, and what it did before. */
  listItems(stateId: number, institutionId: number): Promise<InstitutionItem[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<InstitutionItem>(
        `SELECT r.public_id AS "publicId", r.code, y.role, ${TITLES('public_recommendation_text')} AS titles, y.starts_on AS "startsOn", y.ends_on AS "endsOn"
         FROM public_responsibility y JOIN public_recommendation r ON r.state_id = y.state_id AND r.id = y.recommendation_id
         WHERE y.state_id = $1 AND y.institution_id = $2 AND y.basis = 'now_responsible' ORDER BY y.role, r.document_id, r.position, y.id`,
        [stateId, institutionId],
      ),
    );
  }

  /** Recommendations for which the last sweep found that nobody reachable answers. */
  listOrphans(
    stateId: number,
    page: {
      readonly search?: ListSearch | undefined;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<Orphan[]> {
    const parameters: unknown[] = [stateId, page.after, page.limit];
    const found = andHolds(['n.code', NAMES('n')], page.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<Orphan>(
      `SELECT a.id AS "alertId", a.reason, a.opened_on AS since, r.public_id AS "publicId", r.code, ${TITLES('recommendation_text')} AS titles,
         ${NAMED('n')} AS institution
       FROM alert a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       LEFT JOIN institution n ON n.state_id = a.state_id AND n.id = a.institution_id
       WHERE a.state_id = $1 AND a.rule = 'nobody_responsible' AND a.alert_state <> 'resolved' AND ($2::int IS NULL OR a.id > $2) ${found}
       ORDER BY a.id LIMIT $3`,
      parameters,
    );
  }
}
