import type { DocumentLanguage, OperativeVerb } from '#domain';

/** A verb with which a committee addresses the State, as it is printed. */
export interface OperativeWording {
  readonly verb: OperativeVerb;
  /** With the flag `g`. */
  readonly pattern: RegExp;
  /** What must follow within the sentence, so that the words are addressed to the State; null when nothing need. */
  readonly addressee: RegExp | null;
}

/** Kinds of United Nations documents that look alike and are not concluding observations. */
export type OtherDocumentKind =
  | 'universal_periodic_review'
  | 'follow_up_reply'
  | 'list_of_issues'
  | 'state_report'
  | 'summary_record'
  | 'compilation'
  | 'stakeholder_summary'
  | 'press_release'
  | 'annual_report'
  | 'general_comment'
  | 'views';

/** How concluding observations are worded in one language. Everything that depends on the language is here. */
export interface Grammar {
  readonly language: DocumentLanguage;
  /** Frequent short words that tell the language from its neighbours. */
  readonly commonWords: readonly string[];

  /** `Concluding observations`, as a title begins. */
  readonly documentTitle: RegExp;
  /** In the order in which they are tried: a compilation also names the review that it is for. */
  readonly otherKinds: readonly { readonly kind: OtherDocumentKind; readonly pattern: RegExp }[];
  /** The committee examined a report. */
  readonly considered: RegExp;
  /** Before the day on which the State handed its report in, which is not the day of the review. */
  readonly submitted: RegExp;
  /** The committee adopted these observations. */
  readonly adopted: RegExp;

  readonly months: readonly string[];
  /** What may stand between the day, the month and the year. */
  readonly dateJoiner: string;
  /** Words that join the last two of a list. */
  readonly and: string;
  readonly numberWords: Readonly<Record<string, number>>;
  /** Words whose full stop does not end a sentence, without it. */
  readonly abbreviations: string;
  /** Words that no heading ends with: it goes on in the next line. */
  readonly unfinished: string;
  /** Between the first and the last of a range, `3 to 5`. */
  readonly through: string;
  /** Before the number of a page that stands alone at its edge, and before the number of all pages. */
  readonly pageWord: string;
  readonly pageOf: string;
  /** What may be printed behind a day's figure. */
  readonly dayMark: string;
  /** Letters before an apostrophe that a conversion set apart, `l ’ homme`; null where no word is elided. */
  readonly elided: string | null;
  /** First halves of words that keep their hyphen where a line ends after it. */
  readonly hyphenated: RegExp;
  /** Whether a sentence may begin with its verb and leave out who speaks: "Invita al Estado parte". */
  readonly mayOpenWithVerb: boolean;

  readonly headings: {
    readonly introduction: RegExp;
    readonly positive: RegExp;
    readonly nextReport: RegExp;
  };

  /** Who speaks: the committee by name, or the pronoun for it. */
  readonly speaker: RegExp;
  /** A pronoun before a verb that stands for the State, `lui` in "il lui recommande"; null where there is none. */
  readonly addresseeBefore: RegExp | null;
  readonly operative: readonly OperativeWording[];
  readonly concern: RegExp;
  readonly positive: RegExp;
  /** The end of a lead-in that follows a complete recommendation in the same sentence. */
  readonly coordinatedLeadIn: RegExp;

  /** Sources of patterns, without anchors. */
  readonly paragraphWord: string;
  readonly articleWord: string;
  /** A paragraph of an article, `article 4, paragraph 1`. */
  readonly articleParagraphWord: string;
  readonly ofWord: string;
  /** Before the topic of a listed paragraph: `10, on children, and 12`. */
  readonly about: string;
  /** What has paragraphs of its own: `paragraph 1 of article 44`. */
  readonly otherText: string;
  /** How a footnote begins that points to a source. */
  readonly opensFootnote: string;
  readonly genericInstrument: {
    readonly optionalProtocol: RegExp;
    readonly convention: RegExp;
    readonly covenant: RegExp;
  };

  /** Asks for information on the paragraphs that it lists. */
  readonly followUp: RegExp;
  /** Groups: number (word or figures), unit. */
  readonly delay: RegExp;
  readonly months12: RegExp;
  readonly importance: RegExp;
  /** The next report itself, with its submission. */
  readonly nextReport: RegExp;

  /** What a State under universal periodic review answered, in the paragraph that introduces a list; tried in this order. */
  readonly uprPosition: {
    readonly toBeExamined: RegExp;
    readonly noted: RegExp;
    readonly supported: RegExp;
  };

  readonly names: {
    /** By mechanism, in a masthead or in a sentence. */
    readonly committees: Readonly<Record<string, RegExp>>;
    /** Protocols with reports of their own, in a title. */
    readonly protocols: Readonly<Record<string, RegExp>>;
    /** By instrument, as the text cites articles of them; longer names come before those they contain. */
    readonly treaties: Readonly<Record<string, RegExp>>;
    /** Names of States that the United Nations print and that differ from those of the locale data. */
    readonly states: Readonly<Record<string, string>>;
  };
}
