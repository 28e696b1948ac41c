export * from './config-error.js';
export type { Config } from './config.js';
export * from './describe-environment.js';
export * from './kept-secret.js';
export * from './load-config.js';
export * from './local-secrets.js';
