import { describe, expect, it } from '@jest/globals';

import { checksEn } from './en/checks.js';
import { deadlineEn } from './en/deadline.js';
import { importEn } from './en/import.js';
import { ingestEn } from './en/ingest.js';
import { tableEn } from './en/table.js';
import { mailEn } from './en/mail.js';
import { screensEn } from './en/screens.js';
import { checksEs } from './es/checks.js';
import { deadlineEs } from './es/deadline.js';
import { importEs } from './es/import.js';
import { ingestEs } from './es/ingest.js';
import { tableEs } from './es/table.js';
import { mailEs } from './es/mail.js';
import { screensEs } from './es/screens.js';

const SECTIONS: readonly [string, object, object][] = [
  ['checks', checksEn, checksEs],
  ['deadline', deadlineEn, deadlineEs],
  ['import', importEn, importEs],
  ['ingest', ingestEn, ingestEs],
  ['table', tableEn, tableEs],
  ['mail', mailEn, mailEs],
  ['screens', screensEn, screensEs],
];

/** Every key, with the number of parameters that its sentence takes: `finding.deadline.overdue/1`. */
function keysOf(section: object, path = ''): string[] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) => {
    const place = `${path}${key}`;
    if (typeof value === 'object' && value !== null) return keysOf(value, `${place}.`);
    return [typeof value === 'string' ? place : `${place}()`];
  });
}

describe('the languages', () => {
  it.each(SECTIONS)('have the same sentences in the section %s', (_name, english, spanish) => {
    expect(keysOf(spanish).sort()).toEqual(keysOf(english).sort());
  });

  it.each(SECTIONS)(
    'leave no sentence of the section %s untranslated by accident',
    (_name, english, spanish) => {
      const empty = (section: object): string[] =>
        Object.entries(section).flatMap(([key, value]: [string, unknown]) =>
          typeof value === 'string'
            ? value.trim() === ''
              ? [key]
              : []
            : typeof value === 'object' && value !== null
              ? empty(value)
              : [],
        );
      expect([...empty(english), ...empty(spanish)]).toEqual([]);
    },
  );
});
