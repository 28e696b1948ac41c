/** What the reader of documents says when it cannot read a file, or is unsure of what it read. */
export const ingestEn = {
  errors: {
    emptyFile: (name: string) =>
      `${name} is empty. A file with the text of concluding observations is expected.`,
    noFile: (name: string) => `${name} is not a file. Give the path of a document.`,
    tooLarge: (megabytes: number, limit: number) =>
      `The document has ${megabytes} MB and at most ${limit} MB are read. Send only the text of the concluding observations.`,
    unknownFormat: (name: string, known: string) =>
      `${name} has an ending that cannot be read. The formats that can be read are: ${known}.`,
    binaryFile: (name: string) =>
      `${name} holds binary data although its ending says that it is text. Save it again as plain text (UTF-8).`,
    wrongEncoding: (name: string) => `${name} is not UTF-8 text. Save it again with the encoding UTF-8.`,
    otherContent: (name: string, ending: string) =>
      `${name} does not hold what its ending ${ending} says. Save it again in that format, or give it the ending of what it is.`,
    oldOrLocked: (name: string) =>
      `${name} is a Word file of before 2007, or one under a password. Save it again as .docx without a password.`,
    damagedFile: (name: string, format: string) =>
      `${name} is damaged or not a whole ${format} file. Get it again from where it came from, or save it again.`,
    encryptedFile: (name: string) => `${name} is under a password. Save it again without one.`,
    withoutText: (name: string) =>
      `${name} holds pictures of pages and no text, as a scanner makes them. A file with text is expected: the one the treaty body published, or the scan after text recognition (OCR).`,
    tooMuchText: (name: string) =>
      `${name} has more than 1 million characters or 1,000 pages. Send only the text of the concluding observations.`,
    tooDemanding: (name: string) =>
      `${name} takes more time or memory than a document may. Save it again as plain text, or print it to a new PDF.`,
    readerStarved: (name: string) =>
      `${name} could not be read in time, because the machine is too busy. Try again later.`,
    emptyText: () => 'The document has no text.',
    otherLanguage: () =>
      'The language of the document was not recognised. Documents in English, Spanish and French can be read.',
    otherKind: (kind: string) =>
      `This is another kind of document: ${kind}. Vigía reads the concluding observations of treaty bodies.`,
    uprReport: () =>
      'This is another kind of document: a report of the Universal Periodic Review. Its recommendations come from States, not from a treaty body, and cannot be followed here. “vigia parse FILE --json” lists them with the position of the State. To follow recommendations, give the concluding observations of a treaty body.',
    notConcludingObservations: (missing: string) =>
      `This does not look like concluding observations. Looked for and not found: ${missing}.`,
  },
  kinds: {
    universal_periodic_review: 'a report of the Universal Periodic Review',
    follow_up_reply: 'information of the State on the follow-up to concluding observations',
    list_of_issues: 'a list of issues, or the replies to one',
    state_report: 'a report submitted by a State',
    summary_record: 'the summary record of a meeting',
    compilation: 'a compilation of United Nations information, prepared for a review',
    stakeholder_summary: 'a summary of what stakeholders submitted to a review',
    press_release: 'a press release',
    annual_report: 'an annual report of a committee, which holds many documents',
    general_comment: 'a general comment or general recommendation',
    views: 'views or a decision on a communication',
  },
  missing: {
    title: 'the title “Concluding observations”, or a first paragraph in which a committee adopts them',
    paragraphs: 'paragraphs numbered in sequence (1., 2., 3. …)',
    committee: 'the name of a treaty body, or a document symbol of one',
    recommendation: 'a recommendation addressed to the State party',
  },
  warnings: {
    symbol_inferred: (symbol: string) =>
      `The text does not give the document's own symbol. ${symbol} is inferred from the report considered.`,
    symbol_unknown: () =>
      'The text gives neither the symbol of the document nor that of the report considered.',
    symbol_of_this_document: (symbol: string) =>
      `${symbol} is cited as another document, but it is the symbol of this one. It may be an error of the source; it is kept as printed.`,
    state_unknown: () => 'The State could not be recognised from the title or the symbols.',
    state_contradicted: (named: string, coded: string) =>
      `The title names ${named} but the symbol says ${coded}. The title was followed.`,
    adoption_date_missing: () => 'The text does not give the day on which the document was adopted.',
    paragraphs_missing: (from: number, to: number) =>
      from === to
        ? `Paragraph ${from} is not in the text.`
        : `Paragraphs ${from} to ${to} are not in the text.`,
    text_elided: () => 'The text says that something was left out here.',
    text_outside_paragraphs: (excerpt: string) => `This text belongs to no numbered paragraph: “${excerpt}”.`,
    item_out_of_sequence: (label: string, expected: string) =>
      `Letter (${label}) was read where (${expected}) was expected.`,
    kind_uncertain: () =>
      'The paragraph neither recommends, nor voices concern, nor welcomes. It was taken as part of the concerns.',
    verb_uncertain: () =>
      'The paragraph only reminds or draws attention: check whether it asks something of the State.',
    chapeau_uncertain: () =>
      'The sentence before the letters may hold a recommendation of its own. It was taken as a lead-in only.',
    next_report_day_missing: () => 'The date of the next report is given without a day and was left open.',
    follow_up_unknown_paragraph: (id: string) =>
      `The follow-up names ${id}, which is not among the recommendations that were read.`,
    upr_position_unknown: () =>
      'The paragraph does not say in words that are known whether the State supports, notes or will examine the recommendations under it.',
    upr_number_missing: (number: string) => `Recommendation ${number} is not in the text.`,
    upr_states_unknown: (number: string) =>
      `Recommendation ${number} does not end in the name of a State that is known.`,
    country_code_unknown: (code: string, symbol: string) =>
      `${code} in ${symbol} is no code of a State that is known. The State was not taken from it.`,
  },
} as const;
