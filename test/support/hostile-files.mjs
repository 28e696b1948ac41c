// Files that mean harm, each against one limit of the readers.
import { deflateSync } from 'node:zlib';

import { writeZip } from './zip-writer.mjs';

const MEGABYTE = 1_000_000;
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const RELATIONS = `<Relationships xmlns="x"><Relationship Id="r1" Type="${TYPE}officeDocument" Target="word/document.xml"/></Relationships>`;
const OWN = `<Relationships xmlns="x"><Relationship Id="r1" Type="${TYPE}styles" Target="styles.xml"/><Relationship Id="r2" Type="${TYPE}numbering" Target="numbering.xml"/></Relationships>`;

/** A Word file of this body, with further parts. */
export function word(body, more = [], head = '') {
  return writeZip([
    ['_rels/.rels', RELATIONS],
    ['word/_rels/document.xml.rels', OWN],
    ['word/document.xml', `${head}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`],
    ...more,
  ]);
}

/** A PDF of these objects, the first of which is its catalogue; without a table of them, which readers then rebuild. */
export function pdf(objects, trailer = '/Root 1 0 R') {
  const parts = [Buffer.from('%PDF-1.7\n')];
  for (const [index, object] of objects.entries())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  parts.push(Buffer.from(`trailer\n<< ${trailer} /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream object with its dictionary. */
export function stream(dictionary, bytes) {
  const body = Buffer.from(bytes);
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
/** One page with these contents. */
export function onePage(contents, resources = '/Font << /F 4 0 R >>', more = []) {
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << ${resources} >> /Contents 5 0 R >>`,
    FONT,
    contents,
    ...more,
  ]);
}

const text = (words) => `BT /F 10 Tf 50 700 Td (${words}) Tj ET\n`;
const flate = (bytes) => stream('/Filter /FlateDecode', deflateSync(bytes));

/** Name and bytes of each; made one at a time, because some are large. */
export function* hostileFiles() {
  const paragraph = '<w:p><w:r><w:t>word </w:t></w:r></w:p>';
  yield ['bomb.docx', word(' '.repeat(60 * MEGABYTE))];
  yield ['paragraphs.docx', word(paragraph.repeat(700_000))];
  yield ['empty-paragraphs.docx', word('<w:p/>'.repeat(3_000_000))];
  yield [
    'lies.docx',
    writeZip([
      ['_rels/.rels', RELATIONS],
      ['word/document.xml', ' '.repeat(30 * MEGABYTE), 100],
    ]),
  ];
  yield ['entries.docx', writeZip(Array.from({ length: 60_000 }, (_, index) => [`part${index}`, '']))];
  yield ['twice.docx', word(paragraph, [['word/document.xml', paragraph]])];
  yield ['nested.docx', word(paragraph, [['word/inner.docx', word(' '.repeat(20 * MEGABYTE))]])];
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
    '',
  );
  yield [
    'laughs.docx',
    word('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>', [], `<!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]>`),
  ];
  yield ['external.docx', word('&x;', [], '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')];
  yield ['deep.docx', word('<w:sdt>'.repeat(200_000))];
  yield [
    'attribute.docx',
    word(`<w:p w:a="${Array.from({ length: 6 * MEGABYTE }, (_, at) => at % 10).join('')}"/>`),
  ];
  yield [
    'attributes.docx',
    word(`<w:p ${Array.from({ length: 300_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  ];
  const styles =
    '<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
  yield [
    'circle.docx',
    word('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>'.repeat(10_000), [['word/styles.xml', styles]]),
  ];
  const levels = `<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:start w:val="2147483647"/><w:lvlText w:val="${'%1'.repeat(20_000)}"/></w:lvl>`;
  const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  yield [
    'numbers.docx',
    word(
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'.repeat(
        20_000,
      ),
      [['word/numbering.xml', numbering]],
    ),
  ];
  yield ['line.txt', Buffer.alloc(50 * MEGABYTE, 'a')];
  yield ['words.txt', Buffer.from('1. '.padEnd(950_000, 'word '))];
  yield ['brackets.md', Buffer.from('['.repeat(900_000))];
  yield ['lines.txt', Buffer.from('1. The Committee recommends that\n'.repeat(30_000))];

  yield [
    'pages-loop.pdf',
    pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
  ];
  yield [
    'pages-count.pdf',
    pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 2147483647 >>']),
  ];
  yield ['bomb.pdf', onePage(flate(Buffer.alloc(400 * MEGABYTE, 0x20)))];
  yield ['text-bomb.pdf', onePage(flate(text('word').repeat(1_500_000)))];
  yield ['letters-bomb.pdf', onePage(flate('BT /F 1 Tf\n' + '(w) Tj 0 2 Td\n'.repeat(2_500_000) + 'ET'))];
  const twice = deflateSync(deflateSync(Buffer.alloc(300 * MEGABYTE, 0x20)));
  yield ['twice.pdf', onePage(stream('/Filter [/FlateDecode /FlateDecode]', twice))];
  yield [
    'predictor.pdf',
    onePage(
      stream(
        '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>',
        deflateSync('x'),
      ),
    ),
  ];
  yield [
    'runs.pdf',
    onePage(stream('/Filter /RunLengthDecode', Buffer.alloc(19 * MEGABYTE, Buffer.from([0x81, 0x20])))),
  ];
  yield ['save.pdf', onePage(flate('q '.repeat(5_000_000)))];
  yield ['arrays.pdf', onePage(flate('['.repeat(3_000_000)))];
  yield ['dictionaries.pdf', onePage(stream('', `/F ${'<< /a '.repeat(500_000)}`))];
  yield ['nested-object.pdf', pdf([`${'['.repeat(1_000_000)}`])];
  yield ['self-length.pdf', onePage('<< /Length 5 0 R >>\nstream\nBT ET\nendstream')];
  const form = (inner) =>
    stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R /Y 7 0 R >> >>',
      inner,
    );
  yield [
    'form-loop.pdf',
    onePage(stream('', '/X Do'), '/XObject << /X 6 0 R >>', [form('/X Do /Y Do /X Do'), form('/X Do /X Do')]),
  ];
  const many = Array.from({ length: 28 }, (_, at) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${at + 7} 0 R >> >>`,
      '/X Do /X Do',
    ),
  );
  yield ['form-laughs.pdf', onePage(stream('', '/X Do'), '/XObject << /X 6 0 R >>', many)];
  const map = stream(
    '',
    '1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange',
  );
  yield [
    'map.pdf',
    onePage(stream('', text('a')), '/Font << /F 6 0 R >>', [
      '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << >> /W [0 4294967295 500] >>] /ToUnicode 7 0 R >>',
      map,
    ]),
  ];
  yield [
    'xref-loop.pdf',
    Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n',
    ),
  ];
  yield [
    'xref-size.pdf',
    Buffer.from(
      '%PDF-1.7\nxref\n0 4294967295\n0000000000 65535 f \ntrailer\n<< /Size 4294967295 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    ),
  ];
  yield ['objects.pdf', pdf(Array.from({ length: 300_000 }, () => 'null'))];
  yield ['digits.pdf', onePage(stream('', `BT /F 10 Tf ${'9'.repeat(5 * MEGABYTE)} 0 Td (a) Tj ET`))];
  yield [
    'places.pdf',
    onePage(
      stream('', text('word').repeat(50) + 'BT /F 1e300 Tf 1e308 1e308 Td (a) Tj 0 0 0 0 0 0 Tm (b) Tj ET'),
    ),
  ];
  yield ['picture.pdf', onePage(stream('', '0 0 100 100 re f'))];
}
