import type { Grammar } from './grammar.js';

const ETAT =
  /^.{0,240}?(?:[ÉE]tats? [Pp]arties?|Gouvernement|Parlement|Assemblée|Sénat|Congrès|législateur|autorités)|^ (?:que|qu.)/u;

export const fr: Grammar = {
  language: 'fr',
  commonWords: [
    'le',
    'les',
    'des',
    'du',
    'et',
    'dans',
    'pour',
    'que',
    'une',
    'sur',
    'aux',
    'est',
    'par',
    'ses',
  ],

  documentTitle:
    /Observations (?:finales|et recommandations finales)|(?:Conclusions et recommandations|Observations) du Comité/i,
  otherKinds: [
    { kind: 'press_release', pattern: /\bCommuniqués? de presse\b|\bGENÈVE \(\d{1,2} \p{L}+ \d{4}\)/iu },
    {
      kind: 'stakeholder_summary',
      pattern: /Résumé des (?:communications|autres)|Communications des (?:autres )?parties prenantes/i,
    },
    { kind: 'compilation', pattern: /\bCompilation (?:concernant|établie|d.informations)/i },
    { kind: 'state_report', pattern: /Rapport national (?:présenté|soumis)/i },
    { kind: 'annual_report', pattern: /Documents officiels[\s\S]{0,80}Supplément n/i },
    { kind: 'universal_periodic_review', pattern: /Examen périodique universel/i },
    {
      kind: 'follow_up_reply',
      pattern:
        /(?:Renseignements|Informations|Observations) (?:reçu|communiqué|fourni)e?s? (?:de|par|du)\b.{0,120}(?:suite|observations finales)|suite donnée aux observations finales/i,
    },
    { kind: 'list_of_issues', pattern: /\bListes? (?:de|des) (?:points|questions|thèmes)/i },
    { kind: 'summary_record', pattern: /Compte rendu analytique/i },
    { kind: 'general_comment', pattern: /\b(?:Observation|Recommandation) générale n/i },
    { kind: 'views', pattern: /\b(?:Constatations|Décision) adoptée?s? par le Comité/i },
    {
      kind: 'state_report',
      pattern:
        /Rapports? (?:périodiques?|initia(?:l|ux))?.{0,60}(?:soumis|présentés?) (?:par|en application)/i,
    },
  ],
  considered: /\b(?:a examiné|ont examiné|examiné)/i,
  submitted: /(?:soumis|présentés?|reçus?)(?: le)?\s*$/i,
  adopted: /(?:a adopté|adopté(?:es)?)(?=.{0,160}(?:observations|présentes|suivantes|ci-après))/i,

  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  dateJoiner: '\\s+',
  and: 'et|ou',
  numberWords: {
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    douze: 12,
    'dix-huit': 18,
    'vingt-quatre': 24,
  },
  abbreviations: 'par|arts?|al|n[°º]|no|nos|M|MM|Mme|Mmes|Dr|vol|chap|sect|cf|p|éd',
  unfinished: 'et|ou|des?|du|les?|la|à|aux?|en|dans|par|pour|sur|contre|l.|d.',
  through: 'à|aux?',
  pageWord: '[Pp]age',
  pageOf: 'de|sur',
  dayMark: 'er',
  elided: '[dlnsDLNS]',
  mayOpenWithVerb: false,
  hyphenated:
    /^(?:non|ex|vice|celui|celle|ceux|celles|ci|là|sous|après|avant|est|peut|au|par|vingt|trente|quarante|cinquante|soixante|quatre|dix|porte|grand|demi)$/i,

  headings: {
    introduction: /^Introduction\b/i,
    positive: /(?:Aspects|Faits|Facteurs|Mesures) positi(?:fs|ves)|progrès accomplis/i,
    nextReport: /prochains? rapports?|soumission d(?:u|es) rapports?/i,
  },

  speaker: /\bComité(?![\p{L}])|\b[Ii]l\b/u,
  addresseeBefore: /\b(?:lui|leur|l['’]|le|les)\s?$/i,
  operative: [
    {
      verb: 'strongly_recommends',
      pattern: /\brecommande (?:vivement|fermement|instamment)\b/g,
      addressee: null,
    },
    { verb: 'strongly_urges', pattern: /\b(?:exhorte vivement|engage vivement)\b/g, addressee: ETAT },
    { verb: 'recommends', pattern: /\brecommande\b(?! (?:vivement|fermement|instamment))/g, addressee: null },
    {
      verb: 'urges',
      pattern:
        /\b(?:exhorte(?! vivement)|engage instamment|prie instamment|demande instamment|invite instamment|presse)\b/g,
      addressee: ETAT,
    },
    { verb: 'encourages', pattern: /\bencourage\b/g, addressee: ETAT },
    { verb: 'requests', pattern: /\b(?:demande|prie)\b(?! instamment)/g, addressee: ETAT },
    {
      verb: 'calls_upon',
      pattern: /\b(?:engage(?! (?:instamment|vivement))|appelle(?! l.attention)|lance un appel)\b/g,
      addressee: ETAT,
    },
    { verb: 'invites', pattern: /\binvite\b(?! instamment)/g, addressee: ETAT },
    { verb: 'suggests', pattern: /\b(?:suggère|propose)\b/g, addressee: ETAT },
    {
      verb: 'reiterates',
      pattern:
        /\b(?:réitère|renouvelle|rappelle) (?:ses|sa|la|les)(?: [\p{L},-]+){0,6}? recommandations?\b/gu,
      addressee: null,
    },
    {
      verb: 'reminds',
      pattern:
        /\brappelle à l.[ÉE]tat [Pp]artie\b|\b(?:appelle|attire) l.attention de l.[ÉE]tat [Pp]artie sur\b|\brenvoie l.[ÉE]tat [Pp]artie à\b/gu,
      addressee: null,
    },
    // Le Comité des droits de l'homme et le Comité contre la torture disent « devrait » au lieu de « recommande ».
    {
      verb: 'recommends',
      pattern:
        /(?:(?<!\bque )|(?<=\b(?:estime|considère|juge|avis|souligne|insiste) que ))[Ll].[ÉE]tat [Pp]artie(?:,[^,]{1,120},)? (?:devrait|doit|devra)\b(?! avoir\b)|\b[Ii]l (?:faudrait|conviendrait|convient) que l.[ÉE]tat [Pp]artie/g,
      addressee: null,
    },
    { verb: 'requests', pattern: /[Ll].[ÉE]tat [Pp]artie est (?:\p{Ll}+ )?prié/gu, addressee: null },
    { verb: 'invites', pattern: /[Ll].[ÉE]tat [Pp]artie est (?:\p{Ll}+ )?invité/gu, addressee: null },
    { verb: 'encourages', pattern: /[Ll].[ÉE]tat [Pp]artie est (?:\p{Ll}+ )?encouragé/gu, addressee: null },
    {
      verb: 'urges',
      pattern: /[Ll].[ÉE]tat [Pp]artie est (?:\p{Ll}+ )?(?:exhorté|engagé)/gu,
      addressee: null,
    },
  ],
  concern: /(?:préoccup|inquiet|inquiét|regrette|déplore|alarm|constern)/i,
  positive:
    /(?:se félicite|accueille avec|satisfaction|salue|apprécie|félicite|se réjouit|note avec intérêt)/i,
  coordinatedLeadIn:
    /\bet(?:,[^,]{1,60},)?(?:,? (?:notamment|en particulier|aussi|à cette fin|à cet effet|pour ce faire|entre autres),?)?(?: (?:de|d.|à|que|qu.il|(?:de |à )?(?:veiller à ce|faire en sorte|garantir|s.assurer) que))?\s*:$/,

  paragraphWord: '(?:paragraphes?|par\\.)',
  articleWord: '(?:articles?|arts?\\.)',
  articleParagraphWord: '(?:paragraphes?|par\\.|alinéas?|al\\.)',
  otherText: 'règles?|articles?|résolution|directives|annexe|(?:observation|recommandation) générale',
  opensFootnote: 'Voir|Ibid|Idem|Disponible|Adoptée?s?',
  about: 'sur|concernant|relati(?:f|ve)s? (?:à|aux?)|portant sur|ayant trait (?:à|aux?)',
  ofWord: '(?:de|du|des)\\s+(?:la\\s+|l.)?',
  genericInstrument: {
    optionalProtocol: /^Protocole facultatif(?! à\b| se rapportant| concernant)/i,
    convention: /^Convention(?!\s+(?:relative|sur|contre|pour|internationale|n)(?![\p{L}]))/iu,
    covenant: /^Pacte(?!\s+(?:international|relatif)\b)/i,
  },

  followUp: /(?:renseignements|informations|informer|rapport|indiquer)/i,
  delay:
    /(?:dans (?:un|le) délai (?:de|d.)|dans les|d.ici(?: à)?)\s*(un|une|deux|trois|quatre|cinq|six|douze|dix-huit|vingt-quatre|\d{1,2})\s+(ans?|années?|mois)/i,
  months12: /^mois/i,
  importance:
    /importance particulière|particulièrement importantes?|mesures (?:urgentes|d.urgence) (?:doivent|devraient|à prendre|qui doivent|s.imposent)|mesures (?:doivent|devraient) être prises (?:d.urgence|de toute urgence|sans délai|sans tarder)|mesures à prendre (?:d.urgence|sans délai)|appel(?:le|er) l.attention de l.État partie sur les recommandations (?:figurant|formulées|énoncées|concernant|relatives|qui concernent)/i,
  nextReport:
    /\bdate (?:de|pour la) (?:soumission|présentation) d[^.;]{0,60}\brapport|prochain rapport périodique,? (?:qui|qu.il|devant)|informations (?:précises|détaillées|concrètes)[^.;]{0,40} sur (?:la mise en œuvre|l.application) de toutes|(?:communiquera|arrêtera|fixera)[^.;]{0,40} la date|\bconstitueron?t? son\b[^.;]{0,60}\brapport|\bfaire figurer,? dans son (?:prochain|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième) rapport périodique,?[^.;]{0,100}\b(?:observations finales|recommandations formulées)|(?:soumettre|présenter)(?:,[^.;,]{1,80},)?\s+(?:(?:en|avant|d.ici|au plus tard|pour)\s[^.;,]{0,40}\s)?(?:son|ses|le|les)\s[^.;,]{0,80}\brapports?\b|\brapports?\b[^.;]{0,80}\b(?:devra|devront|doit|doivent|devraient|devant|qui sera|à) (?:être )?(?:soumis|soumettre|présenté)/i,

  uprPosition: {
    toBeExamined: /\b(?:seront examinées|examinera)|\bréponses? (?:en temps voulu|au plus tard)/i,
    noted:
      /\b(?:pris note|prend note|prises? en note)|\bn(?:e |['’])[^.;:]{0,20}(?:pas|ni)\b[^.;:]{0,40}(?:adhésion|appui|assentiment|accept|soutien)|rejet(?:ées|é|te)/iu,
    supported:
      /(?:recueill\p{L}+|ont reçu|bénéficient) (?:de )?(?:l['’]|le )(?:adhésion|appui|assentiment|soutien)|\baccept(?:ées par|e)(?![\p{L}])/iu,
  },

  names: {
    committees: {
      CRC: /Comité des droits de l.enfant/i,
      CEDAW: /Comité pour l.élimination de la discrimination à l.égard des femmes/i,
      CCPR: /Comité des droits de l.homme/i,
      CESCR: /Comité des droits économiques, sociaux et culturels/i,
      CAT: /Comité contre la torture/i,
      CERD: /Comité pour l.élimination de la discrimination raciale/i,
      CMW: /Comité pour la protection des droits de tous les travailleurs migrants/i,
      CRPD: /Comité des droits des personnes handicapées/i,
      CED: /Comité des disparitions forcées/i,
    },
    protocols: {
      'CRC-OP-SC': /vente d.enfants, la prostitution des enfants/i,
      'CRC-OP-AC': /implication d.enfants dans les conflits armés/i,
    },
    treaties: {
      CRC: /^Convention relative aux droits de l.enfant/i,
      CEDAW: /^Convention sur l.élimination de toutes les formes de discrimination à l.égard des femmes/i,
      CAT: /^Convention contre la torture/i,
      CERD: /^Convention internationale sur l.élimination de toutes les formes de discrimination raciale/i,
      CRPD: /^Convention relative aux droits des personnes handicapées/i,
      CCPR: /^Pacte international relatif aux droits civils et politiques/i,
      CESCR: /^Pacte international relatif aux droits économiques, sociaux et culturels/i,
      CMW: /^Convention internationale sur la protection des droits de tous les travailleurs migrants/i,
      CED: /^Convention internationale pour la protection de toutes les personnes contre les disparitions forcées/i,
    },
    states: {
      'Cabo Verde': 'CPV',
      Congo: 'COG',
      'République du Congo': 'COG',
      'République démocratique du Congo': 'COD',
      'République tchèque': 'CZE',
      Swaziland: 'SWZ',
      'Saint-Siège': 'VAT',
      Iran: 'IRN',
      'République de Corée': 'KOR',
      'République populaire démocratique de Corée': 'PRK',
      'République démocratique populaire lao': 'LAO',
      Micronésie: 'FSM',
      'République de Moldova': 'MDA',
      Myanmar: 'MMR',
      'ex-République yougoslave de Macédoine': 'MKD',
      'État de Palestine': 'PSE',
      'Fédération de Russie': 'RUS',
      'République arabe syrienne': 'SYR',
      'République-Unie de Tanzanie': 'TZA',
      'Timor-Leste': 'TLS',
      Türkiye: 'TUR',
      'États-Unis d’Amérique': 'USA',
      'Viet Nam': 'VNM',
      'Royaume-Uni de Grande-Bretagne et d’Irlande du Nord': 'GBR',
      Bélarus: 'BLR',
      Bahreïn: 'BHR',
      'Pays-Bas': 'NLD',
      Kirghizistan: 'KGZ',
      'Brunéi Darussalam': 'BRN',
      'République centrafricaine': 'CAF',
      Nigéria: 'NGA',
      Libéria: 'LBR',
      Malaisie: 'MYS',
    },
  },
};
