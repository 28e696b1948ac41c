import type { CivilDate, DeadlineCertainty, DigestGroup } from '#domain';
import type { Language } from '#messages';

export interface DigestItem {
  readonly code: string;
  readonly title: string;
  /** What exactly is owed; null for a condition. */
  readonly obligation: string | null;
  readonly dueOn: CivilDate | null;
  readonly daysLate: number;
  readonly group: DigestGroup;
  /** What the check says, in the reader's language. */
  readonly sentence: string;
  readonly url: string;
  /** Where the reader answers; the alert's page for those who hear of it because nobody did. */
  readonly acknowledgeUrl: string;
  /** Working days in which nobody answered, where the reader is told because of that; null: it is the reader's own. */
  readonly unansweredFor: number | null;
  /** Where its figure can be sent without a password; null where none is asked for. */
  readonly figureUrl: string | null;
  /** The reminder comes after its day: nothing ran on it, it was put off over it, or somebody else answered then. */
  readonly lateRung: boolean;
  /** Stable name of the date in calendars. */
  readonly uid: string;
}

/** One person's mail of one civil day. Items come in the order in which they are to be read. */
export interface DigestInput {
  readonly language: Language;
  readonly institutionName: string | null;
  readonly stateName: string;
  readonly documentTitle: string;
  readonly today: CivilDate;
  readonly items: readonly DigestItem[];
  /** All that stands and is the reader's, what no mail lists too. */
  readonly listUrl: string;
  readonly nextReport: {
    readonly certainty: DeadlineCertainty;
    readonly dueOn: CivilDate | null;
    readonly year: number | null;
  } | null;
  readonly demonstration: boolean;
  /** Where the reader slows the rhythm; null while there is no such page. */
  readonly unsubscribeUrl: string | null;
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}
