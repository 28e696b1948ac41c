export { parseDocument } from './parse-document.js';
export type { DocumentFile } from './reading/document-file.js';
export { openDocumentFile } from './reading/open-document-file.js';
export { READABLE_ENDINGS, readDocumentText } from './reading/read-document-text.js';
export { findPersonalData, findPersonalDataInRows } from './personal-data/find-personal-data.js';
export type { PersonalDataFinding } from './personal-data/find-personal-data.js';
export { PERSONAL_DATA_KINDS } from './personal-data/personal-data-kind.js';
export type { PersonalDataKind } from './personal-data/personal-data-kind.js';
