import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

import type { RenderPage } from '#contracts';
import { MAILS, mailFrameHtml, renderMailPage, renderMailboxPage } from '#mail';
import type { DigestInput } from '#mail';

import { indicatorData, indicatorMetadata } from '../../apps/web/fixtures/indicators.js';
import { budget, prosecutions } from '../../apps/web/fixtures/money-and-cases.js';
import { overview } from '../../apps/web/fixtures/overview.js';
import { recommendations } from '../../apps/web/fixtures/recommendations.js';
import { searchResult } from '../../apps/web/fixtures/search.js';
import { state } from '../../apps/web/fixtures/states.js';
import { composeMessage } from '../../libs/mail/src/compose-message.js';
import { WRITTEN_PAGES } from '../support/written-pages.js';
import type { WrittenPage } from '../support/written-pages.js';
import { WRITTEN_HELP_LINES } from '../support/written-help-lines.js';
import { WRITTEN_REQUESTS } from '../support/written-requests.js';

const CASES = 500;
const SEED = 1_911;
const RENDERER = join(process.cwd(), 'dist', 'web', 'server', 'entry.js');
const BIDI = /[\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\r\nBcc: all@evil.example\r\n',
          '\nSubject: x',
          '\r',
          '%0d%0aBcc:x',
          '\r\n\r\n<html>',
          '\u2028',
          '\u0085',
        ],
        ...[
          '<script>alert(1)</script>',
          '</title><script>',
          '"><img src=x onerror=alert(1)>',
          "' onload='x",
          '</textarea>',
        ],
        ...[
          '</script><svg onload=alert(1)>',
          '<!--',
          ']]>',
          '--><iframe src=//evil.example>',
          '<a href="javascript:x">',
        ],
        ...[
          'javascript:alert(1)',
          'JaVaScRiPt\t:alert(1)',
          'data:text/html,<script>x</script>',
          '//evil.example',
          '&lt;b&gt;',
          '&#x3c;b',
        ],
        ...[
          '\u202eevil',
          '\u2066',
          '\u2069',
          '\u200f',
          '\ufeff',
          '\u0000',
          '\u0007',
          '\u009b',
          '\\',
          '=?utf-8?q?x?=',
        ],
        ...['BEGIN:VALARM', '\r\nATTACH:file:///etc/passwd', '\nEND:VEVENT\n', ',;:\\n', '{{x}}', '${x}'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));

interface Markup {
  /** Elements in their order, each with the names of its attributes. */
  readonly shape: readonly string[];
  /** What would run, load or lead elsewhere. */
  readonly live: readonly string[];
}

