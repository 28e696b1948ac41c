import { describe, expect, it } from '@jest/globals';

import { word } from '../../../../../test/support/hostile-files.mjs';
import { readDocx } from './read-docx.js';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

async function textOf(body: string): Promise<string> {
  return readDocx(word(body));
}

describe('a Word document', () => {
  it('is read without what was deleted or moved away, and with what was put in', async () => {
    const body = paragraph(
      `${run('The Committee ')}<w:del><w:r><w:delText>urges</w:delText><w:t>urges</w:t></w:r></w:del>` +
        `<w:ins>${run('recommends')}</w:ins><w:moveFrom>${run(' gone')}</w:moveFrom><w:moveTo>${run(' here')}</w:moveTo>`,
    );
    expect(await textOf(body)).toBe('The Committee recommends here\n');
  });

  it('goes on in the next paragraph where the end of one was deleted', async () => {
    const joined = `<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('One ')}`;
    expect(await textOf(paragraph(joined) + paragraph(run('sentence.')))).toBe('One sentence.\n');
  });

  it('leaves out a row that was deleted', async () => {
    const row = (text: string, mark = ''): string =>
      `<w:tr>${mark}<w:tc>${paragraph(run(text))}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('kept')}${row('dropped', '<w:trPr><w:del/></w:trPr>')}${row('last')}</w:tbl>`;
    expect(await textOf(table)).toBe('kept\n\nlast\n');
  });

  it('puts a number that has a cell of its own before its text', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    expect(await textOf(`<w:tbl><w:tr>${cell('12.')}${cell('The Committee')}</w:tr></w:tbl>`)).toBe(
      '12.\tThe Committee\n',
    );
  });

  it('shows the result of a field and never its code', async () => {
    const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const nested = `${char('begin')}${run('code')}${char('begin')}${run('inner')}${char('separate')}${run('x')}${char('end')}`;
    const body = `${nested}${char('separate')}${run('result')}${char('end')}${run(' after')}`;
    expect(await textOf(paragraph(body))).toBe('result after\n');
  });

  it('reads a text box once, after the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${paragraph(run('box'))}</w:txbxContent>`;
    const body = `<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await textOf(paragraph(body + run('text')))).toBe('text\nbox\n');
  });

  it('leaves out hidden text and a table of contents, and keeps the text of a link', async () => {
    const contents =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${paragraph(run('I. Introduction 3'))}</w:sdtContent></w:sdt>`;
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>';
    expect(await textOf(contents + paragraph(`${hidden}<w:hyperlink>${run('linked')}</w:hyperlink>`))).toBe(
      'linked\n',
    );
  });

  it('ends a page with a form feed on its own line, and tears no paragraph apart', async () => {
    const broken = `${run('before ')}<w:r><w:lastRenderedPageBreak/></w:r>${run('after')}`;
    const hard = '<w:r><w:br w:type="page"/></w:r>';
    expect(
      await textOf(paragraph(broken) + paragraph(run('next')) + paragraph(hard) + paragraph(run('end'))),
    ).toBe('before after\n\f\nnext\n\f\nend\n');
  });

  it('takes tabs, breaks and odd blanks for what they look like', async () => {
    const body = `<w:r><w:t>1.</w:t><w:tab/><w:t>a\u00A0b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d\u00ADe</w:t></w:r>`;
    expect(await textOf(paragraph(body))).toBe('1.\ta b\nc-de\n');
  });

  it.each([
    ['a document type declaration', word('', [], '<!DOCTYPE d [<!ENTITY x "y">]>'), 'damaged'],
    ['an entity that is not defined', word(paragraph(run('&x;'))), 'damaged'],
    ['elements inside each other without end', word('<w:sdt>'.repeat(500)), 'too_demanding'],
    ['two parts of one name', word('', [['word/document.xml', '<a/>']]), 'damaged'],
    ['an archive without a document', Buffer.from('PK\u0005\u0006'.padEnd(22, '\0')), 'damaged'],
    ['a bomb', word(' '.repeat(8_000_000)), 'too_demanding'],
    ['no words', word('<w:p/>'), 'without_text'],
  ])('is refused for %s', async (_, bytes, reason) => {
    await expect(readDocx(bytes)).rejects.toMatchObject({ reason });
  });
});
