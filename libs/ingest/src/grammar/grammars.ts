import type { DocumentLanguage } from '#domain';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import type { Grammar } from './grammar.js';

/** A further language is one file beside these and one line here. */
export const GRAMMARS: Readonly<Record<DocumentLanguage, Grammar>> = { en, es, fr };
