import type { Grammar } from './grammar.js';

const ESTADO =
  /^.{0,240}?\b(?:Estados? [Pp]artes?|Gobierno|Parlamento|Congreso|Asamblea|Senado|Cortes|poder legislativo|autoridades)(?![\p{L}])|^,? (?:a )?que\b/u;

export const es: Grammar = {
  language: 'es',
  commonWords: ['el', 'los', 'las', 'del', 'que', 'y', 'en', 'para', 'con', 'por', 'una', 'su', 'se', 'al'],

  documentTitle:
    /Observaciones finales|Observaciones y recomendaciones finales|(?:Conclusiones y recomendaciones|Observaciones) del Comité/i,
  otherKinds: [
    {
      kind: 'press_release',
      pattern: /\b(?:Comunicado de prensa|Nota de prensa)\b|\bGINEBRA \(\d{1,2} de \p{L}+ de \d{4}\)/iu,
    },
    {
      kind: 'stakeholder_summary',
      pattern:
        /Resumen de (?:las comunicaciones|la información|otras comunicaciones)|Comunicaciones de (?:otras )?partes interesadas/i,
    },
    { kind: 'compilation', pattern: /\bRecopilación (?:sobre|preparada|de información)/i },
    { kind: 'state_report', pattern: /Informe nacional presentado/i },
    { kind: 'annual_report', pattern: /Documentos Oficiales[\s\S]{0,80}Suplemento núm/i },
    { kind: 'universal_periodic_review', pattern: /Examen Periódico Universal/i },
    {
      kind: 'follow_up_reply',
      pattern:
        /(?:Información|Comentarios|Respuestas) (?:recibid|proporcionad|presentad)[ao]s? (?:de|por)\b.{0,120}\b(?:seguimiento|observaciones finales)|seguimiento de (?:las )?observaciones finales/i,
    },
    { kind: 'list_of_issues', pattern: /\bListas? de (?:cuestiones|temas)\b/i },
    { kind: 'summary_record', pattern: /\bActa resumida\b/i },
    { kind: 'general_comment', pattern: /\b(?:Observación|Recomendación) general núm\./i },
    { kind: 'views', pattern: /\b(?:Dictamen|Decisión) (?:aprobad|adoptad)[ao] por el Comité/i },
    {
      kind: 'state_report',
      pattern: /Informes? (?:periódicos?|inicial(?:es)?)?.{0,60}(?:que los Estados partes|presentados? por)/i,
    },
  ],
  considered: /(?:examinó|consideró|ha examinado)/i,
  submitted: /(?:presentad|recibid)[ao]s?(?: el)?\s*$/i,
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
  abbreviations: 'párrs?|arts?|núms?|No|Nos|Sr|Sra|Sres|Dr|Dra|pág|págs|vol|cap|secc|cf|ed',
  unfinished: 'y|e|o|u|de|la|el|en|a|del|los|las|al|con|por|para|contra|sobre',
  through: 'al?|hasta',
  pageWord: '(?:[Pp]ágina|[Pp]ág\\.)',
  pageOf: 'de',
  dayMark: 'º|°',
  elided: null,
  mayOpenWithVerb: true,
  hyphenated: /^(?:franco|hispano|anglo)$/i,

  headings: {
    introduction: /^Introducción(?![\p{L}])/iu,
    positive:
      /Aspectos positivos|(?:Factores|Medidas|Acontecimientos) positiv[oa]s|progresos? logrados?|avances logrados|progresos realizados/i,
    nextReport: /próximos? informes?|presentación del (?:próximo )?informe(?![\p{L}])/iu,
  },

  speaker: /\bComité(?![\p{L}])/u,
  addresseeBefore: /\b(?:le|lo|les|los)\s$/i,
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
    { verb: 'suggests', pattern: /\bsugiere\b/g, addressee: /^(?: al Estado [Pp]arte)?,?(?: a)? que\b/ },
    {
      verb: 'reminds',
      pattern:
        /\b(?:recuerda|remite) al Estado [Pp]arte\b|\bseñala a la atención del Estado [Pp]arte\b|\bseñala al Estado [Pp]arte\b/g,
      addressee: null,
    },
    // El Comité de Derechos Humanos y el Comité contra la Tortura dicen «debe» donde los demás dicen «recomienda».
    {
      verb: 'recommends',
      pattern:
        /(?:(?<!\b(?:que|si|cual) )|(?<=\b(?:considera|opina|estima|cree|parecer de|opinión de|subraya|recalca|insiste en) que ))\b[Ee]l Estado [Pp]arte(?:,[^,]{1,120},)? (?:también |además |asimismo |igualmente )?(?:debe|debería|deberá|ha de)(?![\p{L}])(?! haber(?![\p{L}]))/gu,
      addressee: null,
    },
    {
      verb: 'requests',
      pattern: /\b[Ss]e (?:pide|solicita|ruega) (?:\p{Ll}+ )?al Estado [Pp]arte\b/gu,
      addressee: null,
    },
    { verb: 'invites', pattern: /\b[Ss]e invita (?:\p{Ll}+ )?al Estado [Pp]arte\b/gu, addressee: null },
    { verb: 'encourages', pattern: /\b[Ss]e alienta (?:\p{Ll}+ )?al Estado [Pp]arte\b/gu, addressee: null },
    { verb: 'urges', pattern: /\b[Ss]e insta (?:\p{Ll}+ )?al Estado [Pp]arte\b/gu, addressee: null },
    { verb: 'calls_upon', pattern: /\b[Ss]e exhorta (?:\p{Ll}+ )?al Estado [Pp]arte\b/gu, addressee: null },
  ],
  concern: /(?:preocup|inquiet|lament|deplora|alarma|consterna)/i,
  positive:
    /(?:acoge con|celebra|encomia|reconocimiento|satisfacción|agrado|felicita|beneplácito|toma nota con interés|agradece)/i,
  coordinatedLeadIn:
    /(?:^|[\s,])[ye](?:,[^,]{1,60},)?(?: también| además| en particular)?(?: (?:vele por|garantice|asegure|se asegure de|procure))? (?:a )?que\s*:$|(?:^|[\s,])[ye],? (?:en particular|en concreto|en especial|entre otras cosas|para ello|a tal efecto|a tal fin|con ese fin|a ese respecto|además|también|asimismo),?\s*:$/,

  paragraphWord: '(?:párrafos?|párrs?\\.)',
  articleWord: '(?:artículos?|arts?\\.)',
  articleParagraphWord: '(?:párrafos?|párrs?\\.|apartados?)',
  otherText: 'reglas?|artículos?|resolución|directrices|anexo|(?:observación|recomendación) general',
  opensFootnote: 'Véanse?|Ibid|Ibíd|Idem|Disponible|Aprobad[ao]s?',
  about: 'sobre|acerca de|relativ[ao]s? al?|en relación con|concernientes? al?',
  ofWord: '(?:del?)\\s+(?:la\\s+|el\\s+|los\\s+)?',
  genericInstrument: {
    optionalProtocol: /^Protocolo Facultativo(?! de\b| relativo\b)/,
    convention:
      /^Convención(?!\s+(?:sobre|contra|para|relativa|de|internacional|interamericana|americana)(?![\p{L}]))/iu,
    covenant: /^Pacto(?!\s+(?:Internacional|de|por)\b)/,
  },

  followUp: /(?:información|informe|comunique|indique)/i,
  delay:
    /(?:(?:en|dentro de) (?:el|un) plazo (?:máximo )?de|dentro del plazo (?:máximo )?de|dentro de|a más tardar en|en el término de)\s+(un|uno|dos|tres|cuatro|cinco|seis|doce|dieciocho|veinticuatro|\d{1,2})\s+(años?|mes(?:es)?)/i,
  months12: /^mes/i,
  importance:
    /(?:particular|especial) importancia|importancia (?:particular|especial)|(?:adoptarse|adoptar|tomarse) medidas urgentes|medidas urgentes que (?:se deben|se deberían|deben|es preciso)|señala(?:r|rle)? a la atención del Estado parte las recomendaciones (?:que figuran|contenidas|formuladas|enunciadas|relativas|sobre|referentes)/i,
  nextReport:
    /(?:establecerá y comunicará|comunicará) la fecha|\bfecha (?:para la|de) presentación de[^.;]{0,60}\binforme|próximo informe periódico,? que (?:presentará|deberá|debe|ha de|se presentará)|información (?:concreta|precisa|específica)[^.;]{0,40} sobre (?:la aplicación|el cumplimiento) de todas|\bconstituirán? su\b[^.;]{0,60}\binforme|\bincluya,? en su (?:próximo|segundo|tercer|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo) informe periódico,?[^.;]{0,100}\b(?:observaciones finales|recomendaciones formuladas)|\bpresent(?:e|ar)(?:,[^.;,]{1,80},)?\s+(?:(?:a más tardar|antes|en)\s[^.;,]{0,40}\s)?(?:su|sus|el|los)\s[^.;,]{0,80}?\binformes?\b|\binformes?\b[^.;]{0,80}\b(?:que (?:deberá|debe) presentar|(?:deberán?|deben?|deberían?|han? de) presentarse|se presentarán?)/i,

  uprPosition: {
    toBeExamined:
      /\b(?:serán examinadas|examinará|estudiará)|\brespuestas? (?:a su debido tiempo|oportunamente|a más tardar)/i,
    noted:
      /\b(?:tomad[ao] nota|tom[aó] nota|toma nota)|\bno\b[^.;:]{0,40}(?:apoyo|aceptad|acept[aó]|apoya)|rechazad|rechaz[aó]/i,
    supported:
      /(?:cuentan|gozan|contado|gozado|reciben|recibido) (?:con |d)?(?:el|su) apoyo|\bacept(?:adas por|a|ó)(?![\p{L}])|\bapoya(?:das por|n)?(?![\p{L}])/iu,
  },

  names: {
    committees: {
      CRC: /Comité de los Derechos del Niño/i,
      CEDAW: /Comité para la Eliminación de la Discriminación contra la Mujer/i,
      CCPR: /Comité de Derechos Humanos/i,
      CESCR: /Comité de Derechos Económicos, Sociales y Culturales/i,
      CAT: /Comité contra la Tortura/i,
      CERD: /Comité para la Eliminación de la Discriminación Racial/i,
      CMW: /Comité de Protección de los Derechos de Todos los Trabajadores Migratorios/i,
      CRPD: /Comité sobre los Derechos de las Personas con Discapacidad/i,
      CED: /Comité contra la Desaparición Forzada/i,
    },
    protocols: {
      'CRC-OP-SC': /venta de niños, la prostitución infantil/i,
      'CRC-OP-AC': /participación de (?:los )?niños en (?:los )?conflictos armados/i,
    },
    treaties: {
      CRC: /^Convención sobre los Derechos del Niño/i,
      CEDAW: /^Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer/i,
      CAT: /^Convención contra la Tortura/i,
      CERD: /^Convención Internacional sobre la Eliminación de Todas las Formas de Discriminación Racial/i,
      CRPD: /^Convención sobre los Derechos de las Personas con Discapacidad/i,
      CCPR: /^Pacto Internacional de Derechos Civiles y Políticos/i,
      CESCR: /^Pacto Internacional de Derechos Económicos, Sociales y Culturales/i,
      CMW: /^Convención Internacional sobre la protección de los derechos de todos los trabajadores migratorios/i,
      CED: /^Convención Internacional para la Protección de Todas las Personas contra las Desapariciones Forzadas/i,
    },
    states: {
      'Cabo Verde': 'CPV',
      Congo: 'COG',
      'República del Congo': 'COG',
      'República Democrática del Congo': 'COD',
      'Côte d’Ivoire': 'CIV',
      'República Checa': 'CZE',
      Swazilandia: 'SWZ',
      Eswatini: 'SWZ',
      'Santa Sede': 'VAT',
      Irán: 'IRN',
      'República de Corea': 'KOR',
      'República Popular Democrática de Corea': 'PRK',
      'República Democrática Popular Lao': 'LAO',
      Micronesia: 'FSM',
      'República de Moldova': 'MDA',
      Myanmar: 'MMR',
      'ex República Yugoslava de Macedonia': 'MKD',
      'Estado de Palestina': 'PSE',
      'Federación de Rusia': 'RUS',
      'República Árabe Siria': 'SYR',
      'República Unida de Tanzanía': 'TZA',
      'Timor-Leste': 'TLS',
      Türkiye: 'TUR',
      'Reino Unido de Gran Bretaña e Irlanda del Norte': 'GBR',
      'Estados Unidos de América': 'USA',
      'Viet Nam': 'VNM',
      Belarús: 'BLR',
      Bahrein: 'BHR',
      Rumania: 'ROU',
      Kenya: 'KEN',
      Rwanda: 'RWA',
      Malawi: 'MWI',
      Zimbabwe: 'ZWE',
      Lesotho: 'LSO',
      Botswana: 'BWA',
      Djibouti: 'DJI',
      Fiji: 'FJI',
      Iraq: 'IRQ',
      Qatar: 'QAT',
      Malasia: 'MYS',
      'Macedonia del Norte': 'MKD',
      'Papua Nueva Guinea': 'PNG',
      Marruecos: 'MAR',
      Nauru: 'NRU',
      "Côte d'Ivoire": 'CIV',
      Sudáfrica: 'ZAF',
      Mauricio: 'MUS',
      'Brunei Darussalam': 'BRN',
      'Guinea-Bissau': 'GNB',
      Islandia: 'ISL',
      'República Centroafricana': 'CAF',
    },
  },
};
