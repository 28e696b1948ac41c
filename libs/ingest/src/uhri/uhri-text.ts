import { decodeHTMLStrict } from 'entities';

export interface PrintedPassage {
  readonly heading: string | null;
  readonly paragraph: string | null;
  readonly text: string;
}

/** Tags that a text of the Index may bring from the page it was typed on; any other `<` is a sign of the text. */
const BREAKS = /<\/?(?:br|p|div|li|ul|ol)\b[^<>]{0,200}>/gi;
const MARKS = /<\/?(?:b|i|u|em|strong|span|sup|sub|a|font)\b[^<>]{0,500}>/gi;
const LONGEST_HEADING = 300;
/** `133.12`, the number of a recommendation of the Universal Periodic Review. */
const UPR_NUMBER = /^(\d{1,3}\.\d{1,3})(?:\.|(?=\s))\s*/;
/** `Rural women 49.The Committee …`: the number follows the heading, and its text follows without a space. */
const NUMBER = /(?:^|\s)(\d{1,3})\.\s*(?=[\p{Lu}("“«¿¡[])/gu;
/** Before the number of an article, a rule or a target stands what it is the number of. */
const NUMBERED_THING =
  /(?:\b(?:arts?|articles?|art[ií]culos?|rules?|reglas?|targets?|metas?|goals?|nos?|no|n[º°]|paras?|p[aá]rrs?)\.?|,|\band|\by)$/iu;

/** Entities decoded once, the tags of a page taken out, spaces as plain ones. */
export function plainText(printed: string): string {
  return decodeHTMLStrict(printed.replace(BREAKS, '\n').replace(MARKS, ''))
    .normalize('NFC')
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The heading and the number that the Index prints before a paragraph, apart from its words. */
export function passageOf(text: string, isUpr: boolean): PrintedPassage {
  const upr = UPR_NUMBER.exec(text);
  if (isUpr)
    return { heading: null, paragraph: upr?.[1] ?? null, text: upr ? text.slice(upr[0].length) : text };
  for (const found of text.matchAll(NUMBER)) {
    if (found.index > LONGEST_HEADING) break;
    const heading = text.slice(0, found.index).trim();
    // A sentence before the number means that the number stands inside of the text.
    if (NUMBERED_THING.test(heading) || /[.;:]\s+\S/.test(heading)) continue;
    return {
      heading: heading === '' ? null : heading,
      paragraph: String(Number(found[1])),
      text: text.slice(found.index + found[0].length),
    };
  }
  return { heading: null, paragraph: null, text };
}
