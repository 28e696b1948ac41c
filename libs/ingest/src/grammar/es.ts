import type { Grammar } from './grammar.js';

const ESTADO =
  /^.{0,240}?\b(?:Estados? partes?|Gobierno|Parlamento|Congreso|Asamblea Nacional|autoridades)(?![\p{L}])|^,? que\b/u;

export const es: Grammar = {
  language: 'es',
  commonWords: ['el', 'los', 'las', 'del', 'que', 'y', 'en', 'para', 'con', 'por', 'una', 'su', 'se', 'al'],

  documentTitle: /Observaciones finales|Observaciones y recomendaciones finales/i,
  otherKinds: [
    { kind: 'universal_periodic_review', pattern: /Examen Periódico Universal/i },
    {
      kind: 'follow_up_reply',
      pattern:
        /(?:Información|Comentarios|Respuestas) (?:recibid|proporcionad|presentad)[ao]s? (?:de|por)\b.{0,120}\b(?:seguimiento|observaciones finales)|seguimiento de (?:las )?observaciones finales/i,
    },
    { kind: 'list_of_issues', pattern: /\bListas? de (?:cuestiones|temas)\b/i },
    { kind: 'summary_record', pattern: /\bActa resumida\b/i },
    { kind: 'compilation', pattern: /\b(?:Recopilación (?:sobre|preparada)|Resumen de las comunicaciones)/i },
    { kind: 'general_comment', pattern: /\b(?:Observación|Recomendación) general núm\./i },
    { kind: 'views', pattern: /\b(?:Dictamen|Decisión) (?:aprobad|adoptad)[ao] por el Comité/i },
    {
      kind: 'state_report',
      pattern: /Informes? (?:periódicos?|inicial(?:es)?)?.{0,60}(?:que los Estados partes|presentados? por)/i,
    },
  ],
  considered: /(?:examinó|consideró|ha examinado)/i,
  adopted:
    /(?:aprobó|adoptó|aprobadas|ha aprobado|aprueba)(?=.{0,160}(?:observaciones|presentes|siguientes))/i,

  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  dateJoiner: '\\s+(?:del?\\s+)?',
  and: 'y|e|o|u',
  numberWords: {
    un: 1,
    uno: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    doce: 12,
    dieciocho: 18,
    veinticuatro: 24,
  },
  hyphenated: /^(?:franco|hispano|anglo)$/i,

  headings: {
    introduction: /^Introducción(?![\p{L}])/iu,
    positive:
      /Aspectos positivos|(?:Factores|Medidas|Acontecimientos) positiv[oa]s|progresos? logrados?|avances logrados|progresos realizados/i,
    nextReport: /próximos? informes?|presentación del? (?:próximo )?informe/i,
  },

  speaker: /\bComité(?![\p{L}])/u,
  operative: [
    {
      verb: 'strongly_recommends',
      pattern: /\brecomienda (?:encarecidamente|enérgicamente|firmemente|vivamente)\b/g,
      addressee: null,
    },
    {
      verb: 'strongly_urges',
      pattern: /\binsta (?:encarecidamente|enérgicamente|firmemente)\b/g,
      addressee: ESTADO,
    },
    {
      verb: 'recommends',
      pattern: /\brecomienda\b(?! (?:encarecidamente|enérgicamente|firmemente|vivamente))/g,
      addressee: null,
    },
    {
      verb: 'urges',
      pattern: /\b(?:insta\b(?! (?:encarecidamente|enérgicamente|firmemente))|apremia)/g,
      addressee: ESTADO,
    },
    { verb: 'encourages', pattern: /\b(?:alienta|anima)\b/g, addressee: ESTADO },
    { verb: 'requests', pattern: /\b(?:pide|solicita|ruega)\b/g, addressee: ESTADO },
    { verb: 'calls_upon', pattern: /\b(?:exhorta|hace un llamamiento)\b/g, addressee: ESTADO },
    { verb: 'invites', pattern: /\binvita\b/g, addressee: ESTADO },
    {
      verb: 'reiterates',
      pattern: /\breitera (?:sus?|las?)(?: [\p{L},-]+){0,6}? recomendaci(?:ón|ones)(?![\p{L}])/gu,
      addressee: null,
    },
    { verb: 'reminds', pattern: /\brecuerda al Estado parte\b/g, addressee: null },
    // El Comité de Derechos Humanos y el Comité contra la Tortura dicen «debe» donde los demás dicen «recomienda».
    {
      verb: 'recommends',
      pattern:
        /(?<!\b(?:que|si|cual) )\b[Ee]l Estado parte(?:,[^,]{1,120},)? (?:debe|debería|deberá)(?: |$)/g,
      addressee: null,
    },
    { verb: 'requests', pattern: /\b[Ss]e (?:pide|solicita) al Estado parte\b/g, addressee: null },
    { verb: 'invites', pattern: /\b[Ss]e invita al Estado parte\b/g, addressee: null },
  ],
  concern: /(?:preocup|inquiet|lament|deplora|alarma|consterna)/i,
  positive:
    /(?:acoge con|celebra|encomia|reconocimiento|satisfacción|agrado|felicita|beneplácito|toma nota con interés|agradece)/i,
  coordinatedLeadIn: /(?:^|[\s,])[ye](?:,[^,]{1,60},)?(?: también| además| en particular)? (?:a )?que\s*:$/,

  paragraphWord: '(?:párrafos?|párrs?\\.)',
  articleWord: '(?:artículos?|arts?\\.)',
  articleParagraphWord: '(?:párrafos?|párrs?\\.|apartados?)',
  ofWord: '(?:del?)\\s+(?:la\\s+|el\\s+|los\\s+)?',
  genericInstrument: {
    optionalProtocol: /^Protocolo Facultativo(?! de\b| relativo\b)/,
    convention:
      /^Convención(?!\s+(?:sobre|contra|para|relativa|de|internacional|interamericana|americana)(?![\p{L}]))/iu,
    covenant: /^Pacto(?!\s+(?:Internacional|de|por)\b)/,
  },

  followUp: /(?:información|informe|comunique)/i,
  delay:
    /(?:en el plazo de|dentro de|en un plazo de|a más tardar en)\s+(un|uno|dos|tres|cuatro|cinco|seis|doce|dieciocho|veinticuatro|\d{1,2})\s+(años?|mes(?:es)?)/i,
  months12: /^mes/i,
  importance:
    /(?:particular|especial) importancia|importancia (?:particular|especial)|(?:adoptarse|adoptar|tomarse) medidas urgentes/i,
  nextReport:
    /\bpresent(?:e|ar)\s+(?:su|sus|el|los)\s[^.;,]{0,80}?\binformes?\b|\binformes?\b[^.;]{0,80}\b(?:que (?:deberá|debe) presentar|deberán? presentarse)/i,
};
