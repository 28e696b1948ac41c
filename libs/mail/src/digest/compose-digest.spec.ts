import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';

import { addDays } from '#domain';
import type { Language } from '#messages';

import { MAILS } from '../mails.js';
import type { DigestInput, DigestItem } from './digest-input.js';

const composeDigest = MAILS.digest;
const TODAY = '2026-11-23';
const WIDTH = 60;

function item(overrides: Partial<DigestItem> = {}): DigestItem {
  return {
    code: '34',
    title: 'Atención especializada',
    obligation: 'Plazas en centros especializados, 2026',
    dueOn: '2026-08-31',
    daysLate: 84,
    group: 'overdue',
    sentence: 'Vencido hace 84 días; venció el 31 de agosto de 2026',
    url: 'https://vigia.example/es/states/PER/recommendations/34',
    acknowledgeUrl: 'https://vigia.example/es/answer/abc',
    figureUrl: null,
    lateRung: false,
    unansweredFor: null,
    uid: 'PER.obligation.34',
    ...overrides,
  };
}

const DUE = item({
  code: '14 a',
  obligation: 'Programas de sensibilización',
  dueOn: '2027-03-31',
  daysLate: -128,
  group: 'due',
  sentence: 'Vence el 31 de marzo de 2027, dentro de 128 días',
  uid: 'PER.obligation.14a',
});
const CONDITION = item({
  code: '20 d',
  title: 'Origen étnico en el primer contacto',
  obligation: null,
  dueOn: null,
  daysLate: 0,
  group: 'condition',
  sentence: 'Indicador 20.4: nunca se envió un valor',
  uid: 'PER.indicator.7',
});

function digest(overrides: Partial<DigestInput> = {}): DigestInput {
  return {
    language: 'es',
    institutionName: 'Ministerio de la Mujer y Poblaciones Vulnerables',
    stateName: 'Perú',
    documentTitle: 'venta de niños, 2016',
    today: TODAY,
    items: [item(), DUE, CONDITION],
    listUrl: 'https://vigia.example/es/states/PER/alerts',
    nextReport: { certainty: 'estimated', dueOn: null, year: 2033 },
    demonstration: true,
    unsubscribeUrl: null,
    ...overrides,
  };
}

