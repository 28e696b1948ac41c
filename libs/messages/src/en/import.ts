/** What the import of figures says about a file, and about each row that it cannot take in. */
export const importEn = {
  refusals: {
    moved: (_: string) =>
      'The record has changed since this file was read. Read it again and look at it before you save it.',
    given_up: (given: string) =>
      `Reading this file was begun ${given} times and never came to an end. Nothing was saved. Read it again below; if it stops again, divide it into smaller files, and tell whoever runs this installation.`,
    no_header: (_: string) =>
      'No row of the first 50 heads a table of this kind. For figures of indicators a column for the value and one for the period or year are expected; say what the columns are.',
    map_unknown: (given: string) =>
      `"${given}" is no field, no dimension and not "ignore". docs/imports.md lists the fields.`,
    option_indicator: (given: string) =>
      `This State has no indicator "${given}". Give the code of one, as its page shows it.`,
    option_source: (given: string) =>
      `This State has no source "${given}". Give the code of one that is on record.`,
    option_codes: (given: string) => `"${given}" is no system of codes. Give inei, reniec or iso.`,
    option_map: (given: string) => `"${given}" says nothing. Write --map "Column=field".`,
    no_indicator: (_: string) => 'The file has no column of indicators. Say which one its rows are of.',
    no_source: (_: string) => 'The file has no column of sources. Say where its figures are from.',
    no_cohort_rule: (_: string) =>
      'Nothing says by which year the cases are counted. Give year_of_event, year_of_complaint or year_of_decision.',
    no_month_meaning: (_: string) =>
      'The file tells executed amounts by month and does not say how. Say whether a month holds what was executed since January (cumulative) or that month alone (of_month).',
    no_base_year: (_: string) =>
      'The file has no column of base years. Say in the prices of which year the index is told.',
    no_currency: (_: string) =>
      'The file has no column of currencies. Say which one it is about, three letters of ISO 4217.',
    nothing: (_: string) => 'No row of the file holds a figure that was asked for. Nothing was saved.',
    override_unreasoned: (_: string) => 'An override needs a reason of at least ten characters.',
    too_many_rows: (_: string) =>
      'The file has more than 100,000 rows. Budgets and prosecutions come in smaller files: divide it by year.',
    personal_data: (given: string) =>
      `${given} holds what looks like personal data. No name, document or contact of a person is kept here; say it without.`,
  },
  expected: {
    'import.column_unknown': 'a field or a dimension; say what it is, or that it is left out',
    'import.column_twice': 'one column for each field and dimension',
    'import.indicator_missing': 'the code of an indicator',
    'import.indicator_unknown': 'the code or the name of an indicator of this State',
    'import.indicator_of_other_track': 'an indicator of the kind that this file is about',
    'import.source_missing': 'the code of a source',
    'import.source_unknown': 'the code or the name of a source that is on record',
    'import.institution_unknown': 'the code or the name of an institution of this State',
    'import.category_unknown': 'a category of the dimension by its code or name; say what the text means',
    'import.category_not_valid': 'a category that holds on some day of the period',
    'import.codes_ambiguous':
      'a code that says its system: INEI and RENIEC differ here, so say which of them the file uses',
    'import.period_missing': 'a period: 2024, 2024-03, 2024-Q1, 2024-S1, or a first and a last day',
    'import.period_unreadable': '2024, 2024-03, 2024-Q1, 2024-S1, or days as YYYY-MM-DD',
    'import.period_reversed': 'a last day that is not before the first',
    'import.state_unknown': 'reported, below_threshold, missing or not_applicable',
    'import.mark_unknown': 'a mark that is known: yes or no, or a multiplier such as Units or Thousands',
    'import.number_ambiguous':
      'a number that can be read in one way only: say whether the decimal mark is a point or a comma',
    'import.personal_data': 'no personal data; the row is refused and its text is not repeated here',
    'import.row_longer': 'no cell behind the last column of the head',
    'import.repeated':
      'one row for each indicator, source, period and breakdown; another row of the file says the same',
    'import.revision_unreasoned':
      'a reason, because another figure is on record: a column "reason", or one reason for the whole file',
    'import.part_above_whole':
      'a part that is not larger than its whole; if it is right, override the rule with a reason',
    'import.several_indicators': 'rows of one indicator; say which ones are meant',
    'import.filter_unknown':
      'a table that is not narrowed by this line. Export it without that filter, or map the line to "ignore" where all of the money is in it.',
    'import.purpose_unknown':
      'the code or the name of a purpose of spending, or an indicator with one budget line',
    'import.level_unknown': 'national, regional or local',
    'import.phase_unknown': 'approved (PIA), revised (PIM) or executed (devengado)',
    'import.currency_unknown': 'three letters of ISO 4217; where the line is on record, its own currency',
    'import.month_unreadable': 'a month: 1 to 12, or its name',
    'import.month_missing':
      'every month since January, because amounts of single months are added up; the month named is in neither the file nor the record',
    'import.share_unreadable': 'a share above 0 and not above 1, or a percentage',
    'import.share_differs': 'the share of the line as it is on record',
    'import.index_unreadable': 'a price index: a number above 0',
    'import.offence_unknown': 'the code or the name of an offence',
    'import.cohort_rule_missing': 'the rule by which the year is counted',
    'import.cohort_rule_unknown': 'year_of_event, year_of_complaint or year_of_decision',
    'import.stage_unknown': 'the code or the name of a stage of the case',
    'import.region_unknown': 'the code or the name of a department, or an empty cell for the whole country',
    'import.facet_unknown': 'main, official, legal_person or extraterritorial',
    'import.since_not_earlier': 'a stage of the case that comes before the one in the column "stage"',
    'import.days_expected':
      'a whole number of days, because the row names a stage since which they are counted',
    'import.regions_above_country':
      'regions that do not come to more than the whole country; if they are right, say --override "reason"',
    'import.stage_above_earlier':
      'a count that is not larger than that of an earlier stage of the same cohort; if it is right, override the rule with a reason',
    'import.executed_above_budget':
      'an executed amount that is not larger than the revised one; if it is right, override the rule with a reason',
    'figure.value_missing': 'a value, or the state missing or not_applicable',
    'figure.value_unwanted': 'an empty cell, because the state says that there is no value',
    'figure.not_a_number': 'a number',
    'figure.not_a_count': 'a whole number',
    'figure.negative': 'a number that is not negative',
    'figure.too_large': 'a smaller number',
    'figure.not_yes_or_no': 'yes or no',
    'figure.not_a_day': 'a day as YYYY-MM-DD',
    'figure.not_a_stage': 'none, bill, committee, passed or in_force',
    'figure.bound_unwanted': 'no bound such as "<5": this indicator is no number',
    'figure.ratio_half': 'both numerator and denominator',
    'figure.ratio_zero': 'a denominator that is not zero',
    'figure.ratio_disagrees': 'the share that numerator and denominator give',
  },
};
