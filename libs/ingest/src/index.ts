export { alphaTwoOf } from './nations/country-code.js';
export { parseDocument, readAnyDocument } from './parse-document.js';
export type { DocumentFile } from './reading/document-file.js';
export { openDocumentFile } from './reading/open-document-file.js';
export { READABLE_ENDINGS, readDocumentText } from './reading/read-document-text.js';
export { findPersonalData } from './personal-data/find-personal-data.js';