/** What a person reads of the HTML part: the text of its visible elements. */
function visibleText(html: string): string {
  return html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<div style="display:none.*?<\/div>/s, '')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_whole, name: string) => ENTITIES[name] ?? '');
}
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** Letters only: the text part has capitals, line breaks, indents and numbers of its own. */
function letters(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

function isAddress(line: string): boolean {
  return /^\s*https?:\/\/\S+$/.test(line);
}

const LANGUAGES: Language[] = ['en', 'es'];

describe('the digest of a day', () => {
  it('counts worst first in its subject', () => {
    expect(composeDigest(digest()).subject).toBe('1 envío vencido, 1 por vencer y 1 por revisar');
    expect(composeDigest(digest({ language: 'en', items: [item(), item()] })).subject).toBe('2 overdue');
    expect(composeDigest(digest({ language: 'en', items: [DUE, CONDITION] })).subject).toBe(
      '1 due and 1 to look at',
    );
  });

  it.each(LANGUAGES)('keeps its subject within 60 characters for thousands of items (%s)', (language) => {
    const many = [item(), DUE, CONDITION].flatMap((each) => Array.from({ length: 1_234 }, () => each));
    const { subject } = composeDigest(digest({ language, items: many }));
    expect(subject.length).toBeLessThanOrEqual(60);
    expect(subject.match(/1234/g)).toHaveLength(3);
  });

  it('says who owes what', () => {
    const title = (items: DigestItem[]) =>
      /<h1[^>]*>(.*?)<\/h1>/.exec(composeDigest(digest({ items })).html)?.[1];
    const who = 'Ministerio de la Mujer y Poblaciones Vulnerables';
    expect(title([item(), DUE])).toBe(`${who} debe dos envíos. Uno está vencido.`);
    expect(title([item()])).toBe(`${who} debe un envío. Está vencido.`);
    expect(title([item(), item()])).toBe(`${who} debe dos envíos. Todos están vencidos.`);
    expect(title([DUE])).toBe(`${who} debe un envío. No está vencido.`);
    expect(title([CONDITION])).toBe(`${who}: un punto por revisar`);
  });

  it.each(LANGUAGES)('says the same in both parts, in the same order (%s)', (language) => {
    const input = digest({ language, unsubscribeUrl: 'https://vigia.example/less' });
    const { html, text } = composeDigest({ ...input, items: [item({ lateRung: true }), DUE, CONDITION] });
    const plain = letters(text);
    let position = 0;
    const sentences = visibleText(html)
      .split('\n')
      .map((sentence) => letters(sentence))
      .filter((sentence) => sentence !== '' && !/^[◆▲○]$/.test(sentence));
    expect(sentences.length).toBeGreaterThan(20);
    for (const sentence of sentences) {
      const found = plain.indexOf(sentence, position);
      expect({ sentence, found: found >= 0 }).toEqual({ sentence, found: true });
      position = found + sentence.length;
    }
  });

  it('carries every address of the HTML part in the text part', () => {
    const { html, text } = composeDigest(digest({ unsubscribeUrl: 'https://vigia.example/less' }));
    const addresses = [...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(addresses).toHaveLength(8);
    for (const address of addresses) expect(text.split('\n').map((line) => line.trim())).toContain(address);
  });

  describe.each(LANGUAGES)('of somebody who owes much (%s)', (language) => {
    const many = (what: DigestItem, count: number): DigestItem[] =>
      Array.from({ length: count }, (_, place) => ({
        ...what,
        code: `${what.code}.${place}`,
        uid: `${what.uid}.${place}`,
      }));
    const links = (html: string): number => html.match(/recommendations\/34"/g)?.length ?? 0;
    const mailOf = (items: DigestItem[]) => composeDigest(digest({ language, items }));

    it('lists everything that is overdue, folds the rest into one sentence with its numbers, and keeps every date', () => {
      const { html, text, attachments } = mailOf([
        ...many(item(), 30),
        ...many(DUE, 12),
        ...many(CONDITION, 20),
      ]);
      // The fifteen that come first of what is not overdue: twelve with a day, three without.
      expect(links(html)).toBe(30 + 15);
      const folded =
        language === 'en' ? 'Not listed here: 17 to look at.' : 'No se enumeran aquí: 17 por revisar.';
      expect(visibleText(html)).toContain(folded);
      expect(text.replace(/\s+/g, ' ')).toContain(folded);
      expect(text.indexOf('34.29')).toBeLessThan(text.indexOf('14 a.0'));
      expect(attachments[0]?.content.match(/BEGIN:VEVENT/g)).toHaveLength(12);
    });

    it('stays within what a mail program shows of one mail, also where hundreds are overdue', () => {
      // As long as signed links are.
      const link = `https://vigia.example/es/answer/${'a'.repeat(240)}`;
      const late = item({ acknowledgeUrl: link, figureUrl: link });
      const { html } = mailOf([...many(late, 400), ...many(DUE, 400), ...many(CONDITION, 400)]);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(visibleText(html)).toContain(
        language === 'en'
          ? 'Not listed here: 360 overdue, 385 due and 400 to look at.'
          : 'No se enumeran aquí: 360 vencidos, 385 por vencer y 400 por revisar.',
      );
    });

    it('says nothing of folding where all fits', () => {
      expect(mailOf([...many(item(), 40), ...many(CONDITION, 15)]).text).not.toMatch(/listed here|enumeran/);
    });
  });

  it('orders what is overdue, what is due by day, and what has no day', () => {
    const { html } = composeDigest(
      digest({ items: [item(), { ...DUE, dueOn: TODAY }, DUE, { ...DUE, code: '14 d' }, CONDITION] }),
    );
    expect([...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((match) => match[1])).toEqual([
      'Vencido: 1',
      'Vence hoy: 1',
      'Vencen el 31 de marzo de 2027: 2',
      'Por revisar: 1',
    ]);
  });

  it('is one column of 560 pixels without pictures, scripts or outside styles', () => {
    const { html } = composeDigest(digest());
    expect(html).toMatch(/<html lang="es" dir="ltr">/);
    expect(html).toContain('max-width:560px');
    expect(html).not.toMatch(/<(img|script|style|link)\b|url\(/);
    expect(html.match(/<table\b/g)).toHaveLength(html.match(/<table role="presentation"/g)?.length ?? 0);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
  });

  it('tells how certain the next date of the Committee is', () => {
    const closing = (nextReport: DigestInput['nextReport']) => composeDigest(digest({ nextReport })).text;
    expect(closing({ certainty: 'estimated', dueOn: null, year: 2033 })).toContain('hacia 2033. Estimación');
    expect(closing({ certainty: 'confirmed', dueOn: '2027-10-15', year: 2027 })).toContain(
      '15 de octubre de 2027',
    );
    expect(closing({ certainty: 'awaiting_committee', dueOn: null, year: null })).toContain(
      'fecha por fijar',
    );
    expect(closing(null)).not.toContain('Próximo informe');
  });

  it('names itself automatic, and offers to receive less only where there is such a page', () => {
    expect(composeDigest(digest()).headers).toMatchObject({
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    });
    expect(composeDigest(digest()).headers).not.toHaveProperty('List-Unsubscribe');
    expect(composeDigest(digest({ unsubscribeUrl: 'https://vigia.example/less' })).headers).toMatchObject({
      'List-Unsubscribe': '<https://vigia.example/less>',
    });
  });

  it('says that it is a demonstration only in one', () => {
    expect(composeDigest(digest()).text).toContain('Demostración:');
    expect(composeDigest(digest({ demonstration: false })).text).not.toContain('Demostración:');
  });

  it('attaches the days ahead as all-day entries with a stable name', () => {
    const [calendar] = composeDigest(digest()).attachments;
    const lines = (calendar?.content ?? '').split('\r\n');
    expect(calendar?.filename).toBe('vigia.ics');
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'UID:PER.obligation.14a@vigia',
        'DTSTAMP:20261123T000000Z',
        'DTSTART;VALUE=DATE:20270331',
        'DTEND;VALUE=DATE:20270401',
        'SUMMARY:Programas de sensibilización\\, párr. 14 a',
      ]),
    );
  });

  it('attaches nothing, and promises nothing, when no day lies ahead', () => {
    const mail = composeDigest(digest({ items: [item(), CONDITION] }));
    expect(mail.attachments).toEqual([]);
    expect(mail.text).not.toContain('vigia.ics');
    expect(mail.html).not.toContain('vigia.ics');
  });

  it('neutralises whatever names and titles contain', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' style='x",
        'a\r\nBcc: everybody@example.org\r\n\r\nbody',
        'END:VEVENT\r\nBEGIN:VEVENT',
        '\u202eabc\u2066',
        'x'.repeat(300),
        '&lt;b&gt;',
        '$&$1',
      ),
    );
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        fc.constantFrom(...LANGUAGES),
        (one, two, three, language) => {
          const dueOn = addDays(TODAY, 30);
          const mail = composeDigest(
            digest({
              language,
              institutionName: one,
              stateName: two,
              documentTitle: three,
              items: [
                item({ title: one, obligation: two, sentence: three, code: one }),
                { ...DUE, dueOn, title: two, obligation: three, code: two },
              ],
            }),
          );
          const plain = composeDigest(digest({ language, items: [item(), { ...DUE, dueOn }] }));
          const tags = (html: string) => html.match(/<[a-z/!][^>]*?(?=[\s>])/g);
          expect(tags(mail.html)).toEqual(tags(plain.html));
          expect(mail.html + mail.text + mail.subject).not.toMatch(/[\p{Bidi_Control}\p{Cs}]|\r/u);
          expect(mail.text).not.toMatch(/[^\P{Cc}\n]/u);
          for (const line of mail.text.split('\n').filter((each) => !isAddress(each)))
            expect(line.length).toBeLessThanOrEqual(WIDTH);
          const calendar = mail.attachments[0]?.content ?? '';
          expect(calendar.match(/^BEGIN:/gm)).toHaveLength(2);
          for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reads back from MIME as it was written', async () => {
    const mail = composeDigest(digest());
    const source = await new MailComposer({
      from: 'Vigía <vigia@vigia.example>',
      to: { name: 'Rosa Núñez', address: 'rosa@mimp.example' },
      ...mail,
      headers: { ...mail.headers },
      attachments: mail.attachments.map((each) => ({ ...each })),
    })
      .compile()
      .build();
    const parsed = await simpleParser(source, { skipImageLinks: true });
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text?.trim()).toBe(mail.text.trim());
    expect(parsed.html).toBe(mail.html);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.attachments[0]?.contentType).toBe('text/calendar');
    expect(parsed.attachments[0]?.content.toString('utf8')).toBe(mail.attachments[0]?.content);
  });

  it('offers to send the figure first, where one is asked for, in both parts', () => {
    const figureUrl = 'https://vigia.example/es/figure/def';
    const { text, html } = composeDigest(digest({ items: [item({ figureUrl }), CONDITION] }));
    for (const part of [text, html]) {
      expect(part.split(figureUrl)).toHaveLength(2);
      expect(part.indexOf(figureUrl)).toBeLessThan(part.indexOf('https://vigia.example/es/answer/abc'));
    }
    expect(text).toContain('Enviar la cifra:');
  });
});
