import { mailEn, mailEs } from '#messages';
import type { Language, Translation } from '#messages';

/** What mails and the mailbox say, in each language. */
export const WORDS: Readonly<Record<Language, Translation<typeof mailEn>>> = { en: mailEn, es: mailEs };
