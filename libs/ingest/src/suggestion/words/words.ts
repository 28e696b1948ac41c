import type { DocumentLanguage } from '#domain';

import type { RuleWords } from '../rule-words.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';

/** A further language is one file beside these and one line here. */
export const RULE_WORDS: Readonly<Record<DocumentLanguage, RuleWords>> = { en, es, fr };
