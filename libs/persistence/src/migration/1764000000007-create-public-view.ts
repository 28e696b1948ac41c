import type { MigrationInterface, QueryRunner } from 'typeorm';

interface View {
  readonly name: string;
  readonly from: string;
  readonly columns: readonly string[];
  /** Rows that are public, where not all are. */
  readonly where?: string;
}

const columns = (list: string): readonly string[] => list.split(' ');

/** Views of vocabularies, which belong to no State. */
const SHARED: readonly View[] = [
  { name: 'public_state', from: 'state x', columns: columns('id iso3 name time_zone demonstration') },
  { name: 'public_mechanism', from: 'mechanism x', columns: columns('code name') },
  { name: 'public_instrument', from: 'instrument x', columns: columns('code mechanism_code name') },
  { name: 'public_theme', from: 'theme x', columns: columns('code scheme position name') },
  { name: 'public_dimension', from: 'dimension x', columns: columns('code position name') },
  {
    name: 'public_category',
    from: 'category x',
    columns: columns('dimension_code code position name codes valid_from valid_until'),
  },
];

/** The baseline or target of a count of persons is itself a raw count: only kinds that are published as accepted show theirs. */
const AS_ACCEPTED = (column: string): string =>
  `CASE WHEN x.figure_kind IN ('plain', 'citation') THEN x.${column} END AS ${column}`;

const DEADLINE = ['d.certainty', 'd.due_on', 'd.due_year', 'd.basis'];

/** What design and law make public of a State: its text, dates, institutions and definitions. Never a person, never a raw figure. */
const OF_STATE: readonly View[] = [
  {
    name: 'public_document',
    from: 'document x',
    columns: columns(
      'id slug symbol inferred_symbol title short_title mechanism_code instrument_code language reports_considered considered_on adopted_on cycle next_report_statement warnings',
    ),
  },
  {
    name: 'public_section',
    from: 'section x',
    columns: columns('id document_id parent_id position number title'),
  },
  {
    name: 'public_paragraph',
    from: 'paragraph x',
    columns: columns('id document_id section_id number kind verb chapeau_kind'),
  },
  {
    name: 'public_paragraph_text',
    from: 'paragraph_text x',
    columns: columns('paragraph_id language text items'),
  },
  {
    name: 'public_recommendation',
    from: 'recommendation x',
    columns: columns(
      'id public_id document_id paragraph_id concern_paragraph_id position code item_label role verb theme_code implemented_on status status_reason status_parameters status_since',
    ),
  },
  {
    name: 'public_recommendation_text',
    from: 'recommendation_text x',
    columns: columns('recommendation_id language official_text title'),
  },
  {
    name: 'public_document_reference',
    from: 'document_reference x',
    columns: columns('id paragraph_id item_label symbol paragraphs printed_as'),
  },
  {
    name: 'public_article_reference',
    from: 'article_reference x',
    columns: columns('id paragraph_id instrument_code article'),
  },
  {
    name: 'public_institution',
    from: 'institution x',
    columns: columns('id code name short_name level'),
  },
  {
    name: 'public_responsibility',
    from: 'responsibility x',
    columns: columns('id recommendation_id institution_id basis role named_as starts_on ends_on'),
  },
  {
    name: 'public_source',
    from: 'source x',
    columns: columns('id code name citation demonstration url'),
  },
  {
    name: 'public_indicator',
    from: 'indicator x',
    columns: [
      ...columns(
        'id code track class name unit population value_type figure_kind direction periodicity_months',
      ),
      AS_ACCEPTED('baseline_value'),
      'baseline_on',
      AS_ACCEPTED('target_value'),
      ...columns('target_on required_dimensions institution_id metadata highlight_position'),
    ],
  },
  {
    name: 'public_recommendation_indicator',
    from: 'recommendation_indicator x',
    columns: columns('recommendation_id indicator_id required is_home position'),
  },
  {
    name: 'public_budget_line',
    from: 'budget_line x',
    columns: columns('id indicator_id purpose institution_id level currency'),
  },
  {
    name: 'public_deadline',
    from: 'deadline x',
    columns: columns('id document_id purpose certainty due_on due_year time_zone basis'),
    where: 'x.document_id IS NOT NULL',
  },
  {
    name: 'public_obligation',
    from: 'obligation x JOIN deadline d ON d.state_id = x.state_id AND d.id = x.deadline_id',
    columns: [
      ...columns(
        'id recommendation_id institution_id indicator_id kind title required period_start_on period_end_on',
      ),
      ...DEADLINE,
      `EXISTS (SELECT 1 FROM submission s WHERE s.state_id = x.state_id AND s.obligation_id = x.id AND s.outcome <> 'returned') AS submitted`,
    ],
  },
];

const VIEWS = [...SHARED, ...OF_STATE];

/** Stands in each view too, so that isolation does not depend on whether the views' owner is bound by policies. */
const STATE_NAMED = `x.state_id = NULLIF(current_setting('vigia.state', true), '')::smallint`;

function definition(view: View, stateOwned: boolean): string {
  const selected = (stateOwned ? ['state_id', ...view.columns] : view.columns).map((column) =>
    /^\w+$/.test(column) ? `x.${column}` : column,
  );
  const conditions = [stateOwned ? STATE_NAMED : null, view.where ?? null].filter(
    (condition) => condition !== null,
  );
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `CREATE VIEW ${view.name} AS SELECT ${selected.join(', ')} FROM ${view.from}${where}`;
}

export class CreatePublicView1764000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const view of SHARED) await runner.query(definition(view, false));
    for (const view of OF_STATE) await runner.query(definition(view, true));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW ${VIEWS.map((view) => view.name).join(', ')}`);
  }
}
