import type { Language } from '#messages';

/** Of a mail that a program writes: it wants no automatic reply (RFC 3834, 5). */
export function automaticHeaders(language: Language): Record<string, string> {
  return {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': language,
  };
}
