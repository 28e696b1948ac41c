import { describe, expect, it } from '@jest/globals';
import { h } from 'preact';
import renderToString from 'preact-render-to-string';

import type { InstitutionList } from '#contracts';

import { NewInstitutionForm } from '../page/institution/change-forms.js';
import { AddForm } from '../page/successions/add-form.js';
import { RecordLetterForm } from '../page/transmissions/record-letter-form.js';
import { wordingFor } from '../wording/wording.js';
import { FoldedForm } from './act-form.js';
import { ReasonField } from './reason-field.js';

const wording = wordingFor('en');
const visitWith = (action: string, fields: Readonly<Record<string, string>>) =>
  ({
    wording,
    typedInto: (asked: string) => new URLSearchParams(asked === action ? fields : {}),
  }) as never;
const institutions = {
  items: [
    { code: 'MIMP', name: 'Ministry of Women' },
    { code: 'MEF', name: 'Ministry of Economy' },
  ],
} as unknown as InstitutionList;
const list = { state: { iso3: 'PER' } } as never;

/** Values of the fields that stand in the form, in their order. */
function standing(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag, name = ''] of html.matchAll(/<(?:input|textarea|select)[^>]*name="(\w+)"[^>]*>/g)) {
    const after = html.slice(html.indexOf(tag) + tag.length);
    const value = tag.startsWith('<select')
      ? /<option[^>]* selected[^>]*>/.exec(after.slice(0, after.indexOf('</select>')))?.[0]
      : tag;
    values[name] = tag.startsWith('<textarea')
      ? after.slice(0, after.indexOf('</textarea>'))
      : (/value="([^"]*)"/.exec(value ?? '')?.[1] ?? '');
  }
  return values;
}

describe('a form that comes back with a problem', () => {
  it('holds every field of a new institution again, choices too', () => {
    const typed = {
      code: 'MTPE',
      name_en: 'Ministry of Labour',
      name_es: 'Ministerio de Trabajo',
      short_en: 'MoL',
      short_es: 'MTPE',
      level: 'regional',
      parent: 'MEF',
      from: '2026-01-31',
    };
    const visit = visitWith('/states/PER/institutions', typed);
    const form = h(NewInstitutionForm, { iso3: 'PER', institutions, visit });
    expect(standing(renderToString(form))).toMatchObject(typed);
    const fresh = h(NewInstitutionForm, { iso3: 'PER', institutions, visit: visitWith('/', typed) });
    expect(standing(renderToString(fresh))).toMatchObject({ code: '', name_en: '', parent: '', from: '' });
  });

  it('holds what was typed of a letter before what the page suggests', () => {
    const typed = {
      institution: 'MIMP',
      recipient: Object.keys(wording.say.institution.transmissions.kinds)[1] ?? '',
      items: '8 (a), 9',
      letter: 'OF-12',
      sent_on: '2026-02-03',
      received_on: '2026-02-09',
    };
    const visit = visitWith('/states/PER/transmissions', typed);
    const form = h(RecordLetterForm, { iso3: 'PER', today: '2026-06-30', institutions, visit });
    expect(standing(renderToString(form))).toMatchObject(typed);
  });

  it('holds what was typed of a succession', () => {
    const typed = {
      earlier: 'crc-c-1.8',
      later: 'crc-c-2.9',
      laterDocument: 'crc-c-2',
      kind: 'replaced',
      reason: 'The same matter',
    };
    const kinds = Object.keys(wording.say.cycle.kinds);
    const chosen = { ...typed, kind: kinds.at(-1) ?? '' };
    const form = h(AddForm, { list, visit: visitWith('/states/PER/successions', chosen) });
    expect(standing(renderToString(form))).toMatchObject(chosen);
  });

  it('stands open where it waited behind its name, and the others stay shut', () => {
    const visit = visitWith('/a', { reason: 'Merged <by> law' });
    const shown = (action: string) =>
      renderToString(
        h(FoldedForm, {
          visit,
          action,
          summary: 'End',
          button: 'End it',
          children: h(ReasonField, { wording }),
        }),
      );
    expect(shown('/a')).toMatch(/^<details class="change" open/);
    expect(standing(shown('/a'))['reason']).toBe('Merged &lt;by> law');
    expect(shown('/b')).toMatch(/^<details class="change">/);
    expect(standing(shown('/b'))['reason']).toBe('');
  });
});
