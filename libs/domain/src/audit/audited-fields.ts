import type { Assessor, Openness } from '../assessment/assessment.js';
import type { ImportKind } from '../figure-import/import-problem.js';
import type { SmartCriterion } from '../action/action.js';
import type { CivilDate } from '../calendar/clock.js';
import type {
  ChapeauKind,
  DocumentLanguage,
  OperativeVerb,
  ParagraphKind,
} from '../document/parsed-document.js';
import type { SheetHeading } from '../indicator/definition.js';
import type {
  Direction,
  FigureKind,
  IndicatorClass,
  IndicatorTrack,
  ValueType,
} from '../indicator/indicator.js';
import type { DayStanding } from '../calendar/working-day.js';
import type { LadderKind } from '../notice/ladder-rule.js';
import type { Rhythm } from '../notice/rhythm.js';
import type { BreakKind } from '../indicator/comparability.js';
import type { SuccessionKind } from '../cycle/succession.js';
import type { DeadlineCertainty } from '../deadline/deadline.js';
import type { AuthorKind, SubmissionState } from '../submission/submission-step.js';
import type { DeadLetterState } from '../notice/dead-letter.js';
import type { ReturnedAs } from '../notice/returned-mail.js';
import type { EvidenceKind } from '../evidence/evidence.js';

