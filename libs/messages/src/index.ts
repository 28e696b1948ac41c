export * from './format/format.js';
export * from './language.js';
export { ingestEn } from './en/ingest.js';
export { ingestEs } from './es/ingest.js';
