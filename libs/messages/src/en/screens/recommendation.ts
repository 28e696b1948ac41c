import { numberInWords } from '../../format/format.js';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The list of recommendations, and the page of one. */
export const recommendationEn = {
  list: {
    documentTitle: 'Recommendations',
    title: (shown: number, more: boolean, conditions: string) => {
      const counted =
        shown === 0
          ? 'No recommendation fits'
          : more
            ? `The first ${shown} recommendations`
            : `${capital(numberInWords('en', shown))} ${shown === 1 ? 'recommendation' : 'recommendations'}`;
      return conditions === '' ? counted : `${counted}: ${conditions}`;
    },
    titleOfAll: (total: number) => `The ${total} recommendations, word for word`,
    filter: 'Show only',
    status: 'Status',
    theme: 'Theme',
    institution: 'Responsible',
    document: 'Document',
    any: 'All',
    holding: (words: string) => `“${words}”`,
    apply: 'Show',
    onlyLed: 'Only what it leads',
    clear: 'Show all',
    paragraph: 'Para.',
    recommendation: 'Recommendation',
    due: 'Nearest date',
    lead: 'Responsible',
    next: 'Next page',
    empty: 'No recommendation has all of these. Choose fewer conditions.',
    noDate: 'No open date',
  },
  label: (code: string) => `Recommendation ${code}`,
  paragraph: (code: string) => `Paragraph ${code}`,
  concern: 'The concern',
  concernNote: (paragraph: number) => `What the Committee saw, paragraph ${paragraph}.`,
  opening: 'The opening words',
  openingNote: (verb: string) => `They govern every letter below. The verb is “${verb}”.`,
  official: 'The recommendation',
  officialNote: 'Quoted word for word. The title above is ours.',
  chapeauNote: 'This paragraph recommends something of its own before its letters begin.',
  otherLanguage: (language: string, wanted: string) =>
    `Official text in ${language}; no ${wanted} version has been taken in.`,
  languageNames: { en: 'English', es: 'Spanish', fr: 'French' } as Record<string, string>,
  whoMustAct: 'Who must act',
  named: 'Named in the text',
  responsible: 'Responsible today',
  role: 'Role',
  roles: { lead: 'Lead', support: 'Supporting' },
  notNamed: 'Nobody is named',
  nobody: 'Nobody is responsible',
  nobodyAtAll: 'No institution has been named for this recommendation, in the text or since.',
  dates: 'What is owed, and when',
  obligation: 'What is owed',
  period: 'Period',
  due: 'Due',
  sent: 'Sent',
  yes: 'Yes',
  no: 'No',
  required: 'required',
  noDates: 'Nothing with a date is owed for this recommendation.',
  indicators: 'What the indicators say',
  tracks: { data: 'Data', budget: 'Budget', prosecutions: 'Prosecutions' },
  allCharted: 'Each is shown above.',
  noIndicators: 'No indicator of this kind.',
  siblings: 'In the same paragraph',
  references: 'The text refers to',
  article: (article: string, instrument: string | null) =>
    instrument === null ? `article ${article}` : `article ${article}, ${instrument}`,
  previous: (code: string) => `Previous: ${code}`,
  next: (code: string) => `Next: ${code}`,
  source: (title: string, symbol: string) => `${title}, ${symbol}`,
  inferred: (symbol: string) => `${symbol} (symbol inferred: the text does not give its own)`,
  allValuesDemonstration: 'Figures marked demo are invented',
};
