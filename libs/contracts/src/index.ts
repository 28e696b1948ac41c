export * from './audit.js';
export * from './docket.js';
export * from './indicator.js';
export * from './money-and-cases.js';
export * from './page.js';
export * from './recommendation.js';
export * from './state.js';
export * from './vocabulary.js';