/** What may stand in `before` and `after`. Codes are of vocabularies that have words; never an address, a token or a hash. */
export interface AuditedFields {
  /** Annotations that an export of the Universal Human Rights Index no longer has. */
  readonly absentAnnotations?: number;
  /** Number of an action. */
  readonly action?: number | null;
  readonly added?: readonly string[];
  readonly addedFigures?: number;
  readonly adoptedOn?: CivilDate | null;
  /** OHCHR's number of an annotation of the Universal Human Rights Index. */
  readonly annotation?: string;
  readonly assessedOn?: CivilDate;
  /** Number of an assessment. */
  readonly assessment?: number;
  readonly assessor?: Assessor;
  readonly authorKind?: AuthorKind;
  /** Value and day. */
  readonly baseline?: string | null;
  /** Why a date is what it is, in English as the source puts it. */
  readonly basis?: string | null;
  readonly breakKind?: BreakKind;
  /** First day of which figures are no longer comparable with those before it. */
  readonly breakOn?: CivilDate;
  /** Numbers of budget lines. */
  readonly budgetLines?: readonly string[];
  readonly calendarState?: 'live' | 'revoked';
  readonly calendarsRevoked?: number;
  readonly certainty?: DeadlineCertainty;
  readonly changedAnnotations?: number;
  readonly chapeau?: ChapeauKind | null;
  readonly checkedOn?: CivilDate | null;
  /** Values of a recommendation: `sdg_target:16.2`. */
  readonly classifications?: readonly string[];
  /** Number of a comment. */
  readonly comment?: number;
  readonly concernParagraph?: number | null;
  readonly confirmed?: readonly string[];
  /** Slugs of the documents that this one goes on from. */
  readonly continues?: readonly string[];
  readonly corrections?: number;
  readonly countsVictims?: boolean;
  readonly criteria?: readonly SmartCriterion[];
  readonly cycle?: number;
  readonly dayStanding?: DayStanding;
  /** Working days without an answer after which somebody is told; null: they are not. */
  readonly daysToCoordinatingBody?: number | null;
  readonly daysToDocket?: number | null;
  readonly daysToHead?: number | null;
  readonly deadlines?: number;
  /** Enhanced status code of a report on a delivery (RFC 3463). */
  readonly deliveryStatus?: string | null;
  readonly deadLetter?: DeadLetterState | 'pending' | 'set_aside';
  readonly decision?: 'assigned' | 'sent_back';
  readonly description?: string;
  /** Codes. */
  readonly dimensions?: readonly string[];
  readonly direction?: Direction;
  readonly dismissed?: readonly string[];
  readonly document?: string;
  readonly doneOn?: CivilDate | null;
  readonly dueOn?: CivilDate | null;
  readonly duePurpose?: string;
  readonly dueYear?: number | null;
  /** Public ids of recommendations. */
  readonly earlier?: string;
  readonly effectiveOn?: CivilDate;
  readonly emptied?: number;
  readonly endsOn?: CivilDate | null;
  readonly everyMonths?: number;
  /** Number of a piece of evidence. */
  readonly evidence?: number;
  /** How many pieces of evidence stood behind it. */
  readonly evidenceBehind?: number;
  readonly evidenceKind?: EvidenceKind;
  readonly expiresOn?: CivilDate | null;
  /** Null: nothing of it is published. */
  readonly figureKind?: FigureKind | null;
  /** Series, period and value, as they were put on record: `sex=female 2025-01-01/2025-12-31 12`. */
  readonly figures?: readonly string[];
  /** Beginning of the SHA-256 of a file of figures: tells which file it was. */
  readonly fileMark?: string;
  readonly focalPoint?: number;
  /** What is followed by mail: `theme:data`. */
  readonly followed?: readonly string[];
  readonly freeOfCharge?: boolean;
  readonly grade?: string | null;
  /** Whether the person heads the institution. */
  readonly head?: boolean;
  /** What stood in the way, each with its indicator. */
  readonly hindrances?: readonly string[];
  /** Number of a help line. */
  readonly helpLine?: number;
  /** Name, hours and languages, by language: `es: Línea · todos los días · español`. */
  readonly helpLineWording?: readonly string[];
  readonly implementedOn?: CivilDate | null;
  readonly importKind?: ImportKind;
  readonly indicatorClass?: IndicatorClass;
  /** Codes. */
  readonly indicators?: readonly string[];
  readonly institution?: string | null;
  readonly intake?: number;
  readonly items?: readonly string[] | null;
  readonly key?: string;
  readonly ladderKind?: LadderKind;
  readonly kind?: 'one_time_password' | 'passkey' | SuccessionKind;
  readonly language?: DocumentLanguage;
  readonly later?: string | null;
  readonly letter?: string | null;
  readonly letters?: string;
  readonly level?: string;
  readonly mailRhythm?: Rhythm;
  /** ISO weekday of a weekly mail. */
  readonly mailWeekday?: string | null;
  readonly name?: string | { readonly en: string; readonly es: string };
  /** As the text of a recommendation names an institution. */
  readonly namedAs?: string | null;
  readonly newAnnotations?: number;
  /** Codes. */
  readonly newIndicators?: readonly string[];
  readonly nextReportOn?: CivilDate | null;
  readonly obligation?: number | null;
  readonly olderThanDays?: number;
  /** What a recommendation asks, in plain words. */
  readonly plainText?: string;
  /** Days before its due day from which a round is there. */
  readonly opensDaysBefore?: number;
  readonly openness?: Openness;
  /** Place in an order, from one. */
  readonly order?: number;
  readonly paragraphKind?: ParagraphKind;
  readonly parent?: string | null;
  readonly periodicityMonths?: number | null;
  /** Reference period: `2025-01-01/2025-12-31`. */
  readonly period?: string;
  readonly permissions?: readonly string[];
  readonly place?: string;
  readonly population?: { readonly en: string; readonly es: string } | null;
  /** ISO weekdays without mail, and `closed` for the State's weekends and public holidays. */
  readonly quietDays?: readonly string[];
  /** What a ratio is told per. */
  readonly ratioPer?: number | null;
  readonly receivedOn?: CivilDate | null;
  /** Public id. */
  readonly recommendation?: string;
  readonly recommendations?: number;
  readonly rejectedRows?: number;
  readonly removed?: readonly string[];
  /** Codes of the institutions that are asked, the lead first, each with its days. */
  readonly reporters?: readonly string[];
  /** Number of an information request. */
  readonly request?: number;
  /** What of it. */
  readonly requestPart?: 'question' | 'answer';
  readonly requiredPurposes?: readonly string[];
  /** Public ids of recommendations whose status needs an indicator. */
  readonly requiredFor?: readonly string[];
  readonly revisedFigures?: number;
  readonly returnedAs?: ReturnedAs;
  readonly revision?: number;
  readonly reworded?: readonly string[];
  readonly role?: string | null;
  readonly rule?: string | null;
  /** Days from the due day. */
  readonly rungs?: readonly string[] | null;
  readonly scale?: string | null;
  /** Number of a saved view. */
  readonly savedView?: number;
  readonly sentOn?: CivilDate;
  readonly session?: number;
  readonly sessionsEnded?: number;
  /** Texts of a metadata sheet. */
  readonly sheet?: Readonly<Partial<Record<SheetHeading, { readonly en: string; readonly es: string }>>>;
  readonly snoozedUntil?: CivilDate | null;
  /** Code of a source of figures; null: every one, or none. */
  readonly source?: string | null;
  readonly startsOn?: CivilDate | null;
  /** Counts the versions of a statement. */
  readonly statementVersion?: number;
  readonly state?: 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'suggested' | 'confirmed' | 'rejected';
  /** Number of a submission. */
  /** Civil day of a State. */
  readonly sweptOn?: CivilDate;
  readonly submission?: number | null;
  readonly submissionState?: SubmissionState;
  readonly successor?: string | null;
  readonly suggestedLinks?: number;
  readonly symbol?: string | null;
  /** Value and day. */
  readonly target?: string | null;
  readonly telephone?: string;
  /** Name of a threshold of checks. */
  readonly threshold?: string;
  readonly thresholdValue?: number;
  readonly timeZone?: string;
  readonly title?: string;
  readonly tokenState?: 'live' | 'expired' | 'revoked';
  readonly tokensRevoked?: number;
  readonly track?: IndicatorTrack;
  readonly unchangedAnnotations?: number;
  /** Which act was undone: its name in the audit. */
  readonly undone?: string;
  readonly unit?: { readonly en: string; readonly es: string };
  /** Public ids of recommendations that an indicator says something about. */
  readonly usefulFor?: readonly string[];
  readonly valueType?: ValueType;
  readonly verb?: OperativeVerb | null;
  readonly visibility?: 'public' | 'private';
  readonly warnings?: number;
  readonly webAddress?: string | null;
  /** ISO weekdays. */
  readonly weekend?: readonly string[];
  readonly workDay?: CivilDate;
}
