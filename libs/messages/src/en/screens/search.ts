/** Searching what is public of a State. */
export const searchEn = {
  documentTitle: 'Search',
  start: (state: string) => `Search what is asked of ${state}`,
  title: (shown: number, more: boolean, asked: string) =>
    shown === 0
      ? `Nothing holds “${asked}”`
      : `${more ? 'The first ' : ''}${shown} ${shown === 1 ? 'place' : 'places'} for “${asked}”`,
  label: 'Words, or a paragraph such as 14(a)',
  hint: 'All words must occur; accents and endings do not matter. OR between two words takes either, "in quotation marks" takes them in this order, -word leaves out what holds it.',
  kind: 'Look in',
  everything: 'Everything',
  kinds: {
    recommendation: 'Recommendations',
    paragraph: 'Paragraphs',
    document: 'Documents',
    indicator: 'Indicators',
    institution: 'Institutions',
  },
  search: 'Search',
  next: 'Next page',
  inList: 'Words in this list',
  whole: 'Show the whole list',
  nothingIn: (asked: string) => `Nothing in this list holds “${asked}”. What may help:`,
  unknownChoice: (value: string, choice: string) => `“${value}” is none of the choices of “${choice}” here.`,
  unreadable: (value: string) =>
    `The address asks for “${value}”, which is none of the choices of this page. It was left out.`,
  placeGone: 'That place in the list is not known any more. The list begins at its start.',
  withoutIt: 'Show without it',
  suggestionsIn: [
    'Use fewer words, or a more general one.',
    'Put OR between words that mean the same.',
    'Try the language in which the text was written.',
  ],
  nothing: 'Nothing that is public holds these words. What may help:',
  suggestions: [
    'Use fewer words, or a more general one.',
    'Put OR between words that mean the same.',
    'Try the language of the document: some texts were taken in only in English.',
    'Look in everything instead of one kind.',
  ],
  allRecommendations: 'See all recommendations',
  paragraph: (code: string) => `Paragraph ${code}`,
};
