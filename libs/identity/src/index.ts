export * from './link/sign-in-links.js';
export * from './link/signed-link.js';
export * from './permission/grant.js';
export * from './permission/permission.js';
export * from './session/sessions.js';
export * from './session/visitor.js';
export * from './session/visitors.js';