/** What a browser's own parser makes of it (the HTML standard's algorithm). */
function markupOf(html: string, ours: (address: string) => boolean): Markup {
  const shape: string[] = [];
  const live: string[] = [];
  const visit = (node: Tree.Node): void => {
    if ('attrs' in node) {
      shape.push(`${node.tagName} ${node.attrs.map(({ name }) => name).join(' ')}`);
      for (const { name, value } of node.attrs) {
        const isAddress = ['href', 'src', 'action', 'formaction', 'srcdoc', 'data', 'xlink:href'].includes(
          name,
        );
        if (name.startsWith('on') || name === 'srcdoc' || (isAddress && !ours(value)))
          live.push(`${node.tagName} ${name}="${value}"`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
    if ('content' in node) visit(node.content);
  };
  visit(parse(html));
  return { shape, live };
}

function digestWith([
  name = '',
  title = '',
  owed = '',
  sentence = '',
  place = '',
]: readonly string[]): DigestInput {
  const item = {
    code: '34',
    title,
    obligation: owed,
    dueOn: '2026-12-31',
    daysLate: -30,
    group: 'due' as const,
    sentence,
    url: 'https://vigia.example/es/states/PER/recommendations/34',
    acknowledgeUrl: 'https://vigia.example/es/answer/abc',
    figureUrl: 'https://vigia.example/es/figure/abc',
    unansweredFor: null,
    lateRung: false,
    uid: 'PER.obligation.34',
  };
  return {
    language: 'es',
    institutionName: name,
    stateName: place,
    documentTitle: title,
    today: '2026-11-23',
    items: [
      item,
      { ...item, obligation: null, dueOn: null, group: 'condition' as const, uid: 'PER.indicator.1' },
    ],
    listUrl: 'https://vigia.example/es/states/PER/alerts',
    nextReport: null,
    demonstration: false,
    unsubscribeUrl: null,
  };
}

async function mailWith(words: readonly string[], recipient: string) {
  const composed = MAILS.digest(digestWith(words));
  const bytes = await composeMessage(
    {
      from: 'Vigía <vigia@vigia.example>',
      to: { name: recipient, address: 'owner@mimp.example' },
      messageId: '<0123456789@vigia.example>',
      ...composed,
    },
    null,
  );
  return {
    composed,
    parsed: await simpleParser(bytes, { skipImageLinks: true, skipHtmlToText: true, skipTextToHtml: true }),
  };
}

/** Fills every text that a person may have written; codes, dates and words of a vocabulary stay. */
function withTexts(value: unknown, text: () => string, key = ''): unknown {
  if (typeof value === 'string')
    return key === 'iso3' || key === 'licence' || /^[a-z0-9_.:-]*$|^\d{4}/.test(value) ? value : text();
  if (Array.isArray(value)) return value.map((one) => withTexts(one, text, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTexts(one, text, name)]));
}

/** Addresses that a page may name: its own, and the licence of the data. */
/** Beside our own: a licence, the encyclopaedia that a child leaves for, and a number to dial. */
const ourPages = (address: string) =>
  /^(tel:\+?\d{2,15}|https:\/\/(en|es)\.wikipedia\.org\/)$/.test(address) ||
  /^(\/(?!\/)|#|https:\/\/vigia\.example(\/|$)|data:image\/svg\+xml,|https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/$)/.test(
    address,
  );

/** What a reader sees of a search: the heading, the box with what was typed, and the marked stretches. */
function textsOf(html: string) {
  const shown = { heading: '', typed: null as string | null, marks: [] as string[] };
  const text = (node: Tree.Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) {
      if (node.tagName === 'h1') shown.heading = text(node);
      if (node.tagName === 'mark') shown.marks.push(text(node));
      if (node.attrs.some(({ name, value }) => name === 'name' && value === 'q'))
        shown.typed = node.attrs.find(({ name }) => name === 'value')?.value ?? null;
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return shown;
}

describe('what people write', () => {
  const cases = fc.sample(fc.array(hostile, { minLength: 6, maxLength: 6 }), { numRuns: CASES, seed: SEED });
  let renderPage: RenderPage;

  beforeAll(async () => {
    if (!existsSync(RENDERER)) throw new TypeError('The dashboard is not built: run "npm run build" first.');
    ({ renderPage } = (await import(pathToFileURL(RENDERER).href)) as { renderPage: RenderPage });
  });

  const pageOf = async (url: string, answer: (path: string) => unknown): Promise<string> => {
    const page = await renderPage({
      url,
      acceptLanguage: undefined,
      publicUrl: 'https://vigia.example',
      load: (path) => {
        const value = answer(path);
        return Promise.resolve({ status: value === null ? 404 : 200, body: JSON.stringify(value) });
      },
    });
    expect([url, page.status]).toEqual([url, 200]);
    return page.html;
  };

  it('adds no header, no calendar line and no markup to a mail, nor to the mailbox that shows it', async () => {
    const plain = await mailWith(['a', 'b', 'c', 'd', 'e'], 'f');
    const ours = (address: string) => /^(https:\/\/vigia\.example\/|\/|#)/.test(address);
    const lines = (text: string) =>
      text
        .replace(/\r\n[ \t]/g, '')
        .split('\r\n')
        .map((line) => line.split(/[:;]/)[0]);
    const expected = {
      headers: plain.parsed.headerLines.map(({ key }) => key).sort(),
      html: markupOf(plain.composed.html, ours).shape,
      calendar: lines(plain.composed.attachments[0]?.content ?? ''),
    };
    let extraHeaders = 0;
    let live = 0;
    const wrong: string[] = [];
    for (const words of cases) {
      const { composed, parsed } = await mailWith(words, words[5] ?? '');
      const headers = parsed.headerLines.map(({ key }) => key).sort();
      extraHeaders += Math.max(0, headers.length - expected.headers.length);
      if (headers.join() !== expected.headers.join())
        wrong.push(`headers ${JSON.stringify(words)} ${headers.join()}`);
      if ([parsed.to].flat()[0]?.value.length !== 1) wrong.push(`recipients ${JSON.stringify(words)}`);
      const markup = markupOf(composed.html, ours);
      live += markup.live.length;
      if (markup.live.length > 0 || markup.shape.join('|') !== expected.html.join('|'))
        wrong.push(`html ${JSON.stringify(words)}`);
      if (lines(composed.attachments[0]?.content ?? '').join() !== expected.calendar.join())
        wrong.push(`calendar ${JSON.stringify(words)}`);
      const said = `${composed.subject}${composed.text}${composed.html}${composed.attachments[0]?.content ?? ''}`;
      if (BIDI.test(said) || CONTROL.test(said)) wrong.push(`marks ${JSON.stringify(words)}`);

      const stored = {
        messageId: '<1@vigia.example>',
        to: [words[0] ?? ''],
        subject: words[1] ?? '',
        sentAt: '2026-11-23T13:00:00Z',
        text: words[2] ?? '',
        html: words[3] ?? '',
        headers: { [words[4] ?? '']: words[5] ?? '' },
        copies: 1,
      };
      for (const page of [renderMailPage(stored, 'es'), renderMailboxPage([stored], 'en')]) {
        const shown = markupOf(page, ours);
        live +=
          shown.live.length + shown.shape.filter((element) => /^(script|svg|img)\b/.test(element)).length;
        if (shown.live.length > 0) wrong.push(`mailbox ${JSON.stringify(words)}`);
      }
      expect(mailFrameHtml(stored)).toContain('<base target="_top">');
    }
    process.stdout.write(
      `S10 mails: ${extraHeaders} extra headers, ${live} live markup in ${cases.length} cases (headers, both parts, calendar, mailbox)\n`,
    );
    expect(wrong).toEqual([]);
    expect([extraHeaders, live]).toEqual([0, 0]);
  }, 120_000);

  it('adds no markup to a page, leads nowhere else, and turns no reading order around', async () => {
    const single: readonly (readonly [string, RegExp, unknown])[] = [
      ['/es/states/PER', /\/overview/, overview('es')],
      ['/es/states/PER/search', /\/search\?/, searchResult()],
      ['/es/states/PER/budget', /\/budget\?/, budget('es')],
      ['/en/states/PER/prosecutions', /\/prosecutions\?/, prosecutions('en', null)],
      [
        '/es/answer/x',
        /\/answers\//,
        {
          state: state('es'),
          recommendation: { id: 'x', code: '8', title: 'A title' },
          institution: { code: 'MIMP', name: 'A name' },
          finding: { code: 'deadline.overdue', parameters: { dueOn: '2026-06-01', daysLate: 3 } },
          alertState: 'open',
          today: '2026-06-04',
          snoozedUntil: null,
          latestSnooze: null,
          legalDate: null,
          notMine: false,
          mayDisown: true,
          personName: 'A Person',
          expiresOn: '2026-12-31',
        },
      ],
      [
        '/en/sign-in/x',
        /\/sign-in\//,
        {
          name: 'A Person',
          roles: [{ state: 'PER', role: 'focal_point', institution: { code: 'MIMP', name: 'A Name' } }],
        },
      ],
    ];
    const answers: readonly WrittenPage[] = [
      ...single.map(([address, pattern, data]): WrittenPage => [address, [[pattern, data]]]),
      [
        '/es/states/PER/indicators/8-victims',
        [
          [/\/data\?/, indicatorData('8-victims', 'es')],
          [/\/metadata\?/, indicatorMetadata('8-victims', 'es')],
        ],
      ],
      [
        '/en/states/PER/recommendations',
        [
          [/\/recommendations\?/, { items: recommendations('en'), nextCursor: null, sought: ['children'] }],
          [
            /\/recommendation-choices/,
            {
              total: 3,
              statuses: [{ code: 'overdue', count: 3 }],
              themes: [{ code: 'data', name: 'A theme', count: 1 }],
              institutions: [{ code: 'MIMP', name: 'A name', count: 2 }],
              documents: ['a', 'b'].map((code) => ({ code, name: 'A document', count: 1 })),
            },
          ],
        ],
      ],
      ...WRITTEN_PAGES,
      ...WRITTEN_REQUESTS,
      ...WRITTEN_HELP_LINES,
    ];
    const show = async ([address, data]: WrittenPage, text: (() => string) | null, query: string) => {
      const fill = (value: unknown) => (text ? withTexts(value, text) : value);
      const answered = new Set<RegExp>();
      const page = await renderPage({
        url: `${address}${query}`,
        acceptLanguage: undefined,
        publicUrl: 'https://vigia.example',
        load: (path) => {
          const viewer = {
            signedIn: true,
            name: 'A Person',
            role: 'ombudsperson',
            state: 'PER',
            institution: null,
          };
          const [pattern, found] = data.find(([one]) => one.test(path)) ?? [];
          if (pattern) answered.add(pattern);
          const value = path.includes('/viewer')
            ? fill(viewer)
            : /\/states\?/.test(path)
              ? { items: [fill(state('en'))] }
              : pattern
                ? fill(found)
                : null;
          return Promise.resolve({ status: value === null ? 404 : 200, body: JSON.stringify(value) });
        },
      });
      expect([address, page.status, answered.size]).toEqual([address, 200, data.length]);
      return page.html;
    };
    let live = 0;
    let pages = 0;
    const wrong: string[] = [];
    for (const [index, words] of cases.entries()) {
      const page = answers[index % answers.length]!;
      const [address] = page;
      let at = 0;
      const query = `?problem=${encodeURIComponent(words[0] ?? '')}&q=${encodeURIComponent(words[1] ?? '')}&done=${encodeURIComponent(words[2] ?? '')}`;
      const html = await show(page, () => words[at++ % words.length] ?? '', query);
      const markup = markupOf(html, ourPages);
      const foreign = markup.shape.filter((element) =>
        /^(iframe|img|object|embed|base|style)\b|\bstyle\b|\bsrcdoc\b/.test(element),
      );
      const scripts = markup.shape.filter(
        (element) => element.startsWith('script ') && !/^script (type src|type)$/.test(element),
      );
      live += markup.live.length + foreign.length + scripts.length;
      pages += 1;
      if (markup.live.length + foreign.length + scripts.length > 0)
        wrong.push(`${address} ${[...markup.live, ...foreign, ...scripts].join(' ')}`);
      if (BIDI.test(html) || CONTROL.test(html)) wrong.push(`${address} marks ${JSON.stringify(words)}`);
    }
    process.stdout.write(`S10 pages: ${live} live markup in ${pages} pages of ${answers.length} kinds\n`);
    expect(wrong.slice(0, 5)).toEqual([]);
  }, 120_000);

  it('shows a search, and the marked text it found, as the very characters that were written', async () => {
    const written = `<script>alert(1)</script> "quoted" 'single' &lt;b&gt; \u202eturned\u2069`;
    const readable = written.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    const html = await pageOf(`/en/states/PER/search?q=${encodeURIComponent(written)}`, (path) => {
      if (path.includes('/viewer'))
        return { signedIn: false, name: null, role: 'public', state: null, institution: null };
      if (/\/states\?/.test(path)) return { items: [state('en')] };
      return /\/search\?/.test(path) ? searchResult(written) : null;
    });
    const shown = textsOf(html);
    expect(markupOf(html, ourPages).live).toEqual([]);
    expect(shown.heading).toContain(readable);
    expect(shown.typed).toBe(readable);
    expect(shown.marks.length).toBeGreaterThan(0);
    for (const mark of shown.marks) expect(mark).toBe(readable);
    expect(BIDI.test(html)).toBe(false);
  });
});
