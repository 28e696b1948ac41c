import type { CivilDate } from '../calendar/clock.js';

/** Languages a document can be read in. */
export type DocumentLanguage = 'en' | 'es' | 'fr';

export type ParagraphKind = 'concern' | 'recommendation' | 'positive' | 'procedural';

/** The operative verb addressed to the State party, by its English lemma. */
export type OperativeVerb =
  | 'recommends'
  | 'urges'
  | 'encourages'
  | 'requests'
  | 'calls_upon'
  | 'invites'
  | 'suggests'
  | 'reiterates'
  | 'reminds'
  | 'strongly_recommends'
  | 'strongly_urges';

/** `bare` only leads in to its letters; `substantive` holds a complete recommendation of its own. */
export type ChapeauKind = 'bare' | 'substantive';

export interface ParsedItem {
  readonly label: string;
  readonly text: string;
  readonly items: readonly ParsedItem[];
}

export interface ParsedParagraph {
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly verb: OperativeVerb | null;
  /** The paragraph's own words, without its lettered items. */
  readonly text: string;
  readonly chapeau: ChapeauKind | null;
  readonly items: readonly ParsedItem[];
}

export interface ParsedSection {
  readonly number: string | null;
  readonly title: string;
  /** Numbers of every paragraph under this heading, those of its sub-sections included. */
  readonly paragraphs: readonly number[];
  readonly sections: readonly ParsedSection[];
}

export type RecommendationRole = 'paragraph' | 'chapeau' | 'item';

export interface ParsedRecommendation {
  /** `14`, `14(a)`. */
  readonly id: string;
  readonly paragraph: number;
  readonly item: string | null;
  readonly role: RecommendationRole;
  readonly verb: OperativeVerb;
  readonly text: string;
  readonly concernParagraph: number | null;
}

export interface DocumentReference {
  readonly paragraph: number;
  readonly item: string | null;
  readonly symbol: string;
  readonly paragraphs: readonly number[] | null;
  readonly printedAs: string;
}

export interface ArticleReference {
  readonly paragraph: number;
  /** `CRC`, `CRC-OP-SC` …, or null where the text does not say which instrument (a domestic code has none). */
  readonly instrument: string | null;
  /** `3(1)(a)`. */
  readonly article: string;
}

export interface FollowUpRequest {
  readonly paragraphs: readonly string[];
  /** ISO 8601 duration, `P1Y`, or null. */
  readonly delay: string | null;
  readonly dueOn: CivilDate | null;
  readonly statement: string;
}

/** What a reading was unsure of. Its sentence in another language is put together from the code and the parameters. */
export interface ParseWarning {
  readonly paragraph: number | null;
  readonly code: string;
  /** What the sentence names, in its order. */
  readonly parameters: readonly (string | number)[];
  /** In English. */
  readonly message: string;
}

/** What a concluding-observations document says. A fact that the text does not give is null, never filled in. */
export interface ParsedDocument {
  readonly symbol: string | null;
  readonly inferredSymbol: string | null;
  readonly title: string;
  /** `CRC`, `CEDAW`, `CCPR` … */
  readonly mechanism: string;
  /** `CRC`, `CRC-OP-SC`, `CEDAW` … */
  readonly instrument: string;
  /** ISO 3166-1 alpha-3. */
  readonly state: string | null;
  readonly language: DocumentLanguage;
  readonly reportConsidered: readonly string[];
  readonly consideredOn: readonly CivilDate[];
  readonly adoptedOn: CivilDate | null;
  readonly sections: readonly ParsedSection[];
  readonly paragraphs: readonly ParsedParagraph[];
  readonly recommendations: readonly ParsedRecommendation[];
  readonly references: readonly DocumentReference[];
  readonly articles: readonly ArticleReference[];
  readonly followUp: readonly FollowUpRequest[];
  readonly importance: readonly string[];
  readonly nextReport: { readonly dueOn: CivilDate | null; readonly statement: string | null };
  readonly warnings: readonly ParseWarning[];
}
