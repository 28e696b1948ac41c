export type * from './digest/digest-input.js';
export * from './mailbox/mailbox.js';
export * from './mailbox/mailbox-page.js';
export { MAILBOX_STYLE } from './mailbox/mailbox-style.js';
export type { StoredMail } from './mailbox/stored-mail.js';
export * from './mailer.js';
export * from './mails.js';
export * from './message-id.js';
export * from './smtp-mailer.js';
