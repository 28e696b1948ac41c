import type { FollowUpRule } from '#domain';

import { named } from './named.js';

/** A rule with what stands on screen for it. `{year}` in the basis is the year that the interval leads to. */
export interface SourcedRule extends FollowUpRule {
  readonly basis: { readonly en: string; readonly es: string };
  /** Where it was read. */
  readonly source: string;
}

type Facts = Pick<FollowUpRule, 'mechanism' | 'purpose' | 'certainty'> &
  Partial<FollowUpRule> & { readonly en: string; readonly es: string; readonly source: string };

function rule(code: string, { en, es, source, ...facts }: Facts): SourcedRule {
  return {
    code,
    instrument: null,
    validFrom: null,
    validUntil: null,
    offset: null,
    itemsFrom: null,
    itemsTo: null,
    doubtful: false,
    ...facts,
    basis: named(code, en, es).name,
    source,
  };
}

const CCPR_SOURCE = 'ccprcentre.org/follow-up-and-assessment; CCPR/C/128/3';
const CCPR_DOUBT_EN =
  'That it was one year, then two, then three is sourced; the days of the changes are not.';
const CCPR_DOUBT_ES =
  'Consta que fue de un año, luego de dos y luego de tres; no constan los días en que cambió.';

/** The follow-up procedures of the committees. A committee's own words in a document go before these. */
const FOLLOW_UP: readonly SourcedRule[] = [
  rule('crc.follow_up', {
    mechanism: 'CRC',
    purpose: 'follow_up',
    certainty: null,
    itemsFrom: 0,
    itemsTo: 0,
    en: 'The Committee on the Rights of the Child has no separate follow-up: all recommendations are answered in the next periodic report.',
    es: 'El Comité de los Derechos del Niño no tiene un seguimiento aparte: se responde a todas las recomendaciones en el próximo informe periódico.',
    source: 'CRC/C/OPSC/PER/CO/1, para. 38; CRC-OP-SC, art. 12(2)',
  }),
  rule('ccpr.follow_up.1', {
    mechanism: 'CCPR',
    purpose: 'follow_up',
    certainty: 'estimated',
    validUntil: '2018-06-30',
    offset: 'P1Y',
    itemsFrom: 2,
    itemsTo: 4,
    doubtful: true,
    en: `Follow-up procedure of the Human Rights Committee: one year. ${CCPR_DOUBT_EN}`,
    es: `Procedimiento de seguimiento del Comité de Derechos Humanos: un año. ${CCPR_DOUBT_ES}`,
    source: CCPR_SOURCE,
  }),
  rule('ccpr.follow_up.2', {
    mechanism: 'CCPR',
    purpose: 'follow_up',
    certainty: 'estimated',
    validFrom: '2018-07-01',
    validUntil: '2020-12-31',
    offset: 'P2Y',
    itemsFrom: 2,
    itemsTo: 4,
    doubtful: true,
    en: `Follow-up procedure of the Human Rights Committee: two years. ${CCPR_DOUBT_EN}`,
    es: `Procedimiento de seguimiento del Comité de Derechos Humanos: dos años. ${CCPR_DOUBT_ES}`,
    source: CCPR_SOURCE,
  }),
  rule('ccpr.follow_up.3', {
    mechanism: 'CCPR',
    purpose: 'follow_up',
    certainty: 'estimated',
    validFrom: '2021-01-01',
    offset: 'P3Y',
    itemsFrom: 2,
    itemsTo: 4,
    doubtful: true,
    en: `Follow-up procedure of the Human Rights Committee: three years. ${CCPR_DOUBT_EN}`,
    es: `Procedimiento de seguimiento del Comité de Derechos Humanos: tres años. ${CCPR_DOUBT_ES}`,
    source: CCPR_SOURCE,
  }),
  rule('cat.follow_up', {
    mechanism: 'CAT',
    purpose: 'follow_up',
    certainty: 'estimated',
    offset: 'P1Y',
    itemsFrom: 1,
    itemsTo: 4,
    en: 'Follow-up procedure of the Committee against Torture: one year, for at most four recommendations.',
    es: 'Procedimiento de seguimiento del Comité contra la Tortura: un año, para cuatro recomendaciones como máximo.',
    source: 'CAT/C/55/3, paras. 5–10',
  }),
  rule('cedaw.follow_up', {
    mechanism: 'CEDAW',
    purpose: 'follow_up',
    certainty: 'estimated',
    offset: 'P2Y',
    itemsFrom: 1,
    itemsTo: 2,
    doubtful: true,
    en: 'Follow-up procedure of the Committee on the Elimination of Discrimination against Women: one to two years, at most two recommendations. The longer of the two is counted; the wording is not verified.',
    es: 'Procedimiento de seguimiento del Comité para la Eliminación de la Discriminación contra la Mujer: de uno a dos años, dos recomendaciones como máximo. Se cuenta el plazo más largo; la redacción no está verificada.',
    source: 'CEDAW, assessment of follow-up, 2016; wording not verified',
  }),
  rule('ced.follow_up', {
    mechanism: 'CED',
    purpose: 'follow_up',
    certainty: 'estimated',
    offset: 'P1Y',
    itemsFrom: 2,
    itemsTo: 3,
    en: 'Follow-up procedure of the Committee on Enforced Disappearances: one year, for two or three recommendations.',
    es: 'Procedimiento de seguimiento del Comité contra la Desaparición Forzada: un año, para dos o tres recomendaciones.',
    source: 'CED/C/11/2; CED/C/22/4',
  }),
  rule('cerd.follow_up', {
    mechanism: 'CERD',
    purpose: 'follow_up',
    certainty: 'estimated',
    offset: 'P1Y',
    doubtful: true,
    en: 'Follow-up procedure of the Committee on the Elimination of Racial Discrimination: mostly one year, for a few recommendations; the source is not more precise.',
    es: 'Procedimiento de seguimiento del Comité para la Eliminación de la Discriminación Racial: por lo general un año, para unas pocas recomendaciones; la fuente no es más precisa.',
    source: 'Reports of the Committee; HRI/MC/2017/4',
  }),
];

