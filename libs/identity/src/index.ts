export * from './permission.js';
export * from './sign-in.js';
export * from './signed-link.js';
