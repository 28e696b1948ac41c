/** Documents on their way in: upload, reading beside the text, corrections, saving. */
export const intakeEn = {
  documentTitle: 'Take a document in',
  title: 'Take a document in',
  lede: 'Upload concluding observations. You then see what was read beside the text, correct what was read wrongly, and save it. Nothing is on record before that.',
  file: 'File',
  fileHint: (endings: string) => `${endings}, in English, Spanish or French, at most 20 MB`,
  upload: 'Upload and read',
  earlier: 'Uploaded before',
  none: 'Nothing was uploaded yet.',
  open: 'Look at it',
  columns: { file: 'File', title: 'Title', when: 'Uploaded', state: 'State' },
  states: { open: 'not saved yet', saved: 'saved', discarded: 'discarded' } as Record<string, string>,
  next: 'Older uploads',
  preview: {
    title: (recommendations: number, key: string) =>
      recommendations === 1
        ? `One recommendation read in ${key}`
        : `${recommendations} recommendations read in ${key}`,
    from: (file: string, by: string, day: string) => `From ${file}, uploaded by ${by} on ${day}.`,
    closed: {
      saved: 'This reading was saved. To change it, upload the file again.',
      discarded: 'This upload was discarded. Corrections that were made stay for the next one.',
    } as Record<string, string>,
    attention: (paragraphs: number) =>
      paragraphs === 0
        ? 'The reading is sure of every paragraph.'
        : paragraphs === 1
          ? 'One paragraph needs a look:'
          : `${paragraphs} paragraphs need a look:`,
    facts: 'The document',
    factsWhat: 'Only what the text itself says. What it does not say stays empty.',
    paragraphs: 'Text and reading',
    paragraphsWhat: 'On the left the lines of the file as they came, on the right how they are read.',
    paragraph: (number: number) => `Paragraph ${number}`,
    noExcerpt: 'The lines of this paragraph were not found again in the file.',
    tracked: (codes: string) => `Tracked as ${codes}`,
    trackedNone: 'Nothing is tracked from this paragraph.',
    answers: (number: number) => `answers the concern of paragraph ${number}`,
    corrected: (by: string, day: string) => `Corrected by ${by} on ${day}.`,
    unplaced: (places: string) => `Corrections for places that this text does not have: ${places}.`,
    correct: 'Correct',
    correctParagraph: (number: number) => `Correct the reading of paragraph ${number}`,
    correctFacts: 'Correct what is read of the document',
    keep: 'Keep the correction',
    withdraw: 'Take the correction back',
    kind: 'Kind',
    kinds: {
      concern: 'concern',
      recommendation: 'recommendation',
      positive: 'positive aspect',
      procedural: 'procedural',
    } as Record<string, string>,
    verb: 'Verb',
    noVerb: 'none: asks nothing of the State',
    verbs: {
      recommends: 'recommends',
      urges: 'urges',
      encourages: 'encourages',
      requests: 'requests',
      calls_upon: 'calls upon',
      invites: 'invites',
      reiterates: 'reiterates',
      reminds: 'reminds',
      suggests: 'suggests',
      strongly_recommends: 'strongly recommends',
      strongly_urges: 'strongly urges',
    } as Record<string, string>,
    chapeau: 'Sentence before the letters',
    chapeaux: {
      bare: 'only leads in to the letters',
      substantive: 'holds a recommendation of its own',
    } as Record<string, string>,
    noChapeau: 'the paragraph is one recommendation',
    concern: 'Paragraph whose concern it answers',
    words: 'Words, a line for each letter',
    wordsHint:
      'Begin a line with (a), (b) … where a letter begins; indent nested ones. Every word must stay.',
    references: 'References to other documents',
    referencesHint: 'One to a line: CRC/C/PER/CO/4-5: 9, 10',
    articles: 'Articles of treaties',
    articlesHint: 'One to a line: CRC-OP-SC 3(1)(a)',
    reason: 'Why (optional)',
    symbol: 'Symbol',
    titleField: 'Title',
    reportConsidered: 'Report considered',
    reportConsideredHint: 'Symbols, one to a line',
    consideredOn: 'Considered on',
    consideredOnHint: 'Days as 2016-01-29, one to a line',
    adoptedOn: 'Adopted on',
    dayHint: 'As 2016-01-29',
    nextReportOn: 'Next report due on',
    nextReportStatement: 'What is said on the next report',
    followUp: 'Follow-up asked for',
    followUpHint: 'One request to a line: 18, 36(a): P2Y (two years) or 9: 2027-01-31',
    importance: 'Paragraphs of particular importance',
    importanceHint: 'As 15, 22(b)',
    outline: 'Headings and their paragraphs',
    outlineHint: 'One to a line, indented: IV. Prevention [19-22]',
    empty: 'not said',
    savingTitle: 'Save',
    saving: {
      new: 'This document is not on record yet. Its recommendations are tracked from the moment it is saved.',
      unchanged: 'The same text and reading are on record. Saving changes nothing.',
      amended: 'This document is on record with another text or reading. Saving changes it:',
      language_added: 'This document is on record in another language. Saving puts these words beside it.',
    } as Record<string, string>,
    changes: {
      added: (codes: string) => `New recommendations: ${codes}.`,
      adoption: (before: string | null, after: string) =>
        before === null
          ? `Adopted on ${after}, so far without a day: the dates that are counted from it are set.`
          : `Adopted on ${after} instead of ${before}: the dates that are counted from it move with it.`,
      removed: (codes: string) => `No longer recommendations: ${codes}.`,
      reworded: (codes: string) => `Other words in ${codes}.`,
      kind: (number: number, before: string, after: string) =>
        `Paragraph ${number}: ${before} becomes ${after}.`,
      paragraphsAdded: (numbers: string) => `New paragraphs: ${numbers}.`,
      paragraphsRemoved: (numbers: string) => `Paragraphs that go: ${numbers}.`,
      paragraphsReworded: (numbers: string) => `Other words in paragraphs ${numbers}.`,
      judged: (codes: string) =>
        `${codes} would go, although it was assessed or decided on: what was said is never taken away. Correct the reading first, so that it is there under the same number: this cannot be saved.`,
      followed: (codes: string) =>
        `${codes} would go, although indicators, obligations or alerts hang on it. Correct the reading first: this cannot be saved.`,
      unmatched: (codes: string) =>
        `Without a counterpart in the other language: ${codes}. They stay as they are, without these words.`,
    },
    saveReason: 'Why the record changes',
    save: 'Save on record',
    discard: 'Discard this upload',
    done: {
      document: 'Kept.',
      paragraph: 'Kept.',
      saved: 'Saved on record.',
      discarded: 'Discarded.',
    } as Record<string, string>,
    toRecommendations: 'Go to the recommendations',
  },
  problems: {
    'form.file': 'Choose a file of at most 20 MB.',
    'form.words': 'The words are missing or too long.',
    'form.kind': 'Choose a kind.',
    'form.verb': 'Choose a verb.',
    'form.title': 'The title is missing.',
    'form.references':
      'A line of the references or articles cannot be read: see the examples beside the fields.',
    'form.followUp': 'A line of the follow-up cannot be read: see the example.',
    'form.outline': 'A line of the headings cannot be read: see the example.',
    'form.importance': 'The list of paragraphs cannot be read: see the example.',
    'form.consideredOn': 'A day is written as 2016-01-29.',
    'form.adoptedOn': 'A day is written as 2016-01-29.',
    'form.nextReportOn': 'A day is written as 2016-01-29.',
    'reading.words':
      'The words are the Committee’s: they can be divided into letters otherwise, but every word must stay, in its order.',
    'reading.verb':
      'A recommendation needs a verb; a concern or a positive aspect has none. Change the kind or the verb.',
    'reading.chapeau': 'A paragraph without letters has no sentence that leads in to them.',
    'reading.place': 'The text has no such paragraph.',
    'intake.unknown': 'There is no such upload.',
    'intake.closed': 'This document was saved or discarded meanwhile. Upload it again to read it anew.',
    'intake.judged':
      'This reading would take a recommendation away that was assessed or decided on. Correct it so that it is there under the same number, then save.',
    'intake.followed':
      'This reading would take a recommendation away on which indicators, obligations or alerts hang. Correct it so that it is there, then save.',
    'intake.reason': 'This changes a document that is on record: say why.',
    'ingest.other_state': 'This document is about another State.',
    'ingest.unknown_format': 'Files with this ending cannot be read.',
    'ingest.empty_file': 'The file is empty.',
    'ingest.empty_text': 'The document has no text.',
    'ingest.too_large': 'The document is too large: send only the text of the concluding observations.',
    'ingest.binary_file': 'The file holds binary data although its ending says that it is text.',
    'ingest.wrong_encoding': 'The file is not UTF-8 text. Save it again with the encoding UTF-8.',
    'ingest.language_not_recognised':
      'The language was not recognised. English, Spanish and French can be read.',
    'ingest.other_kind_of_document':
      'This is another kind of document, not concluding observations of a treaty body.',
    'ingest.not_concluding_observations': 'This does not look like concluding observations.',
  } as Record<string, string>,
};
