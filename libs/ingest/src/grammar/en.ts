import type { Grammar } from './grammar.js';

const STATE =
  /^.{0,240}?\b(?:State [Pp]art(?:y|ies)|Government|Parliament|(?:National |Legislative |General )?Assembly|Congress|Senate|legislature|Majlis|Knesset|Duma|Sejm|Storting|Riksdag|Folketing|Bundestag|authorities)\b|^ (?:it|them) to\b|^ that\b/;

export const en: Grammar = {
  language: 'en',
  commonWords: ['the', 'of', 'and', 'that', 'its', 'with', 'to', 'for', 'on', 'by', 'which', 'are', 'is'],

  documentTitle:
    /Concluding (?:observations|comments)|(?:Conclusions and recommendations|Comments) of the (?:Human Rights )?Committee/i,
  otherKinds: [
    {
      kind: 'press_release',
      pattern:
        /\b(?:Press release|News release|Media advisory)\b|For (?:more|further) information and media requests|\bGENEVA \(\d{1,2} \p{L}+ \d{4}\)/iu,
    },
    {
      kind: 'stakeholder_summary',
      pattern:
        /\bSummary (?:of (?:other )?stakeholders|prepared by the Office)|stakeholders.{1,3} (?:submissions|information)/i,
    },
    { kind: 'compilation', pattern: /\bCompilation (?:on|of|prepared)/i },
    { kind: 'state_report', pattern: /National report submitted|National report presented/i },
    {
      kind: 'annual_report',
      pattern:
        /\bReport of the (?:Human Rights )?Committee\b[^\n]{0,120}\n[\s\S]{0,200}(?:sessions?\b|Official Records|Supplement No)|Official Records[\s\S]{0,80}Supplement No/i,
    },
    {
      kind: 'universal_periodic_review',
      pattern: /Universal Periodic Review|Working Group on the Universal/i,
    },
    {
      kind: 'follow_up_reply',
      pattern:
        /(?:Information|Comments|Replies) (?:received|provided|submitted) (?:from|by)\b.{0,120}\b(?:follow-up|concluding observations)|follow-up to (?:the )?concluding observations/i,
    },
    { kind: 'list_of_issues', pattern: /\bLists? of (?:issues|themes)\b/i },
    { kind: 'summary_record', pattern: /\bSummary record\b/i },
    { kind: 'general_comment', pattern: /\bGeneral (?:comment|recommendation) No\./i },
    { kind: 'views', pattern: /\b(?:Views|Decision) adopted by the Committee/i },
    {
      kind: 'state_report',
      pattern:
        /\bReports? submitted by States parties under|periodic reports? submitted by|Initial report submitted by/i,
    },
  ],
  considered: /\b(?:considered|examined|reviewed)\b/i,
  submitted: /\b(?:submitted|received)(?: on)?\s*$/i,
  adopted: /\badopted\b(?=.{0,160}(?:concluding observations|present|following))/i,

  months: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  dateJoiner: '(?:\\s+of)?\\s+',
  and: 'and|or',
  numberWords: {
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    twelve: 12,
    eighteen: 18,
    'twenty-four': 24,
  },
  abbreviations: 'paras?|arts?|No|Nos|Mr|Ms|Mrs|Dr|St|vol|chap|sect|cf|ed|e\\.g|i\\.e',
  unfinished: 'and|of|the|in|on|to|for|with|from|by|against',
  through: 'to|through',
  pageWord: '[Pp]age',
  pageOf: 'of',
  dayMark: 'st|nd|rd|th',
  elided: null,
  mayOpenWithVerb: false,
  hyphenated: /^(?:non|self|ex|well|so|anti|socio|vice|follow|high|long|short|cross)$/i,

  headings: {
    introduction: /^Introduction\b/i,
    positive:
      /\bPositive (?:aspects|developments|factors|measures)|\bachievements|^Follow-up measures undertaken and progress/i,
    nextReport: /\bnext (?:periodic )?reports?\b|\bsubmission of (?:the )?(?:next )?reports?\b/i,
  },

  speaker: /\bCommittee\b|\b[Ii]t\b/,
  addresseeBefore: null,
  operative: [
    { verb: 'strongly_recommends', pattern: /\bstrongly recommends\b/g, addressee: null },
    { verb: 'strongly_urges', pattern: /\bstrongly urges\b/g, addressee: STATE },
    { verb: 'recommends', pattern: /(?<!strongly )\brecommends\b/g, addressee: null },
    { verb: 'urges', pattern: /(?<!strongly )\burges\b/g, addressee: STATE },
    { verb: 'encourages', pattern: /\bencourages\b/g, addressee: STATE },
    { verb: 'requests', pattern: /\b(?:requests|asks)\b/g, addressee: STATE },
    { verb: 'calls_upon', pattern: /\bcalls (?:up)?on\b/g, addressee: STATE },
    { verb: 'invites', pattern: /\binvites\b/g, addressee: STATE },
    {
      verb: 'reiterates',
      pattern:
        /\breiterates (?:its|the)(?: [\w,-]+){0,8} (?:recommendations?|call|request)\b|\breiterates that the State [Pp]arty should\b/g,
      addressee: null,
    },
    { verb: 'suggests', pattern: /\bsuggests\b/g, addressee: /^ (?:that|to)\b/ },
    { verb: 'reminds', pattern: /\breminds\b/g, addressee: STATE },
    {
      verb: 'reminds',
      pattern:
        /\bdraws (?:the attention of the State [Pp]arty|the State [Pp]arty.s attention) to\b|\brefers the State [Pp]arty to\b/g,
      addressee: null,
    },
    // The Human Rights Committee and the Committee against Torture say "should" where the others say "recommends".
    {
      verb: 'recommends',
      pattern:
        /(?:(?<!\b(?:that|which|whether) )|(?<=\b(?:view|considers|believes|opinion|stresses|emphasizes|underlines|underscores) that ))\b[Tt]he State [Pp]arty(?:,[^,]{1,120},)? (?:also )?(?:should|must|shall)\b(?! have\b)/g,
      addressee: null,
    },
    {
      verb: 'requests',
      pattern: /\b[Tt]he State [Pp]arty is (?:also |further |again |strongly )?(?:requested|asked)\b/g,
      addressee: null,
    },
    {
      verb: 'invites',
      pattern: /\b[Tt]he State [Pp]arty is (?:also |further |again )?invited\b/g,
      addressee: null,
    },
    {
      verb: 'encourages',
      pattern: /\b[Tt]he State [Pp]arty is (?:also |further |again |strongly )?encouraged\b/g,
      addressee: null,
    },
    {
      verb: 'urges',
      pattern: /\b[Tt]he State [Pp]arty is (?:also |further |again |strongly )?urged\b/g,
      addressee: null,
    },
  ],
  concern:
    /\b(?:concern(?:s|ed)?|regret(?:s|ted)?|deplores?|alarm(?:ed|ing)?|troubled|dismay(?:ed)?|worr(?:y|ied|ying)|preoccupied)\b/i,
  positive:
    /\b(?:welcomes?|appreciat(?:es|ion)|commends?|satisfaction|congratulates|praises|acknowledges|notes with interest|positive)\b/i,
  coordinatedLeadIn:
    /\band(?:,[^,]{1,60},)?(?: that| to| that it)?(?:,? (?:also|in particular|further|to that end|to this end|in doing so|inter alia|specifically),?)?(?: (?:to|that|(?:it )?should|(?:to )?(?:ensure|guarantee|make sure|provide) that))?\s*:$/,

  paragraphWord: '(?:paragraphs?|paras?\\.)',
  articleWord: '(?:articles?|arts?\\.)',
  articleParagraphWord: '(?:paragraphs?|paras?\\.)',
  about: 'on|concerning|regarding|relating to',
  ofWord: '(?:of|to|under)\\s+(?:the\\s+)?',
  otherText: 'rules?|articles?|resolutions?|guidelines|annex|general (?:comment|recommendation)',
  opensFootnote: 'See|Ibid|Idem|Cf|Available|Adopted',
  genericInstrument: {
    optionalProtocol: /^Optional Protocol(?! to\b| on\b)/,
    convention: /^Convention(?!\s+(?:on|against|for|relating|concerning|relative|No)\b)/,
    covenant: /^Covenant(?!\s+on\b)/,
  },

  followUp: /\b(?:information|report|inform|indicate)\b/i,
  delay:
    /\b(?:within|in|(?:no|not) later than)\s+(?:a period of\s+)?(one|two|three|four|five|six|twelve|eighteen|twenty-four|\d{1,2})\s+(years?|months?)\b/i,
  months12: /^month/i,
  importance:
    /\bparticular importance\b|\burgent (?:measures|action) (?:that )?(?:must|should|needs? to) be taken\b|\bdraws? the attention of the State party to the recommendations contained in paragraphs\b/i,
  nextReport:
    /\bwill (?:establish and )?communicate the due date\b|\bdate (?:for|of) the (?:submission|presentation) of[^.;]{0,60}\breport|\bsubmit (?:its|the)\s[^.;]{0,60}\breports?\b[^.;]{0,60}\b(?:due|by)\s(?:on\s|by\s|in\s)?\d|\bspecific and updated information on the implementation of (?:all|its|the recommendations (?!contained in paragraph))|\bwill constitute its\b[^.;]{0,60}\breport\b|\binclude,? in its (?:next|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) periodic report,?[^.;]{0,100}\b(?:concluding observations|recommendations made)\b|\bsubmit(?:,[^.;,]{1,80},)?\s+(?:(?:by|in|no later than)\s[^.;,]{0,30}\s)?(?:its|the)\s[^.;,]{0,80}\b(?:periodic reports?|next report)\b|\breports?,?(?: which is)? (?:to be|due to be) submitted\b|\b(?:next|periodic)\b[^.;]{0,60}\breports?\b[^.;]{0,60}\b(?:is|are) due\b|\bdue date of\b[^.;]{0,80}\breports?\b|\breports? should be submitted\b/i,

  uprPosition: {
    toBeExamined:
      /\b(?:will|to|shall) (?:be )?(?:further )?examined?\b|\b(?:responses?|replies) (?:in due (?:time|course)|at|by|no later)|\bwill provide (?:its )?(?:responses|replies)/i,
    noted:
      /\b(?:noted|notes|takes note|took note)\b|\b(?:not|neither|nor|no)\b[^.;:]{0,40}\b(?:support|supported|accepted|accept|endorsed)\b|\brejected\b/i,
    supported: /\b(?:enjoy(?:s|ed)? the support|supported by|supports|accepted by|accepts|endorsed by)\b/i,
  },

  names: {
    committees: {
      CRC: /Committee on the Rights of the Child/i,
      CEDAW: /Committee on the Elimination of Discrimination against Women/i,
      CCPR: /\bHuman Rights Committee/i,
      CESCR: /Committee on Economic, Social and Cultural Rights/i,
      CAT: /Committee against Torture/i,
      CERD: /Committee on the Elimination of Racial Discrimination/i,
      CMW: /Committee on the Protection of the Rights of All Migrant Workers/i,
      CRPD: /Committee on the Rights of Persons with Disabilities/i,
      CED: /Committee on Enforced Disappearances/i,
    },
    protocols: {
      'CRC-OP-SC': /sale of children, child prostitution/i,
      'CRC-OP-AC': /involvement of children in armed conflict/i,
    },
    treaties: {
      CRC: /^Convention on the Rights of the Child/i,
      CEDAW: /^Convention on the Elimination of All Forms of Discrimination against Women/i,
      CAT: /^Convention against Torture/i,
      CERD: /^(?:International )?Convention on the Elimination of All Forms of Racial Discrimination/i,
      CRPD: /^Convention on the Rights of Persons with Disabilities/i,
      CCPR: /^International Covenant on Civil and Political Rights/i,
      CESCR: /^International Covenant on Economic, Social and Cultural Rights/i,
      CMW: /^International Convention on the Protection of the Rights of All Migrant Workers/i,
      CED: /^International Convention for the Protection of All Persons from Enforced Disappearance/i,
    },
    states: {
      'Cabo Verde': 'CPV',
      'Cape Verde': 'CPV',
      Congo: 'COG',
      'Republic of the Congo': 'COG',
      'Democratic Republic of the Congo': 'COD',
      'Côte d’Ivoire': 'CIV',
      'Czech Republic': 'CZE',
      Swaziland: 'SWZ',
      'Holy See': 'VAT',
      Iran: 'IRN',
      'Republic of Korea': 'KOR',
      'Democratic People’s Republic of Korea': 'PRK',
      'Lao People’s Democratic Republic': 'LAO',
      Micronesia: 'FSM',
      'Republic of Moldova': 'MDA',
      Myanmar: 'MMR',
      'The former Yugoslav Republic of Macedonia': 'MKD',
      'State of Palestine': 'PSE',
      'Russian Federation': 'RUS',
      'Syrian Arab Republic': 'SYR',
      'United Republic of Tanzania': 'TZA',
      'Timor-Leste': 'TLS',
      Turkey: 'TUR',
      Türkiye: 'TUR',
      'United Kingdom of Great Britain and Northern Ireland': 'GBR',
      'United States of America': 'USA',
      'Viet Nam': 'VNM',
      'Bosnia and Herzegovina': 'BIH',
      'Antigua and Barbuda': 'ATG',
      'Saint Kitts and Nevis': 'KNA',
      'Saint Lucia': 'LCA',
      'Saint Vincent and the Grenadines': 'VCT',
      'Sao Tome and Principe': 'STP',
      'Trinidad and Tobago': 'TTO',
      'Brunei Darussalam': 'BRN',
    },
  },
};