function interval(
  mechanism: string,
  offset: string,
  article: string,
  years: readonly [string, string],
): SourcedRule {
  return rule(`${mechanism.toLowerCase()}.next_report`, {
    mechanism,
    purpose: 'next_report',
    certainty: 'estimated',
    offset,
    en: `Treaty interval: every ${years[0]} years, article ${article}. The committee may set another date.`,
    es: `Intervalo del tratado: cada ${years[1]} años, artículo ${article}. El comité puede fijar otra fecha.`,
    source: `${mechanism}, art. ${article}`,
  });
}

function withinConvention(instrument: string, article: string): SourcedRule {
  return rule(`${instrument.toLowerCase()}.next_report`, {
    mechanism: 'CRC',
    instrument,
    purpose: 'next_report',
    certainty: 'awaiting_committee',
    en: `Article ${article} of the Optional Protocol: further information goes into the next periodic report under the Convention, whose date the Committee sets.`,
    es: `Artículo ${article} del Protocolo Facultativo: la información posterior va en el próximo informe periódico en virtud de la Convención, cuya fecha fija el Comité.`,
    source: `${instrument}, art. ${article}`,
  });
}

/** When the next report is due where the document prints no day. */
const NEXT_REPORT: readonly SourcedRule[] = [
  rule('crc.next_report.interval', {
    mechanism: 'CRC',
    instrument: 'CRC',
    purpose: 'next_report',
    certainty: 'estimated',
    validUntil: '2022-12-31',
    offset: 'P5Y',
    en: 'Treaty interval: every five years, article 44(1)(b) of the Convention. The Committee often set another date.',
    es: 'Intervalo del tratado: cada cinco años, artículo 44, párrafo 1 b), de la Convención. El Comité fijaba a menudo otra fecha.',
    source: 'CRC, art. 44(1)(b)',
  }),
  rule('crc.next_report.calendar', {
    mechanism: 'CRC',
    instrument: 'CRC',
    purpose: 'next_report',
    certainty: 'awaiting_committee',
    validFrom: '2023-01-01',
    offset: 'P8Y',
    doubtful: true,
    en: 'The Committee will establish and communicate the date, in line with a future calendar based on an eight-year review cycle. Eight years would give about {year}: that is our estimate, not a date of the Committee. Since when it says so is not verified.',
    es: 'El Comité fijará y comunicará la fecha, conforme a un futuro calendario basado en un ciclo de examen de ocho años. Ocho años darían hacia {year}: es una estimación nuestra, no una fecha del Comité. No está verificado desde cuándo lo dice.',
    source: 'CRC/C/GBR/CO/6-7, para. 61',
  }),
  withinConvention('CRC-OP-SC', '12(2)'),
  withinConvention('CRC-OP-AC', '8(2)'),
  rule('ccpr.next_report.request', {
    mechanism: 'CCPR',
    purpose: 'next_report',
    certainty: 'awaiting_committee',
    validUntil: '2019-12-31',
    en: 'Article 40(1)(b) of the Covenant: whenever the Committee so requests.',
    es: 'Artículo 40, párrafo 1 b), del Pacto: cada vez que el Comité lo pida.',
    source: 'CCPR, art. 40(1)(b)',
  }),
  rule('ccpr.next_report.cycle', {
    mechanism: 'CCPR',
    purpose: 'next_report',
    certainty: 'estimated',
    validFrom: '2020-01-01',
    offset: 'P8Y',
    en: 'Predictable review cycle of the Human Rights Committee: eight years, from 2020 on.',
    es: 'Ciclo de examen previsible del Comité de Derechos Humanos: ocho años, desde 2020.',
    source: 'ohchr.org/en/treaty-bodies/ccpr/predictable-review-cycle',
  }),
  interval('CAT', 'P4Y', '19(1)', ['four', 'cuatro']),
  interval('CEDAW', 'P4Y', '18(1)(b)', ['four', 'cuatro']),
  interval('CERD', 'P2Y', '9(1)(b)', ['two', 'dos']),
  interval('CRPD', 'P4Y', '35(2)', ['four', 'cuatro']),
  interval('CMW', 'P5Y', '73(1)(b)', ['five', 'cinco']),
];

export const FOLLOW_UP_RULES: readonly SourcedRule[] = [...FOLLOW_UP, ...NEXT_REPORT];
