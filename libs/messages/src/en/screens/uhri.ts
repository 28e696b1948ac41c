import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the Universal Human Rights Index has: its exports on their way in, and what is on record of it. */
export const uhriEn = {
  documentTitle: 'Universal Human Rights Index',
  title: 'Import from the Universal Human Rights Index',
  lede: 'Upload an export of the Index as JSON. You then see what is new, what changed and what is gone, and confirm it. Nothing is on record before that, and the official text here is never changed by it.',
  link: 'Import from the Universal Human Rights Index',
  onRecord: 'What is on record of the Index',
  file: 'File',
  fileHint: (megabytes: number) =>
    `JSON as the Index exports it, at most ${megabytes} MB. Rows about other States are left out.`,
  language: 'Language of the export',
  languages: { en: 'English', es: 'Spanish' } as Record<string, string>,
  upload: 'Upload and compare',
  earlier: 'Uploaded before',
  none: 'Nothing was uploaded yet.',
  columns: { file: 'File', when: 'Uploaded', state: 'State', rows: 'Rows' },
  states: {
    open: 'not saved yet',
    expired: 'expired',
    saved: 'saved',
    discarded: 'discarded',
  } as Record<string, string>,
  commandLine: 'command line',
  next: 'Older uploads',
  more: 'More',
  preview: {
    title: (changes: number) =>
      changes === 0
        ? 'The record says the same already'
        : changes === 1
          ? 'One annotation differs'
          : `${capital(numberInWords('en', changes))} annotations differ`,
    titleSaved: (changes: number) =>
      changes === 1
        ? 'One annotation was saved on record'
        : `${capital(numberInWords('en', changes))} annotations were saved on record`,
    from: (file: string, by: string, day: string) => `From ${file}, uploaded by ${by} on ${day}.`,
    until: (day: string) => `It can be saved until ${day}.`,
    closed: {
      saved: 'This import was saved.',
      discarded: 'This import was discarded.',
      expired: 'This import waited too long and can no longer be saved. Upload the export again.',
    } as Record<string, string>,
    read: (rows: string) => `${rows} rows were read.`,
    otherStates: (count: number, rows: string) =>
      count === 1
        ? 'One is about another State and was left out.'
        : `${rows} are about other States and were left out.`,
    unknown: (rows: string, names: string) =>
      `${rows} name no State that is known and were left out: ${names}.`,
    repeated: (rows: string) => `${rows} repeat a row of the same file.`,
    unlisted: (rows: string) => `${rows} further rejected rows are not listed.`,
    counts: 'What saving would do',
    countsDone: 'What was saved',
    kind: 'Kind',
    count: 'Annotations',
    changes: {
      new: 'New',
      changed: 'Changed',
      absent: 'No longer in the export',
      rejected: 'Rejected',
      unchanged: 'Unchanged',
    } as Record<string, string>,
    what: {
      new: 'They are added.',
      changed: 'What they said before is kept in their history.',
      absent: 'They stay on record, marked as gone, and are no longer shown to the public.',
      rejected: 'These rows are left out. Everything else can be saved.',
      unchanged: 'Nothing happens to them.',
    } as Record<string, string>,
    empty: 'There is none of this kind.',
    row: (row: string) => `Row ${row}`,
    wholeRow: 'the row',
    found: 'Found',
    expected: 'Expected',
    before: 'Before',
    after: 'After',
    nothing: 'nothing',
    returned: 'It is in the export again.',
    save: 'Save on record',
    discard: 'Discard this upload',
    done: { saved: 'Saved on record.', discarded: 'Discarded.' } as Record<string, string>,
  },
  /** What is expected of a rejected value. */
  rejected: {
    annotation_id: 'the number of OHCHR, 32 digits in five groups (a UUID)',
    body: 'a treaty body such as CRC or CRC-OP-SC, UPR, or a special procedure that begins SR, IE or WG',
    country: 'at least one State, one to a line',
    day: 'a day as 2026-02-25, or as the number that a spreadsheet keeps, such as 46078',
    kind: 'Recommendations or Concerns/Observations',
    list: 'entries of text, one to a line, at most 500',
    moment: 'a day with its time as 2026-04-13T11:59:28, or the number that a spreadsheet keeps',
    once: 'each annotation once: an earlier row says something else about it',
    position: 'Supported or Noted; empty for treaty bodies',
    row: 'a record with the columns of the export',
    session: 'the number of a session, such as 36 Session; empty for treaty bodies',
    symbol: 'the symbol of a document, such as CEDAW/C/IRQ/CO/8',
    text: 'the words of the passage, at most 60,000 characters',
  } as Record<string, string>,
  /** Where a passage stands. */
  place: (symbol: string | null, paragraph: string | null) =>
    [symbol, paragraph === null ? null : `para. ${paragraph}`].filter((part) => part !== null).join(', '),
  fields: {
    symbol: 'Document',
    body: 'Body',
    kind: 'Type',
    heading: 'Heading',
    paragraph: 'Paragraph',
    text: 'Text',
    countries: 'Countries concerned',
    regions: 'Regions concerned',
    themes: 'Themes',
    affectedPersons: 'Affected persons',
    sdgs: 'Sustainable Development Goals',
    publishedOn: 'Published on',
    listedAt: 'In the Index since',
    recommendingStates: 'Recommending States',
    recommendingRegions: 'Recommending regions',
    uprPosition: 'Position of the State',
    uprSession: 'Session of the review',
  } as Record<string, string>,
  kinds: { recommendation: 'Recommendation', observation: 'Concern or observation' } as Record<
    string,
    string
  >,
  annotations: {
    documentTitle: 'On record of the Index',
    title: 'What the Universal Human Rights Index has',
    lede: 'Each annotation beside the paragraph of ours that it is about. The same document and number join them; like words are only a suggestion. What you confirm stands on the public page of the recommendation; nobody else sees what waits or was refused.',
    empty: 'Nothing was imported yet.',
    passage: 'Annotation',
    ours: 'Paragraph of ours',
    gone: 'no longer in the export',
    paragraph: (code: string) => `Paragraph ${code}`,
    same: 'the same words',
    differs: 'other words than ours',
    notCompared: 'our text is not there in this language',
    suggested: (percent: string) => `Suggested: ${percent} alike`,
    unlinked: 'none is known',
    compare: 'Show the difference',
    done: {
      confirmed: 'Confirmed. It stands on the public page of the recommendation.',
      refused: 'Refused. It does not stand on the public page.',
    } as Record<string, string>,
    confirm: 'Confirm',
    refuse: 'Refuse',
    named: (act: string, code: string) => `${act}: ${code}`,
    waits: 'waits for a person',
    verdicts: { confirmed: 'confirmed', refused: 'refused' } as Record<string, string>,
    by: (verdict: string, person: string, day: string) => `${verdict} by ${person} on ${day}`,
    removed: 'only here',
    added: 'only in the Index',
  },
  /** On the page of a recommendation, for everybody. */
  public: {
    title: 'Also in the Universal Human Rights Index',
    aside: 'Confirmed by the secretariat. The words are those of the Index, beside the official text.',
    number: (id: string) => `Annotation ${id}`,
    link: 'Universal Human Rights Index',
  },
  problems: {
    'uhri.annotation_unknown': 'There is no such annotation on record.',
    'uhri.link': 'This recommendation is neither linked with the annotation nor suggested for it.',
    'uhri.json': 'The file is broken: it is no whole JSON. Nothing was taken in; export it again.',
    'uhri.format': 'This is no JSON. Export from the Index as JSON.',
    'uhri.empty': 'The file is empty.',
    'uhri.encoding': 'The file is not UTF-8 throughout. Save it again as JSON in UTF-8.',
    'uhri.record_length':
      'One record is far too long: a list of records, or a record to a line, is expected.',
    'uhri.too_large': 'The file is too large.',
    'uhri.nothing': 'No row of this file can be taken in for this State. Is it the export of another State?',
    'uhri.closed': 'This import was saved or discarded, or has waited for too long. Upload the export again.',
    'uhri.unknown': 'There is no such import.',
    'uhri.unchanged': 'The record says the same already: there is nothing to save.',
    'uhri.moved': 'The record has changed since this difference was shown. Look at it again, then save.',
    'form.language': 'Choose the language of the export.',
  } as Record<string, string>,
  problemAt: (line: string, byte: string) => `The place is in line ${line}, at byte ${byte} of the file.`,
};
