export * from './format/format.js';
export * from './language.js';
export * from './parameters.js';
export * from './sentences.js';
export { mailEn } from './en/mail.js';
export { mailEs } from './es/mail.js';
export { ingestEn } from './en/ingest.js';
export { screensEn } from './en/screens.js';
export { screensEs } from './es/screens.js';
