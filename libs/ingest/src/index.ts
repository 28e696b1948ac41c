export { alphaTwoOf } from './nations/country-code.js';
export { parseDocument, readAnyDocument } from './parse-document.js';
export type { DocumentFile } from './reading/document-file.js';
export { openDocumentFile } from './reading/open-document-file.js';
export { READABLE_ENDINGS, readDocumentText } from './reading/read-document-text.js';
export { findPersonalData } from './personal-data/find-personal-data.js';
export { correctReading } from './correction/correct-reading.js';
export type { CorrectedReading } from './correction/correct-reading.js';
export { readLettered, writeLettered } from './correction/lettered-text.js';
export { sameWords } from './correction/same-words.js';
export { excerptByParagraph } from './correction/source-excerpt.js';
export {
  readIds,
  readOutline,
  readRequests,
  writeOutline,
  writeRequests,
} from './correction/written-outline.js';
export { readLists, writeLists } from './correction/written-reading.js';
export { suggestClassifications } from './suggestion/suggest-classifications.js';
export { readUhriExport } from './uhri/read-uhri-export.js';
export { EVIDENCE_ENDINGS, evidenceMediaTypeOf } from './evidence-file/evidence-media-type.js';
export { readBudget } from './figures/budget-reading.js';
export type { KnownBudgetLine, ReadBudgetFigure } from './figures/budget-figure.js';
export { readDeflator } from './figures/deflator-reading.js';
export type { ReadDeflator } from './figures/deflator-reading.js';
export { guessHead } from './figures/header-search.js';
export { readProsecutions } from './figures/prosecution-reading.js';
export type { ReadCaseFigure } from './figures/prosecution-reading.js';
export { readObservations } from './figures/read-observations.js';
export type { FileReading } from './figures/read-observations.js';
export type { FigureVocabulary, ReadingOptions, RememberedMapping } from './figures/reading-context.js';
export { openTable } from './table/open-table.js';
export type { Table } from './table/table.js';
export { registerCode } from './figures/category-lookup.js';
