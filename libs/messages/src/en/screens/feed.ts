/** What is read outside of the pages: feeds. */
export const feedEn = {
  changes: (state: string) => `Vigía: what changed about ${state}`,
  changesLink: 'What changed lately, for feed readers (Atom)',
  document: (title: string) => `Document: ${title}`,
  documentWhat: 'It is on the record with its recommendations, or was amended.',
  statuses: (status: string, count: number, document: string) =>
    `${status}: ${count} ${count === 1 ? 'recommendation' : 'recommendations'}, ${document}`,
  more: (count: number) => `and ${count} more`,
  figures: (indicator: string, source: string) => `Figures published: ${indicator} (${source})`,
  figuresWhat: (cells: number, from: string, to: string) =>
    `${cells} ${cells === 1 ? 'value' : 'values'}, ${from} to ${to}`,
  assessed: (who: string, code: string, grade: string) => `Assessment of ${code}, ${who}: ${grade}`,
  withdrawn: (who: string, code: string) => `Assessment of ${code} withdrawn, ${who}`,
  moved: (what: string, document: string) => `Date changed: ${what}, ${document}`,
  movedWhat: (now: string, before: string) => `Now: ${now}. Before: ${before}.`,
};
